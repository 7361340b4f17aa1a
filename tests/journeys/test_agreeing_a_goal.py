"""J6: a goal is agreed, rated and its course seen within three actions from the unlocked home page."""

import pytest

from tests.journeys.budgets import Budget
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, find, press, type_text, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.ui.goals.goal_row import GoalRow

MAREN, WORDS, BUDGET = "0147", "Go to the dentist again.", 3


def agree_and_rate(*, by_mouse: bool) -> int:
    """The form opens at its words, and the new goal with the caret in the cell for the client's rating."""
    budget = Budget()
    if by_mouse:
        budget.click(await_part("today.next.more"))
        budget.pick("Agree a goal…")
    else:
        budget.press("Ctrl+K")
        type_text("maren agree goal")
        budget.press("Return")
    form = await_part("goal_form")
    until(lambda: await_part("goal.words").hasFocus(), "the caret in the words")
    type_text(WORDS)
    if by_mouse:
        budget.click(await_part("goal.save"))
    else:
        budget.press("Ctrl+Return")
    until(lambda: find("goal_form") is not form, "the form to close")
    type_text("3")
    return budget.spent


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_goal_is_agreed_rated_and_its_course_seen_within_the_budget(at_sample: Counselor, *, by_mouse: bool) -> None:
    """J6, by mouse or by keyboard alone; the course is the line beside the words, and is read out."""
    at_sample.computer.clock.advance(minutes=67)
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    assert agree_and_rate(by_mouse=by_mouse) <= BUDGET
    workspace = at_sample.computer.workspace
    maren = workspace.clients.by_code(MAREN)
    until(lambda: workspace.goals.of_client(maren.id)[-1].now == 3, "the rating")
    goal = workspace.goals.of_client(maren.id)[-1].goal
    assert goal.details.agreed_on is not None
    row = await_part(f"goals.row.{goal.id}", GoalRow)
    until(lambda: row.head.course.accessibleName() == "Client’s ratings: 3.", "its course")
    press("Ctrl+1")
