from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.due_dates import LaterKind
from vitalshift_desktop.domain.problems import NotFound, TextIsMissing
from vitalshift_desktop.domain.reminders import Outcome, Reminder, ReminderDetails, Repeat, RepeatUnit


def remind(
    world: World,
    title: str = "Back up",
    days: int = 0,
    *,
    at: time | None = None,
    client: Client | None = None,
    repeat: Repeat | None = None,
) -> Reminder:
    due = world.today + timedelta(days=days)
    client_id = client.id if client else None
    return world.workspace.reminders.add(ReminderDetails(title, due, client_id=client_id, at=at, repeat=repeat))


def stored(world: World, reminder: Reminder) -> Reminder:
    with world.workspace.vault.read() as work:
        return work.reminders.get(reminder.id)


@pytest.mark.zone("America/New_York")
def test_a_reminder_needs_a_title_and_takes_the_zone_of_the_clock(world: World) -> None:
    with pytest.raises(TextIsMissing):
        remind(world, " ")
    assert remind(world).details.zone == "America/New_York"


def test_the_list_stands_under_four_headings(world: World) -> None:
    for days in (-3, -1, 0, 1, 6, 7, 40):
        remind(world, f"{days}", days)
    groups = world.workspace.reminders.list(world.today)
    shown = [
        [line.reminder.details.title for line in lines]
        for lines in (groups.overdue, groups.today, groups.this_week, groups.later)
    ]
    assert shown == [["-3", "-1"], ["0"], ["1", "6"], ["7", "40"]]


def test_a_line_knows_the_client_the_session_of_its_day_and_the_time_after_a_skip(world: World) -> None:
    client = world.client()
    session = world.planned(client, 1)
    monthly = Repeat(1, RepeatUnit.MONTHS)
    remind(world, "GAD-7", 1, client=client, repeat=monthly)
    (line,) = world.workspace.reminders.list(world.today).this_week
    assert (line.client, line.due_session, line.due_on) == (client, session, date(2026, 3, 3))
    assert world.workspace.reminders.ways_off(line.reminder.id).next_if_skipped == date(2026, 4, 3)


def test_the_bell_rings_once_for_each_and_once_for_all_after_days_away(world: World) -> None:
    remind(world, "Overdue", -2)
    remind(world, "At noon", 0, at=time(12, 0))
    bell, reminders = world.workspace.bell, world.workspace.reminders
    bell.begin()
    assert (bell.ring(), reminders.count_due()) == (0, 1)
    world.clock.advance(hours=2)
    assert (bell.ring(), bell.ring(), reminders.count_due()) == (1, 0, 2)
    remind(world, "Tomorrow", 1)
    remind(world, "Day after", 2)
    world.clock.advance(days=3)
    assert (bell.ring(), bell.ring(), reminders.count_due()) == (2, 0, 4)


def test_a_reminder_that_is_done_once_is_gone_and_can_be_brought_back(world: World) -> None:
    reminder = remind(world)
    done = world.workspace.reminders.done(reminder.id)
    assert not done.is_open
    assert done.history[0].what is Outcome.DONE
    assert world.workspace.reminders.count_due() == 0
    world.workspace.reminders.restore(reminder)
    assert stored(world, reminder) == reminder


def test_a_repeating_reminder_ticked_late_is_due_on_its_own_day_again(world: World) -> None:
    reminder = remind(world, days=-10, repeat=Repeat(1, RepeatUnit.WEEKS))
    assert world.workspace.reminders.done(reminder.id).details.due_on == world.today + timedelta(days=4)


