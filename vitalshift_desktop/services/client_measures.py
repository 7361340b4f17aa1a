"""What the counselor can do with the measures of a client: choose them, and pause them."""

from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.client_measures import (
    MeasurePause,
    MeasurePauseId,
    MeasureUse,
    MeasureUseId,
    UseDetails,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.instrument_list import demand_usable, usable_in
from vitalshift_desktop.services.instruments import instrument_of
from vitalshift_desktop.services.measures_due import MeasureWaits, UseLine, due_in, use_lines, waiting
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = MeasureUseId(0)
_NO_PAUSE_YET = MeasurePauseId(0)


@dataclass(frozen=True, slots=True)
class MeasuresOfClient:
    """The measures in use with a client, whether they are paused now, and earlier times without, the latest first."""

    client_id: ClientId
    lines: tuple[UseLine, ...]
    paused: MeasurePause | None
    earlier: tuple[MeasurePause, ...]


class ClientMeasures:
    """The measures that each client is asked for."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    # ------------------------------------------------------------ looking

    def of_client(self, client_id: ClientId) -> MeasuresOfClient:
        """All there is to say about the measures of one client, as of today."""
        with self._vault.read() as work:
            pauses = work.client_measures.pauses_of(client_id)
            lines = use_lines(work, work.client_measures.of_client(client_id), today(self._clock))
        paused = next((pause for pause in pauses if pause.until is None), None)
        earlier = tuple(pause for pause in reversed(pauses) if pause.until is not None)
        return MeasuresOfClient(client_id, lines, paused, earlier)

    def get(self, use_id: MeasureUseId) -> MeasureUse:
        """One measure in use; raises NotFound."""
        with self._vault.read() as work:
            return work.client_measures.get(use_id)

    def choosable(self, client_id: ClientId) -> tuple[Instrument, ...]:
        """The measures that can be chosen: switched on, and not in use with this client yet."""
        with self._vault.read() as work:
            used = {use.instrument_id for use in work.client_measures.of_client(client_id)}
            usable = usable_in(work, today(self._clock))
        return tuple(form for form in usable if form.id not in {CHECKIN, *used})

    def instrument_of(self, use: MeasureUse) -> Instrument:
        """The form of a measure in use; raises NotFound."""
        with self._vault.read() as work:
            return instrument_of(work, use.instrument_id)

    def due_in(self, session_id: SessionId) -> tuple[UseLine, ...]:
        """The measures that belong to a session that stands and has no form of them yet; none while paused."""
        with self._vault.read() as work:
            return due_in(work, session_id)

    def is_paused(self, client_id: ClientId) -> bool:
        """Whether nothing is asked for now."""
        with self._vault.read() as work:
            return client_id in work.client_measures.paused_ids()

    def waiting(self) -> tuple[MeasureWaits, ...]:
        """The measures, of all clients not closed, that held sessions went by without; the longest wait first."""
        with self._vault.read() as work:
            return waiting(work, today(self._clock))

    def counts(self) -> dict[str, int]:
        """With how many clients each instrument is in use, by its id."""
        with self._vault.read() as work:
            return work.client_measures.counts()

    # ------------------------------------------------------------ choosing

    def choose(self, client_id: ClientId, instrument_id: str, details: UseDetails, *, by: object = None) -> MeasureUse:
        """Use a measure with a client from today on.

        Raises MeasureInUse, MeasureIsOff, NotFound, or what `UseDetails.checked` raises.
        """
        with self._vault.write() as work:
            work.clients.get(client_id)
            checked = _checked(demand_usable(work, instrument_id, today(self._clock)), details)
            use = work.client_measures.add(MeasureUse(_NOT_YET, client_id, instrument_id, today(self._clock), checked))
            work.audit.append(AuditAct.MEASURE_CHOSEN, f"client_measure:{use.id}", instrument=instrument_id)
        return self._published(use, by)

    def change(self, use_id: MeasureUseId, details: UseDetails, *, by: object = None) -> MeasureUse:
        """Use it in another rhythm or at another moment; raises NotFound, or what `UseDetails.checked` raises."""
        with self._vault.write() as work:
            before = work.client_measures.get(use_id)
            use = replace(before, details=_checked(instrument_of(work, before.instrument_id), details))
            work.client_measures.save(use)
            work.audit.append(AuditAct.MEASURE_CHANGED, f"client_measure:{use_id}", instrument=use.instrument_id)
        return self._published(use, by)

    def stop(self, use_id: MeasureUseId, *, by: object = None) -> MeasureUse:
        """Use it no longer, and hand it back; what was answered stays. Raises NotFound."""
        with self._vault.write() as work:
            use = work.client_measures.get(use_id)
            work.client_measures.remove(use_id)
            work.audit.append(AuditAct.MEASURE_STOPPED, f"client_measure:{use_id}", instrument=use.instrument_id)
        return self._published(use, by)

    def put_back(self, use: MeasureUse, *, by: object = None) -> MeasureUse:
        """Use one again that was stopped, as it was; raises MeasureInUse."""
        with self._vault.write() as work:
            work.client_measures.add(use)
            work.audit.append(
                AuditAct.MEASURE_CHOSEN, f"client_measure:{use.id}", instrument=use.instrument_id, again=True
            )
        return self._published(use, by)

    # ------------------------------------------------------------ pausing

    def pause(self, client_id: ClientId, reason: str, *, since: date | None = None, by: object = None) -> MeasurePause:
        """Ask a client for nothing from a day on, by default today; no mark speaks of missing or low ratings.

        Raises MeasuresPaused, NotFound, or what `MeasurePause.checked` raises.
        """
        day = today(self._clock)
        wanted = MeasurePause(_NO_PAUSE_YET, client_id, reason, since or day).checked(day)
        with self._vault.write() as work:
            work.clients.get(client_id)
            pause = work.client_measures.add_pause(wanted)
            work.audit.append(AuditAct.MEASURES_PAUSED, f"measure_pause:{pause.id}")
        return self._pause_published(pause, by)

    def resume(self, client_id: ClientId, *, by: object = None) -> MeasurePause:
        """Ask for measures again from today on; the pause is kept. Raises NotFound when none goes on."""
        with self._vault.write() as work:
            paused = _open_pause(work, client_id)
            pause = replace(paused, until=max(today(self._clock), paused.since))
            work.client_measures.save_pause(pause)
            work.audit.append(AuditAct.MEASURES_RESUMED, f"measure_pause:{pause.id}")
        return self._pause_published(pause, by)

    def change_pause(self, pause_id: MeasurePauseId, reason: str, since: date, *, by: object = None) -> MeasurePause:
        """Put the reason or the first day of a pause right; raises as `pause` does."""
        with self._vault.write() as work:
            before = work.client_measures.pause(pause_id)
            pause = replace(before, reason=reason, since=since).checked(today(self._clock))
            work.client_measures.save_pause(pause)
            work.audit.append(AuditAct.MEASURES_PAUSED, f"measure_pause:{pause.id}", changed=True)
        return self._pause_published(pause, by)

    def take_back_pause(self, pause: MeasurePause, *, by: object = None) -> None:
        """Undo a pause: as if it had not been."""
        with self._vault.write() as work:
            work.client_measures.remove_pause(pause.id)
            work.audit.append(AuditAct.MEASURES_PAUSED, f"measure_pause:{pause.id}", undone=True)
        self._pause_published(pause, by)

    def take_back_resume(self, pause: MeasurePause, *, by: object = None) -> None:
        """Undo the end of a pause: it goes on; raises MeasuresPaused when another one began since."""
        with self._vault.write() as work:
            work.client_measures.save_pause(replace(pause, until=None))
            work.audit.append(AuditAct.MEASURES_RESUMED, f"measure_pause:{pause.id}", undone=True)
        self._pause_published(pause, by)

    def _published(self, use: MeasureUse, by: object) -> MeasureUse:
        self._events.publish(Changed(Subject.MEASURES, use.client_id, by))
        return use

    def _pause_published(self, pause: MeasurePause, by: object) -> MeasurePause:
        self._events.publish(Changed(Subject.MEASURES, pause.client_id, by))
        return pause


def _checked(instrument: Instrument, details: UseDetails) -> UseDetails:
    return details.checked(is_critical=instrument.critical_item is not None)


def _open_pause(work: UnitOfWork, client_id: ClientId) -> MeasurePause:
    found = next((pause for pause in work.client_measures.pauses_of(client_id) if pause.until is None), None)
    if found is None:
        raise NotFound
    return found
