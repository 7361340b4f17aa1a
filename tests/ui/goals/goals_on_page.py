"""One client's goals on their page, for tests."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.goals import Goal, GoalCourse, GoalDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goal_form import GoalForm
from vitalshift_desktop.ui.goals.goals_tab import GoalsTab
from vitalshift_desktop.ui.widgets.labels import TextLabel

Part = TypeVar("Part", bound=QWidget)
WORDING = "Take the bus on my own."


class Tab:
    """The goals of one client on their page."""

    def __init__(self, world: World, desk: Desk, qtbot: QtBot) -> None:
        self.world = world
        self.desk = desk
        self.qtbot = qtbot
        self.client: Client = world.client()
        self.page = GoalsTab(desk)
        qtbot.addWidget(self.page)
        self.page.resize(1080, 560)
        self.undo: list[tuple[str, Callable[[], object]]] = []
        desk.wishes.undo_offered.connect(self._on_undo)

    def _on_undo(self, words: str, undo: Callable[[], object]) -> None:
        self.undo.append((words, undo))

    def add(self, wording: str = WORDING, **details: object) -> Goal:
        return self.world.workspace.goals.add(self.client.id, GoalDetails(wording, **details))  # type: ignore[arg-type]  # any field of a goal

    def show(self) -> None:
        self.page.show_client(self.client.id)
        self.page.show()
        QGuiApplication.processEvents()

    def part(self, kind: type[Part], name: str) -> Part:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def form(self) -> GoalForm:
        found = self.page.findChild(GoalForm, "goal_form")
        assert found is not None
        return found

    def courses(self) -> tuple[GoalCourse, ...]:
        return self.world.workspace.goals.of_client(self.client.id)

    def words(self) -> list[str]:
        """Everything the page says now."""
        QGuiApplication.processEvents()
        return [label.text() for label in self.page.findChildren(TextLabel) if label.isVisible()]

    def press(self, name: str) -> None:
        QTest.mouseClick(self.part(QPushButton, name), Qt.MouseButton.LeftButton)
