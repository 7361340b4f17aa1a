"""The alliance chart: both threads over the sessions, stepped through with the arrow keys."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.measures.chart_backdrop import paint_backdrop
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts
from vitalshift_desktop.ui.measures.chart_scale import EDGE, ChartScale
from vitalshift_desktop.ui.measures.marks_overlay import MarksOverlay
from vitalshift_desktop.ui.measures.plot_lines import PlotLines
from vitalshift_desktop.ui.measures.shown_parts import ALL_PARTS, Part
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.focus_ring import RingedFocus

LOWEST_PLOT = 210
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AllianceChart(QWidget):
    """One tab stop; `stepped` tells the place the counselor went to, `rescaled` that things lie elsewhere now."""

    stepped = Signal(int)
    rescaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alliance.chart")
        self.facts = ChartFacts()
        self.chosen: int | None = None
        self._parts = ALL_PARTS
        self._offset = 0
        self._plot_height = LOWEST_PLOT
        self._lines: PlotLines | None = None
        self._overlay = MarksOverlay(self)
        self._ring = RingedFocus(self, 6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._on_theme)

    @property
    def scale(self) -> ChartScale:
        """Where things lie now."""
        facts = self.facts
        return ChartScale(self.width(), self._plot_height, len(facts.columns), self._offset, facts.has_scores)

    @property
    def plot(self) -> QWidget | None:
        """The one plot widget, None until there was something to draw."""
        return self._lines.widget if self._lines else None

    def show_facts(self, facts: ChartFacts, parts: frozenset[Part], words: str) -> None:
        """Show these facts, of the parts that are wanted; `words` say all of it in a sentence."""
        self.facts, self._parts = facts, parts
        self.setAccessibleName(words)
        if self.chosen is not None and self.chosen >= len(facts.columns):
            self.chosen = None
        if facts.has_scores and self._lines is None:
            self._lines = PlotLines(self)
            self._overlay.raise_()
        if self._lines is not None:
            self._lines.show_facts(facts, parts)
        self.updateGeometry()
        self._arrange()
        self.rescaled.emit()

    def show_offset(self, offset: int) -> None:
        """Scroll by so many pixels, together with the table."""
        self._offset = offset
        self._arrange()

    def set_plot_height(self, height: int) -> None:
        """Make the plot this high."""
        if height != self._plot_height:
            self._plot_height = height
            self.updateGeometry()
            self._arrange()

    def choose(self, place: int | None) -> None:
        """Show that this session is read out, without telling anybody."""
        self.chosen = place
        self.update()

    def sizeHint(self) -> QSize:
        foot = EDGE if self.facts.has_scores else theme().scale(34)
        return QSize(theme().scale(480), self.scale.bottom + foot)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().scale(280), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.rescaled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_backdrop(painter, self.scale, self.facts, with_range=Part.RANGE in self._parts, chosen=self.chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.come(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.facts.columns) - 1
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step_to(self._neighbour(_STEPS[key]))
        elif key == Qt.Key.Key_Home:
            self._step_to(0)
        elif key == Qt.Key.Key_End:
            self._step_to(last)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if event.button() == Qt.MouseButton.LeftButton and self.scale.gutter <= x <= self.scale.right:
            self._step_to(self.scale.place_at(x))

    def _neighbour(self, step: int) -> int:
        last = len(self.facts.columns) - 1
        if self.chosen is None:
            return last if step < 0 else 0
        return max(0, min(last, self.chosen + step))

    def _step_to(self, place: int) -> None:
        if 0 <= place < len(self.facts.columns):
            self.choose(place)
            self.stepped.emit(place)

    def _arrange(self) -> None:
        scale = self.scale
        self._overlay.setGeometry(self.rect())
        if self._lines is not None:
            self._lines.widget.setVisible(self.facts.has_scores)
            self._lines.fit(scale)
        self._overlay.show_facts(self.facts, self._parts, scale)
        self.update()

    def _on_theme(self) -> None:
        if self._lines is not None:
            self._lines.restyle()
        self.updateGeometry()
        self._arrange()
        self.rescaled.emit()
