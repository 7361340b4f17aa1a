from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.due_dates import DueGroup, heeded_day
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.problems import EndsBeforeItStarts, IsNotOfThisClient, PutOffToThePast, RepeatsNever
from vitalshift_desktop.domain.reminders import About, Reminder, ReminderDetails, ReminderKind, Repeat, RepeatUnit
from vitalshift_desktop.services.reminder_lines import Most, Which
from vitalshift_desktop.vault.files.bell_file import read_bell

_WEEKLY = Repeat(1, RepeatUnit.WEEKS)


def _remind(world: World, days: int = 0, client: Client | None = None, **more: object) -> Reminder:
    due = world.today + timedelta(days=days)
    details = ReminderDetails("Check-in", due, client_id=client.id if client else None, **more)  # type: ignore[arg-type]  # short for tests
    return world.workspace.reminders.add(details)


def _due(world: World, reminder: Reminder) -> date:
    return world.workspace.reminders.get(reminder.id).details.due_on


def _close(world: World, first: int, last: int) -> None:
    days = (world.today + timedelta(days=first), world.today + timedelta(days=last))
    world.workspace.closures.add(Closure(ClosureId(0), *days))


# ---------------------------------------------------------------- with the next session


def test_with_the_next_session_it_moves_when_the_session_moves(world: World) -> None:
    client = world.client()
    session = world.planned(client, 3)
    reminder = _remind(world, 0, client, session_from=world.today)
    assert reminder.details.due_on == world.today + timedelta(days=3)
    world.workspace.sessions.move(session.id, world.today + timedelta(days=2), time(9, 0), 50)
    assert _due(world, reminder) == world.today + timedelta(days=2)
    world.workspace.sessions.remove(session.id)
    world.planned(client, 9)
    assert _due(world, reminder) == world.today + timedelta(days=9)


def test_after_the_session_of_today_the_next_one_is_meant(world: World) -> None:
    client = world.client()
    world.held(client, 0)
    world.planned(client, 7)
    assert _remind(world, 0, client, session_from=world.today).details.due_on == world.today + timedelta(days=7)


def test_put_off_to_the_next_session_it_follows_that_and_its_rhythm_stays(world: World) -> None:
    client = world.client()
    session = world.planned(client, 3)
    reminder = _remind(world, 0, client, repeat=_WEEKLY)
    put_off = world.workspace.reminders.with_next_session(reminder.id)
    assert put_off.details.due_on == world.today + timedelta(days=3)
    world.workspace.sessions.move(session.id, world.today + timedelta(days=4), time(9, 0), 50)
    assert _due(world, reminder) == world.today + timedelta(days=4)
    done = world.workspace.reminders.done(reminder.id)
    assert (done.details.due_on, done.details.session_from) == (world.today + timedelta(days=7), None)


def test_a_series_comes_with_each_of_its_sessions(world: World) -> None:
    client = world.client()
    for weeks in range(5):
        world.planned(client, 2 + 7 * weeks)
    series = Repeat(1, RepeatUnit.SESSIONS, times=3)
    reminder = _remind(world, 0, client, repeat=series, session_from=world.today)
    days = []
    while reminder.is_open:
        days.append((reminder.details.due_on - world.today).days)
        world.clock.advance(days=days[-1])
        reminder = world.workspace.reminders.done(reminder.id)
        world.clock.advance(days=-days[-1])
    assert days == [2, 9, 16]


# ---------------------------------------------------------------- closed days


def test_while_the_practice_is_closed_reminders_wait_for_the_first_open_day(world: World) -> None:
    weekly, plain = _remind(world, 3, repeat=_WEEKLY), _remind(world, 4)
    _close(world, 2, 9)
    lines = world.workspace.reminders.list(world.today).later
    assert {line.reminder.id: line.due_on for line in lines} == dict.fromkeys(
        (weekly.id, plain.id), world.today + timedelta(days=10)
    )
    world.clock.advance(days=9)
    assert world.workspace.reminders.count_due() == 0
    world.clock.advance(days=1)
    groups = world.workspace.reminders.list(world.today)
    assert (len(groups.today), len(groups.overdue)) == (2, 0)


def test_a_moment_chosen_for_once_and_a_session_that_stands_are_not_moved(world: World) -> None:
    client = world.client()
    world.planned(client, 3)
    _remind(world, 3, at=time(9, 0))
    _remind(world, 0, client, session_from=world.today)
    _close(world, 3, 3)
    lines = world.workspace.reminders.list(world.today).this_week
    assert [line.due_on for line in lines] == [world.today + timedelta(days=3)] * 2


def test_closed_times_that_touch_are_passed_over_together() -> None:
    spans = [
        Closure(ClosureId(1), date(2026, 8, 1), date(2026, 8, 7)),
        Closure(ClosureId(2), date(2026, 8, 8), date(2026, 8, 9)),
    ]
    assert heeded_day(ReminderDetails("Back up", date(2026, 8, 3)), spans) == date(2026, 8, 10)


# ---------------------------------------------------------------- the bell


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(steps=st.lists(st.integers(-300, 600), max_size=12), last=st.integers(1, 4))
def test_whatever_the_clock_does_each_reminder_rings_once_and_none_is_lost(
    world: World, steps: list[int], last: int
) -> None:
    """A machine that sleeps, a clock set back or forward: hours in any order, at the end past all of them."""
    start = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
    world.clock.set(start)
    bell, reminders = world.workspace.bell, world.workspace.reminders
    bell.begin()
    known = [
        reminders.add(ReminderDetails("Call", date(2026, 3, 2) + timedelta(days=d), at=time(18))) for d in range(last)
    ]
    rung = 0
    for minutes in steps:
        world.clock.advance(minutes=minutes)
        rung += bell.ring()
    world.clock.set(start + timedelta(days=9))
    rung += bell.ring()
    assert rung == last
    assert bell.ring() == 0
    for reminder in known:
        reminders.remove(reminder.id)


