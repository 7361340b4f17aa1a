"""A table to read: calm rows with a hairline below, one selected at a time, moved through with the keyboard."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vitalshift_desktop.ui.theme.theme import theme

ROW_HEIGHT = 32
_SIDE = 8
Index = QModelIndex | QPersistentModelIndex


class _Cell(QStyledItemDelegate):
    """Paints words, a hairline below, the selected row, and the ring around it while the keyboard is here."""

    def __init__(self, view: "QuietTable") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.fontMetrics.horizontalAdvance(str(index.data() or ""))
        return QSize(width + theme().scale(3 * _SIDE), theme().scale(self._view.row_height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, theme().color("sel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("hair"))
        painter.setFont(theme().font("body" if index.column() in self._view.loud else "detail"))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or theme().color("text"))
        side = theme().scale(_SIDE)
        inside = rect.adjusted(side, 0, -side, 0)
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if is_selected and self._view.by_keyboard and self._view.hasFocus():
            painter.setPen(QPen(theme().color("ring"), 2))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class QuietTable(QTableView):
    """Columns are as wide as their `samples` need; the ones in `wide` share what is left.

    The words of the columns in `loud` are of body size; a cell's color is its model's `ForegroundRole`.
    """

    row_height = ROW_HEIGHT
    loud: frozenset[int] = frozenset()

    def __init__(
        self,
        name: str,
        model: QAbstractTableModel,
        samples: dict[int, str],
        wide: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._samples = samples
        self._wide = wide
        self.by_keyboard = False
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Cell(self))
        self._set_up()
        theme().changed.connect(self.fit_rows)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Make the rows as high, and the columns as wide, as the text size asks for.

        Widths come from samples: to measure the cells would read every row there is.
        """
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme().scale(self.row_height))
        header = self.horizontalHeader()
        for column, sample in self._samples.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self._width_of(sample))
        for column in self._wide:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def select_first(self) -> None:
        """Select the first row, if there is one."""
        model = self.model()
        self.setCurrentIndex(model.index(0, 0) if model.rowCount() else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid():
            self.select_first()

    def _width_of(self, sample: str) -> int:
        return QFontMetrics(theme().font("detail")).horizontalAdvance(sample) + theme().scale(3 * _SIDE)
