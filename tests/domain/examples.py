"""Small invented records that the tests of the domain start from."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    Rater,
)
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.note_templates import Heading, NoteTemplate
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId, at_local

MAREN = ClientId(1)
PLAN_HEADING = Heading("plan", "Plan", "what comes next")
FREE_TEXT = NoteTemplate("free", "Free text", (Heading("text", "Note"), PLAN_HEADING))
DAP_SHAPE = NoteTemplate(
    "dap", "DAP", (Heading("data", "Data", "seen and said"), Heading("assessment", "Assessment"), PLAN_HEADING)
)
RISK = NoteTemplate("risk", "Risk note", (Heading("asked", "Asked"), Heading("said", "Said")), repeats=False)
FIRST_DAY = date(2025, 12, 11)
NOON = datetime(2026, 3, 12, 17, 0, tzinfo=UTC)
ZONE = "America/Toronto"


def session(
    number: int,
    day: date,
    clock: time = time(13, 30),
    attendance: Attendance = Attendance.ATTENDED,
    client_id: ClientId = MAREN,
    zone: str = ZONE,
) -> Session:
    return Session(SessionId(number), client_id, at_local(day, clock, zone), zone, attendance=attendance)


def weekly(count: int, first: date = FIRST_DAY) -> list[Session]:
    return [session(place + 1, first + timedelta(weeks=place)) for place in range(count)]


def checkin(
    number: int,
    answers: Sequence[int | None],
    rater: Rater = Rater.CLIENT,
    state: AdministrationState = AdministrationState.ANSWERED,
    minutes: int = 0,
    instrument_id: str = CHECKIN,
) -> Administration:
    return Administration(
        AdministrationId(number * 10 + minutes),
        MAREN,
        instrument_id,
        "1",
        rater,
        tuple(answers),
        FIRST_DAY + timedelta(weeks=number - 1),
        NOON + timedelta(minutes=minutes),
        session_id=SessionId(number),
        state=state,
    )


def answers_for(score: float) -> tuple[int, int, int, int]:
    """Four answers whose mean, with one decimal, is this score (quarters only)."""
    total = round(score * 4)
    return (total // 4 + (total % 4 > 0), total // 4 + (total % 4 > 1), total // 4 + (total % 4 > 2), total // 4)
