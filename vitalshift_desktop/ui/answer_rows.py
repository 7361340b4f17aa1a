"""The answers of one client to critical items: those that wait for a review, and those that were reviewed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.answers import AskedAnswer
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.answer_row import AnswerRow
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext

MOST_REVIEWED = 20


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


class ReviewedAnswers(QWidget):
    """What was answered, when it was reviewed, and the note of the review; the latest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewed_answers")
        self._desk = desk
        self.heading = SectionHeading(_("Reviewed answers"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self._rows)

    def show_client(self, client_id: ClientId) -> None:
        """Show what was reviewed with this client; nothing where nothing was."""
        empty(self._rows)
        reviewed = [one for one in self._desk.workspace.answers.of_client(client_id) if one.is_reviewed]
        self.heading.show_count(len(reviewed))
        for one in reviewed[::-1][:MOST_REVIEWED]:
            self._rows.addWidget(self._row(one))
            self._rows.addWidget(Hairline())
        more = len(reviewed) - MOST_REVIEWED
        if more > 0:
            words = ngettext("and {n} older one", "and {n} older ones", more).format(n=more)
            self._rows.addWidget(TextLabel(words, tone="2", size="m"))
        self.setVisible(bool(reviewed))

    def _row(self, one: AskedAnswer) -> AnswerRow:
        at, privacy = one.administration.reviewed_at, self._desk.privacy
        day = None if at is None else local(self._desk.workspace.clock, at).date()
        row = AnswerRow(one.facts, day, hidden=privacy.initials_on)
        row.add_note(RecordLabel(one.administration.review_note, privacy=privacy, role="rail"))
        return row
