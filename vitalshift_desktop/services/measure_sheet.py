"""What a counselor needs at hand to enter a form: the client's measures, who can have answered, and the sessions."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.client_measures import MeasurePause
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    HowGiven,
    Rater,
)
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.minors import is_minor
from vitalshift_desktop.domain.related_people import RelatedPerson
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.checkin_sheet import usual_way
from vitalshift_desktop.services.instrument_list import usable_in
from vitalshift_desktop.services.instruments import definition_of, instrument_of
from vitalshift_desktop.services.measures_due import due_in
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

MOST_SESSIONS = 12


@dataclass(frozen=True, slots=True)
class MeasureSheet:
    """A client's measures from those in use on, without the check-in; `due` are those due in the chosen session.

    `guardians` are the people who may consent on this day. `how_given` is that of the client's latest form.
    `sessions` are the latest that were held, the newest first, and the chosen one.
    """

    client: Client
    instruments: tuple[Instrument, ...]
    in_use: frozenset[str]
    due: tuple[str, ...]
    guardians: tuple[RelatedPerson, ...]
    is_minor: bool
    how_given: HowGiven
    sessions: tuple[Session, ...]
    paused: MeasurePause | None

    @property
    def first(self) -> str | None:
        """The instrument to begin with: the only one due, or the only one in use; None where there is a choice."""
        for ids in (self.due, tuple(self.in_use)):
            if ids:
                return ids[0] if len(ids) == 1 else None
        return None


@dataclass(frozen=True, slots=True)
class EnteredForm:
    """A form as it was entered, with the questions it was answered by and what it corrected, the first entry first."""

    form: Administration
    instrument: Instrument
    history: tuple[Administration, ...]
    guardian: RelatedPerson | None


@dataclass(frozen=True, slots=True)
class SessionMeasures:
    """The forms of one session beside its check-in: those entered, those still due, and those not given."""

    session: Session
    client: Client
    entered: tuple[EnteredForm, ...]
    due: tuple[Instrument, ...]
    not_given: tuple[tuple[NotGiven, Instrument], ...]
    is_signed: bool


def measure_sheet(work: UnitOfWork, client_id: ClientId, session_id: SessionId | None, day: date) -> MeasureSheet:
    """The sheet of one client, seen from a civil day; raises NotFound."""
    client = work.clients.get(client_id)
    given = [one for one in work.measures.of_client(client_id) if one.state is AdministrationState.ANSWERED]
    chosen = [use.instrument_id for use in work.client_measures.of_client(client_id)]
    used = dict.fromkeys([*chosen, *(one.instrument_id for one in reversed(given))])
    usable = {one.id: one for one in usable_forms(work, day)}
    order = [*(one for one in used if one in usable), *(one for one in usable if one not in used)]
    due = due_in(work, session_id) if session_id is not None else ()
    last = next((one for one in reversed(given) if one.rater is Rater.CLIENT), None)
    pauses = work.client_measures.pauses_of(client_id)
    people = work.related_people.of_client(client_id)
    return MeasureSheet(
        client=client,
        instruments=tuple(usable[one] for one in order),
        in_use=frozenset(one for one in used if one in usable),
        due=tuple(line.instrument.id for line in due if line.instrument.id in usable),
        guardians=tuple(one for one in people if one.details.may_consent and one.details.stands_on(day)),
        is_minor=is_minor(client.details.born, day),
        how_given=last.how_given if last is not None else usual_way(work, client_id),
        sessions=_sessions(work, client_id, session_id, day),
        paused=next((pause for pause in pauses if pause.until is None), None),
    )


def usable_forms(work: UnitOfWork, day: date) -> tuple[Instrument, ...]:
    """What can be entered on a day, the check-in left out: it has its own place beside the note."""
    return tuple(one for one in usable_in(work, day) if one.id != CHECKIN)


def entered_form(work: UnitOfWork, administration_id: AdministrationId) -> EnteredForm:
    """One form with the key it was scored by; raises NotFound."""
    form = work.measures.get(administration_id)
    person = work.related_people.get(form.person_id) if form.person_id is not None else None
    history = work.measures.history(administration_id)
    return EnteredForm(form, definition_of(work, form), history, person)


def session_measures(work: UnitOfWork, session_id: SessionId) -> SessionMeasures:
    """The measures of one session; raises NotFound."""
    session = work.sessions.get(session_id)
    given = [one for one in work.measures.of_session(session_id) if one.instrument_id != CHECKIN]
    answered = [one for one in given if one.state is AdministrationState.ANSWERED]
    noted = [one for one in work.measures_not_given.of_session(session_id) if one.instrument_id != CHECKIN]
    settled = {one.instrument_id for one in noted}
    head = work.notes.heads((session_id,)).get(session_id)
    return SessionMeasures(
        session=session,
        client=work.clients.get(session.client_id),
        entered=tuple(entered_form(work, one.id) for one in answered),
        due=tuple(line.instrument for line in due_in(work, session_id) if line.instrument.id not in settled),
        not_given=tuple((one, instrument_of(work, one.instrument_id)) for one in noted),
        is_signed=head is not None and head.is_signed,
    )


def _sessions(work: UnitOfWork, client_id: ClientId, session_id: SessionId | None, day: date) -> tuple[Session, ...]:
    held = [one for one in work.sessions.of_client(client_id) if one.day <= day and one.was_held]
    latest = held[-MOST_SESSIONS:]
    if session_id is not None and all(one.id != session_id for one in latest):
        latest = [work.sessions.get(session_id), *latest]
    return tuple(sorted(latest, key=lambda one: one.starts, reverse=True))
