"""One client's boundaries on their page, for tests."""

from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, Agreement, ClauseVersion, DraftClause, Topic
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.ui.agreements.agreements_tab import AgreementsTab
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

Form = TypeVar("Form", bound=QWidget)
CONTACT = DraftClause(Topic.CONTACT, "Messages are for scheduling only.")
FEES = DraftClause(Topic.FEES, "90 for each session, paid at the end of the month.")


class Tab:
    """The boundaries of one client on their page."""

    def __init__(self, world: World, desk: Desk, qtbot: QtBot) -> None:
        self.world = world
        self.desk = desk
        self.client: Client = world.client()
        self.page = AgreementsTab(desk)
        qtbot.addWidget(self.page)
        self.page.resize(1080, 560)

    def agreed(
        self, *clauses: DraftClause, days_ago: int = 30, review_in: int | None = 60, how: AgreedHow = AgreedHow.ON_PAPER
    ) -> Agreement:
        review = None if review_in is None else self.world.today + timedelta(days=review_in)
        day = self.world.today - timedelta(days=days_ago)
        return self.world.workspace.agreements.agree(self.client.id, clauses, day, review, how)

    def show(self) -> None:
        self.page.show_client(self.client.id)
        self.page.show()
        QGuiApplication.processEvents()

    def in_force(self) -> tuple[ClauseVersion, ...]:
        return self.world.workspace.agreements.in_force(self.client.id)

    def versions(self) -> tuple[ClauseVersion, ...]:
        return self.world.workspace.agreements.versions(self.client.id)

    def press(self, name: str) -> None:
        button = self.page.findChild(QPushButton, name)
        assert button is not None, name
        assert button.isVisible(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def form(self, kind: type[Form]) -> Form:
        found = self.page.findChild(kind)
        assert found is not None
        return found

    def words(self) -> list[str]:
        """Everything the page says now, the record too."""
        QGuiApplication.processEvents()
        labels = [*self.page.findChildren(TextLabel), *self.page.findChildren(RecordLabel)]
        return [label.text() for label in labels if label.isVisible()]

    def list_rows(self) -> list[str]:
        """What the list at the left says, line by line."""
        rows = (row for rows in self.page.clauses.list.lists for row in rows.rows)
        return [f"{row.text}, {row.right}, {row.detail}" for row in rows]
