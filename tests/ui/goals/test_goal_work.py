"""Levels, tasks, versions, the ledger and rating all at once, on the client's page."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.goals.goals_on_page import WORDING, Tab
from vitalshift_desktop.domain.goals import Goal
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskDetails, TaskDoer, TaskKind
from vitalshift_desktop.ui.goals.goal_detail import GoalDetail
from vitalshift_desktop.ui.goals.level_words_form import LevelWordsForm
from vitalshift_desktop.ui.goals.levels_part import LevelRow
from vitalshift_desktop.ui.goals.rate_all_form import RateAllForm
from vitalshift_desktop.ui.goals.task_form import TaskForm
from vitalshift_desktop.ui.goals.versions_view import VersionsView
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

WALK = TaskDetails("Walk to the stop", answer=TaskAnswer.AGREED)


def _opened(tab: Tab, **details: object) -> Goal:
    goal = tab.add(WORDING, agreed_on=tab.world.today, **details)
    tab.show()
    tab.page.list.open_row(goal.id)
    return goal


def _tasks(tab: Tab) -> tuple[Task, ...]:
    return tab.world.workspace.goals.page(tab.client.id).tasks


def _choose(tab: Tab, words: str) -> None:
    """Take one entry of the menu that is open."""
    menu = tab.part(QMenu, "goals.task.menu")
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_choosing_a_level_writes_it_down_for_today_and_is_offered_back(tab: Tab) -> None:
    goal = _opened(tab, hoped="Alone at quiet hours")
    assert "Not rated yet: choose a level to write it down for today." in tab.words()
    start = tab.part(LevelRow, "goals.level.-1")
    assert start.accessibleName() == "−1, less than hoped · where we started · now"
    QTest.mouseClick(tab.part(LevelRow, "goals.level.0"), Qt.MouseButton.LeftButton)
    tab.page.look_again()
    assert tab.part(LevelRow, "goals.level.0").accessibleName() == "0, Alone at quiet hours, as hoped · now"
    assert "As hoped" in tab.words()
    assert any("not a symptom norm" in words for words in tab.words())
    words, undo = tab.undo[-1]
    assert words == "Level: As hoped."
    undo()
    assert tab.world.workspace.goals.page(tab.client.id).levels[goal.id].level == -1


def test_levels_are_stepped_through_with_the_arrows_and_set_with_enter(tab: Tab, qtbot: QtBot) -> None:
    goal = _opened(tab)
    with qtbot.waitActive(tab.page):
        tab.page.activateWindow()
    start = tab.part(LevelRow, "goals.level.-1")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Up)
    above = tab.part(LevelRow, "goals.level.0")
    assert above.hasFocus()
    QTest.keyClick(above, Qt.Key.Key_Return)
    assert tab.world.workspace.goals.page(tab.client.id).levels[goal.id].level == 0


def test_the_words_of_the_levels_are_written_down_as_a_version(tab: Tab) -> None:
    goal = _opened(tab)
    tab.press("goals.levels")
    form = tab.part(LevelWordsForm, "level_words_form")
    form.fields[0].show_text("Alone at quiet hours")
    form.start.choose(-2)
    form.save.click()
    details = tab.world.workspace.goals.get(goal.id).details
    assert (details.hoped, details.start_level, details.wording) == ("Alone at quiet hours", -2, WORDING)
    assert len(tab.world.workspace.goals.versions(goal.id)) == 2


def test_a_task_is_added_with_the_clients_answer_and_ticked_done(tab: Tab) -> None:
    _opened(tab)
    tab.press("goals.task.add")
    form = tab.part(TaskForm, "task_form")
    form.save.click()
    assert form.words.error == "Write what is to be done."
    QTest.keyClicks(form.words.editor, "Walk to the stop")
    form.due.show_day(tab.world.today - timedelta(days=1))
    form.save.click()
    assert form.due.error == "This day was over before the task began."
    form.due.show_day(tab.world.today + timedelta(days=7))
    form.save.click()
    (task,) = _tasks(tab)
    assert (task.details.answer, task.details.answered_on) == (TaskAnswer.AGREED, tab.world.today)
    tab.page.look_again()
    assert {"Agreed 2 Mar", "by 9 Mar"} <= set(tab.words())
    box = tab.part(QCheckBox, f"goals.task.{task.id}.done")
    assert box.accessibleName() == "Done: Walk to the stop"
    QTest.keyClick(box, Qt.Key.Key_Space)
    tab.page.look_again()
    assert "done 2 Mar" in tab.words()
    words, undo = tab.undo[-1]
    undo()
    assert words == "Task done."
    assert _tasks(tab) == (task,)


def test_the_clients_answer_changes_from_the_menu_and_a_task_can_be_removed_and_brought_back(tab: Tab) -> None:
    goal = _opened(tab)
    task = tab.world.workspace.tasks.add(goal.id, replace(WALK, kind=TaskKind.METHOD, doer=TaskDoer.COUNSELOR))
    tab.page.look_again()
    assert "Agreed 2 Mar · you, in the session" in tab.words()
    tab.press(f"goals.task.{task.id}.more")
    _choose(tab, "Declined today")
    assert _tasks(tab)[0].details.answer is TaskAnswer.DECLINED
    tab.undo[-1][1]()
    tab.page.look_again()
    tab.press(f"goals.task.{task.id}.more")
    _choose(tab, "Remove")
    assert _tasks(tab) == ()
    assert tab.undo[-1][0] == "Task removed."
    tab.undo[-1][1]()
    assert _tasks(tab) == (task,)


def test_what_is_open_between_goals_and_tasks_is_listed_below(tab: Tab) -> None:
    goal = _opened(tab, short="Bus")
    tab.world.workspace.tasks.add(goal.id, TaskDetails("Ring the driver"))
    for days in (-3, -2, -1):
        tab.world.written(tab.world.held(tab.client, days))
    tab.page.look_again()
    assert {"Goals without an agreed task", "Tasks the client never agreed to", "proposed, for: Bus"} <= set(
        tab.words()
    )
    tab.world.workspace.tasks.answer(_tasks(tab)[0].id, TaskAnswer.AGREED)
    tab.page.look_again()
    assert not tab.part(QWidget, "goals.ledger").isVisible()


def test_the_golden_thread_leads_to_the_notes(tab: Tab) -> None:
    goal = _opened(tab)
    session = tab.world.held(tab.client, -7)
    tab.world.workspace.notes.touch_goals(tab.world.written(session).id, frozenset({goal.id}))
    asked: list[object] = []
    tab.desk.wishes.note.connect(asked.append)
    tab.page.look_again()
    assert "Worked on in 1 session, also in the last one." in tab.words()
    tab.press(f"goals.thread.{session.id}")
    assert asked == [session.id]


def test_an_agreed_goal_changes_with_a_reason_and_both_versions_stand_side_by_side(tab: Tab) -> None:
    goal = _opened(tab)
    tab.press("goals.edit")
    form = tab.form()
    form.words.editor.show_text("Take the tram on my own.")
    form.save.click()
    assert form.reason.error == "This goal was agreed: say why it changes."
    form.review.show_day(tab.world.today - timedelta(days=1))
    form.reason.show_text("The bus line closed.")
    form.save.click()
    assert form.review.error == "This day lies before the goal begins."
    form.review.show_day(None)
    form.save.click()
    assert [one.reason for one in tab.world.workspace.goals.versions(goal.id)] == ["", "The bus line closed."]
    tab.page.look_again()
    tab.press("goals.versions")
    view = tab.part(VersionsView, "goal_versions")
    said = [part.words() for part in view.findChildren(RecordLabel)]
    assert said.index(WORDING) < said.index("Take the tram on my own.")
    assert "The bus line closed." in said
    tab.desk.privacy.set_on(True)
    assert all(part.is_covered for part in view.findChildren(RecordLabel))


def test_all_goals_are_rated_in_one_go_and_digits_move_on(tab: Tab) -> None:
    first, second = tab.add(), tab.add("Sleep.")
    tab.show()
    tab.press("client.goals.rate_all")
    form = tab.part(RateAllForm, "rate_all_form")
    form.save.click()
    assert form.isVisible()
    for cells, digits in zip((row.cells for row in form.rows), ("64", "7"), strict=True):
        for cell, digit in zip(cells.cells, digits, strict=False):
            QTest.keyClicks(cell, digit)
    assert form.rows[0].cells.values == (6, 4)
    form.save.click()
    courses = {course.goal.id: course for course in tab.courses()}
    assert (courses[first.id].now, courses[second.id].now) == (6, 7)
    assert [one.rating for one in courses[first.id].by(Rater.COUNSELOR)] == [4]


def test_other_words_of_an_agreed_goal_are_agreed_anew_unless_the_old_day_is_put_back(tab: Tab) -> None:
    earlier = tab.world.today - timedelta(days=60)
    goal = tab.add(WORDING, agreed_on=earlier)
    tab.show()
    tab.page.list.open_row(goal.id)
    tab.press("goals.edit")
    form = tab.form()
    QTest.keyClicks(form.words.editor, "Now and then: ")
    assert form.agreed.day() == tab.world.today
    assert tab.part(QWidget, "goal.anew").isVisible()
    form.agreed.show_day(earlier)
    QTest.keyClicks(form.words.editor, "or not: ")
    assert form.agreed.day() == earlier


def test_what_opens_below_a_goal_is_made_only_for_the_goal_that_is_opened(tab: Tab) -> None:
    for number in range(3):
        tab.add(f"Goal {number}")
    tab.show()
    assert tab.page.findChildren(GoalDetail) == []
    tab.page.list.open_row(tab.page.list.rows[1].goal_id)
    assert [row.is_open for row in tab.page.list.rows] == [False, True, False]
    assert len(tab.page.findChildren(GoalDetail)) == 1
