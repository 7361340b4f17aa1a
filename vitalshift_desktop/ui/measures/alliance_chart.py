"""The alliance chart: both threads over the sessions, stepped through with the arrow keys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.charts.chart_scale import EDGE, ChartScale
from vitalshift_desktop.ui.charts.stepped_chart import SteppedChart
from vitalshift_desktop.ui.measures.chart_backdrop import paint_backdrop
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts
from vitalshift_desktop.ui.measures.marks_overlay import MarksOverlay
from vitalshift_desktop.ui.measures.shown_parts import ALL_PARTS, Part
from vitalshift_desktop.ui.measures.thread_lines import ThreadLines
from vitalshift_desktop.ui.theme.theme import theme


class AllianceChart(SteppedChart):
    """One tab stop with the whole course as its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alliance.chart")
        self.facts = ChartFacts()
        self._parts = ALL_PARTS
        self._threads: ThreadLines | None = None
        self._overlay = MarksOverlay(self)

    @property
    def scale(self) -> ChartScale:
        """Where things lie now."""
        return ChartScale(self.width(), self.plot_height, self.count, self.offset, self.facts.lanes)

    def show_facts(self, facts: ChartFacts, parts: frozenset[Part], words: str) -> None:
        """Show these facts, of the parts that are wanted; `words` say all of it in a sentence."""
        self.facts, self._parts, self.count = facts, parts, len(facts.columns)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if facts.has_scores else Qt.FocusPolicy.NoFocus)
        if facts.has_scores and self._threads is None:
            self.lines = self._threads = ThreadLines(self)
            self._overlay.raise_()
        if self._threads is not None:
            self._threads.show_facts(facts, parts)
        self.told()

    def arrange(self) -> None:
        """Lay lines and marks where the scale puts them."""
        super().arrange()
        if self.lines is not None:
            self.lines.widget.setVisible(self.facts.has_scores)
        self._overlay.setGeometry(self.rect())
        self._overlay.show_facts(self.facts, self._parts, self.scale)

    def sizeHint(self) -> QSize:
        foot = EDGE if self.facts.has_scores else theme().scale(34)
        return QSize(theme().scale(480), self.scale.bottom + foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_backdrop(painter, self.scale, self.facts, with_range=Part.RANGE in self._parts, chosen=self.chosen)
