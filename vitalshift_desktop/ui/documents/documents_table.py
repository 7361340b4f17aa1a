"""The table of one client's attachments: Enter opens one, Delete removes it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.ui.documents.document_words import headings
from vitalshift_desktop.ui.widgets.cells_model import CellsModel, CellsRow
from vitalshift_desktop.ui.widgets.quiet_table import QuietTable
from vitalshift_desktop.words import _

_NAME, _BELONGS = 1, 4


class DocumentsTable(QuietTable):
    """One row is selected at a time."""

    open_wanted = Signal(object)
    remove_wanted = Signal(object)
    menu_wanted = Signal(object, object)

    row_height = 38
    loud = frozenset({_NAME})

    def __init__(self) -> None:
        rows = CellsModel(headings())
        samples = {0: "28 September 2026", 2: _("Picture"), 3: "44.4 MB"}
        super().__init__(_("Documents"), rows, samples, (_NAME, _BELONGS))
        rows.setParent(self)
        self._rows = rows
        self.setObjectName("documents.table")
        self.doubleClicked.connect(self._on_double_click)

    def show_rows(self, rows: Sequence[CellsRow]) -> None:
        """Show these; the selected one stays selected, and after it is gone its neighbor is."""
        chosen, place = self.chosen(), self.currentIndex().row()
        self._rows.show_rows(rows)
        if not rows or chosen is None:
            return
        found = self._rows.place_of(chosen)
        self.setCurrentIndex(self._rows.index(min(place, len(rows) - 1) if found is None else found, 0))

    def chosen(self) -> AttachmentId | None:
        """The selected attachment."""
        index = self.currentIndex()
        return AttachmentId(int(str(self._rows.key_at(index.row())))) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen()
        if chosen is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit(chosen)
        elif chosen is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(chosen)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        chosen = self.chosen()
        if chosen is not None:
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(chosen, event.globalPos() if by_mouse else self.viewport().mapToGlobal(below))

    def _on_double_click(self, _index: QModelIndex) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.open_wanted.emit(chosen)
