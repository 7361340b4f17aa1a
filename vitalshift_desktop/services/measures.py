"""What the counselor can do with check-ins and other forms."""

from dataclasses import replace

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    HowGiven,
    Rater,
)
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.measures.not_given import NotGiven, NotGivenReason
from vitalshift_desktop.domain.problems import AlreadyRecorded, NotFound
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services import instruments
from vitalshift_desktop.services.checkin_entry import Answers, CheckinEntry, found_checkin
from vitalshift_desktop.services.checkin_sheet import CheckinSheet, checkin_sheet
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.instrument_list import demand_usable
from vitalshift_desktop.services.measure_entry import NOT_YET, NewEntry, correct_in, record_in
from vitalshift_desktop.services.measure_sheet import (
    EnteredForm,
    MeasureSheet,
    SessionMeasures,
    entered_form,
    measure_sheet,
    session_measures,
)
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


class Measures:
    """The forms that client and counselor answer."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def instrument(self, instrument_id: str) -> Instrument:
        """One instrument with its questions; raises NotFound."""
        with self._vault.read() as work:
            return instruments.instrument_of(work, instrument_id)

    def checkin(self, session_id: SessionId) -> CheckinEntry:
        """The check-in of a session as far as it was entered."""
        return self.checkin_sheet(session_id).entry

    def checkin_sheet(self, session_id: SessionId, guardian_id: RelatedPersonId | None = None) -> CheckinSheet:
        """The check-in of a session with what stands around it; `guardian_id` chooses the guardian whose row it is."""
        with self._vault.read() as work:
            return checkin_sheet(work, session_id, today(self._clock), guardian_id)

    def sheet(self, client_id: ClientId, session_id: SessionId | None = None) -> MeasureSheet:
        """What is needed to enter a form of a client; raises NotFound."""
        with self._vault.read() as work:
            return measure_sheet(work, client_id, session_id, today(self._clock))

    def entered(self, administration_id: AdministrationId) -> EnteredForm:
        """A form as it was entered; raises NotFound."""
        with self._vault.read() as work:
            return entered_form(work, administration_id)

    def of_session(self, session_id: SessionId) -> SessionMeasures:
        """The forms of a session beside its check-in, what is still due, and what was not given; raises NotFound."""
        with self._vault.read() as work:
            return session_measures(work, session_id)

    def record_checkin(
        self,
        session_id: SessionId,
        rater: Rater,
        answers: Answers,
        *,
        how_given: HowGiven = HowGiven.ALONE,
        person_id: RelatedPersonId | None = None,
        by: object = None,
    ) -> Administration:
        """Save all four answers of one rater.

        Raises AnswersIncomplete, AnswerOutOfRange, or AlreadyRecorded when this row was given or skipped before.
        """
        with self._vault.write() as work:
            client_id = work.sessions.get(session_id).client_id
            entry = NewEntry(client_id, CHECKIN, rater, answers, session_id, None, how_given, (), person_id)
            saved = record_in(work, self._clock, entry)
        return self._published(saved, by)

    def skip_mine(self, session_id: SessionId, *, by: object = None) -> Administration:
        """Record that the counselor gave no check-in for this session; raises AlreadyRecorded."""
        with self._vault.write() as work:
            saved = work.measures.add(self._skipped(work, session_id))
            work.audit.append(AuditAct.CHECK_IN_RECORDED, f"session:{session_id}", skipped=True)
        return self._published(saved, by)

    def correct(
        self,
        session_id: SessionId,
        rater: Rater,
        answers: Answers,
        *,
        how_given: HowGiven | None = None,
        person_id: RelatedPersonId | None = None,
        by: object = None,
    ) -> Administration:
        """Replace a check-in's answers that were entered wrongly; the old row is kept as corrected.

        `how_given` None leaves it as it was. Raises as `record_checkin` does, NotFound when nothing was answered,
        AlreadyRecorded for a row that was skipped, and NoteAlreadySigned once the session's note is signed.
        """
        with self._vault.write() as work:
            old = found_checkin(work.measures.of_session(session_id), rater, person_id)
            if old is None:
                raise NotFound
            entry = NewEntry(old.client_id, CHECKIN, rater, answers, session_id, old.given_on, person_id=old.person_id)
            saved = correct_in(work, self._clock, old.id, replace(entry, how_given=how_given or old.how_given))
        return self._published(saved, by)

    def record(self, entry: NewEntry, *, by: object = None) -> Administration:
        """Save an answered form. Raises as `record_in` does, and MeasureIsOff for one that is off."""
        with self._vault.write() as work:
            demand_usable(work, entry.instrument_id, today(self._clock))
            saved = record_in(work, self._clock, entry)
        return self._published(saved, by)

    def correct_measure(
        self, administration_id: AdministrationId, entry: NewEntry, *, by: object = None
    ) -> Administration:
        """Replace a form that was entered wrongly; the old one is kept as corrected. Raises as `correct_in` does."""
        with self._vault.write() as work:
            saved = correct_in(work, self._clock, administration_id, entry)
        return self._published(saved, by)

    def history(self, administration_id: AdministrationId) -> tuple[Administration, ...]:
        """What a form corrected, the first entry first; empty where it was entered once. Raises NotFound."""
        with self._vault.read() as work:
            return work.measures.history(administration_id)

    def not_given(
        self, session_id: SessionId, instrument_id: str, reason: NotGivenReason, note: str = "", *, by: object = None
    ) -> NotGiven:
        """Write down that a measure was not given in a session, and why.

        Raises NotFound, TextIsMissing (another reason without words), TextTooLong, HiddenCharacters, or
        AlreadyRecorded when that was written down before, or client or guardian did answer.
        """
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            given = [one for one in work.measures.of_session(session_id) if one.instrument_id == instrument_id]
            if any(one.rater is not Rater.COUNSELOR for one in given):
                raise AlreadyRecorded
            now = self._clock.now()
            noted = NotGiven(session_id, session.client_id, instrument_id, reason, note, now).checked()
            work.measures_not_given.add(noted)
            work.audit.append(AuditAct.MEASURE_NOT_GIVEN, f"session:{session_id}", reason=reason.value)
        self._events.publish(Changed(Subject.MEASURES, session.client_id, by))
        return noted

    def take_back_not_given(self, session_id: SessionId, instrument_id: str, *, by: object = None) -> None:
        """Take back that a measure was not given; raises NotFound, or NoteAlreadySigned."""
        with self._vault.write() as work:
            client_id = work.sessions.get(session_id).client_id
            work.measures_not_given.remove(session_id, instrument_id)
            work.audit.append(AuditAct.MEASURE_NOT_GIVEN_REMOVED, f"session:{session_id}")
        self._events.publish(Changed(Subject.MEASURES, client_id, by))

    def _skipped(self, work: UnitOfWork, session_id: SessionId) -> Administration:
        session, form = work.sessions.get(session_id), instruments.checkin_form()
        given = Administration(
            id=NOT_YET,
            client_id=session.client_id,
            instrument_id=form.id,
            instrument_version=form.version,
            rater=Rater.COUNSELOR,
            answers=(None,) * len(form.items),
            given_on=session.day,
            recorded_at=self._clock.now(),
            session_id=session_id,
            state=AdministrationState.SKIPPED,
        )
        return instruments.kept_with(work, given, form)

    def _published(self, administration: Administration, by: object) -> Administration:
        self._events.publish(Changed(Subject.MEASURES, administration.client_id, by))
        return administration