def test_a_reminder_every_fourth_session_follows_the_calendar(world: World) -> None:
    client = world.client()
    for weeks in range(1, 6):
        world.planned(client, 7 * weeks)
    reminder = remind(world, "GAD-7", client=client, repeat=Repeat(4, RepeatUnit.SESSIONS))
    done = world.workspace.reminders.done(reminder.id)
    assert done.details.due_on == world.today + timedelta(weeks=4)
    second = world.workspace.sessions.of_client(client.id)[-2].session
    world.workspace.sessions.remove(second.id)
    assert stored(world, reminder).details.due_on == world.today + timedelta(weeks=5)
    world.workspace.sessions.restore(second)
    assert stored(world, reminder).details.due_on == world.today + timedelta(weeks=4)


def test_putting_off_moves_it_this_once(world: World) -> None:
    reminder = remind(world, repeat=Repeat(1, RepeatUnit.WEEKS))
    later = world.workspace.reminders.later(reminder.id, world.today + timedelta(days=2))
    assert later.details.due_on == world.today + timedelta(days=2)
    world.clock.advance(days=2)
    assert world.workspace.reminders.done(reminder.id).details.due_on == date(2026, 3, 9)


def test_the_ways_to_put_off_lead_with_the_client_s_next_session(world: World) -> None:
    client = world.client()
    session = world.planned(client, 3)
    choices = world.workspace.reminders.ways_off(remind(world, client=client).id).choices
    assert [choice.kind for choice in choices] == [LaterKind.NEXT_SESSION, LaterKind.TOMORROW, LaterKind.NEXT_WEEK]
    assert choices[0].session == session
    assert len(world.workspace.reminders.ways_off(remind(world).id).choices) == 2


def test_a_removed_reminder_comes_back_with_its_history(world: World) -> None:
    reminder = remind(world, repeat=Repeat(1, RepeatUnit.DAYS))
    done = world.workspace.reminders.done(reminder.id)
    assert world.workspace.reminders.remove(reminder.id) == done
    with pytest.raises(NotFound):
        world.workspace.reminders.done(reminder.id)
    world.workspace.reminders.restore(done)
    assert stored(world, reminder) == done


def test_changing_the_words_keeps_the_rhythm_and_a_new_day_begins_a_new_one(world: World) -> None:
    reminder = remind(world, repeat=Repeat(1, RepeatUnit.WEEKS))
    put_off = world.workspace.reminders.later(reminder.id, world.today + timedelta(days=1)).details
    reworded = ReminderDetails("Back up both", put_off.due_on, repeat=put_off.repeat)
    assert world.workspace.reminders.change(reminder.id, reworded).anchor == world.today
    moved = ReminderDetails("Back up both", world.today + timedelta(days=3), repeat=put_off.repeat)
    assert world.workspace.reminders.change(reminder.id, moved).anchor == moved.due_on


def test_the_reminders_of_a_client_are_the_open_ones(world: World) -> None:
    client = world.client()
    remind(world, "Practice")
    done = remind(world, "Done", client=client)
    world.workspace.reminders.done(done.id)
    remind(world, "Open", client=client)
    titles = [line.reminder.details.title for line in world.workspace.reminders.of_client(client.id)]
    assert titles == ["Open"]


@pytest.mark.parametrize(
    ("zone", "before_summer_time", "after"),
    [("America/New_York", 14, 13), ("Europe/Berlin", 8, 7), ("Asia/Kolkata", 3, 3)],
)
def test_a_time_is_due_by_the_wall_clock_also_across_summer_time(
    world: World, zone: str, before_summer_time: int, after: int
) -> None:
    minutes = 30 if zone == "Asia/Kolkata" else 0
    world.clock.travel_to(zone)
    for day, hour in ((date(2026, 3, 4), before_summer_time), (date(2026, 4, 1), after)):
        reminder = world.workspace.reminders.add(ReminderDetails("Call", day, at=time(9, 0)))
        world.clock.set(datetime(day.year, day.month, day.day, hour, minutes, tzinfo=UTC) - timedelta(seconds=1))
        assert world.workspace.reminders.count_due() == 0
        world.clock.advance(seconds=1)
        assert world.workspace.reminders.count_due() == 1
        world.workspace.reminders.done(reminder.id)
