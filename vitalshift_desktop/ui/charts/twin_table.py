"""The table under a chart, its numbers under the chart's points."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
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

from vitalshift_desktop.ui.charts.chart_scale import ChartScale
from vitalshift_desktop.ui.charts.twin_model import Twin, TwinModel
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip

_HEAD = 26
_ROW = 24
_SCROLL_BAR = 12


class _Cells(QStyledItemDelegate):
    """Paints a cell: lit where it deserves a look, tinted in the column that is read out."""

    def __init__(self, model: TwinModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.chosen: int | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.twin.rows[index.row()]
        is_lit = row.is_lit(index.column())
        inside: QRect = option.rect.adjusted(0, 0, 0, -1)
        if is_lit or index.column() == self.chosen:
            painter.fillRect(inside, theme().color("attnbg" if is_lit else "sel"))
        painter.setFont(theme().font("detail", bold=is_lit))
        painter.setPen(theme().color("attn" if is_lit else "text2" if row.is_quiet else "text"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().color("ring"), 2))
            painter.drawRect(inside.adjusted(1, 1, -1, -1))


class _Head(QHeaderView):
    """Paints the heads of the columns, or the words of the rows."""

    def __init__(self, orientation: Qt.Orientation, model: TwinModel, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._scores = model
        self.chosen: int | None = None
        self.setProperty("role", "plain")
        self.viewport().setAutoFillBackground(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        words = str(self._scores.headerData(logicalIndex, self.orientation()) or "")
        if self.orientation() is Qt.Orientation.Vertical:
            painter.setFont(theme().font("detail"))
            painter.setPen(theme().color("text2" if self._scores.twin.rows[logicalIndex].is_quiet else "text"))
            words = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 4)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            return
        is_lit = self._scores.twin.is_lit(logicalIndex)
        is_chosen = logicalIndex == self.chosen
        if is_chosen:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme().color("sel"))
        painter.setFont(theme().font("detail", bold=is_lit or is_chosen))
        painter.setPen(theme().color("attn" if is_lit else "text" if is_chosen else "text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


class _Corner(QWidget):
    """The word over the names of the rows, with the line under it; Qt's own corner would cover both."""

    def __init__(self, model: TwinModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().color("hair2"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setFont(theme().font("detail"))
        painter.setPen(theme().color("text2"))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._model.twin.corner
        )


class TwinTable(QWidget):
    """The table twin; `scrolled` tells by how many pixels, `stepped` where the counselor went in it."""

    scrolled = Signal(int)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TwinModel(self)
        self._scale = ChartScale(0, 0, 1)
        self._at_end = True
        self.view = QTableView(self)
        self._corner = _Corner(self.model, self)
        self._cells = _Cells(self.model, self)
        self._across = _Head(Qt.Orientation.Horizontal, self.model, self.view)
        self._down = _Head(Qt.Orientation.Vertical, self.model, self.view)
        self._build()
        bar = self.view.horizontalScrollBar()
        bar.valueChanged.connect(self.scrolled)
        bar.rangeChanged.connect(self._on_range)
        bar.actionTriggered.connect(self._on_moved)
        self.view.selectionModel().currentColumnChanged.connect(self._on_current)

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._cells)
        self.view.setHorizontalHeader(self._across)
        self.view.setVerticalHeader(self._down)
        self.view.setCornerButtonEnabled(False)
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_twin(self, twin: Twin, name: str, *, is_other: bool) -> None:
        """Show this table, called so; another client's begins at its latest column."""
        self._at_end = self._at_end or is_other
        self.model.show_twin(twin)
        self._on_range(0, self.view.horizontalScrollBar().maximum())
        self.view.setAccessibleName(name)
        self._corner.update()

    def explain(self, words: str) -> None:
        """What the names of the rows mean, as their tool tip."""
        self._down.setToolTip(plain_tip(words))

    def fit(self, scale: ChartScale) -> None:
        """Take the columns of the chart above."""
        self._scale = scale
        self._across.setFixedHeight(theme().scale(_HEAD))
        self._down.setFixedWidth(scale.gutter)
        for place in range(self.model.columnCount()):
            self._across.resizeSection(place, scale.section(place))
        self._down.setDefaultSectionSize(theme().scale(_ROW))
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scale.is_scrolling else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.view.setHorizontalScrollBarPolicy(bar)
        self.setFixedHeight(self.sizeHint().height())
        self.view.setGeometry(0, 0, round(scale.right), self.height())
        self._corner.setGeometry(0, 0, scale.gutter, theme().scale(_HEAD))
        self._corner.raise_()
        self.view.horizontalScrollBar().setSingleStep(max(1, round(scale.column)))

    def choose(self, place: int | None) -> None:
        """Tint the column that is read out and bring it into view."""
        self._cells.chosen = self._across.chosen = place
        if place is not None:
            self._at_end = False
            self.view.scrollTo(self.model.index(0, place))
        self.view.viewport().update()
        self._across.viewport().update()

    def scroll_to(self, offset: int) -> None:
        """Bring the part into view that begins so many pixels from the first column."""
        self._at_end = False
        self.view.horizontalScrollBar().setValue(offset)

    def sizeHint(self) -> QSize:
        bar = _SCROLL_BAR if self._scale.is_scrolling else 0
        return QSize(theme().scale(480), theme().scale(_HEAD) + self.model.rowCount() * theme().scale(_ROW) + bar + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines between the rows, from end to end."""
        painter = QPainter(self)
        head, row = theme().scale(_HEAD), theme().scale(_ROW)
        for line in range(self.model.rowCount()):
            painter.setPen(theme().color("hair" if line else "hair2"))
            painter.drawLine(0, head + line * row - 1, self.width(), head + line * row - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self._scale.is_scrolling:
            event.ignore()  # the page scrolls
            return True
        if event.type() == QEvent.Type.FocusIn and not self.view.currentIndex().isValid():
            first = min(1, self.model.rowCount() - 1)
            self.view.setCurrentIndex(self.model.index(first, max(0, self.model.columnCount() - 1)))
        return super().eventFilter(watched, event)

    def _on_range(self, _lowest: int, highest: int) -> None:
        """The latest columns stay in view until the counselor scrolls away from them."""
        if self._at_end:
            self.view.horizontalScrollBar().setValue(highest)

    def _on_moved(self, _action: int) -> None:
        self._at_end = False

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and self.view.hasFocus():
            self.stepped.emit(current.column())
