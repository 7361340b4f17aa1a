from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN, session
from vitalshift_desktop.domain.commitments import (
    AgreedBreak,
    BreakId,
    Commitment,
    CommitmentId,
    CommitmentTerms,
    Rhythm,
    in_force_on,
    parts_of,
    review_day,
)
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.problems import (
    BreakTooLong,
    DateIsImpossible,
    EndsBeforeItStarts,
    SessionTooShort,
    TextIsMissing,
)
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.vocabulary.commitment_words import rhythm_words

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
RHYTHMS = st.builds(Rhythm, st.integers(1, 7), st.integers(1, 26))


def version(number: int, agreed_on: date, **given_too: object) -> Commitment:
    one = Commitment(CommitmentId(number), MAREN, EpisodeId(1), number, agreed_on, CommitmentTerms(), NOON)
    return replace(one, **given_too)  # type: ignore[arg-type]  # what a test names


def agreed_break(first: date, last: date) -> AgreedBreak:
    return AgreedBreak(BreakId(1), MAREN, first, last, DAY, NOON)


@given(RHYTHMS, st.integers(0, 3000), st.integers(0, 3000))
def test_more_days_never_make_fewer_sessions_and_a_whole_turn_makes_its_number(r: Rhythm, one: int, more: int) -> None:
    assert r.sessions_in(one) <= r.sessions_in(one + more)
    assert r.sessions_in(one + r.weeks * 7) == r.sessions_in(one) + r.times
    assert r.sessions_in(-one) == 0


@pytest.mark.parametrize(("times", "weeks"), [(0, 1), (8, 1), (1, 0), (1, 27)])
def test_a_rhythm_that_nobody_agrees_on_is_refused(times: int, weeks: int) -> None:
    with pytest.raises(ValueError, match=r"\("):
        Rhythm(times, weeks)


def test_a_rhythm_is_said_as_people_say_it() -> None:
    assert [rhythm_words(one) for one in (Rhythm(), Rhythm(1, 2), Rhythm(2, 1), None)] == [
        "Every week",
        "Every 2 weeks",
        "2 times every week",
        "As needed, no fixed rhythm",
    ]


@given(st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.booleans()), max_size=6))
def test_each_day_since_the_first_version_lies_in_one_part_and_its_version_is_the_one_in_force(
    agreed: list[tuple[date, bool]],
) -> None:
    versions = [
        version(place, day, taken_back_at=NOON if taken else None) for place, (day, taken) in enumerate(agreed, 1)
    ]
    until = date(2026, 6, 1)
    parts = parts_of(versions, until)
    starts = [one.agreed_on for one in versions if one.taken_back_at is None and one.agreed_on <= until]
    assert bool(parts) == bool(starts)
    if not parts:
        return
    assert (parts[0].first_day, parts[-1].last_day) == (min(starts), until)
    for before, after in pairwise(parts):
        assert after.first_day - before.last_day == timedelta(days=1)
        assert before.commitment.number < after.commitment.number
    for part in parts:
        for day in (part.first_day, part.last_day):
            assert in_force_on(versions, day) == part.commitment


def test_a_later_version_needs_a_reason_and_no_version_is_agreed_on_a_day_to_come_or_before_the_episode() -> None:
    assert version(1, DAY).checked(DAY, DAY).reason == ""
    assert version(2, DAY, reason=" Money is short ").checked(DAY, DAY).reason == "Money is short"
    with pytest.raises(TextIsMissing):
        version(2, DAY, reason="  ").checked(DAY, DAY)
    for day in (DAY + timedelta(days=1), DAY - timedelta(days=1)):
        with pytest.raises(DateIsImpossible):
            version(1, day).checked(DAY, DAY)


def test_terms_are_tidied_and_what_cannot_be_is_refused() -> None:
    assert CommitmentTerms(client_does=" Walk \n").checked().client_does == "Walk"
    with pytest.raises(SessionTooShort):
        CommitmentTerms(minutes=4).checked()
    with pytest.raises(ValueError, match="0"):
        CommitmentTerms(review_after=0).checked()


def test_a_break_ends_after_it_starts_lasts_a_year_at_most_and_was_not_agreed_tomorrow() -> None:
    assert agreed_break(DAY, DAY).checked(DAY).covers(DAY)
    assert agreed_break(DAY, DAY + timedelta(days=365)).checked(DAY).words == ""
    with pytest.raises(EndsBeforeItStarts):
        agreed_break(DAY, DAY - timedelta(days=1)).checked(DAY)
    with pytest.raises(BreakTooLong):
        agreed_break(DAY, DAY + timedelta(days=366)).checked(DAY)
    with pytest.raises(DateIsImpossible):
        agreed_break(DAY, DAY).checked(DAY - timedelta(days=1))


def test_it_is_looked_at_again_on_the_day_of_the_session_that_makes_the_number_full() -> None:
    agreed = version(1, DAY, terms=CommitmentTerms(review_after=3), episode_id=None)
    before = session(0, DAY - timedelta(days=7))
    sessions = [before, *(session(place, DAY + timedelta(weeks=place - 1)) for place in (1, 2))]
    assert review_day(agreed, sessions) is None
    missed = session(3, DAY + timedelta(weeks=2), attendance=Attendance.DID_NOT_ATTEND)
    ahead = session(4, DAY + timedelta(weeks=3), attendance=Attendance.PLANNED)
    assert review_day(agreed, [*sessions, missed]) is None
    assert review_day(agreed, [*sessions, missed, ahead]) == ahead.day
    assert review_day(replace(agreed, terms=CommitmentTerms()), [*sessions, ahead]) is None
