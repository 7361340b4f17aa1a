from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import FIRST_DAY, MAREN, weekly
from vitalshift_desktop.domain.clients import LONGEST_TEXT
from vitalshift_desktop.domain.episodes import (
    DecidedBy,
    Ending,
    Episode,
    EpisodeId,
    episode_on,
    latest,
    next_episode,
)
from vitalshift_desktop.domain.problems import DateIsImpossible, EpisodeHasEnded, EpisodeIsOpen, TextTooLong
from vitalshift_desktop.domain.sessions import Attendance, Session, in_episode, number_of, numbered

DAYS = st.integers(0, 4000).map(lambda days: date(2015, 1, 1) + timedelta(days=days))


@st.composite
def episodes(draw: st.DrawFn) -> tuple[Episode, ...]:
    """Some episodes of one client, one after the other; the last one may still be open."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=8)))
    made = []
    for number, place in enumerate(range(0, len(days), 2), start=1):
        ended = days[place + 1] if place + 1 < len(days) else None
        made.append(Episode(EpisodeId(number), MAREN, number, days[place], ended))
    return tuple(made)


@given(episodes(), DAYS)
def test_a_day_belongs_to_the_episode_that_holds_it_else_to_the_next(
    all_of_them: tuple[Episode, ...], day: date
) -> None:
    holding = [one for one in all_of_them if one.opened_on <= day and (one.ended_on is None or day <= one.ended_on)]
    found = episode_on(all_of_them, day)
    if holding:
        assert found == holding[-1]
    elif found is not None:
        assert day < found.opened_on
        assert all(one.ended_on and one.ended_on < day for one in all_of_them if one.number < found.number)
    else:
        assert all(one.ended_on and one.ended_on < day for one in all_of_them)


@given(episodes(), DAYS)
def test_the_next_episode_follows_the_last_and_never_overlaps_it(all_of_them: tuple[Episode, ...], day: date) -> None:
    last = latest(all_of_them)
    assert last is not None
    if last.ended_on is None:
        with pytest.raises(EpisodeIsOpen):
            next_episode(all_of_them, MAREN, day)
    elif day < last.ended_on:
        with pytest.raises(DateIsImpossible):
            next_episode(all_of_them, MAREN, day)
    else:
        opened = next_episode(all_of_them, MAREN, day)
        assert (opened.number, opened.opened_on, opened.is_open) == (last.number + 1, day, True)
        assert episode_on((*all_of_them, opened), day) == opened


def test_the_first_episode_has_number_one() -> None:
    assert next_episode((), MAREN, FIRST_DAY).number == 1
    assert latest(()) is None


def test_an_episode_ends_once_with_its_code_and_words_and_can_go_on() -> None:
    open_one = next_episode((), MAREN, FIRST_DAY)
    ended = open_one.ended(FIRST_DAY, Ending.REFERRED_ON, DecidedBy.BOTH, " To the clinic. ")
    assert (ended.is_open, ended.words) == (False, "To the clinic.")
    with pytest.raises(EpisodeHasEnded):
        ended.ended(FIRST_DAY, Ending.PLANNED, DecidedBy.CLIENT)
    assert ended.going_on() == open_one


def test_an_episode_does_not_end_before_it_opened_nor_in_endless_words() -> None:
    open_one = next_episode((), MAREN, FIRST_DAY)
    with pytest.raises(DateIsImpossible):
        open_one.ended(FIRST_DAY - timedelta(days=1), Ending.PLANNED, DecidedBy.CLIENT)
    with pytest.raises(TextTooLong):
        open_one.ended(FIRST_DAY, Ending.PLANNED, DecidedBy.CLIENT, "x" * (LONGEST_TEXT + 1))


def _belonging(sessions: list[Session], episode_ids: list[int]) -> list[Session]:
    return [replace(one, episode_id=EpisodeId(number)) for one, number in zip(sessions, episode_ids, strict=True)]


def test_numbers_begin_again_in_each_episode() -> None:
    sessions = _belonging(weekly(5), [1, 1, 1, 2, 2])
    assert list(numbered(sessions).values()) == [1, 2, 3, 1, 2]
    assert [number_of(one, sessions) for one in sessions] == [1, 2, 3, 1, 2]


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(Attendance)), max_size=14))
def test_each_episode_counts_its_own_held_sessions_without_a_gap(shape: list[tuple[int, Attendance]]) -> None:
    sessions = [
        one.marked(attendance)
        for one, (_, attendance) in zip(
            _belonging(weekly(len(shape)), [number for number, _ in shape]), shape, strict=True
        )
    ]
    numbers = numbered(sessions)
    for number in (1, 2, 3):
        own = in_episode(sessions, EpisodeId(number))
        held = [one for one in own if one.was_held]
        assert [numbers[one.id] for one in held] == list(range(1, len(held) + 1))
        assert [number_of(one, sessions) for one in held] == [numbers[one.id] for one in held]
