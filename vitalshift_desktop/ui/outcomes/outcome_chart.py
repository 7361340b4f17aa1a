"""The chart of one measure: the whole scale, bands and cut-offs behind it, critical answers in their own lane."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.charts.chart_scale import EDGE
from vitalshift_desktop.ui.charts.stepped_chart import SteppedChart
from vitalshift_desktop.ui.outcomes.outcome_facts import OutcomeFacts
from vitalshift_desktop.ui.outcomes.outcome_paint import paint_answers, paint_behind, paint_line
from vitalshift_desktop.ui.outcomes.outcome_scale import OutcomeScale
from vitalshift_desktop.ui.theme.theme import theme

PLOT = 190
_ANSWERS = 34


class OutcomeChart(SteppedChart):
    """Drawn by itself, not by pyqtgraph: several of them stand on a page and must be there at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes.chart")
        self.facts: OutcomeFacts | None = None
        self.plot_height = theme().scale(PLOT)

    @property
    def scale(self) -> OutcomeScale:
        """Where things lie now."""
        low, high = (self.facts.low, self.facts.high) if self.facts else (0.0, 1.0)
        return OutcomeScale(self.width(), self.plot_height, self.count, self.offset, lanes=0, low=low, high=high)

    def show_facts(self, facts: OutcomeFacts, words: str) -> None:
        """Show these facts; `words` say all of it in a sentence."""
        self.facts, self.count = facts, len(facts.columns)
        self.plot_height = theme().scale(PLOT)
        self.setAccessibleName(words)
        self.told()

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(480), self.scale.bottom + EDGE + self._answers_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.facts is None:
            return
        painter = QPainter(self)
        scale = self.scale
        paint_behind(painter, scale, self.facts, self.chosen)
        paint_line(painter, scale, self.facts)
        paint_answers(painter, scale, self.facts, scale.bottom + EDGE, self._answers_height())

    def _answers_height(self) -> int:
        has_lane = self.facts is not None and self.facts.critical_item is not None
        return theme().scale(_ANSWERS) if has_lane else 0
