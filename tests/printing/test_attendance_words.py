from datetime import UTC, datetime, timedelta

import pytest

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.progress import AttendanceFigures
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality, Session, SessionId
from vitalshift_desktop.printing.paper_words import attendance_words, score_words


def session(
    number: int, attendance: Attendance, *, minutes: int = 50, late: bool = False, by: CancelledBy | None = None
) -> Session:
    starts = datetime(2026, 1, 1, 14, 30, tzinfo=UTC) + timedelta(weeks=number)
    return Session(
        SessionId(number), ClientId(1), starts, "America/Toronto", minutes,
        modality=Modality.VIDEO if number == 2 else Modality.IN_PERSON, attendance=attendance, late_notice=late,
        cancelled_by=by,
    )  # fmt: skip


def test_every_outcome_is_counted_once() -> None:
    figures = AttendanceFigures.of(
        [
            session(1, Attendance.ATTENDED),
            session(2, Attendance.LATE, minutes=45),
            session(3, Attendance.CANCELLED, by=CancelledBy.CLIENT),
            session(4, Attendance.CANCELLED, by=CancelledBy.CLIENT, late=True),
            session(5, Attendance.CANCELLED, by=CancelledBy.COUNSELOR),
            session(6, Attendance.DID_NOT_ATTEND),
            session(7, Attendance.PLANNED),
        ]
    )
    assert figures == AttendanceFigures(
        planned=6,
        held_by_modality=((Modality.IN_PERSON, 1), (Modality.VIDEO, 1)),
        canceled_with_notice=1,
        canceled_late=1,
        canceled_by_counselor=1,
        did_not_attend=1,
        shortest_minutes=45,
        longest_minutes=50,
    )
    assert attendance_words(figures, missed=True) == (
        "2 of 6 planned sessions attended, 45 to 50 minutes each: 1 in person, 1 by video. "
        "One canceled with notice. One canceled late. One canceled by the counselor. One not attended."
    )
    assert attendance_words(figures, missed=False) == (
        "2 sessions attended, 45 to 50 minutes each: 1 in person, 1 by video."
    )


def test_one_session_is_told_in_the_singular() -> None:
    figures = AttendanceFigures.of([session(1, Attendance.ATTENDED)])
    assert attendance_words(figures, missed=False) == "1 session attended, 50 minutes: 1 in person."


def test_no_session_held_is_told_plainly() -> None:
    only_missed = AttendanceFigures.of([session(1, Attendance.DID_NOT_ATTEND), session(2, Attendance.DID_NOT_ATTEND)])
    assert attendance_words(only_missed, missed=False) == "No sessions in this period."
    assert attendance_words(only_missed, missed=True) == "0 of 2 planned sessions attended. 2 not attended."
    assert attendance_words(AttendanceFigures(), missed=True) == "No sessions in this period."


@pytest.mark.parametrize(("score", "words"), [(7.25, "7.3"), (5.7, "5.7"), (10, "10.0"), (0, "0.0"), (6.85, "6.9")])
def test_scores_are_rounded_half_away_from_zero(score: float, words: str) -> None:
    assert score_words(score) == words
