"""The board of first sessions: cells that the arrow keys step through, each with one act."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.ui.insights.board_model import BoardModel
from vitalshift_desktop.ui.insights.board_words import Column, headings
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.words import _

_ROW = 40
_HEAD = 30
_SIDE = 8
_NAME = 150
_SCROLL_BAR = 12
Index = QModelIndex | QPersistentModelIndex


class _Cell(QStyledItemDelegate):
    """Paints a hairline below, what deserves a look in words and tint, and the ring around the chosen cell."""

    def __init__(self, model: BoardModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().scale(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self._model.words(index.row(), index.column())
        rect: QRect = option.rect
        painter.save()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, theme().color("sel"))
        elif words.is_lit:
            painter.fillRect(rect.adjusted(1, 1, -1, -2), theme().color("attnbg"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("hair"))
        is_name = index.column() == Column.CLIENT
        painter.setFont(theme().font("body" if is_name else "detail", bold=words.is_lit))
        painter.setPen(theme().color("attn" if words.is_lit else "text"))
        side = theme().scale(_SIDE)
        inside = rect.adjusted(side, 0, -side, 0)
        shown = painter.fontMetrics().elidedText(words.brief, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if is_chosen and self._view.hasFocus():
            painter.setPen(QPen(theme().color("ring"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()


class BoardTable(QTableView):
    """As high as its rows, so that the page scrolls as one; `moved` and `acted` tell row and column."""

    moved = Signal(int, int)
    acted = Signal(int, int)

    def __init__(self, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = model
        self.setObjectName("insights.board")
        self.setAccessibleName(_("First five sessions"))
        self.setModel(model)
        self.setItemDelegate(_Cell(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)
        theme().changed.connect(self.fit)

    def fit(self) -> None:
        """Make columns as wide and rows as high as the text size asks for."""
        header = self.horizontalHeader()
        header.setFixedHeight(theme().scale(_HEAD))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme().scale(_ROW))
        metrics = QFontMetrics(theme().font("detail", bold=True))
        samples = dict.fromkeys(range(1, EARLY_SESSIONS + 1), "◇ 10.0")
        agreed = _("{agreed} of {n} agreed").format(agreed=9, n=9)
        samples |= {Column.AGREEMENT: _("Agreement"), Column.GOALS: agreed, Column.TASKS: agreed}
        samples |= {Column.REVIEW_3: _("Review {n}").format(n=3), Column.REVIEW_5: _("Review {n}").format(n=5)}
        samples |= {Column.NEXT: "28 Nov"}
        for column in range(len(headings())):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            wide = metrics.horizontalAdvance(samples.get(column, "")) + 2 * theme().scale(_SIDE) + theme().scale(4)
            header.resizeSection(column, wide if column in samples else theme().scale(_NAME))
        room = self.width() - header.length()
        if room > 0:
            header.resizeSection(Column.CLIENT, theme().scale(_NAME) + room)
        self.setFixedHeight(self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def sizeHint(self) -> QSize:
        rows = self._board.rowCount() * theme().scale(_ROW)
        bar = _SCROLL_BAR if self.horizontalHeader().length() > self.width() else 0
        return QSize(theme().scale(560), theme().scale(_HEAD) + rows + bar + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._board.rowCount():
            self.setCurrentIndex(self._board.index(0, 0))

    def _act(self, index: QModelIndex) -> None:
        if index.isValid():
            self.acted.emit(index.row(), index.column())

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit(current.row(), current.column())

    def _on_double_click(self, index: QModelIndex) -> None:
        self._act(index)
