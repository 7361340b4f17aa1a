"""A list of rows with name, second line, icon and something at the right."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from vitalshift_desktop.ui.theme.icons import draw_icon
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.rows_model import Row, RowsModel

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_SIDE = 10
_ICON = 16
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Paints one row; it only paints what the row says."""

    def __init__(self, rows: RowsModel, row_height: int, view: "RowsList") -> None:
        super().__init__(view)
        self._rows = rows
        self._view = view
        self._row_height = row_height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().scale(120), theme().scale(self._row_height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row_at(index.row())
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option.state)
        inside = rect.adjusted(theme().scale(_SIDE), 0, -theme().scale(_SIDE), 0)
        upper = inside
        if row.detail:
            upper = QRect(inside.left(), inside.top() + theme().scale(3), inside.width(), theme().scale(24))
            painter.setFont(theme().font("detail"))
            painter.setPen(theme().color("text2"))
            lower = QRect(inside.left(), upper.bottom() - theme().scale(3), inside.width(), theme().scale(22))
            painter.drawText(lower, _LEFT_MIDDLE, _cut(painter, row.detail, lower.width()))
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_upper(painter, upper, row, is_selected)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the whole row in words as a tip, since a long name may be cut."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            # A tip guesses at HTML, so what people wrote goes in with its angle brackets made harmless.
            words = self._rows.row_at(index.row()).spoken.replace("&", "&amp;").replace("<", "&lt;")
            QToolTip.showText(event.globalPos(), f"<span>{words}</span>", view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        ground = QRectF(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme().color("sel"))
            painter.drawRoundedRect(ground, 5, 5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme().color("hover"))
            painter.drawRoundedRect(ground, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("ring"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5)

    def _paint_upper(self, painter: QPainter, rect: QRect, row: Row, is_selected: bool) -> None:
        painter.setFont(theme().font("detail"))
        painter.setPen(theme().color(row.right_tone or "text2"))
        painter.drawText(rect, _RIGHT_MIDDLE, row.right)
        used = QFontMetrics(theme().font("detail")).horizontalAdvance(row.right) + theme().scale(8) if row.right else 0
        icon = theme().scale(_ICON)
        room = rect.width() - used - (icon + theme().scale(8) if row.icon else 0)
        painter.setFont(theme().font("body", bold=is_selected))
        painter.setPen(theme().color("text"))
        words = _cut(painter, row.text, room)
        painter.drawText(rect, _LEFT_MIDDLE, words)
        if row.icon:
            left = rect.left() + painter.fontMetrics().horizontalAdvance(words) + theme().scale(8)
            place = QRectF(left, rect.center().y() + 1 - icon / 2, icon, icon)
            draw_icon(painter, place, row.icon, theme().color(row.icon_tone))


class RowsList(QListView):
    """A list that is moved through with arrows or typed letters; `opened` and `moved` tell only what the user did."""

    opened = Signal(object)
    moved = Signal(object)

    def __init__(self, name: str, *, row_height: int = 50, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowsModel(parent=self)
        self._is_silent = False
        self.by_keyboard = False
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(self._rows, row_height, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._on_opened)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; selection and scroll stay where they can."""
        self._is_silent = True
        self._rows.show_rows(rows)
        self._is_silent = False

    def select(self, key: object) -> None:
        """Select the row with this key, or none, without telling anybody."""
        place = self._rows.place_of(key)
        self._is_silent = True
        self.setCurrentIndex(QModelIndex() if place is None else self._rows.index(place))
        self._is_silent = False

    def selected_key(self) -> object | None:
        """The key of the selected row, or None."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()).key if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid() and self._rows.rows and self.by_keyboard:
            self.select(self._rows.row_at(0).key)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.row_at(index.row()).key)

    def _on_current(self, index: QModelIndex) -> None:
        if not self._is_silent and index.isValid():
            self.moved.emit(self._rows.row_at(index.row()).key)


def _cut(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, width))
