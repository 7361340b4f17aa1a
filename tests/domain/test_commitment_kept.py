"""Agreed beside what happened: right across versions, closures, moved sessions and summer time."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN, session
from vitalshift_desktop.domain.clients import ClientStatus, StatusChange
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.commitment_kept import (
    ABOUT_ATTENDANCE,
    Happened,
    KeptKind,
    KeptPart,
    Side,
    attendance_kind,
    kept_in,
)
from vitalshift_desktop.domain.commitments import (
    AgreedBreak,
    BreakId,
    Commitment,
    CommitmentId,
    CommitmentTerms,
    Part,
    Rhythm,
    parts_of,
)
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.session_course import SessionCourse, SessionMove
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Session, SessionId, at_local
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskDetails, TaskDoer, TaskId
from vitalshift_desktop.domain.time_away import Away, AwayKind, days_without, times_away

FIRST = date(2026, 1, 5)
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
LATER = datetime(2030, 1, 1, tzinfo=UTC)
ZONES = ["America/Toronto", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Berlin"]
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
AWAY = st.builds(
    lambda kind, first, length: Away(kind, first, first + timedelta(days=length)),
    st.sampled_from(AwayKind),
    DAYS,
    st.integers(0, 60),
)
SESSIONS = st.builds(
    lambda day, clock, zone, attendance, by, late: Session(
        SessionId(0), MAREN, at_local(day, clock, zone), zone, 50, attendance=attendance, cancelled_by=by,
        late_notice=late,
    ),
    DAYS, st.times(), st.sampled_from(ZONES), st.sampled_from(Attendance), st.sampled_from([*CancelledBy, None]),
    st.booleans(),
)  # fmt: skip


def commitment(number: int = 1, agreed_on: date = FIRST, rhythm: Rhythm | None = Rhythm()) -> Commitment:  # noqa: B008 -- frozen
    return Commitment(CommitmentId(number), MAREN, EpisodeId(1), number, agreed_on, CommitmentTerms(rhythm), NOON)


def numbered(sessions: list[Session]) -> list[Session]:
    return [replace(one, id=SessionId(place)) for place, one in enumerate(sessions, 1)]


def kept(
    sessions: list[Session],
    *,
    days: int = 70,
    moves: list[SessionMove] | None = None,
    courses: dict[SessionId, SessionCourse] | None = None,
    away: tuple[Away, ...] = (),
    rhythm: Rhythm | None = Rhythm(),  # noqa: B008 -- frozen
) -> KeptPart:
    part = Part(commitment(rhythm=rhythm), FIRST, FIRST + timedelta(days=days - 1))
    return kept_in(part, Happened(sessions, courses or {}, moves or []), away, LATER)


def listed(part: KeptPart) -> dict[KeptKind, list[int]]:
    return {line.kind: [int(entry.session.id) for entry in line.entries] for line in part.lines}


@given(st.lists(SESSIONS, max_size=25), st.lists(DAYS, min_size=1, max_size=4), st.lists(AWAY, max_size=4))
def test_every_session_since_something_was_agreed_stands_in_exactly_one_line_about_attendance(
    given_sessions: list[Session], agreed: list[date], away: list[Away]
) -> None:
    """Across versions, zones and both changes of the clock, however much of the time is away."""
    sessions = numbered(given_sessions)
    versions = [commitment(place, day) for place, day in enumerate(agreed, 1)]
    until = date(2026, 12, 31)
    parts = [kept_in(part, Happened(sessions, {}, []), away, LATER) for part in parts_of(versions, until)]
    seen = Counter(
        entry.session.id
        for part in parts
        for line in part.lines
        if line.kind in ABOUT_ATTENDANCE
        for entry in line.entries
    )
    assert seen == Counter(one.id for one in sessions if min(agreed) <= one.day <= until)
    for part in parts:
        assert part.booked == sum(len(line.entries) for line in part.lines if line.kind in ABOUT_ATTENDANCE)
        assert part.held == sum(
            len(line.entries) for line in part.lines if line.kind in (KeptKind.CAME, KeptKind.CAME_LATE)
        )


@given(st.lists(AWAY, max_size=6), DAYS, st.integers(0, 300))
def test_days_that_are_not_away_are_counted_as_if_each_day_was_looked_at(
    away: list[Away], first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    days = [first + timedelta(days=place) for place in range(length + 1)]
    looked_at = sum(1 for day in days if not any(one.covers(day) for one in away))
    assert days_without(away, first, last) == looked_at


@given(st.sampled_from(ZONES), st.times(), st.integers(0, 6))
def test_a_year_of_weekly_sessions_is_a_session_for_each_agreed_one_whatever_the_clock_does(
    zone: str, clock: time, weekday: int
) -> None:
    first = FIRST + timedelta(days=weekday)
    sessions = numbered([session(0, first + timedelta(weeks=week), clock, zone=zone) for week in range(52)])
    part = Part(commitment(agreed_on=first), first, first + timedelta(days=52 * 7 - 1))
    found = kept_in(part, Happened(sessions, {}, []), (), LATER)
    assert (found.by_rhythm, found.booked, found.held) == (52, 52, 52)
    assert listed(found) == {KeptKind.CAME: [int(one.id) for one in sessions]}


def test_each_side_has_its_own_lines() -> None:
    marks = [
        (Attendance.ATTENDED, None, False),
        (Attendance.LATE, None, False),
        (Attendance.CANCELLED, CancelledBy.CLIENT, False),
        (Attendance.CANCELLED, CancelledBy.CLIENT, True),
        (Attendance.CANCELLED, CancelledBy.COUNSELOR, True),
        (Attendance.CANCELLED, CancelledBy.OTHER, False),
        (Attendance.DID_NOT_ATTEND, None, False),
        (Attendance.PLANNED, None, False),
    ]
    sessions = [
        session(place, FIRST + timedelta(weeks=place)).marked(how, by, late_notice=late)
        for place, (how, by, late) in enumerate(marks)
    ]
    found = kept(sessions)
    assert listed(found) == {
        KeptKind.CAME: [0], KeptKind.CAME_LATE: [1], KeptKind.CANCELLED_IN_TIME: [2], KeptKind.CANCELLED_LATE: [3],
        KeptKind.DID_NOT_ATTEND: [6], KeptKind.CANCELLED_BY_COUNSELOR: [4], KeptKind.CANCELLED_OTHERWISE: [5],
        KeptKind.NOT_MARKED: [7],
    }  # fmt: skip
    assert [line.kind for line in found.of(Side.COUNSELOR)] == [KeptKind.CANCELLED_BY_COUNSELOR]
    assert {line.kind for line in found.of(Side.NEITHER)} == {KeptKind.CANCELLED_OTHERWISE, KeptKind.NOT_MARKED}


def test_what_is_still_ahead_and_what_lies_in_another_part_is_left_out() -> None:
    sessions = [session(1, FIRST - timedelta(days=1)), session(2, FIRST), session(3, FIRST + timedelta(days=70))]
    assert listed(kept(sessions)) == {KeptKind.CAME: [2]}
    ahead = session(4, FIRST, time(23, 0), attendance=Attendance.PLANNED)
    part = Part(commitment(), FIRST, FIRST)
    assert kept_in(part, Happened([ahead], {}, []), (), NOON).booked == 0
    assert kept_in(part, Happened([ahead], {}, []), (), LATER).booked == 1


def test_a_moved_session_stands_with_whoever_asked_and_with_the_day_it_had() -> None:
    one = session(1, FIRST + timedelta(days=9))
    moves = [
        SessionMove(one.id, at_local(FIRST, time(13), "America/Toronto"), "America/Toronto", by, NOON)
        for by in (CancelledBy.COUNSELOR, CancelledBy.CLIENT, None)
    ]
    found = kept([one], moves=moves)
    assert set(listed(found)) == {
        KeptKind.CAME, KeptKind.MOVED_BY_CLIENT, KeptKind.MOVED_BY_COUNSELOR, KeptKind.MOVED_OTHERWISE
    }  # fmt: skip
    assert found.of(Side.COUNSELOR)[0].entries[0].moved_from == FIRST
    assert found.booked == 1


def test_a_move_and_a_time_away_belong_to_the_part_on_whose_days_they_lie() -> None:
    one, zone = session(1, FIRST + timedelta(days=9)), "America/Toronto"
    days = (FIRST - timedelta(days=1), FIRST + timedelta(days=70))
    outside = [SessionMove(one.id, at_local(day, time(13), zone), zone, CancelledBy.CLIENT, NOON) for day in days]
    touches = Away(AwayKind.CLOSED, FIRST - timedelta(days=3), FIRST)
    before = Away(AwayKind.CLOSED, FIRST - timedelta(days=9), FIRST - timedelta(days=5))
    found = kept([one], moves=outside, away=(before, touches))
    assert (list(listed(found)), found.away) == ([KeptKind.CAME], (touches,))


def test_a_session_that_began_late_or_had_another_length_is_listed_with_its_minutes_only_if_it_was_held() -> None:
    held, missed = session(1, FIRST), session(2, FIRST + timedelta(days=7), attendance=Attendance.DID_NOT_ATTEND)
    planned_long = replace(session(3, FIRST + timedelta(days=14)), minutes=80)
    courses = {held.id: SessionCourse(10, 45), missed.id: SessionCourse(10, 45)}
    found = kept([held, missed, planned_long], courses=courses)
    minutes = {line.kind: [entry.minutes for entry in line.entries] for line in found.of(Side.COUNSELOR)}
    assert minutes == {KeptKind.STARTED_LATE: [10], KeptKind.OTHER_LENGTH: [45, 80]}


def test_closures_breaks_and_pauses_take_days_out_of_what_the_rhythm_lets_expect_and_are_named() -> None:
    closures = [Closure(ClosureId(1), FIRST + timedelta(days=7), FIRST + timedelta(days=13))]
    breaks = [AgreedBreak(BreakId(1), MAREN, FIRST + timedelta(days=10), FIRST + timedelta(days=20), FIRST, NOON)]
    statuses = [
        StatusChange(MAREN, ClientStatus.ACTIVE, FIRST, id=1),
        StatusChange(MAREN, ClientStatus.PAUSED, FIRST + timedelta(days=28), id=2),
        StatusChange(MAREN, ClientStatus.ACTIVE, FIRST + timedelta(days=35), id=3),
    ]
    last = FIRST + timedelta(days=69)
    away = times_away(closures, breaks, statuses, FIRST, last)
    found = kept([], away=away)
    assert [one.kind for one in found.away] == [AwayKind.CLOSED, AwayKind.BREAK, AwayKind.PAUSED]
    assert found.by_rhythm == (70 - 14 - 7) // 7
    assert kept([], away=away, rhythm=None).by_rhythm is None
    assert kept([], away=away, rhythm=Rhythm(2, 1)).by_rhythm == 14


def test_a_break_that_was_taken_back_takes_no_day_out() -> None:
    taken = AgreedBreak(BreakId(1), MAREN, FIRST, FIRST, FIRST, NOON, taken_back_at=NOON)
    assert times_away((), (taken,), (), FIRST, FIRST) == ()


@given(SESSIONS)
def test_who_cancelled_is_never_taken_for_the_other_side(one: Session) -> None:
    kind = attendance_kind(one)
    is_counselors = one.attendance is Attendance.CANCELLED and one.cancelled_by is CancelledBy.COUNSELOR
    assert (kind is KeptKind.CANCELLED_BY_COUNSELOR) == is_counselors


def task(number: int, doer: TaskDoer, *, due: int | None = None, done: int | None = None, agreed: bool = True) -> Task:
    details = TaskDetails(
        "Walk",
        doer=doer,
        due_on=None if due is None else FIRST + timedelta(days=due),
        answer=TaskAnswer.AGREED if agreed else TaskAnswer.PROPOSED,
    )
    return Task(TaskId(number), MAREN, GoalId(1), details, None if done is None else FIRST + timedelta(days=done))


def test_agreed_tasks_stand_with_whoever_was_to_do_them_told_done_or_not_by_their_day() -> None:
    tasks = [
        task(1, TaskDoer.CLIENT, due=3, done=9),
        task(2, TaskDoer.CLIENT, due=3),
        task(3, TaskDoer.COUNSELOR, done=2),
        task(4, TaskDoer.CLIENT, due=3, agreed=False),
        task(5, TaskDoer.CLIENT, due=69),
        task(6, TaskDoer.CLIENT, done=70),
        replace(task(7, TaskDoer.CLIENT, done=2), is_removed=True),
    ]
    part = Part(commitment(), FIRST, FIRST + timedelta(days=69))
    found = kept_in(part, Happened([], {}, [], tasks), (), LATER)
    assert [(line.done, line.days) for line in found.tasks_of(Side.CLIENT)] == [
        (True, (FIRST + timedelta(days=9),)),
        (False, (FIRST + timedelta(days=3),)),
    ]
    assert [(line.done, line.days) for line in found.tasks_of(Side.COUNSELOR)] == [(True, (FIRST + timedelta(days=2),))]
