from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.backup_rules import (
    BackupRules,
    Reason,
    Standing,
    drill_is_due,
    is_due,
    kept,
    shrunk,
)
from vitalshift_desktop.domain.problems import BackupRulesOutOfRange

NOON = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
HERE = ZoneInfo("America/New_York")
TIMES = st.lists(st.integers(0, 6 * 365 * 1440).map(lambda minutes: NOON - timedelta(minutes=minutes)), max_size=120)
FEW = st.integers(0, 20)
RULES = st.builds(BackupRules, last=st.integers(1, 20), daily=FEW, weekly=FEW, monthly=FEW)


@given(TIMES, RULES)
def test_the_newest_ones_are_always_kept_and_never_more_than_the_rules_say(
    made: list[datetime], rules: BackupRules
) -> None:
    keep = kept(made, rules, HERE)
    assert set(sorted(set(made), reverse=True)[: rules.last]) <= keep <= set(made)
    assert len(keep) <= rules.last + rules.daily + rules.weekly + rules.monthly


@given(TIMES, RULES)
def test_tidying_what_is_tidy_takes_nothing_away(made: list[datetime], rules: BackupRules) -> None:
    keep = kept(made, rules, HERE)
    assert kept(keep, rules, HERE) == keep


@given(TIMES, RULES, RULES)
def test_rules_that_keep_more_never_give_up_what_others_keep(
    made: list[datetime], rules: BackupRules, more: BackupRules
) -> None:
    numbers = ("last", "daily", "weekly", "monthly")
    both = replace(rules, **{name: max(getattr(rules, name), getattr(more, name)) for name in numbers})
    assert kept(made, rules, HERE) <= kept(made, both, HERE)


def test_a_year_of_daily_backups_tidied_each_day_reaches_back_a_year() -> None:
    """Seven last, a fortnight of days, eight weeks and twelve months, though each was tidied hundreds of times."""
    rules, there = BackupRules(), set[datetime]()
    for day in range(500):
        for hour in (0, 5):
            there.add(NOON + timedelta(days=day, hours=hour))
            there = set(kept(there, rules, HERE))
    newest_first = sorted(there, reverse=True)
    days = [moment.astimezone(HERE).date() for moment in newest_first]
    assert len(set(days[:18])) >= 14
    assert (days[0] - days[-1]).days >= 300
    assert len({(day.year, day.month) for day in days}) == 12
    assert len({day.isocalendar()[:2] for day in days}) >= 8


def test_the_day_of_a_backup_is_the_day_where_the_counselor_sits() -> None:
    late, later = datetime(2026, 3, 3, 3, 0, tzinfo=UTC), datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
    one_a_day = BackupRules(last=1, daily=2, weekly=0, monthly=0)
    assert kept([late, later], one_a_day, HERE) == {late, later}  # 22:00 on the 2nd and 01:00 on the 3rd
    assert kept([late, later], replace(one_a_day, daily=1), UTC) == {later}


@pytest.mark.parametrize(
    "rules",
    [BackupRules(last=0), BackupRules(daily=-1), BackupRules(monthly=10**6), BackupRules(shrink_percent=0)],
)
def test_rules_that_would_lose_backups_are_refused(rules: BackupRules) -> None:
    BackupRules().demand_possible()
    with pytest.raises(BackupRulesOutOfRange):
        rules.demand_possible()


def test_what_fell_by_more_than_the_limit_is_named() -> None:
    before = {"client": 100, "note": 1000, "session": 1000, "draft": 50, "goal": 4}
    now = {"client": 70, "note": 699, "session": 1000, "draft": 0, "goal": 0}
    assert shrunk(1000, before, 701, now, 30) == ("note",)
    assert shrunk(1000, before, 699, now, 30) == ("size", "note")
    assert shrunk(1000, before, 699, now, 50) == ()
    assert shrunk(1000, before, 1000, {**before, "client": 0}, 30) == ("client",)
    assert shrunk(0, {}, 1000, now, 30) == ()


@given(st.integers(0, 10**9), st.dictionaries(st.sampled_from("abc"), st.integers(0, 10**6)), st.integers(1, 99))
def test_what_did_not_fall_is_never_called_shrunk(size: int, counts: dict[str, int], percent: int) -> None:
    grown = {name: rows + 1 for name, rows in counts.items()}
    assert shrunk(size, counts, size, counts, percent) == ()
    assert shrunk(size, counts, size + 1, grown, percent) == ()


DAY, WEEK = timedelta(days=1), timedelta(days=7)


@pytest.mark.parametrize(
    ("reason", "since", "changed", "due"),
    [
        (Reason.IDLE, DAY, True, True),
        (Reason.IDLE, DAY, False, False),
        (Reason.QUIT, timedelta(minutes=1), True, True),
        (Reason.QUIT, DAY, False, False),
        (Reason.PLACE_APPEARED, DAY, True, True),
        (Reason.PLACE_APPEARED, DAY, False, False),
        (Reason.DAILY, DAY, True, True),
        (Reason.DAILY, timedelta(hours=23), True, False),
        (Reason.DAILY, WEEK, False, False),
        (Reason.WEEKLY, WEEK, False, True),
        (Reason.WEEKLY, timedelta(days=6), True, False),
        (Reason.MANUAL, timedelta(0), False, True),
        (Reason.BEFORE_RESTORE, timedelta(0), False, True),
        (Reason.BEFORE_ROTATION, timedelta(0), False, True),
        (Reason.BEFORE_MIGRATION, timedelta(0), False, True),
    ],
)
def test_each_reason_has_its_moment(reason: Reason, since: timedelta, changed: bool, due: bool) -> None:
    assert is_due(reason, Standing(NOON, NOON - since, changed, idle_seconds=120.0)) is due


@pytest.mark.parametrize("reason", list(Reason))
def test_the_first_backup_is_due_at_any_moment_but_not_where_it_can_go_nowhere(reason: Reason) -> None:
    first = Standing(NOON, None, changed=False, idle_seconds=120.0, pending=True)
    asked = (Reason.MANUAL, Reason.BEFORE_MIGRATION, Reason.BEFORE_ROTATION, Reason.BEFORE_RESTORE)
    assert is_due(reason, first)
    assert is_due(reason, replace(first, has_place=False)) is (reason in asked)


def test_a_short_rest_or_one_that_nobody_can_measure_is_no_reason() -> None:
    standing = Standing(NOON, NOON - DAY, changed=True)
    assert not is_due(Reason.IDLE, standing)
    assert not is_due(Reason.IDLE, replace(standing, idle_seconds=119.9))
    assert is_due(Reason.IDLE, replace(standing, idle_seconds=120.0))


def test_a_drill_is_due_a_month_after_the_last_or_after_the_first_backup() -> None:
    month = timedelta(days=30)
    assert not drill_is_due(NOON, None, None)
    assert not drill_is_due(NOON, None, NOON - DAY)
    assert drill_is_due(NOON, None, NOON - month)
    assert not drill_is_due(NOON, NOON - DAY, NOON - month)
    assert drill_is_due(NOON, NOON - month, NOON - month)
