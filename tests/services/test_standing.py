from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.closures import Closure, ClosureId, Lifting
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.domain.problems import NotFound, StandingClashes
from vitalshift_desktop.domain.reminders import ReminderDetails, Repeat, RepeatUnit
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality, Session
from vitalshift_desktop.domain.standing import HORIZON_WEEKS, StandingDetails

AT = time(13, 30)


def details(world: World, days: int = 1, every: int = 1, until: date | None = None, at: time = AT) -> StandingDetails:
    return StandingDetails(world.today + timedelta(days=days), at, 50, every, Modality.VIDEO, until)


def planned(world: World, client: Client) -> list[Session]:
    lines = world.workspace.sessions.of_client(client.id)[::-1]
    return [line.session for line in lines if line.session.attendance is Attendance.PLANNED]


def days(world: World, client: Client) -> list[int]:
    return [(session.day - world.today).days for session in planned(world, client)]


def test_it_plans_its_sessions_as_far_as_the_horizon(world: World) -> None:
    client = world.client()
    made = world.workspace.standing.make(client.id, details(world, every=2)).appointment
    assert days(world, client) == [1, 15, 29, 43]
    assert {session.modality for session in planned(world, client)} == {Modality.VIDEO}
    assert {session.standing_id for session in planned(world, client)} == {made.id}
    assert made.made_until == world.today + timedelta(weeks=HORIZON_WEEKS)


def test_topping_up_makes_what_came_into_reach_once_and_nothing_while_nothing_is_due(world: World) -> None:
    client = world.client()
    world.workspace.standing.make(client.id, details(world))
    entries = world.rows()
    assert world.workspace.standing.top_up() == 0
    assert world.rows() == entries
    world.clock.advance(days=10)
    assert world.workspace.standing.top_up() == 2
    assert world.workspace.standing.top_up() == 0
    assert len(planned(world, client)) == 10


@pytest.mark.zone("America/New_York")
def test_the_wall_clock_time_is_kept_when_summer_time_begins(world: World) -> None:
    client = world.client()
    world.workspace.standing.make(client.id, details(world))
    sessions = planned(world, client)
    assert {session.local_start.time() for session in sessions} == {AT}
    assert [sessions[0].starts.hour, sessions[1].starts.hour] == [18, 17]


def test_one_occurrence_is_moved_called_off_or_removed_without_the_rest_and_never_made_again(world: World) -> None:
    client, sessions = world.client(), world.workspace.sessions
    world.workspace.standing.make(client.id, details(world))
    first, second, third, *_rest = planned(world, client)
    sessions.move(first.id, first.day + timedelta(days=2), time(9, 0), 50)
    sessions.set_attendance(second.id, Attendance.CANCELLED, CancelledBy.CLIENT)
    sessions.remove(third.id)
    world.clock.advance(days=14)
    assert world.workspace.standing.top_up() == 2
    kept = [line.session for line in sessions.of_client(client.id)[::-1]]
    start = first.day
    assert [(one.day - start).days for one in kept] == [2, 7, 21, 28, 35, 42, 49, 56, 63]


def test_a_change_from_a_day_on_moves_that_one_and_all_that_follow(world: World) -> None:
    client, standing = world.client(), world.workspace.standing
    old = standing.make(client.id, details(world)).appointment
    before = planned(world, client)
    third = before[2]
    changed = standing.change_from(
        old.id, third.day, StandingDetails(third.day + timedelta(days=2), time(9, 0), 80, 1, Modality.PHONE)
    )
    after = planned(world, client)
    assert [session.day for session in after[:2]] == [session.day for session in before[:2]]
    assert [session.day - timedelta(days=2) for session in after[2:]] == [session.day for session in before[2:]]
    assert {(one.id, one.local_start.time(), one.minutes) for one in after[2:]} == {
        (one.id, time(9, 0), 80) for one in before[2:]
    }
    assert standing.get(old.id).details.until == third.day - timedelta(days=1)
    standing.put_back(changed)
    assert planned(world, client) == before
    with pytest.raises(NotFound):
        standing.get(changed.appointment.id)


