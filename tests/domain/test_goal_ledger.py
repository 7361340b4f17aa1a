from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import FIRST_DAY, MAREN, weekly
from vitalshift_desktop.domain.goal_ledger import UNTOUCHED_AFTER, Thread, Worked, ledger, thread
from vitalshift_desktop.domain.goals import Goal, GoalDetails, GoalId, GoalStatus
from vitalshift_desktop.domain.sessions import numbered
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskDetails, TaskId

BUS, SHOP = (Goal(GoalId(n), MAREN, GoalDetails(words)) for n, words in ((1, "Bus"), (2, "Shop")))


def _task(number: int, goal: Goal, answer: TaskAnswer) -> Task:
    return Task(TaskId(number), MAREN, goal.id, TaskDetails(f"task {number}", answer=answer))


def test_goals_without_an_agreed_task_and_tasks_never_agreed_are_listed() -> None:
    proposed, declined = _task(1, BUS, TaskAnswer.PROPOSED), _task(2, BUS, TaskAnswer.DECLINED)
    found = ledger([BUS, SHOP], [proposed, declined, _task(3, SHOP, TaskAnswer.AGREED)], {})
    assert found.without_task == (BUS,)
    assert found.never_agreed == (proposed, declined)
    assert not found.is_empty


def test_what_is_no_longer_worked_on_is_not_in_the_ledger() -> None:
    aside = Goal(BUS.id, MAREN, BUS.details, GoalStatus.SET_ASIDE)
    long_ago = {aside.id: Thread((), UNTOUCHED_AFTER)}
    assert ledger([aside], [_task(1, aside, TaskAnswer.PROPOSED)], long_ago).is_empty


@given(held=st.integers(1, 12), data=st.data())
def test_the_thread_counts_the_sessions_since_the_last_one_that_worked_on_it(held: int, data: st.DataObject) -> None:
    sessions = weekly(held)
    last = data.draw(st.integers(0, held - 1))
    found = thread(sessions, numbered(sessions), {sessions[0].id, sessions[last].id})
    assert found.since == held - 1 - last
    assert found.worked[-1] == Worked(sessions[last].id, last + 1, FIRST_DAY + timedelta(weeks=last))


def test_a_goal_is_listed_once_enough_sessions_left_it_out() -> None:
    sessions = weekly(UNTOUCHED_AFTER + 1)
    numbers = numbered(sessions)
    threads = {
        BUS.id: thread(sessions, numbers, {sessions[0].id}),
        SHOP.id: thread(sessions, numbers, {sessions[1].id}),
    }
    (found,) = ledger([BUS, SHOP], [], threads).untouched
    assert (found.goal, found.sessions, found.ever) == (BUS, UNTOUCHED_AFTER, True)


def test_a_goal_never_worked_on_counts_from_when_it_was_written_down() -> None:
    sessions = weekly(9)
    threads = {BUS.id: thread(sessions, numbered(sessions), (), offered=UNTOUCHED_AFTER - 1)}
    assert ledger([BUS], [], threads).untouched == ()
    threads = {BUS.id: thread(sessions, numbered(sessions), (), offered=UNTOUCHED_AFTER)}
    (found,) = ledger([BUS], [], threads).untouched
    assert not found.ever
