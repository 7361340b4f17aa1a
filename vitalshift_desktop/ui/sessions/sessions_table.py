"""The table of one client's sessions: arrows lead through it, keys mark attendance, Enter opens the note."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.session_commands import KEYS, SessionCommand
from vitalshift_desktop.ui.sessions.sessions_model import NOTE_COLUMN, SessionRow, SessionsModel
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.words import _

ROW_HEIGHT = 38
Index = QModelIndex | QPersistentModelIndex


class _Cell(QStyledItemDelegate):
    """Paints words, a hairline below, the selected row, and the ring around it while the keyboard is here."""

    def __init__(self, view: "SessionsTable") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.fontMetrics.horizontalAdvance(str(index.data() or ""))
        return QSize(width + theme().scale(24), theme().scale(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, theme().color("sel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("hair"))
        painter.setFont(theme().font("body" if index.column() < 2 else "detail"))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        side = theme().scale(8)
        inside = rect.adjusted(side, 0, -side, 0)
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if is_selected and self._view.by_keyboard and self._view.hasFocus():
            painter.setPen(QPen(theme().color("ring"), 2))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class SessionsTable(QTableView):
    """One row is selected at a time."""

    asked = Signal(object, object)
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = SessionsModel(self)
        self.by_keyboard = False
        self.setObjectName("sessions.table")
        self.setAccessibleName(_("Sessions"))
        self.setModel(self._rows)
        self.setItemDelegate(_Cell(self))
        self._set_up()
        self.doubleClicked.connect(self._on_double_click)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Make the rows as high, and the columns as wide, as the text size asks for."""
        self.verticalHeader().setDefaultSectionSize(theme().scale(ROW_HEIGHT))
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

    def select_first(self) -> SessionLine | None:
        """Select the newest session, if there is one."""
        self.setCurrentIndex(self._rows.index(0, 0) if self._rows.rowCount() else QModelIndex())
        return self.line()

    def select(self, session_id: SessionId) -> None:
        """Select this session, if it is here."""
        place = self._rows.place_of(session_id)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        command = KEYS.get(Qt.Key(event.key()))
        line = self.line()
        if command and line and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.asked.emit(command, line)
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid():
            self.select_first()

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