def test_a_week_that_was_called_off_stays_free_when_the_time_changes(world: World) -> None:
    client, standing = world.client(), world.workspace.standing
    old = standing.make(client.id, details(world)).appointment
    first, second, *_rest = planned(world, client)
    world.workspace.sessions.set_attendance(second.id, Attendance.CANCELLED, CancelledBy.CLIENT)
    standing.change_from(old.id, first.day, details(world, days=2))
    assert days(world, client)[:3] == [2, 16, 23]


def test_what_already_hangs_on_a_planned_session_goes_along_with_a_change_and_is_kept_by_an_ending(
    world: World,
) -> None:
    client, standing = world.client(), world.workspace.standing
    old = standing.make(client.id, details(world)).appointment
    second = planned(world, client)[1]
    note = world.workspace.notes.start(second.id)
    new = standing.change_from(old.id, second.day, details(world, days=9)).appointment
    assert world.workspace.notes.get(note.id).session.day == world.today + timedelta(days=9)
    ended = standing.end(new.id, world.today)
    assert [session.id for session in ended.kept] == [second.id]
    assert len(planned(world, client)) == 2


def test_ending_it_takes_out_what_lies_after_and_can_be_taken_back(world: World) -> None:
    client, standing = world.client(), world.workspace.standing
    made = standing.make(client.id, details(world)).appointment
    before = planned(world, client)
    ended = standing.end(made.id, before[1].day)
    assert planned(world, client) == before[:2]
    world.clock.advance(days=70)
    assert standing.top_up() == 0
    world.clock.advance(days=-70)
    standing.put_back(ended)
    assert planned(world, client) == before
    assert standing.get(made.id) == made


def test_making_it_can_be_taken_back_and_leaves_what_was_held_meanwhile(world: World) -> None:
    client, standing = world.client(), world.workspace.standing
    made = standing.make(client.id, details(world, days=0))
    first = planned(world, client)[0]
    world.workspace.sessions.set_attendance(first.id, Attendance.ATTENDED)
    standing.put_back(made)
    assert planned(world, client) == []
    assert world.workspace.sessions.get(first.id).session.was_held
    assert standing.top_up() == 0


def test_sessions_that_overlap_others_are_named_and_nothing_is_made_until_that_is_allowed(world: World) -> None:
    client, other = world.client(), world.client("Wren A.")
    there = world.planned(other, 8, time(13, 0))
    with pytest.raises(StandingClashes) as refused:
        world.workspace.standing.make(client.id, details(world))
    assert [found for _wanted, found in refused.value.clashes] == [there]
    assert planned(world, client) == []
    assert world.workspace.standing.of_client(client.id) == ()
    world.workspace.standing.make(client.id, details(world), allow_clash=True)
    assert len(planned(world, client)) == 8


def test_nothing_is_planned_for_somebody_whose_work_is_over_or_who_came_back_for_another_time(world: World) -> None:
    client = world.client()
    world.held(client, -7)
    world.workspace.standing.make(client.id, details(world))
    ended = world.workspace.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today, remove_planned=True)
    assert len(ended.removed) == 8
    world.clock.advance(days=21)
    assert world.workspace.standing.top_up() == 0
    world.workspace.episodes.open_new(client.id, set(Confirm))
    entries = world.rows()
    assert world.workspace.standing.top_up() == 0
    assert world.rows() == entries
    world.workspace.standing.make(client.id, details(world, every=4))
    assert days(world, client) == [1, 29]


def test_the_horizon_is_counted_where_the_counselor_sits(world: World) -> None:
    world.clock.travel_to("Pacific/Auckland")
    world.clock.set(datetime(2026, 9, 26, 20, 0, tzinfo=UTC))  # Sunday there, the day summer time begins
    client = world.client()
    made = world.workspace.standing.make(client.id, StandingDetails(date(2026, 9, 27), time(2, 30))).appointment
    first, second, *_rest = planned(world, client)
    assert first.local_start.time() == time(3, 30)
    assert second.local_start.time() == time(2, 30)
    assert made.made_until == date(2026, 11, 22)


def closed(world: World, first: int, last: int, lifting: Lifting = Lifting.LEAVE_OUT) -> Closure:
    day = world.today
    return Closure(ClosureId(0), day + timedelta(days=first), day + timedelta(days=last), "Dr. Lo", "Away", lifting)


