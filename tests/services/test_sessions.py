from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    NoteAlreadySigned,
    Problem,
    SessionsClash,
    SessionTooLong,
    SessionTooShort,
    StillInUse,
)
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.services.session_lines import NoteState


def test_a_session_that_overlaps_another_is_refused_and_names_it(world: World) -> None:
    wren = world.planned(world.client("Wren A."), 1, time(13, 0))
    with pytest.raises(SessionsClash) as clash:
        world.planned(world.client(), 1, time(13, 30))
    assert clash.value.other == wren
    assert len(world.workspace.sessions.day(wren.day)) == 1


def test_no_session_is_planned_or_moved_to_a_day_before_the_client_was_born(world: World) -> None:
    sessions = world.workspace.sessions
    client = world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", born=date(2014, 6, 1)))
    with pytest.raises(DateIsImpossible):
        sessions.plan(client.id, date(2014, 5, 31), time(10, 0), 50, Modality.IN_PERSON)
    session = world.planned(client, 1, time(13, 0))
    with pytest.raises(DateIsImpossible):
        sessions.move(session.id, date(2010, 1, 1), time(10, 0), 50)
    assert sessions.get(session.id).session == session
    assert len(sessions.of_client(client.id)) == 1


def test_a_clash_can_be_allowed(world: World) -> None:
    client = world.client()
    first = world.planned(client, 1, time(13, 0))
    second = world.workspace.sessions.plan(client.id, first.day, time(13, 30), 50, Modality.VIDEO, allow_clash=True)
    assert [line.session for line in world.workspace.sessions.day(first.day)] == [first, second]


def test_sessions_that_touch_do_not_clash_and_a_cancelled_one_frees_its_time(world: World) -> None:
    client = world.client()
    first = world.planned(client, 1, time(13, 0))
    world.planned(client, 1, time(13, 50))
    world.workspace.sessions.set_attendance(first.id, Attendance.CANCELLED, CancelledBy.COUNSELOR)
    assert world.planned(client, 1, time(12, 30)).minutes == 50


def test_a_long_session_of_the_day_before_still_clashes_after_midnight(world: World) -> None:
    client = world.client()
    long = world.planned(client, 1, time(23, 0), minutes=180)
    with pytest.raises(SessionsClash) as clash:
        world.planned(client, 2, time(1, 0))
    assert clash.value.other == long


@pytest.mark.parametrize(
    ("minutes", "problem"), [(0, SessionTooShort), (-50, SessionTooShort), (13 * 60, SessionTooLong)]
)
def test_a_session_of_no_length_or_of_a_day_s_length_is_refused(
    world: World, minutes: int, problem: type[Problem]
) -> None:
    with pytest.raises(problem):
        world.planned(world.client(), 1, minutes=minutes)


@pytest.mark.parametrize(
    ("zone", "day", "before", "after"),
    [
        ("America/New_York", date(2026, 3, 5), (18, 30), (17, 30)),
        ("America/St_Johns", date(2026, 3, 5), (17, 0), (16, 0)),
        ("Europe/Berlin", date(2026, 3, 26), (12, 30), (11, 30)),
        ("Asia/Kolkata", date(2026, 3, 26), (8, 0), (8, 0)),
        ("Australia/Lord_Howe", date(2026, 4, 2), (2, 30), (3, 0)),
    ],
)
def test_the_next_session_keeps_its_wall_clock_time_across_summer_time(
    world: World, zone: str, day: date, before: tuple[int, int], after: tuple[int, int]
) -> None:
    world.clock.travel_to(zone)
    world.clock.set(datetime(day.year, day.month, day.day, 0, 0, tzinfo=UTC))
    first = world.workspace.sessions.plan(world.client().id, day, time(13, 30), 50, Modality.IN_PERSON)
    following = world.workspace.sessions.book_next(first.id)
    assert (first.starts.hour, first.starts.minute) == before
    assert (following.starts.hour, following.starts.minute) == after
    assert following.local_start.time() == time(13, 30)
    assert following.day == day + timedelta(weeks=1)


@pytest.mark.parametrize("zone", ["America/St_Johns", "Europe/Berlin", "Pacific/Auckland"])
def test_a_late_session_belongs_to_its_own_civil_day(world: World, zone: str) -> None:
    world.clock.travel_to(zone)
    day = date(2026, 3, 12)
    late = world.workspace.sessions.plan(world.client().id, day, time(23, 30), 50, Modality.PHONE)
    early = world.workspace.sessions.plan(world.client("Wren A.").id, day, time(0, 15), 50, Modality.PHONE)
    assert [line.session for line in world.workspace.sessions.day(day)] == [early, late]
    assert world.workspace.sessions.day(day + timedelta(days=1)) == ()
    assert world.workspace.sessions.day(day - timedelta(days=1)) == ()


@pytest.mark.zone("America/New_York")
def test_a_time_that_summer_time_skips_moves_on_by_the_gap(world: World) -> None:
    skipped = world.workspace.sessions.plan(world.client().id, date(2026, 3, 8), time(2, 30), 50, Modality.IN_PERSON)
    assert skipped.local_start.time() == time(3, 30)


def test_the_suggestion_skips_weeks_that_are_over_and_tells_what_stands_there(world: World) -> None:
    maren, wren = world.client(), world.client("Wren A.")
    old = world.held(maren, -18, time(13, 30))
    there = world.planned(wren, 3, time(13, 0))
    suggestion = world.workspace.sessions.next_suggestion(old.id)
    assert suggestion.starts.date() == world.today + timedelta(days=3)
    assert suggestion.clash == there
    assert suggestion.already is None
    with pytest.raises(SessionsClash):
        world.workspace.sessions.book_next(old.id)


