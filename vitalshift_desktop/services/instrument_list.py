"""What the counselor can do with instruments: switch them, note licences, define measures and add files."""

from dataclasses import replace
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.measures.custom import OWN_PREFIX, CustomMeasure, custom_of
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.measures.own_instruments import (
    LicenceDetails,
    LicenceRecord,
    Listed,
    Origin,
    listed,
)
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    CheckinStaysOn,
    InstrumentFileWrong,
    InstrumentIdTaken,
    MeasureIsOff,
    NotFound,
)
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.instrument_files import read_own_file
from vitalshift_desktop.services.instruments import every_instrument, instruments, kept
from vitalshift_desktop.vault.records.instruments import OwnInstrument
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


class Instruments:
    """The instruments of the practice: shipped ones, measures defined here, and files that were added."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    # ------------------------------------------------------------ looking

    def all(self) -> tuple[Listed, ...]:
        """Every instrument with its state today: shipped ones by name, the check-in first, then own ones."""
        with self._vault.read() as work:
            return all_in(work, today(self._clock))

    def usable(self) -> tuple[Listed, ...]:
        """Those of which new forms can be given."""
        return tuple(one for one in self.all() if one.is_usable)

    def get(self, instrument_id: str) -> Listed:
        """One of them; raises NotFound."""
        with self._vault.read() as work:
            return get_in(work, instrument_id, today(self._clock))

    def custom(self, instrument_id: str) -> CustomMeasure:
        """A measure defined here, to be changed; raises NotFound."""
        found = self.get(instrument_id)
        if found.origin is not Origin.CUSTOM:
            raise NotFound
        return custom_of(found.instrument)

    def is_used(self, instrument_id: str) -> bool:
        """Whether a form of it was ever given, or a client is asked for it."""
        with self._vault.read() as work:
            return work.instruments.is_used(instrument_id)

    # ------------------------------------------------------------ switches and licences

    def switch(self, instrument_id: str, *, on: bool, by: object = None) -> Listed:
        """Switch an instrument on or off; what was answered stays. Raises NotFound or CheckinStaysOn."""
        if instrument_id == CHECKIN:
            raise CheckinStaysOn
        with self._vault.write() as work:
            get_in(work, instrument_id, today(self._clock))
            work.instruments.switch(instrument_id, is_on=on)
            work.audit.append(AuditAct.INSTRUMENT_SWITCHED, "practice", instrument=instrument_id, on=on)
        return self._published(instrument_id, by)

    def note_licence(self, instrument_id: str, details: LicenceDetails, *, by: object = None) -> LicenceRecord:
        """Note that the use of an instrument was granted; the latest record counts, earlier ones are kept.

        Raises NotFound, or what `LicenceDetails.checked` raises.
        """
        day = today(self._clock)
        with self._vault.write() as work:
            get_in(work, instrument_id, day)
            record = work.instruments.add_licence(instrument_id, details.checked(day), day)
            work.audit.append(AuditAct.INSTRUMENT_LICENSED, "practice", instrument=instrument_id)
        self._published(instrument_id, by)
        return record

    # ------------------------------------------------------------ own instruments

    def add_custom(self, measure: CustomMeasure, *, by: object = None) -> Listed:
        """Keep a new measure of the counselor's own; raises as `CustomMeasure.checked` does."""
        checked = measure.checked()
        with self._vault.write() as work:
            instrument = checked.instrument(_new_id(work), "1")
            _save(work, instrument, Origin.CUSTOM)
            work.audit.append(AuditAct.INSTRUMENT_ADDED, "practice", instrument=instrument.id)
        return self._published(instrument.id, by)

    def change_custom(self, instrument_id: str, measure: CustomMeasure, *, by: object = None) -> Listed:
        """Make a new version of a measure; results that are there keep theirs.

        Raises NotFound, or as `CustomMeasure.checked` does.
        """
        checked = measure.checked()
        with self._vault.write() as work:
            own = _own(work, instrument_id, Origin.CUSTOM)
            before = every_instrument(work)[instrument_id]
            if checked.instrument(instrument_id, before.version) != before:
                instrument = checked.instrument(instrument_id, str(int(before.version) + 1))
                _save(work, instrument, Origin.CUSTOM, put_away=own.put_away)
                work.audit.append(AuditAct.INSTRUMENT_CHANGED, "practice", instrument=instrument_id)
        return self._published(instrument_id, by)

    def add_file(self, text: str, name: str, *, by: object = None) -> Listed:
        """Add an instrument from a file's text, or a higher version of one that was added so.

        Raises InstrumentFileWrong, which names the place, InstrumentIdTaken (shipped, or defined here),
        AlreadyRecorded for the same file again, or HiddenCharacters.
        """
        instrument = read_own_file(text, name)
        if instrument.id in instruments() or instrument.id.startswith(OWN_PREFIX):
            raise InstrumentIdTaken
        with self._vault.write() as work:
            before = every_instrument(work).get(instrument.id)
            if before is not None:
                _demand_newer(before, instrument)
            _save(work, instrument, Origin.FILE)
            act = AuditAct.INSTRUMENT_ADDED if before is None else AuditAct.INSTRUMENT_CHANGED
            work.audit.append(act, "practice", instrument=instrument.id)
        return self._published(instrument.id, by)

    def put_away(self, instrument_id: str, *, away: bool = True, by: object = None) -> Listed:
        """Offer an own instrument no more, or again; what was answered stays. Raises NotFound."""
        with self._vault.write() as work:
            work.instruments.save(replace(_own(work, instrument_id), put_away=away))
            work.audit.append(AuditAct.INSTRUMENT_PUT_AWAY, "practice", instrument=instrument_id, again=not away)
        return self._published(instrument_id, by)

    def remove(self, instrument_id: str, *, by: object = None) -> OwnInstrument:
        """Take out an own instrument that was never used, and give back what `put_back` needs.

        Raises NotFound or StillInUse.
        """
        with self._vault.write() as work:
            own = _own(work, instrument_id)
            work.instruments.remove(instrument_id)
            work.audit.append(AuditAct.INSTRUMENT_REMOVED, "practice", instrument=instrument_id)
        self._events.publish(Changed(Subject.MEASURES, by=by))
        return own

    def put_back(self, own: OwnInstrument, *, by: object = None) -> Listed:
        """Undo `remove`; raises InstrumentIdTaken if another one came in its place."""
        with self._vault.write() as work:
            if own.instrument_id in every_instrument(work):
                raise InstrumentIdTaken
            work.instruments.save(own)
            work.audit.append(AuditAct.INSTRUMENT_ADDED, "practice", instrument=own.instrument_id, again=True)
        return self._published(own.instrument_id, by)

    def _published(self, instrument_id: str, by: object) -> Listed:
        self._events.publish(Changed(Subject.MEASURES, by=by))
        return self.get(instrument_id)


