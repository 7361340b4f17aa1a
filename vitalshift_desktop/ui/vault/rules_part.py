"""The rules for keeping backups in words, and the way to change them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.vault.rules_form import RulesForm, rules_words
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _


class RulesPart(QWidget):
    """Says what is kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = TextLabel(tone="2", size="m")
        self._words.setObjectName("vault.rules")
        self.change = Button(_("Change the rules…"))
        self.change.setObjectName("vault.rules.change")
        self.change.clicked.connect(self._on_change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionHeading(_("What is kept")))
        column.addWidget(self._words)
        column.addLayout(left(self.change))

    def look_again(self) -> None:
        """Show the rules as they stand."""
        self._words.setText(rules_words(self._desk.workspace.backups.rules()))

    def _on_change(self) -> None:
        form = RulesForm(self._desk, self.window())
        form.saved.connect(self.look_again)
        form.open_from(self.change)
