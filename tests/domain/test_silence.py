from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.commitments import Rhythm
from vitalshift_desktop.domain.silence import (
    Heard,
    Sign,
    Watched,
    allowed_days,
    last_heard,
    silence_of,
    waiting_days,
)
from vitalshift_desktop.domain.time_away import Away, AwayKind

SEEN = date(2026, 3, 2)
WEEKLY = Watched(Rhythm(), Heard(SEEN, Sign.SESSION))
RHYTHMS = st.builds(Rhythm, st.integers(1, 7), st.integers(1, 26))
AWAY = st.builds(
    lambda kind, first, length: Away(kind, first, first + timedelta(days=length)),
    st.sampled_from(AwayKind),
    st.dates(SEEN, SEEN + timedelta(days=300)),
    st.integers(0, 60),
)


def after(days: int) -> date:
    return SEEN + timedelta(days=days)


def test_weekly_agreed_and_nothing_for_three_weeks_is_a_silence() -> None:
    assert silence_of(WEEKLY, after(20)) is None
    found = silence_of(WEEKLY, after(21))
    assert found is not None
    assert (found.quiet_days, found.allowed_days, found.since) == (21, 21, after(21))
    later = silence_of(WEEKLY, after(30))
    assert later is not None
    assert (later.quiet_days, later.since) == (30, after(21))


@pytest.mark.parametrize(
    ("rhythm", "days"), [(Rhythm(2, 1), 14), (Rhythm(), 21), (Rhythm(1, 2), 35), (Rhythm(1, 4), 63)]
)
def test_twice_the_agreed_time_and_a_week_may_pass(rhythm: Rhythm, days: int) -> None:
    assert allowed_days(rhythm) == days


@pytest.mark.parametrize("kind", AwayKind)
def test_nothing_is_said_while_the_time_is_away_and_its_days_do_not_count(kind: AwayKind) -> None:
    watched = replace(WEEKLY, away=(Away(kind, after(10), after(40)),))
    assert silence_of(watched, after(40)) is None
    assert silence_of(watched, after(51)) is None
    found = silence_of(watched, after(52))
    assert found is not None
    assert (found.quiet_days, found.since) == (21, after(52))


def test_a_silence_keeps_its_first_day_over_days_away_that_come_later() -> None:
    watched = replace(WEEKLY, away=(Away(AwayKind.CLOSED, after(25), after(30)),))
    for days in (24, 31, 35):
        found = silence_of(watched, after(days))
        assert found is not None
        assert found.since == after(21)


@given(RHYTHMS, st.lists(AWAY, max_size=4), st.integers(0, 400))
def test_a_silence_is_said_exactly_from_the_day_on_which_enough_open_days_have_passed(
    rhythm: Rhythm, away: list[Away], days: int
) -> None:
    today = after(days)
    open_days = [day for day in (after(n) for n in range(1, days + 1)) if not any(one.covers(day) for one in away)]
    found = silence_of(Watched(rhythm, Heard(SEEN, Sign.SESSION), tuple(away)), today)
    is_open = not any(one.covers(today) for one in away)
    assert (found is not None) == (is_open and len(open_days) >= allowed_days(rhythm))
    if found is not None:
        assert found.quiet_days == len(open_days)
        assert found.since <= today


def test_after_reaching_out_an_answer_is_waited_for_and_then_it_is_said_again_with_the_days() -> None:
    watched = replace(WEEKLY, reached_out=(after(22),))
    assert silence_of(watched, after(28)) is None
    found = silence_of(watched, after(29))
    assert found is not None
    assert found.reached_out == (after(22),)
    assert waiting_days(Rhythm(2, 1)) == 7
    assert waiting_days(Rhythm(1, 4)) == 28


def test_of_several_signs_the_latest_counts_and_of_one_day_the_session() -> None:
    assert last_heard(()) is None
    signs = [Heard(SEEN, Sign.AGREED), Heard(after(3), Sign.CONTACT), Heard(after(3), Sign.SESSION)]
    assert last_heard(signs) == Heard(after(3), Sign.SESSION)
