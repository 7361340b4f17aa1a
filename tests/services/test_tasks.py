from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.goals import GoalDetails, GoalStatus
from vitalshift_desktop.domain.problems import AlreadyRecorded, DateIsImpossible, NotFound, TextIsMissing
from vitalshift_desktop.domain.tasks import TaskAnswer, TaskCount, TaskDetails, TaskDoer, TaskId
from vitalshift_desktop.services.goal_views import ledger_of, open_tasks_of
from vitalshift_desktop.vault.records.refusals import refusals_told

WALK = TaskDetails("Walk to the shop", answer=TaskAnswer.AGREED)


def test_a_task_belongs_to_its_goal_and_carries_the_clients_answer(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, GoalDetails("Shop"))
    task = world.workspace.tasks.add(goal.id, TaskDetails("Walk", doer=TaskDoer.COUNSELOR))
    assert (task.client_id, task.goal_id, task.details.answered_on) == (client.id, goal.id, None)
    declined = world.workspace.tasks.answer(task.id, TaskAnswer.DECLINED)
    assert declined.details.answered_on == world.today
    assert world.workspace.goals.page(client.id).tasks == (declined,)


def test_bad_tasks_are_refused(world: World) -> None:
    goal = world.workspace.goals.add(world.client().id, GoalDetails("Shop"))
    tomorrow, yesterday = world.today + timedelta(days=1), world.today - timedelta(days=1)
    with pytest.raises(TextIsMissing):
        world.workspace.tasks.add(goal.id, TaskDetails(" "))
    with pytest.raises(DateIsImpossible):
        world.workspace.tasks.add(goal.id, TaskDetails("Walk", due_on=yesterday))
    task = world.workspace.tasks.add(goal.id, WALK)
    with pytest.raises(DateIsImpossible):
        world.workspace.tasks.set_done(task.id, tomorrow)
    with pytest.raises(NotFound):
        world.workspace.tasks.remove(TaskId(task.id + 1))


def test_done_changed_and_removed_are_undone_by_putting_the_task_back(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, GoalDetails("Shop"))
    task = world.workspace.tasks.add(goal.id, WALK)
    assert world.workspace.tasks.set_done(task.id, world.today).done_on == world.today
    world.workspace.tasks.put_back(task)
    world.workspace.tasks.change(task.id, TaskDetails("Walk twice"))
    world.workspace.tasks.put_back(task)
    world.workspace.tasks.remove(task.id)
    assert world.workspace.goals.page(client.id).tasks == ()
    world.workspace.tasks.put_back(task)
    assert world.workspace.goals.page(client.id).tasks == (task,)


def test_every_state_of_a_task_stays_in_the_record(world: World) -> None:
    goal = world.workspace.goals.add(world.client().id, GoalDetails("Shop"))
    task = world.workspace.tasks.add(goal.id, WALK)
    world.workspace.tasks.answer(task.id, TaskAnswer.DECLINED)
    with world.workspace.vault.read() as work:
        states = text("SELECT answer FROM task_state ORDER BY number")
        assert list(work.meta._session.scalars(states)) == ["agreed", "declined"]
    for statement in ("UPDATE task_state SET answer = 'agreed'", "DELETE FROM task_state", "DELETE FROM task"):
        with pytest.raises(AlreadyRecorded), refusals_told(), world.workspace.vault.write() as work:
            work.meta._session.execute(text(statement))


def test_tasks_are_counted_and_listed_for_goals_that_are_worked_on(world: World) -> None:
    client, other = world.client(), world.client("Kim")
    shop, bus = (world.workspace.goals.add(client.id, GoalDetails(words)) for words in ("Shop", "Bus"))
    soon, later = world.today + timedelta(days=1), world.today + timedelta(days=9)
    second = world.workspace.tasks.add(shop.id, TaskDetails("Second", due_on=later))
    first = world.workspace.tasks.add(shop.id, TaskDetails("First", due_on=soon, answer=TaskAnswer.AGREED))
    world.workspace.tasks.add(bus.id, WALK)
    world.workspace.goals.set_status(bus.id, GoalStatus.SET_ASIDE)
    with world.workspace.vault.read() as work:
        assert work.tasks.counts((client.id, other.id)) == {client.id: TaskCount(2, 1)}
        assert open_tasks_of(work, client.id) == (first, second)
        assert ledger_of(work, client.id).never_agreed == (second,)
