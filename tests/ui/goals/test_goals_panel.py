from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.goals import Goal, GoalDetails, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goals_panel import GoalsPanel
from vitalshift_desktop.ui.goals.rating_cell import RatingCell
from vitalshift_desktop.ui.widgets.labels import TextLabel


class Rail:
    """A client with two goals, a session whose note is open, and the panel beside it."""

    def __init__(self, world: World, desk: Desk, qtbot: QtBot) -> None:
        self.world = world
        self.client: Client = world.client()
        self.bus: Goal = self._goal("Take the bus on my own.", "Bus")
        self.shop: Goal = self._goal("Shop without a plan.", "Shop")
        self.before: Session = world.held(self.client, -7)
        world.workspace.goals.rate(self.bus.id, 4, session_id=self.before.id)
        self.session: Session = world.held(self.client)
        self.note: Note = world.written(self.session)
        self.panel = GoalsPanel(desk)
        qtbot.addWidget(self.panel)
        self.panel.show_session(self.session.id)
        self.panel.show()

    def _goal(self, wording: str, short: str) -> Goal:
        return self.world.workspace.goals.add(self.client.id, GoalDetails(wording, short))

    def cell(self, goal: Goal) -> RatingCell:
        found = self.panel.findChild(RatingCell, f"goals_panel.rating.{goal.id}")
        assert found is not None
        return found

    def yours(self, goal: Goal) -> RatingCell:
        found = self.panel.findChild(RatingCell, f"goals_panel.yours.{goal.id}")
        assert found is not None
        return found

    def check(self, goal: Goal) -> QCheckBox:
        found = self.panel.findChild(QCheckBox, f"goals_panel.touched.{goal.id}")
        assert found is not None
        return found

    def before_words(self, goal: Goal) -> str:
        found = self.panel.findChild(TextLabel, f"goals_panel.before.{goal.id}")
        assert found is not None
        return found.text()

    def ratings(self, goal: Goal) -> dict[int, int]:
        """The client's ratings by session."""
        courses = self.world.workspace.goals.of_client(self.client.id)
        course = next(course for course in courses if course.goal.id == goal.id)
        return {int(one.session_id or 0): one.rating for one in course.by(Rater.CLIENT)}

    def touched(self) -> frozenset[int]:
        return self.world.workspace.notes.get(self.note.id).note.goals_touched


@pytest.fixture
def rail(world: World, desk: Desk, qtbot: QtBot) -> Rail:
    return Rail(world, desk, qtbot)


def test_a_digit_rates_the_goal_in_this_session_and_ticks_it(rail: Rail, qtbot: QtBot) -> None:
    rail.panel.focus_first()
    assert rail.before_words(rail.bus) == "4"
    QTest.keyClick(rail.cell(rail.bus).cell, Qt.Key.Key_6)
    assert rail.ratings(rail.bus) == {rail.before.id: 4, rail.session.id: 6}
    assert rail.check(rail.bus).isChecked()
    assert rail.touched() == {rail.bus.id}


def test_the_counselors_own_digit_stands_beside_the_clients(rail: Rail, qtbot: QtBot) -> None:
    QTest.keyClick(rail.cell(rail.bus).cell, Qt.Key.Key_6)
    QTest.keyClick(rail.yours(rail.bus).cell, Qt.Key.Key_4)
    course = rail.world.workspace.goals.of_client(rail.client.id)[0]
    assert [one.rating for one in course.by(Rater.COUNSELOR)] == [4]
    assert rail.ratings(rail.bus)[rail.session.id] == 6
    QTest.keyClick(rail.yours(rail.bus).cell, Qt.Key.Key_Backspace)
    course = rail.world.workspace.goals.of_client(rail.client.id)[0]
    assert (course.by(Rater.COUNSELOR), course.now) == ((), 6)
    assert rail.yours(rail.bus).cell.accessibleName() == "You, Bus, 0 to 10"
    rail.world.workspace.notes.sign(rail.note.id)
    rail.panel.look_again()
    assert not rail.yours(rail.bus).cell.isEnabled()


def test_typing_over_a_rating_replaces_it(rail: Rail, qtbot: QtBot) -> None:
    QTest.keyClicks(rail.cell(rail.bus).cell, "67")
    assert rail.ratings(rail.bus)[rail.session.id] == 7


def test_a_ten_is_never_a_one_in_between(rail: Rail, qtbot: QtBot) -> None:
    cell = rail.cell(rail.bus)
    QTest.keyClicks(cell.cell, "1")
    assert rail.session.id not in rail.ratings(rail.bus)
    rail.panel.look_again()  # the note was saved meanwhile
    QTest.keyClicks(cell.cell, "0")
    assert rail.ratings(rail.bus)[rail.session.id] == 10


