"""Each reminder rings once, whatever the clock does: set back, set forward, or standing still while nobody looks."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.bell import (
    LONGEST_AHEAD,
    MOST_TIMES,
    BellTimes,
    DueTime,
    Heard,
    begun,
    left_behind,
    left_by,
    listened,
    rung,
)
from vitalshift_desktop.domain.reminders import ReminderId

START = datetime(2026, 3, 6, 12, tzinfo=UTC)  # two days before New York's clocks go forward
MINUTE = timedelta(minutes=1)
minutes = st.integers(1, 4 * 24 * 60).map(lambda n: START + n * MINUTE)
looks = st.lists(st.integers(-24 * 60, 5 * 24 * 60).map(lambda n: START + n * MINUTE), min_size=1, max_size=12)


def at(instant: datetime, number: int = 1) -> DueTime:
    return DueTime(ReminderId(number), instant.date(), instant.time(), "UTC")


@given(st.sets(minutes, max_size=8), looks)
def test_from_the_file_each_time_rings_in_one_look_and_none_is_lost(due: set[datetime], seen: list[datetime]) -> None:
    times = left_behind(due, (), START)
    rings: Counter[datetime] = Counter()
    for now in seen:
        rang, left = rung(times, now)
        fallen = set(times.due).difference(left.due)
        assert rang is bool(fallen)
        rings.update(fallen)
        times = left
    assert rings == Counter({instant for instant in due if instant <= max(seen)})
    assert set(times.due) == {instant for instant in due if instant > max(seen)}


@given(st.lists(minutes, max_size=8), looks)
def test_open_records_ring_once_for_each_reminder_and_lose_none(due: list[datetime], seen: list[datetime]) -> None:
    reminders = [at(instant, number) for number, instant in enumerate(due)]
    heard, total = begun(reminders, (), START), 0
    for now in seen:
        count, heard = listened(heard, reminders, now)
        total += count
    furthest = max(seen)
    expected = sum(1 for instant in due if instant <= furthest)
    assert total == expected


@given(st.sets(minutes, max_size=6), looks, looks)
def test_what_rang_before_a_lock_or_after_it_does_not_ring_again(
    due: set[datetime], while_open: list[datetime], while_locked: list[datetime]
) -> None:
    reminders = [at(instant, number) for number, instant in enumerate(sorted(due))]
    heard, rings = begun(reminders, (), START), 0
    for now in while_open:
        count, heard = listened(heard, reminders, now)
        rings += count
    times = left_by(heard, reminders, while_open[-1])
    assert len(times.due) + rings >= len([one for one in reminders if one.rings > while_open[-1]])
    for now in while_locked:
        before = set(times.due)
        _rang, times = rung(times, now)
        rings += len(before.difference(times.due))
    again = begun(reminders, times.rang, while_locked[-1])
    count, _after = listened(again, reminders, max(*while_open, *while_locked, START) + timedelta(days=9))
    assert rings + count <= len(due)


def test_a_day_without_a_time_rings_in_the_morning_where_the_reminder_was_made() -> None:
    new_york = DueTime(ReminderId(1), date(2026, 3, 9), None, "America/New_York")
    assert new_york.rings == datetime(2026, 3, 9, 12, tzinfo=UTC)
    assert new_york.since == datetime(2026, 3, 9, 4, tzinfo=UTC)


def test_a_time_that_summer_time_leaves_out_rings_when_the_clocks_have_gone_forward() -> None:
    skipped = DueTime(ReminderId(1), date(2026, 3, 8), time(2, 30), "America/New_York")
    assert skipped.rings == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


def test_what_was_seen_on_opening_does_not_ring_in_the_morning() -> None:
    today = DueTime(ReminderId(1), date(2026, 3, 9), None, "America/New_York")
    early = datetime(2026, 3, 9, 11, 30, tzinfo=UTC)  # half past seven in New York
    heard = begun([today], (), early)
    assert listened(heard, [today], early + timedelta(hours=1))[0] == 0
    assert left_by(heard, [today], early) == BellTimes()


def test_a_reminder_made_for_a_time_that_has_passed_does_not_ring() -> None:
    heard = begun((), (), START)
    count, _after = listened(heard, [at(START - MINUTE)], START + MINUTE)
    assert count == 0


def test_what_is_left_is_bounded_in_number_and_in_time() -> None:
    many = [START + n * MINUTE for n in range(1, 2 * MOST_TIMES)]
    assert left_behind(many, (), START).due == tuple(many[:MOST_TIMES])
    edge = START + LONGEST_AHEAD
    assert left_behind([edge, edge + MINUTE], (), START).due == (edge,)


def test_times_say_nothing_of_how_many_reminders_there_are() -> None:
    heard = Heard(START)
    due = [at(START + MINUTE, number) for number in range(5)]
    assert left_by(heard, due, START) == BellTimes((START + MINUTE,))


def test_what_rang_is_forgotten_after_a_week() -> None:
    times = BellTimes((), (START, START + timedelta(days=6)))
    assert left_behind((), times.rang, START + timedelta(days=8)).rang == (START + timedelta(days=6),)


def test_what_rang_is_not_left_again_when_the_clock_was_set_back() -> None:
    rang = START + MINUTE
    assert left_behind((rang, rang + MINUTE), (rang,), START) == BellTimes((rang + MINUTE,), (rang,))