def test_the_suggestion_says_what_is_booked_already(world: World) -> None:
    client = world.client()
    session = world.held(client, 0)
    booked = world.planned(client, 5)
    assert world.workspace.sessions.next_suggestion(session.id).already == booked


def test_the_next_session_can_be_booked_at_another_time(world: World) -> None:
    client = world.client()
    session = world.held(client, 0)
    starts = session.starts + timedelta(days=9, hours=2)
    assert world.workspace.sessions.book_next(session.id, starts).starts == starts


def test_an_unplanned_session_begins_now_and_counts_as_attended(world: World) -> None:
    client = world.client()
    world.workspace.sessions.set_modality(world.held(client, -7).id, Modality.VIDEO)
    session = world.workspace.sessions.start_unplanned(client.id)
    assert session.starts == world.clock.now()
    assert (session.attendance, session.modality, session.minutes) == (Attendance.ATTENDED, Modality.VIDEO, 50)
    assert world.workspace.sessions.get(session.id).number == 2


def test_correcting_attendance_numbers_the_later_sessions_anew(world: World) -> None:
    client = world.client()
    first, second = world.held(client, -14), world.held(client, -7)
    assert world.workspace.sessions.get(second.id).number == 2
    world.workspace.sessions.set_attendance(first.id, Attendance.DID_NOT_ATTEND)
    assert world.workspace.sessions.get(second.id).number == 1
    assert world.workspace.sessions.get(first.id).number is None
    world.workspace.sessions.set_attendance(first.id, Attendance.LATE)
    assert [line.number for line in world.workspace.sessions.of_client(client.id)] == [2, 1]


def test_who_cancelled_is_kept_only_for_a_cancelled_session(world: World) -> None:
    session = world.planned(world.client(), 1)
    sessions = world.workspace.sessions
    sessions.set_attendance(session.id, Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True)
    assert sessions.get(session.id).session.late_notice
    sessions.set_attendance(session.id, Attendance.PLANNED)
    assert sessions.get(session.id).session == session


def test_a_session_with_a_signed_note_stays_held_and_where_it_is(world: World) -> None:
    session = world.held(world.client(), -1)
    world.signed(session)
    with pytest.raises(NoteAlreadySigned):
        world.workspace.sessions.set_attendance(session.id, Attendance.DID_NOT_ATTEND)
    with pytest.raises(NoteAlreadySigned):
        world.workspace.sessions.move(session.id, world.today, time(16, 0), 50)
    assert world.workspace.sessions.get(session.id).session == session


def test_moving_a_session_does_not_clash_with_itself(world: World) -> None:
    session = world.planned(world.client(), 1, time(13, 0))
    moved = world.workspace.sessions.move(session.id, session.day, time(13, 20), 90)
    assert (moved.local_start.time(), moved.minutes) == (time(13, 20), 90)
    assert world.workspace.sessions.get(session.id).session == moved


def test_a_removed_session_comes_back_as_it_was(world: World) -> None:
    session = world.planned(world.client(), 1)
    removed = world.workspace.sessions.remove(session.id)
    assert world.workspace.sessions.day(session.day) == ()
    world.workspace.sessions.restore(removed)
    assert world.workspace.sessions.get(session.id).session == session


def test_a_session_that_was_held_or_has_a_note_is_not_removed(world: World) -> None:
    client = world.client()
    held, ahead = world.held(client, -1), world.planned(client, 1)
    world.workspace.notes.start(ahead.id)
    for session in (held, ahead):
        with pytest.raises(StillInUse):
            world.workspace.sessions.remove(session.id)


def test_the_week_shows_each_day_with_the_times_that_are_free(world: World) -> None:
    client = world.client()
    for at in (time(9, 0), time(10, 0), time(13, 0)):
        world.planned(client, 1, at)
    week = world.workspace.sessions.week(world.today)
    assert [day.day.isoweekday() for day in week] == [1, 2, 3, 4, 5, 6, 7]
    assert [len(day.sessions) for day in week] == [0, 3, 0, 0, 0, 0, 0]
    second, third = (line.session for line in week[1].sessions[1:])
    assert week[1].gaps == ((second.ends, third.starts),)


def test_a_line_tells_how_far_the_note_is(world: World) -> None:
    client = world.client()
    states = [world.held(client, days) for days in (-4, -3, -2, -1)]
    world.written(states[1])
    world.signed(states[2])
    world.workspace.sessions.put_note_aside(states[3].id)
    assert [world.workspace.sessions.get(session.id).note for session in states] == [
        NoteState.NONE,
        NoteState.DRAFT,
        NoteState.SIGNED,
        NoteState.PUT_ASIDE,
    ]


def test_undoing_a_move_leaves_what_was_marked_since(world: World) -> None:
    sessions, session = world.workspace.sessions, world.planned(world.client())
    sessions.move(session.id, world.today, time(8, 0), 45)
    sessions.set_attendance(session.id, Attendance.ATTENDED)
    back = sessions.put_back(session)
    assert (back.starts, back.minutes, back.attendance) == (session.starts, 50, Attendance.ATTENDED)
    assert sessions.get(session.id).session == back


def test_undoing_a_move_leaves_a_session_in_the_file_it_went_to_since(world: World) -> None:
    sessions, session = world.workspace.sessions, world.planned(world.client())
    other = world.client("Robin")
    sessions.move(session.id, world.today, time(8, 0), 45)
    note = world.written(session)
    world.workspace.joint_files.move_session(session.id, other.id)
    back = sessions.put_back(session)
    assert (back.client_id, back.starts) == (other.id, session.starts)
    assert world.workspace.notes.get(note.id).client.id == other.id
