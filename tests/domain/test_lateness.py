"""How late a note was signed, in any time zone, with the practice closed in between."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.lateness import USUAL_STEPS, Late, checked_steps, lateness

ENDS = datetime(2026, 3, 12, 17, 50, tzinfo=UTC)
HOUR = timedelta(hours=1)
INSTANTS = st.integers(0, 400).map(lambda hours: ENDS + hours * HOUR)


def test_a_note_is_late_once_a_step_is_passed_and_says_which() -> None:
    assert lateness(ENDS, ENDS + 24 * HOUR, USUAL_STEPS) is None
    assert lateness(ENDS, ENDS + 25 * HOUR, USUAL_STEPS) == Late(24, 25 * HOUR)
    assert lateness(ENDS, ENDS + 72 * HOUR, USUAL_STEPS) == Late(48, 72 * HOUR)
    assert lateness(ENDS, ENDS + 200 * HOUR, USUAL_STEPS) == Late(72, 200 * HOUR)
    assert lateness(ENDS, ENDS + 5 * HOUR, (4,)) == Late(4, 5 * HOUR)


def test_days_on_which_the_practice_was_closed_do_not_count() -> None:
    closed = (ENDS + 10 * HOUR, ENDS + 58 * HOUR)
    assert lateness(ENDS, ENDS + 70 * HOUR, USUAL_STEPS, [closed]) is None
    assert lateness(ENDS, ENDS + 80 * HOUR, USUAL_STEPS, [closed]) == Late(24, 32 * HOUR)


@given(st.lists(st.tuples(INSTANTS, INSTANTS), max_size=5), INSTANTS)
def test_closed_time_never_makes_a_note_later_and_overlapping_closures_count_once(
    spans: list[tuple[datetime, datetime]], until: datetime
) -> None:
    ordered = [(min(pair), max(pair)) for pair in spans]
    late = lateness(ENDS, until, (0,), ordered)
    hours = range(int((until - ENDS) / HOUR))
    open_hours = [n for n in hours if not any(a <= ENDS + n * HOUR < b for a, b in ordered)]
    assert (late.by if late else timedelta(0)) == len(open_hours) * HOUR


@pytest.mark.parametrize("zone", ["America/Toronto", "Asia/Kolkata", "Pacific/Auckland"])
def test_the_hours_are_real_hours_across_a_change_of_the_clocks(zone: str) -> None:
    ends = datetime(2026, 3, 7, 17, 0, tzinfo=ZoneInfo(zone))
    until = (ends.astimezone(UTC) + 25 * HOUR).astimezone(ZoneInfo(zone))
    assert lateness(ends.astimezone(UTC), until.astimezone(UTC), USUAL_STEPS) == Late(24, 25 * HOUR)


def test_the_steps_are_few_different_and_within_two_months() -> None:
    assert checked_steps((72, 24)) == (24, 72)
    for wrong in ((), (24, 24), (0,), (1441,), (1, 2, 3, 4)):
        with pytest.raises(ValueError, match="step"):
            checked_steps(wrong)
