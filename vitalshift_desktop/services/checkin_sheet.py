"""The check-in of one session with all that stands around it in the note's rail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.client_measures import MeasurePause
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, HowGiven, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.minors import is_minor
from vitalshift_desktop.domain.related_people import RelatedPerson, RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.blind_ratings import shut_sessions
from vitalshift_desktop.services.checkin_entry import CheckinEntry, checkin_entry, found_checkin
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class CheckinSheet:
    """The rows of a session; `asks_guardian` where the client is a minor, or a guardian answered.

    `guardians` are those who may consent on the session's day, `guardian_id` the one whose row is shown. `how_given`
    is that of the recorded form of client or guardian, else of the latest one, else the usual way. `earlier` are the
    entries that were corrected, the first one first.
    """

    entry: CheckinEntry
    guardians: tuple[RelatedPerson, ...]
    guardian_id: RelatedPersonId | None
    asks_guardian: bool
    how_given: HowGiven
    not_given: NotGiven | None
    paused: MeasurePause | None
    earlier: Mapping[Rater, tuple[Administration, ...]]


def checkin_sheet(
    work: UnitOfWork, session_id: SessionId, today: date, guardian_id: RelatedPersonId | None = None
) -> CheckinSheet:
    """The sheet of one session; `guardian_id` None shows the guardian who answered, or the first. Raises NotFound."""
    session = work.sessions.get(session_id)
    client, given = work.clients.get(session.client_id), work.measures.of_session(session_id)
    people = [one for one in work.related_people.of_client(client.id) if one.details.may_consent]
    guardians = tuple(one for one in people if one.details.stands_on(session.day))
    answered = found_checkin(given, Rater.GUARDIAN, guardian_id)
    shown = answered.person_id if answered is not None else guardian_id or (guardians[0].id if guardians else None)
    handed = session_id in shut_sessions(work, given)
    entry = checkin_entry(session_id, client.short_name, given, guardian_id=shown, handed_over=handed)
    noted = work.measures_not_given.of_session(session_id)
    pauses = work.client_measures.pauses_of(client.id)
    return CheckinSheet(
        entry=entry,
        guardians=guardians,
        guardian_id=shown,
        asks_guardian=is_minor(client.details.born, session.day) or answered is not None,
        how_given=_how_given(work, given, session.client_id),
        not_given=next((one for one in noted if one.instrument_id == CHECKIN), None),
        paused=next((pause for pause in pauses if pause.covers(max(session.day, today))), None),
        earlier=_earlier(work, entry),
    )


def _how_given(work: UnitOfWork, given: tuple[Administration, ...], client_id: ClientId) -> HowGiven:
    own = found_checkin(given, Rater.CLIENT) or found_checkin(given, Rater.GUARDIAN)
    last = own or work.measures.last(client_id, Rater.CLIENT)
    return last.how_given if last is not None else usual_way(work, client_id)


def usual_way(work: UnitOfWork, client_id: ClientId) -> HowGiven:
    """How a first form is offered to be given: through the interpreter where the client's file says there is one."""
    return HowGiven.INTERPRETER if work.files.get(client_id).uses_interpreter else HowGiven.ALONE


def _earlier(work: UnitOfWork, entry: CheckinEntry) -> dict[Rater, tuple[Administration, ...]]:
    rows = {Rater.COUNSELOR: entry.you, Rater.CLIENT: entry.client, Rater.GUARDIAN: entry.guardian}
    return {rater: work.measures.history(row.form_id) for rater, row in rows.items() if row.form_id is not None}