def all_in(work: UnitOfWork, day: date) -> tuple[Listed, ...]:
    """Every instrument with its state on a day."""
    own = {one.instrument_id: one for one in work.instruments.own()}
    switches, licences = work.instruments.switches(), work.instruments.licences()
    found = [
        listed(
            instrument,
            Origin.SHIPPED if instrument_id in instruments() else own[instrument_id].origin,
            day,
            is_switched_on=switches.get(instrument_id, True),
            licences=licences.get(instrument_id, ()),
            is_put_away=instrument_id not in instruments() and own[instrument_id].put_away,
        )
        for instrument_id, instrument in every_instrument(work).items()
    ]
    return tuple(sorted(found, key=_place))


def usable_in(work: UnitOfWork, day: date) -> tuple[Instrument, ...]:
    """The instruments of which new forms can be given on a day."""
    return tuple(one.instrument for one in all_in(work, day) if one.is_usable)


def get_in(work: UnitOfWork, instrument_id: str, day: date) -> Listed:
    """One instrument with its state on a day; raises NotFound."""
    found = next((one for one in all_in(work, day) if one.instrument.id == instrument_id), None)
    if found is None:
        raise NotFound
    return found


def demand_usable(work: UnitOfWork, instrument_id: str, day: date) -> Instrument:
    """The instrument, if new forms of it can be given on a day; raises NotFound or MeasureIsOff."""
    found = get_in(work, instrument_id, day)
    if not found.is_usable:
        raise MeasureIsOff
    return found.instrument


def _place(one: Listed) -> tuple[bool, bool, str]:
    return (one.instrument.id != CHECKIN, one.origin is not Origin.SHIPPED, one.instrument.name.casefold())


def _own(work: UnitOfWork, instrument_id: str, origin: Origin | None = None) -> OwnInstrument:
    own = next((one for one in work.instruments.own() if one.instrument_id == instrument_id), None)
    if own is None or origin not in (None, own.origin):
        raise NotFound
    return own


def _save(work: UnitOfWork, instrument: Instrument, origin: Origin, *, put_away: bool = False) -> None:
    work.instruments.save(OwnInstrument(instrument.id, origin, kept(work, instrument), put_away))


def _new_id(work: UnitOfWork) -> str:
    used = [one.removeprefix(OWN_PREFIX) for one in work.definitions.instrument_ids() if one.startswith(OWN_PREFIX)]
    return f"{OWN_PREFIX}{max((int(number) for number in used if number.isdecimal()), default=0) + 1}"


def _demand_newer(before: Instrument, instrument: Instrument) -> None:
    if before == instrument:
        raise AlreadyRecorded
    if int(instrument.version) <= int(before.version):
        raise InstrumentFileWrong("version", f"expected a number above {before.version}")
