"""A chart as one tab stop, stepped through with the arrow keys, lines and marks on one scale."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.charts.chart_scale import EDGE, FITTING, ChartScale
from vitalshift_desktop.ui.charts.plot_lines import PlotLines
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.focus_ring import RingedFocus

LOWEST_PLOT = 210
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class SteppedChart(QWidget):
    """Who extends it sets `count` (of columns), makes `lines` once there is something to draw, and paints behind them.

    `stepped` tells the place the counselor went to, `rescaled` that things lie elsewhere now.
    """

    stepped = Signal(int)
    rescaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self.chosen: int | None = None
        self.offset = 0
        self.plot_height = LOWEST_PLOT
        self.lines: PlotLines | None = None
        self._ring = RingedFocus(self, 6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._on_theme)

    @property
    def scale(self) -> ChartScale:
        """Where things lie now; who has other lanes or another axis extends it."""
        return ChartScale(self.width(), self.plot_height, self.count, self.offset)

    @property
    def plot(self) -> QWidget | None:
        """The one plot widget, None until there was something to draw."""
        return self.lines.widget if self.lines else None

    def arrange(self) -> None:
        """Lay lines and marks where the scale puts them; who extends it adds its marks."""
        if self.lines is not None:
            self.lines.widget.setVisible(self.count > 0)
            self.lines.fit(self.scale)
        self.update()

    def told(self) -> None:
        """To be called when other facts are shown: the chosen column may be gone, and sizes may differ."""
        if self.chosen is not None and self.chosen >= self.count:
            self.chosen = None
        self.updateGeometry()
        self.arrange()
        self.rescaled.emit()

    def show_offset(self, offset: int) -> None:
        """Scroll by so many pixels, together with the table."""
        self.offset = offset
        self.arrange()

    def set_plot_height(self, height: int) -> None:
        """Make the plot this high."""
        if height != self.plot_height:
            self.plot_height = height
            self.updateGeometry()
            self.arrange()

    def choose(self, place: int | None) -> None:
        """Show that this column is read out, without telling anybody."""
        self.chosen = place
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(480), self.scale.bottom + EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().scale(280), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
        self.rescaled.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.come(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step_to(self._neighbour(_STEPS[key]))
        elif key in _PAGES:
            self.step_to(self._neighbour(_PAGES[key] * min(FITTING, max(1, len(self.scale.places()) - 1))))
        elif key == Qt.Key.Key_Home:
            self.step_to(0)
        elif key == Qt.Key.Key_End:
            self.step_to(self.count - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if event.button() == Qt.MouseButton.LeftButton and self.scale.gutter <= x <= self.scale.right:
            self.step_to(self.scale.place_at(x))

    def step_to(self, place: int) -> None:
        """Go to a column and tell it; one that is not there is left alone."""
        if 0 <= place < self.count:
            self.choose(place)
            self.stepped.emit(place)

    def _neighbour(self, step: int) -> int:
        last = self.count - 1
        if self.chosen is None:
            return last if step < 0 else 0
        return max(0, min(last, self.chosen + step))

    def _on_theme(self) -> None:
        if self.lines is not None:
            self.lines.restyle()
        self.updateGeometry()
        self.arrange()
        self.rescaled.emit()
