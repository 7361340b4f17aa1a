"""Small invented records that the tests of the shelves start from."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from vitalshift_desktop.domain.agreed_snapshots import sealed
from vitalshift_desktop.domain.agreeing import Party, PartyKind
from vitalshift_desktop.domain.agreements import (
    AgreedHow,
    Agreement,
    AgreementId,
    ClauseState,
    ClauseVersion,
    Topic,
)
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientId, ClientStatus
from vitalshift_desktop.domain.goals import Goal, GoalDetails, GoalId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationId, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.note_templates import DAP
from vitalshift_desktop.domain.notes import Note, NoteId, Section
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


def a_client(work: UnitOfWork, name: str = "Robin Sample", code: str = "") -> Client:
    return work.clients.add(
        Client(ClientId(0), ClientDetails(preferred_name=name, code=code), ClientStatus.ACTIVE, DAY)
    )


def a_session(
    work: UnitOfWork, client: Client, *, day: int = 0, attendance: Attendance = Attendance.ATTENDED
) -> Session:
    starts = NOON + timedelta(days=day)
    return work.sessions.add(Session(SessionId(0), client.id, starts, "America/Toronto", attendance=attendance))


def a_goal(work: UnitOfWork, client: Client) -> Goal:
    return work.goals.add(Goal(GoalId(0), client.id, GoalDetails("Sleep through the night")), NOON)


def a_draft(session: Session, text: str = "What was said") -> Note:
    sections = (Section("data", text), Section("assessment"), Section("plan", "Go on"))
    return Note(NoteId(0), session.id, session.client_id, DAP, sections, NOON, NOON)


def a_signed_note(work: UnitOfWork, session: Session, goals: frozenset[int] = frozenset()) -> Note:
    draft = work.notes.add(a_draft(session))
    signed = replace(draft, goals_touched=goals).signed(NOON, "R. Sample, counselor")
    work.notes.save(signed, expected_version=draft.version)
    return signed


def a_version(
    work: UnitOfWork, client_id: ClientId, topic: Topic = Topic.CONTACT, *, state: ClauseState = ClauseState.IN_FORCE
) -> ClauseVersion:
    clause_id = work.agreements.add_clause(client_id, topic)
    version = ClauseVersion(clause_id, client_id, topic, 1, f"How we go about {topic.value}", state, DAY)
    work.agreements.add_version(version)
    return version


def an_agreement(work: UnitOfWork, *versions: ClauseVersion) -> Agreement:
    client_id, review = versions[0].client_id, date(2026, 6, 1)
    parties = (Party(PartyKind.CLIENT, "Robin Sample"),)
    made = Agreement(AgreementId(0), client_id, DAY, AgreedHow.VERBAL, review, versions, "", parties, "Fine by me.")
    return work.agreements.add(sealed(made))


def a_checkin(session: Session, *answers: int | None, rater: Rater = Rater.CLIENT) -> Administration:
    return Administration(
        AdministrationId(0), session.client_id, CHECKIN, "1", rater, answers, session.day, NOON, session.id
    )
