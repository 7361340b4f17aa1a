from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN
from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.clause_reviews import (
    ClauseReview,
    ClauseReviewId,
    ReviewCause,
    ReviewFacts,
    ReviewRhythm,
    WorkNow,
    age_reached,
    causes,
    latest,
    next_session,
)
from vitalshift_desktop.domain.clients import LONGEST_TEXT, ServiceType
from vitalshift_desktop.domain.problems import DateIsImpossible, ReviewBeforeStart, TextTooLong

AGREED = date(2025, 12, 11)
TODAY = date(2026, 3, 2)
USUAL = ReviewRhythm()
FACTS = ReviewFacts(MAREN, AGREED, 3, WorkNow())


def reviewed(on: date = TODAY, after: int = 5, work: WorkNow = FACTS.work, number: int = 1) -> ClauseReview:
    return ClauseReview(ClauseReviewId(number), MAREN, on, after, work)


def after(facts: ReviewFacts, days: int) -> tuple[date, ...]:
    return (facts.since + timedelta(days=days),)


def test_the_first_review_is_due_with_session_five_and_the_next_twelve_later() -> None:
    assert next_session(FACTS, USUAL) == 5
    assert causes(replace(FACTS, held=4), USUAL, TODAY) == ()
    assert causes(replace(FACTS, held=5, days=after(FACTS, 30)), USUAL, TODAY) == (ReviewCause.SESSIONS,)
    looked = replace(FACTS, held=16, last=reviewed())
    assert (next_session(looked, USUAL), causes(looked, USUAL, TODAY)) == (17, ())
    assert causes(replace(looked, held=17), USUAL, TODAY) == (ReviewCause.SESSIONS,)


def test_what_was_agreed_late_waits_for_the_next_session_of_the_rhythm() -> None:
    with_session_five = replace(FACTS, held=5, days=after(FACTS, 0))
    assert (next_session(with_session_five, USUAL), causes(with_session_five, USUAL, TODAY)) == (17, ())
    late = replace(FACTS, held=31, days=(date(2025, 2, 1), AGREED, date(2026, 1, 8)))
    assert (next_session(late, USUAL), causes(late, USUAL, TODAY)) == (29, (ReviewCause.SESSIONS,))


@given(st.integers(1, 99), st.integers(1, 99), st.integers(0, 300))
def test_the_next_review_after_one_never_lies_behind(first: int, every: int, held: int) -> None:
    facts = replace(FACTS, held=held, last=reviewed(after=held))
    rhythm = ReviewRhythm(first, every).checked()
    assert next_session(facts, rhythm) > held
    assert ReviewCause.SESSIONS not in causes(facts, rhythm, TODAY)


def test_a_rhythm_keeps_within_one_and_ninety_nine_sessions() -> None:
    for wrong in (ReviewRhythm(0, 12), ReviewRhythm(5, 0), ReviewRhythm(100, 12), ReviewRhythm(5, 100)):
        with pytest.raises(ValueError, match="ReviewRhythm"):
            wrong.checked()


def test_a_change_of_how_the_work_is_done_is_a_reason_until_the_next_review() -> None:
    changed = WorkNow(ServiceType.COACHING, online=True, with_interpreter=True)
    facts = replace(FACTS, work=changed, last=reviewed())
    assert causes(facts, USUAL, TODAY) == (ReviewCause.SERVICE_TYPE, ReviewCause.ONLINE, ReviewCause.INTERPRETER)
    assert causes(replace(facts, last=reviewed(work=changed)), USUAL, TODAY) == ()
    assert causes(replace(FACTS, work=changed), USUAL, TODAY) == ()
    known = replace(facts, topics=frozenset({Topic.ONLINE, Topic.INTERPRETER}))
    assert causes(known, USUAL, TODAY) == (ReviewCause.SERVICE_TYPE,)
    back = replace(facts, work=FACTS.work, last=reviewed(work=replace(changed, service_type=FACTS.work.service_type)))
    assert causes(back, USUAL, TODAY) == ()


def test_turning_sixteen_or_eighteen_after_the_last_look_is_a_reason() -> None:
    sixteen = replace(FACTS, born=date(2010, 3, 2))
    assert causes(sixteen, USUAL, TODAY - timedelta(days=1)) == ()
    assert (causes(sixteen, USUAL, TODAY), age_reached(sixteen, TODAY)) == ((ReviewCause.AGE,), 16)
    assert causes(replace(sixteen, last=reviewed()), USUAL, TODAY) == ()
    assert age_reached(replace(FACTS, born=date(2008, 1, 1)), TODAY) == 18
    assert age_reached(replace(FACTS, born=date(1980, 1, 1)), TODAY) is None
    assert age_reached(FACTS, TODAY) is None


def test_a_review_lies_between_the_agreement_and_today_and_has_short_words() -> None:
    assert replace(reviewed(), words=" All stays. ").checked(AGREED, TODAY).words == "All stays."
    with pytest.raises(ReviewBeforeStart):
        reviewed(AGREED - timedelta(days=1)).checked(AGREED, TODAY)
    with pytest.raises(DateIsImpossible):
        reviewed(TODAY + timedelta(days=1)).checked(AGREED, TODAY)
    with pytest.raises(TextTooLong):
        replace(reviewed(), words="a" * (LONGEST_TEXT + 1)).checked(AGREED, TODAY)


def test_only_reviews_of_the_episode_count_and_the_latest_of_them() -> None:
    first, second = reviewed(AGREED), reviewed(TODAY, number=2)
    again = reviewed(TODAY, after=6, number=3)
    assert latest((second, again, first), AGREED) == again
    assert latest((first,), TODAY) is None
