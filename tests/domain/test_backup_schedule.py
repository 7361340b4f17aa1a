from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from vitalshift_desktop.domain.backup_rules import Reason, Standing
from vitalshift_desktop.domain.backup_schedule import reason_to_back_up

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
QUIET = Standing(NOW, NOW - timedelta(hours=1), changed=False)
BUSY = replace(QUIET, changed=True)
IDLE = replace(BUSY, idle_seconds=600.0)


def test_nothing_is_due_while_nothing_changed() -> None:
    assert reason_to_back_up(replace(QUIET, idle_seconds=4000.0), came_back=True) is None


@pytest.mark.parametrize(("seconds", "reason"), [(None, None), (119.9, None), (120.0, Reason.IDLE)])
def test_two_minutes_of_an_idle_computer_are_used_when_records_changed(
    seconds: float | None, reason: Reason | None
) -> None:
    assert reason_to_back_up(replace(BUSY, idle_seconds=seconds)) is reason


def test_a_drive_that_comes_back_gets_at_once_what_it_lacks() -> None:
    assert reason_to_back_up(BUSY, came_back=True) is Reason.PLACE_APPEARED
    assert reason_to_back_up(QUIET, came_back=True, lacks_newest=True) is Reason.PLACE_APPEARED
    assert reason_to_back_up(QUIET, lacks_newest=True) is None


@pytest.mark.parametrize(("hours", "reason"), [(23.9, None), (24, Reason.DAILY)])
def test_changes_are_backed_up_daily_even_by_somebody_who_never_stops_typing(
    hours: float, reason: Reason | None
) -> None:
    assert reason_to_back_up(replace(BUSY, newest=NOW - timedelta(hours=hours))) is reason


def test_once_a_week_a_backup_is_made_though_nothing_changed() -> None:
    week = timedelta(days=7)
    assert reason_to_back_up(replace(QUIET, newest=NOW - week)) is Reason.WEEKLY
    assert reason_to_back_up(replace(QUIET, newest=NOW - week + timedelta(minutes=1))) is None


def test_a_run_that_a_lock_cut_short_is_taken_up_at_once() -> None:
    assert reason_to_back_up(replace(QUIET, pending=True, idle_seconds=0.0)) is Reason.RESUMED


def test_without_a_place_in_reach_nothing_is_due() -> None:
    assert reason_to_back_up(replace(IDLE, has_place=False, pending=True, newest=None)) is None


def test_after_trouble_half_an_hour_goes_by_unless_a_drive_came_back() -> None:
    trouble = NOW - timedelta(minutes=29)
    assert reason_to_back_up(replace(IDLE, pending=True, newest=None), last_trouble=trouble) is None
    assert reason_to_back_up(IDLE, last_trouble=trouble, came_back=True) is Reason.PLACE_APPEARED
    assert reason_to_back_up(IDLE, last_trouble=NOW - timedelta(minutes=30)) is Reason.IDLE


def test_trouble_that_a_wrong_clock_dated_into_the_future_holds_nothing_up() -> None:
    assert reason_to_back_up(IDLE, last_trouble=NOW + timedelta(days=400)) is Reason.IDLE
