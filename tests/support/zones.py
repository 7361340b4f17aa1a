"""Every test of the rules and of the services runs in a zone of its own: no test may pass in one zone only.

Two zones are drawn from a test's own name, so that it has the same ones on every machine: one for the counselor's
clock, one for the process. They differ more often than not, since nothing may depend on that of the computer.
"""

import os
import time as computer
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from zlib import crc32
from zoneinfo import ZoneInfo

from tests.support.clock import FakeClock

ZONES = ("America/New_York", "Asia/Kolkata", "America/St_Johns", "Pacific/Auckland")
"""Half an hour beside the full one twice; summer time north and south of the equator, and none."""
MONDAY, MORNING = date(2026, 3, 2), time(10, 0)


def clock_zone(name: str) -> str:
    """The zone of the counselor's clock in the test of this name."""
    return ZONES[crc32(name.encode()) % len(ZONES)]


def process_zone(name: str) -> str:
    """The zone that the computer is set to in the test of this name."""
    return ZONES[crc32(name.encode()) // len(ZONES) % len(ZONES)]


def morning_clock(zone: str) -> FakeClock:
    """A clock at 10:00 on Monday 2 March 2026, wherever that is."""
    return FakeClock(datetime.combine(MONDAY, MORNING, tzinfo=ZoneInfo(zone)), zone)


@contextmanager
def computer_set_to(zone: str) -> Iterator[None]:
    """The process in this zone for a while, where the system can do that."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    _read_again()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    _read_again()


def _read_again() -> None:
    if hasattr(computer, "tzset"):  # not on Windows
        computer.tzset()
