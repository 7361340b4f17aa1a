from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.client_measures import (
    Days,
    Due,
    MeasurePause,
    MeasurePauseId,
    MeasureUse,
    MeasureUseId,
    Moment,
    UseDetails,
    next_due,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.problems import DateIsImpossible, RhythmImpossible, TextIsMissing

FIRST = date(2026, 3, 2)
USE = MeasureUse(MeasureUseId(1), ClientId(1), "phq9", FIRST, UseDetails(4))
PAUSE = MeasurePause(MeasurePauseId(1), ClientId(1), "It had become a ritual.", FIRST + timedelta(weeks=2))


def weeks(*numbers: int) -> list[date]:
    return [FIRST + timedelta(weeks=number) for number in numbers]


def test_the_first_session_since_it_was_chosen_is_the_first_it_belongs_to() -> None:
    late = replace(USE, since=FIRST + timedelta(weeks=2, days=1))
    days = Days(held=weeks(0, 1, 2), planned=weeks(3))
    assert next_due(late, days) == Due(4, weeks(3)[0], is_next=True)


def test_it_comes_again_so_many_sessions_after_the_one_it_was_given_in() -> None:
    days = Days(held=weeks(0, 1), planned=weeks(2, 3, 4), asked=weeks(0))
    assert next_due(USE, days) == Due(5, weeks(4)[0], is_next=False)
    every = replace(USE, details=UseDetails(1))
    assert next_due(every, days) == Due(3, weeks(2)[0], is_next=True, waited=1, since=weeks(1)[0])


def test_a_form_given_between_two_sessions_counts_for_the_one_before() -> None:
    days = Days(held=weeks(0, 1, 2), asked=[FIRST + timedelta(days=3)])
    assert next_due(USE, days) == Due(5, None, is_next=False)


def test_a_form_given_today_counts_although_the_session_is_not_marked_yet() -> None:
    every = replace(USE, details=UseDetails(1))
    assert next_due(every, Days(held=weeks(0), planned=weeks(1, 2), asked=weeks(1))) == Due(
        3, weeks(2)[0], is_next=False
    )


def test_sessions_that_went_by_without_it_are_counted_but_not_those_in_a_pause() -> None:
    days = Days(held=weeks(0, 1, 2, 3))
    assert next_due(USE, days) == Due(5, None, is_next=True, waited=4, since=FIRST)
    over = replace(PAUSE, until=FIRST + timedelta(weeks=3))
    assert next_due(USE, days, pauses=(over,)) == Due(5, None, is_next=True, waited=3, since=FIRST)


def test_nothing_is_due_while_measures_are_paused() -> None:
    assert next_due(USE, Days(held=weeks(0, 1, 2)), pauses=(PAUSE,)) is None


def test_a_day_on_which_the_practice_is_closed_is_not_counted_on() -> None:
    days = Days(held=weeks(0), planned=weeks(1, 2))
    closed = Closure(ClosureId(1), weeks(1)[0], weeks(1)[0])
    assert next_due(USE, days, closures=(closed,)) == Due(2, weeks(2)[0], is_next=True, waited=1, since=FIRST)


@given(
    every=st.integers(1, 52),
    held=st.integers(0, 60),
    asked=st.lists(st.integers(0, 60), max_size=5),
    more=st.integers(1, 60),
)
def test_it_is_never_due_sooner_because_more_sessions_were_held(
    every: int, held: int, asked: list[int], more: int
) -> None:
    use = replace(USE, details=UseDetails(every))
    then = next_due(use, Days(held=weeks(*range(held)), asked=weeks(*asked)))
    later = next_due(use, Days(held=weeks(*range(held + more)), asked=weeks(*asked)))
    assert then is not None
    assert later is not None
    assert later.session_no >= then.session_no
    assert later.session_no > held + more
    assert later.is_next == (later.session_no == held + more + 1)
    assert later.waited >= then.waited


def test_a_critical_form_at_the_end_needs_a_reason_and_no_other_keeps_one() -> None:
    with pytest.raises(TextIsMissing):
        UseDetails(1, Moment.END, "  ").checked(is_critical=True)
    assert UseDetails(1, Moment.END, " Tired. ").checked(is_critical=True).reason == "Tired."
    assert UseDetails(1, Moment.END, "Tired.").checked(is_critical=False).reason == ""
    assert UseDetails(1, Moment.START, "Tired.").checked(is_critical=True).reason == ""


@pytest.mark.parametrize("every", [0, -1, 53])
def test_a_rhythm_lies_between_every_session_and_every_fifty_second(every: int) -> None:
    with pytest.raises(RhythmImpossible):
        UseDetails(every).checked(is_critical=False)


def test_a_pause_has_a_reason_and_does_not_begin_tomorrow() -> None:
    with pytest.raises(TextIsMissing):
        replace(PAUSE, reason=" ").checked(PAUSE.since)
    with pytest.raises(DateIsImpossible):
        PAUSE.checked(PAUSE.since - timedelta(days=1))
    over = replace(PAUSE, until=PAUSE.since + timedelta(days=7))
    assert [over.covers(PAUSE.since + timedelta(days=n)) for n in (-1, 0, 6, 7)] == [False, True, True, False]
