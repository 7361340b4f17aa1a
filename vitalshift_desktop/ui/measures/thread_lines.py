"""The two threads and their gaps."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.measures.marked_drop import LONGEST_GAP_DAYS
from vitalshift_desktop.ui.charts.plot_lines import CLIENT_LOOK, COUNSELOR_LOOK, PlotLines, joined
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts
from vitalshift_desktop.ui.measures.shown_parts import Part


class ThreadLines(PlotLines):
    """The client's line over the counselor's, and a connector between the two in each session."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._gaps = self.add_connectors("hair2", 1.5)
        self._wide_gaps = self.add_connectors("text2", 2)
        self._you = self.add_line(COUNSELOR_LOOK)
        self._client = self.add_line(CLIENT_LOOK)

    def show_facts(self, facts: ChartFacts, parts: frozenset[Part]) -> None:
        """Feed both lines and the connectors between them; what is not among the parts is left empty."""
        columns = facts.columns
        self._feed(self._client, facts, [one.client for one in columns] if Part.CLIENT in parts else [])
        self._feed(self._you, facts, [one.you for one in columns] if Part.YOU in parts and facts.has_yours else [])
        gaps = list(enumerate(columns)) if Part.GAP in parts and facts.has_yours else []
        narrow = [(place, one.client, one.you) for place, one in gaps if one.gap and not one.has_wide_gap]
        wide = [(place, one.client, one.you) for place, one in gaps if one.has_wide_gap]
        self.connect(self._gaps, narrow)
        self.connect(self._wide_gaps, wide)

    def _feed(self, line: int, facts: ChartFacts, values: list[float | None]) -> None:
        days = [column.day for column in facts.columns]
        self.feed(line, values, joined(days, values, LONGEST_GAP_DAYS))
