"""The backups that were made, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.vault.backup_row import BackupRow
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _

SHOWN_AT_FIRST = 8


class BackupList(QWidget):
    """Shows a few; the rest on demand. `restore_wanted` carries the row that was pressed."""

    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vault.backups")
        self._heading = SectionHeading(_("Backups"))
        self._shows_all = False
        self.rows: list[BackupRow] = []
        self._lines: list[Hairline] = []
        self.all = LinkButton(_("Show all"))
        self.all.setObjectName("vault.backups.all")
        self.all.clicked.connect(self._on_all)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addLayout(self._list)
        column.addLayout(left(self.all))

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """Show these backups."""
        empty(self._list)
        self.rows = list(rows)
        self._heading.show_count(len(rows) or None)
        if not rows:
            self._list.addSpacing(8)
            self._list.addWidget(TextLabel(_("None yet."), tone="2", size="m"))
        self._lines = [Hairline() for _row in rows]
        for row, line in zip(rows, self._lines, strict=True):
            row.restore_wanted.connect(self.restore_wanted)
            self._list.addWidget(row)
            self._list.addWidget(line)
        self._fit()

    def _on_all(self) -> None:
        self._shows_all = True
        self._fit()
        self.rows[SHOWN_AT_FIRST].restore.setFocus()

    def _fit(self) -> None:
        most = len(self.rows) if self._shows_all else SHOWN_AT_FIRST
        for place, row in enumerate(self.rows):
            row.setVisible(place < most)
            self._lines[place].setVisible(place < most)
        self.all.setVisible(len(self.rows) > most)
