"""The table of one client's sessions: arrows lead through it, keys mark attendance, Enter opens the note."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QWidget,
)

from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.session_command import KEYS, SessionCommand
from vitalshift_desktop.ui.sessions.sessions_model import NOTE_COLUMN, SessionRow, SessionsModel
from vitalshift_desktop.ui.widgets.quiet_table import QuietTable
from vitalshift_desktop.words import _


class SessionsTable(QuietTable):
    """One row is selected at a time."""

    asked = Signal(object, object)
    menu_wanted = Signal(object, object)

    row_height = 38
    loud = frozenset({0, 1})

    def __init__(self, parent: QWidget | None = None) -> None:
        rows = SessionsModel()
        super().__init__(_("Sessions"), rows, {}, (NOTE_COLUMN,), parent)
        rows.setParent(self)
        self._rows = rows
        self.setObjectName("sessions.table")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget())
        self.doubleClicked.connect(self._on_double_click)

    def fit_rows(self) -> None:
        """Make the rows as high, and the columns as wide, as text size and words ask for; they are few."""
        super().fit_rows()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NOTE_COLUMN, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: list[SessionRow]) -> None:
        """Show these sessions, newest first; the selected one stays selected."""
        line = self.line()
        self._rows.show_rows(rows)
        if line is not None and self.line() is None:
            self.select(line.session.id)

    def line(self) -> SessionLine | None:
        """The selected session."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()).line if index.isValid() else None

    def select(self, session_id: SessionId) -> None:
        """Select this session, if it is here."""
        place = self._rows.place_of(session_id)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = KEYS.get(Qt.Key(event.key()))
        line = self.line()
        if command and line and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.by_keyboard = True
            self.asked.emit(command, line)
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line = self.line()
        if line is not None:
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(line, event.globalPos() if by_mouse else self.viewport().mapToGlobal(below))

    def _on_double_click(self, _index: QModelIndex) -> None:
        line = self.line()
        if line is not None:
            self.asked.emit(SessionCommand.NOTE, line)
