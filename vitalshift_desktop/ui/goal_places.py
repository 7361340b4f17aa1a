"""Opens the forms about goals and tasks again, so that what was half filled can go back into them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import Goal, GoalId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.domain.tasks import TaskId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goal_form import GoalForm
from vitalshift_desktop.ui.goals.level_words_form import LevelWordsForm
from vitalshift_desktop.ui.goals.rate_all_form import RateAllForm
from vitalshift_desktop.ui.goals.task_form import TaskForm
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame

Maker = Callable[[Desk, list[str], QWidget], DialogFrame | None]


def _goal(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    client_id, goal_id = ClientId(int(rest[0])), GoalId(int(rest[1]))
    if not goal_id:
        return GoalForm(desk, client_id, window)
    found = _known(desk, client_id, goal_id)
    return None if found is None else GoalForm(desk, client_id, window, goal=found)


def _level_words(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    found = _known(desk, ClientId(int(rest[0])), GoalId(int(rest[1])))
    return None if found is None else LevelWordsForm(desk, found, window)


def _rate_all(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, session_id = ClientId(int(rest[0])), int(rest[1])
    courses = desk.workspace.goals.of_client(client_id)
    return RateAllForm(desk, client_id, courses, SessionId(session_id) if session_id else None, window)


def _task(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    task_id = TaskId(int(rest[1]))
    task = desk.workspace.tasks.get(task_id) if task_id else None
    return TaskForm(desk, GoalId(int(rest[0])), window, task=task)


def _known(desk: Desk, client_id: ClientId, goal_id: GoalId) -> Goal | None:
    goals = (course.goal for course in desk.workspace.goals.of_client(client_id))
    return next((goal for goal in goals if goal.id == goal_id), None)


MAKERS: dict[str, Maker] = {
    "goal_form": _goal,
    "level_words_form": _level_words,
    "rate_all_form": _rate_all,
    "task_form": _task,
}