@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("America/New_York", date(2026, 3, 2)),
        ("America/New_York", date(2026, 10, 26)),
        ("Europe/Berlin", date(2026, 3, 23)),
        ("Australia/Lord_Howe", date(2026, 3, 30)),
    ],
)
def test_a_daily_time_rings_once_a_day_also_on_the_days_summer_time_begins_and_ends(
    world: World, zone: str, first: date
) -> None:
    """2:15 does not exist on one of these days and comes twice on another."""
    world.clock.travel_to(zone)
    world.clock.set(datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=1))
    bell, reminders = world.workspace.bell, world.workspace.reminders
    reminder = reminders.add(ReminderDetails("Walk", first, at=time(2, 15), repeat=Repeat(1, RepeatUnit.DAYS)))
    bell.begin()
    rung = []
    for _step in range(12 * 24):
        world.clock.advance(hours=1)
        if bell.ring():
            rung.append(reminder.details.due_on)
            reminder = reminders.done(reminder.id)
    assert rung == [first + timedelta(days=day) for day in range(len(rung))]
    assert len(rung) >= 10


@pytest.mark.zone("America/New_York")
def test_the_times_left_for_the_locked_bell_stand_there_once_each_and_without_closed_days(world: World) -> None:
    for days in (1, 1, 3, 40):
        _remind(world, days, at=time(9, 0), repeat=_WEEKLY)
    _remind(world, -2)
    _close(world, 3, 4)
    bell, vault = world.workspace.bell, world.workspace.vault
    bell.begin()
    assert bell.leave()
    left = read_bell(vault.device.bell(vault.vault_id)).due
    bell.close()
    assert [str(one) for one in left[:2]] == ["2026-03-03 14:00:00+00:00", "2026-03-07 14:00:00+00:00"]


# ---------------------------------------------------------------- the list


def test_only_as_many_lines_are_read_as_are_shown_and_all_are_counted(world: World) -> None:
    for days in (-3, -2, -1, 0, 40, 41):
        _remind(world, days)
    groups = world.workspace.reminders.list(world.today, Which.ALL, Most(2, later=False))
    shown = [len(lines) for lines in (groups.overdue, groups.today, groups.this_week, groups.later)]
    assert shown == [2, 1, 0, 0]
    assert [groups.count(group) for group in DueGroup] == [3, 1, 0, 2]
    assert groups.open_count == 6


def test_the_list_can_be_narrowed(world: World) -> None:
    client = world.client()
    for kind in ReminderKind:
        _remind(world, 0, client, kind=kind)
    _remind(world, 0, kind=ReminderKind.TASK)
    counts = [world.workspace.reminders.list(world.today, which).count(DueGroup.TODAY) for which in Which]
    assert counts == [4, 1, 1, 2, 1]


# ---------------------------------------------------------------- what it is about


def test_a_line_says_which_goal_or_clause_it_is_about(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, GoalDetails("Go out alone", "Going out"))
    clause = DraftClause(Topic.CONTACT, "Messages by text only.")
    agreed = world.workspace.agreements.agree(client.id, (clause,), world.today, None, AgreedHow.ON_PAPER)
    _remind(world, 0, client, goal_id=goal.id)
    _remind(world, 0, client, clause_id=agreed.clauses[0].clause_id)
    _remind(world, 0, client, measure="phq9")
    lines = world.workspace.reminders.of_client(client.id)
    assert [line.about for line in lines] == [About("Going out"), About(topic=Topic.CONTACT), None]
    assert lines[2].reminder.details.measure == "phq9"


def test_a_goal_or_a_clause_of_another_client_is_refused(world: World) -> None:
    maren, corin = world.client(), world.client("Corin B.")
    goal = world.workspace.goals.add(maren.id, GoalDetails("Go out alone"))
    clause = DraftClause(Topic.CONTACT, "Messages by text only.")
    agreed = world.workspace.agreements.agree(maren.id, (clause,), world.today, None, AgreedHow.ON_PAPER)
    for more in ({"goal_id": goal.id}, {"clause_id": agreed.clauses[0].clause_id}):
        with pytest.raises(IsNotOfThisClient):
            _remind(world, 0, corin, **more)


# ---------------------------------------------------------------- what is refused


def test_a_day_that_is_over_is_no_later_day(world: World) -> None:
    with pytest.raises(PutOffToThePast):
        world.workspace.reminders.later(_remind(world).id, world.today - timedelta(days=1))


def test_a_changed_rule_is_looked_at_and_changed_words_are_not_in_the_way(world: World) -> None:
    reminder = _remind(world, repeat=replace(_WEEKLY, until=world.today + timedelta(days=7)))
    done = world.workspace.reminders.done(reminder.id)
    reworded = world.workspace.reminders.change(done.id, replace(done.details, title="Call"))
    assert reworded.details.title == "Call"
    for until, problem in ((7, RepeatsNever), (-1, EndsBeforeItStarts)):
        rule = replace(_WEEKLY, every=2, until=world.today + timedelta(days=until))
        with pytest.raises(problem):
            world.workspace.reminders.change(done.id, replace(done.details, repeat=rule))
