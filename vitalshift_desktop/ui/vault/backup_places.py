"""The list of places that backups go to; a folder dragged onto it becomes one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.vault.backup_place_row import BackupPlaceRow
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class BackupPlaces(QWidget):
    """Rows with a line between; without any it says what to do."""

    add_wanted = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vault.places")
        self.setAcceptDrops(True)
        self.add = Button(_("Add a place…"))
        self.add.setObjectName("vault.place.add")
        self.add.clicked.connect(self._on_add)
        self.rows: list[BackupPlaceRow] = []
        self._heading = SectionHeading(_("Places"), action=self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addLayout(self._list)

    def show_rows(self, rows: Sequence[BackupPlaceRow]) -> None:
        """Show these places; the focus stays at the same control of the same place, or goes to the next one."""
        held = self._focused()
        empty(self._list)
        self.rows = list(rows)
        self._heading.show_count(len(rows) or None)
        self.add.show_variant("" if rows else "primary")
        if not rows:
            words = _("None yet. Add a USB stick or a folder on another drive, or drag one here.")
            self._list.addSpacing(8)
            self._list.addWidget(TextLabel(words, tone="2", size="m"))
        for row in rows:
            self._list.addWidget(row)
            row.show()  # a layout would show it later, and until then it could not take the focus
            self._list.addWidget(Hairline())
        self._focus(held)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _folder_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folder = _folder_of(event)
        if folder is not None:
            event.acceptProposedAction()
            self.dropped.emit(folder)

    def _focused(self) -> tuple[int, str] | None:
        for number, row in enumerate(self.rows):
            for part in (row.remove, row.tick):
                if part.hasFocus():
                    return number, part.objectName()
        return None

    def _focus(self, held: tuple[int, str] | None) -> None:
        if held is None:
            return
        if not self.rows:
            self.add.setFocus()
            return
        row = self.rows[min(held[0], len(self.rows) - 1)]
        (row.tick if held[1] == row.tick.objectName() else row.remove).setFocus()

    def _on_add(self) -> None:
        self.add_wanted.emit()


def _folder_of(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    folder = Path(urls[0].toLocalFile())
    return folder if folder.is_dir() else None
