"""The ledger of goals and tasks on the client's page: what is open between both, as plain lists."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.goal_ledger import Ledger
from vitalshift_desktop.domain.goals import Goal
from vitalshift_desktop.ui.goals.task_words import never_words, untouched_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _

_Line = tuple[str, str]


class LedgerPart(QWidget):
    """Up to three short lists, hidden while there is nothing to list."""

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self.setObjectName("goals.ledger")
        self._privacy = privacy
        self._shown: tuple[Ledger, tuple[Goal, ...]] = (Ledger(), ())
        self._lists = QVBoxLayout()
        self._lists.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(_("To look at together")))
        column.addLayout(self._lists)
        self.hide()

    def show_ledger(self, found: Ledger, goals: Sequence[Goal]) -> None:
        """Show what is open; `goals` are those of the client, to name them."""
        self.setVisible(not found.is_empty)
        if (found, tuple(goals)) == self._shown:
            return
        self._shown = found, tuple(goals)
        empty(self._lists)
        self._add(_("Goals without an agreed task"), [(goal.name, "") for goal in found.without_task])
        self._add(
            _("Tasks the client never agreed to"),
            [(task.details.words, never_words(task, goals)) for task in found.never_agreed],
        )
        self._add(_("Goals not worked on lately"), [(one.goal.name, untouched_words(one)) for one in found.untouched])

    def _add(self, title: str, lines: Sequence[_Line]) -> None:
        if not lines:
            return
        self._lists.addWidget(TextLabel(title, role="name", size="m"))
        for words, fact in lines:
            self._lists.addWidget(RecordLabel(words, privacy=self._privacy, role="detail"))
            if fact:
                self._lists.addWidget(TextLabel(fact, tone="2", size="c"))
        self._lists.addSpacing(8)
