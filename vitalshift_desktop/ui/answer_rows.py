"""The answers of one client that wait for a review, above what a page shows of their measures."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.ui.answer_row import AnswerRow
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline


class AnswerRows(QWidget):
    """One row for each; nothing where none waits."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer_rows")
        self._desk = desk
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_client(self, client_id: ClientId) -> None:
        """Show what waits of this client now."""
        empty(self._rows)
        waiting = [one for one in self._desk.workspace.answers.of_client(client_id) if not one.is_reviewed]
        for one in waiting:
            row = AnswerRow(one.facts, hidden=self._desk.privacy.initials_on)
            row.review_wanted.connect(self._desk.wishes.review_answer)
            self._rows.addWidget(row)
            self._rows.addWidget(Hairline())
        self.setVisible(bool(waiting))