def test_a_one_counts_once_it_is_left_or_the_page_is_saved(rail: Rail, qtbot: QtBot) -> None:
    QTest.keyClicks(rail.cell(rail.bus).cell, "1")
    rail.panel.save_now()
    assert rail.ratings(rail.bus)[rail.session.id] == 1
    QTest.keyClicks(rail.cell(rail.shop).cell, "1\r")
    assert rail.ratings(rail.shop)[rail.session.id] == 1


def test_clearing_takes_the_rating_back(rail: Rail, qtbot: QtBot) -> None:
    cell = rail.cell(rail.bus)
    QTest.keyClicks(cell.cell, "6")
    QTest.keyClick(cell.cell, Qt.Key.Key_Backspace)
    assert rail.ratings(rail.bus) == {rail.before.id: 4}
    assert cell.value is None


def test_the_space_bar_ticks_and_unticks_a_goal(rail: Rail, qtbot: QtBot) -> None:
    QTest.keyClick(rail.check(rail.shop), Qt.Key.Key_Space)
    assert rail.touched() == {rail.shop.id}
    QTest.keyClick(rail.check(rail.shop), Qt.Key.Key_Space)
    assert rail.touched() == frozenset()


def test_the_tab_key_goes_from_tick_to_rating_to_the_next_goal(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitActive(rail.panel):
        rail.panel.activateWindow()
    rail.check(rail.bus).setFocus()
    QTest.keyClick(rail.check(rail.bus), Qt.Key.Key_Tab)
    assert rail.cell(rail.bus).cell.hasFocus()
    QTest.keyClick(rail.cell(rail.bus).cell, Qt.Key.Key_Tab)
    assert rail.yours(rail.bus).cell.hasFocus()
    QTest.keyClick(rail.yours(rail.bus).cell, Qt.Key.Key_Tab)
    assert rail.check(rail.shop).hasFocus()


def test_ratings_are_sealed_with_the_signed_note(rail: Rail, qtbot: QtBot) -> None:
    cell = rail.cell(rail.bus)
    QTest.keyClicks(cell.cell, "6")
    rail.world.workspace.notes.sign(rail.note.id)
    rail.panel.look_again()
    assert not cell.cell.isEnabled()
    assert cell.cell.toolTip() == "Sealed with the signed note."
    assert not rail.check(rail.bus).isEnabled()
    QTest.keyClicks(cell.cell, "9")
    assert rail.ratings(rail.bus)[rail.session.id] == 6


def test_a_rating_that_comes_after_the_signing_is_told_and_taken_out_of_the_cell(
    rail: Rail, desk: Desk, qtbot: QtBot
) -> None:
    rail.world.workspace.notes.sign(rail.note.id)  # the panel has not looked again yet
    with qtbot.waitSignal(desk.wishes.trouble):
        QTest.keyClicks(rail.cell(rail.bus).cell, "9")
    assert rail.cell(rail.bus).value is None
    assert rail.session.id not in rail.ratings(rail.bus)


def test_the_last_rating_is_the_one_before_this_session(rail: Rail) -> None:
    rail.world.clock.advance(days=7)
    later = rail.world.held(rail.client, 0, time(9, 0))
    rail.world.workspace.goals.rate(rail.bus.id, 9, session_id=later.id)
    rail.panel.look_again()
    assert rail.before_words(rail.bus) == "4"


def test_a_goal_set_aside_stays_with_the_session_that_worked_on_it(rail: Rail, qtbot: QtBot) -> None:
    QTest.keyClicks(rail.cell(rail.bus).cell, "6")
    for goal in (rail.bus, rail.shop):
        rail.world.workspace.goals.set_status(goal.id, GoalStatus.SET_ASIDE)
    rail.panel.look_again()
    assert rail.cell(rail.bus).value == 6
    assert rail.panel.findChild(RatingCell, f"goals_panel.rating.{rail.shop.id}") is None


def test_a_client_without_goals_is_told_where_to_add_one(world: World, desk: Desk, qtbot: QtBot) -> None:
    panel = GoalsPanel(desk)
    qtbot.addWidget(panel)
    panel.show_session(world.held(world.client()).id)
    panel.show()
    none = panel.findChild(TextLabel, "goals_panel.none")
    assert none is not None
    assert none.isVisible()
    assert "Goals page" in none.text()


def test_names_are_covered_while_initials_only_is_on(rail: Rail, desk: Desk) -> None:
    assert rail.check(rail.bus).accessibleName() == "Worked on: Bus"
    assert rail.cell(rail.bus).cell.accessibleName() == "Client, Bus, 0 to 10"
    desk.privacy.set_on(True)
    assert "Bus" not in rail.check(rail.bus).accessibleName()
    assert "Bus" not in rail.cell(rail.bus).cell.accessibleName()
