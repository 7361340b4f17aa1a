from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from tests.support.clock import FakeClock
from vitalshift_desktop.services.clock import Clock, SystemClock, local, today


def test_the_clock_of_the_computer_tells_the_present_in_utc() -> None:
    before = datetime.now(UTC)
    told = SystemClock().now()
    assert before <= told <= datetime.now(UTC)
    assert told.utcoffset() == timedelta(0)


def test_the_clock_of_the_computer_names_a_zone_that_exists() -> None:
    assert SystemClock().zone() in available_timezones()


@pytest.mark.parametrize(
    ("zone", "day"),
    [("America/Toronto", date(2026, 3, 2)), ("UTC", date(2026, 3, 3)), ("Pacific/Kiritimati", date(2026, 3, 3))],
)
def test_today_is_the_civil_day_where_the_counselor_sits(zone: str, day: date) -> None:
    clock: Clock = FakeClock(datetime(2026, 3, 3, 2, 30, tzinfo=UTC), zone)
    assert today(clock) == day


def test_an_instant_is_told_on_the_wall_clock_across_summer_time() -> None:
    clock = FakeClock(zone="America/Toronto")
    winter = local(clock, datetime(2026, 3, 7, 17, 0, tzinfo=UTC))
    summer = local(clock, datetime(2026, 3, 8, 17, 0, tzinfo=UTC))
    assert (winter.hour, summer.hour) == (12, 13)
    assert summer.tzinfo == ZoneInfo("America/Toronto")