def test_closing_leaves_out_what_falls_into_it_and_opening_again_brings_it_back(world: World) -> None:
    client, closures = world.client(), world.workspace.closures
    world.workspace.standing.make(client.id, details(world))
    before = planned(world, client)
    done = closures.add(closed(world, 5, 18))
    assert done.left_out == 2
    assert days(world, client)[:2] == [1, 22]
    assert closures.covers(world.today + timedelta(days=18)) == done.closure
    assert closures.covers(world.today + timedelta(days=19)) is None
    closures.remove(done.closure.id)
    assert [one.day for one in planned(world, client)] == [one.day for one in before]


def test_closing_moves_a_fortnightly_appointment_by_a_week_and_undo_puts_everything_back(world: World) -> None:
    client, closures = world.client(), world.workspace.closures
    world.workspace.standing.make(client.id, details(world, every=2))
    before = planned(world, client)
    done = closures.add(closed(world, 14, 18, Lifting.MOVE))
    assert days(world, client)[:3] == [1, 22, 29]
    assert (len(done.moved), done.left_out) == (1, 0)
    closures.put_back(done)
    assert planned(world, client) == before
    assert closures.all() == ()


def test_a_time_that_is_taken_is_not_moved_to(world: World) -> None:
    client, other = world.client(), world.client("Wren A.")
    world.workspace.standing.make(client.id, details(world, every=2))
    world.planned(other, 22, AT)
    done = world.workspace.closures.add(closed(world, 14, 18, Lifting.MOVE))
    assert (len(done.moved), done.left_out) == (0, 1)


def test_other_sessions_in_a_closed_time_stay_and_are_named(world: World) -> None:
    client = world.client()
    there = world.planned(client, 6)
    done = world.workspace.closures.add(closed(world, 5, 18))
    assert done.stays == (there,)
    assert planned(world, client) == [there]


def test_a_shorter_closure_brings_back_the_days_that_are_open_now(world: World) -> None:
    client, closures = world.client(), world.workspace.closures
    world.workspace.standing.make(client.id, details(world))
    done = closures.add(closed(world, 5, 18))
    shorter = Closure(done.closure.id, done.closure.first_day, world.today + timedelta(days=10))
    changed = closures.change(shorter)
    assert days(world, client)[:3] == [1, 15, 22]
    closures.put_back(changed)
    assert days(world, client)[:2] == [1, 22]
    assert closures.get(done.closure.id) == done.closure


def test_reminders_that_count_sessions_follow_a_closure_that_is_lifted_and_put_back(world: World) -> None:
    client, closures, reminders = world.client(), world.workspace.closures, world.workspace.reminders
    world.workspace.standing.make(client.id, details(world))
    every_two = ReminderDetails("Ask", world.today, client_id=client.id, repeat=Repeat(2, RepeatUnit.SESSIONS))
    reminder = reminders.add(every_two)
    done = closures.add(closed(world, 5, 18))
    assert reminders.done(reminder.id).details.due_on == world.today + timedelta(days=22)
    lifted = closures.remove(done.closure.id)
    assert reminders.get(reminder.id).details.due_on == world.today + timedelta(days=8)
    closures.put_back(lifted)
    assert reminders.get(reminder.id).details.due_on == world.today + timedelta(days=22)


def test_what_is_topped_up_later_heeds_a_closure_too(world: World) -> None:
    client = world.client()
    world.workspace.standing.make(client.id, details(world))
    world.workspace.closures.add(closed(world, 7 * 9, 7 * 10 - 1))
    world.clock.advance(days=21)
    assert world.workspace.standing.top_up() == 2
    assert 7 * 9 + 1 - 21 not in days(world, client)


def test_the_week_shows_on_which_days_the_practice_is_closed(world: World) -> None:
    done = world.workspace.closures.add(closed(world, 5, 18))
    week = world.workspace.sessions.week(world.today)
    assert [day.closure for day in week] == [None] * 5 + [done.closure] * 2


def test_the_suggested_next_time_skips_weeks_in_which_the_practice_is_closed(world: World) -> None:
    session = world.held(world.client(), 0)
    world.workspace.closures.add(closed(world, 5, 15))
    assert world.workspace.sessions.next_suggestion(session.id).starts.date() == world.today + timedelta(days=21)
