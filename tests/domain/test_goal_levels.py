from datetime import date, timedelta

import pytest

from tests.domain.examples import FIRST_DAY, MAREN, NOON
from vitalshift_desktop.domain.goal_levels import AttainmentReading, LevelEntry, attainment_reading
from vitalshift_desktop.domain.goals import Goal, GoalDetails, GoalId
from vitalshift_desktop.domain.measures.results import Status
from vitalshift_desktop.domain.problems import AnswerOutOfRange

STARTED = [Goal(GoalId(n), MAREN, GoalDetails(f"goal {n}", start_level=-2)) for n in (1, 2, 3)]
GOALS = [Goal(GoalId(n), MAREN, GoalDetails(f"goal {n}")) for n in (1, 2, 3)]


def _entry(
    goal: int, level: int, weights: tuple[int, int] = (1, 1), day: date = FIRST_DAY, minute: int = 0
) -> LevelEntry:
    return LevelEntry(GoalId(goal), level, *weights, day, NOON + timedelta(minutes=minute))


def _reading(*entries: LevelEntry, goals: list[Goal] = GOALS) -> AttainmentReading:
    reading = attainment_reading(goals, entries)
    assert reading is not None
    return reading


def test_m29_weights_and_levels_give_t() -> None:
    weights = ((3, 1), (2, 1), (1, 1))
    reading = _reading(*(_entry(n, level, w) for n, level, w in zip((1, 2, 3), (1, 0, -1), weights, strict=True)))
    assert reading.achieved.t == pytest.approx(54.4065, abs=5e-5)


def test_where_the_goals_started_is_the_baseline_and_the_last_day_what_was_achieved() -> None:
    later = FIRST_DAY + timedelta(days=60)
    entries = [*(_entry(n, -2) for n in (1, 2, 3)), *(_entry(n, 0, day=later) for n in (1, 2, 3))]
    reading = _reading(*entries, goals=STARTED)
    assert reading.baseline.t == pytest.approx(22.6, abs=0.05)
    assert reading.achieved.t == 50
    assert reading.change == pytest.approx(27.4, abs=0.05)
    assert reading.has_later


def test_a_goal_starts_one_below_what_is_hoped_for_so_that_getting_worse_has_a_level() -> None:
    reading = _reading(_entry(1, -2))
    assert reading.goals[0].start == -1
    assert reading.has_later
    assert (reading.change or 0) < 0


def test_of_one_day_the_last_entry_counts() -> None:
    reading = _reading(_entry(1, 2, minute=5), _entry(1, -1, minute=9))
    assert [entry.level for entry in reading.goals[0].entries] == [-1]
    assert not reading.has_later


def test_both_figures_use_the_weights_of_now() -> None:
    later = FIRST_DAY + timedelta(days=60)
    reading = _reading(
        _entry(1, -1, (3, 3)), _entry(2, -1, (1, 1)), _entry(1, -1, (1, 1), later), _entry(2, -1, (1, 1), later)
    )
    assert reading.change == 0


def test_goals_without_a_level_are_left_out_and_without_any_there_is_no_figure() -> None:
    assert [one.goal.id for one in _reading(_entry(2, 0)).goals] == [2]
    assert attainment_reading(GOALS, []) is None


def test_a_weight_of_nothing_leaves_the_goal_out_of_t() -> None:
    assert _reading(_entry(1, 0), _entry(2, 2, (0, 3))).achieved.t == 50
    assert _reading(_entry(2, 2, (0, 3))).achieved.status is Status.NOT_COMPUTABLE


@pytest.mark.parametrize(("level", "weights"), [(-3, (1, 1)), (3, (1, 1)), (0, (4, 1)), (0, (1, -1))])
def test_levels_and_weights_off_their_scales_are_refused(level: int, weights: tuple[int, int]) -> None:
    with pytest.raises(AnswerOutOfRange):
        _entry(1, level, weights).checked()
