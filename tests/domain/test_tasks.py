from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.domain.examples import MAREN
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.problems import DateIsImpossible, HiddenCharacters, TextIsMissing
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskDetails, TaskId, in_order

TODAY = date(2026, 3, 12)
DAY = timedelta(days=1)


def _task(number: int, due: date | None = None, done: date | None = None) -> Task:
    details = TaskDetails(f"task {number}", due_on=due, answer=TaskAnswer.AGREED, answered_on=TODAY - 9 * DAY)
    return Task(TaskId(number), MAREN, GoalId(1), details, done)


def test_an_answer_has_a_day_and_what_is_only_proposed_has_none() -> None:
    agreed = TaskDetails(" Walk ", answer=TaskAnswer.AGREED).checked(TODAY)
    assert (agreed.words, agreed.answered_on) == ("Walk", TODAY)
    assert agreed.answered(TaskAnswer.PROPOSED, TODAY).answered_on is None
    assert TaskDetails("Walk", answered_on=TODAY).checked(TODAY).answered_on is None


def test_a_task_needs_words_that_can_be_seen_and_no_answer_from_tomorrow() -> None:
    with pytest.raises(TextIsMissing):
        TaskDetails("  ").checked(TODAY)
    with pytest.raises(HiddenCharacters):
        TaskDetails("a\x00b").checked(TODAY)
    with pytest.raises(DateIsImpossible):
        TaskDetails("Walk", answer=TaskAnswer.DECLINED, answered_on=TODAY + DAY).checked(TODAY)


def test_what_was_done_or_declined_is_not_open_and_never_late() -> None:
    late = _task(1, due=TODAY - DAY)
    assert late.is_open
    assert late.is_late(TODAY)
    assert not late.is_late(TODAY - DAY)
    declined = replace(late, details=late.details.answered(TaskAnswer.DECLINED, TODAY))
    for settled in (replace(late, done_on=TODAY), declined, replace(late, is_removed=True)):
        assert not settled.is_open
        assert not settled.is_late(TODAY)


def test_done_tasks_stand_first_and_open_ones_by_the_day_they_are_due() -> None:
    tasks = [_task(1), _task(2, due=TODAY), _task(3, done=TODAY), _task(4, due=TODAY - DAY), _task(5, done=TODAY - DAY)]
    assert [task.id for task in in_order(tasks)] == [5, 3, 4, 2, 1]
