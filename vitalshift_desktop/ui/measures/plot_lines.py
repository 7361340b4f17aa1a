"""The two threads and their gaps: one plot that is made once and fed."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, joined
from vitalshift_desktop.ui.measures.chart_scale import EDGE, HIGHEST, ChartScale
from vitalshift_desktop.ui.measures.shown_parts import Part
from vitalshift_desktop.ui.theme.theme import theme


class _Line(Protocol):
    """What is used of a line of pyqtgraph, which has no types."""

    def setData(self, x: object, y: object, *, connect: object) -> None: ...

    def setPen(self, pen: QPen) -> None: ...


class PlotLines:
    """The lines, drawn by pyqtgraph, which is imported when the first chart is made."""

    def __init__(self, parent: QWidget) -> None:
        import numpy as np
        import pyqtgraph as pg

        self._np = np
        self._plot = pg.PlotWidget(parent, background=None, enableMenu=False)
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setProperty("role", "plain")
        self._plot.viewport().setAutoFillBackground(False)
        self._plot.getPlotItem().hideButtons()
        self._plot.getPlotItem().setContentsMargins(0, 0, 0, 0)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setDefaultPadding(0)
        for axis in ("left", "bottom", "right", "top"):
            self._plot.hideAxis(axis)
        self._gaps: _Line = pg.PlotCurveItem(antialias=True, connect="pairs")
        self._wide_gaps: _Line = pg.PlotCurveItem(antialias=True, connect="pairs")
        self._you = pg.PlotDataItem(antialias=True, clipToView=True)
        self._client = pg.PlotDataItem(antialias=True, clipToView=True)
        for line in (self._gaps, self._wide_gaps, self._you, self._client):
            self._plot.addItem(line)
        self._plot.show()
        self.restyle()

    @property
    def widget(self) -> QWidget:
        """The one plot widget."""
        plot: QWidget = self._plot
        return plot

    def restyle(self) -> None:
        """Take the colors of the present theme."""
        client, you, surface = (theme().color(name) for name in ("client", "you", "surface"))
        dashes = QPen(you, 1.75)
        dashes.setCosmetic(True)
        dashes.setDashPattern([3.5, 2.3])
        self._you.setPen(dashes)
        self._you.setSymbol("s")
        self._you.setSymbolSize(theme().scale(8))
        self._you.setSymbolPen(_pen(you, 1.75))
        self._you.setSymbolBrush(surface)
        self._client.setPen(_pen(client, 2.5))
        self._client.setSymbol("o")
        self._client.setSymbolSize(theme().scale(10.5))
        self._client.setSymbolPen(_pen(surface, 1.5))
        self._client.setSymbolBrush(client)
        self._gaps.setPen(_pen(theme().color("hair2"), 1.5))
        self._wide_gaps.setPen(_pen(theme().color("text2"), 2))

    def show_facts(self, facts: ChartFacts, parts: frozenset[Part]) -> None:
        """Feed both lines and the connectors between them; what is not among the parts is left empty."""
        columns = facts.columns
        self._feed(self._client, facts, [one.client for one in columns] if Part.CLIENT in parts else [])
        self._feed(self._you, facts, [one.you for one in columns] if Part.YOU in parts else [])
        gaps = list(enumerate(columns)) if Part.GAP in parts else []
        narrow = [(place, one.client, one.you) for place, one in gaps if one.gap and not one.has_wide_gap]
        wide = [(place, one.client, one.you) for place, one in gaps if one.has_wide_gap]
        self._connect(self._gaps, narrow)
        self._connect(self._wide_gaps, wide)

    def fit(self, scale: ChartScale) -> None:
        """Lie exactly over the part of the chart that shows sessions."""
        width = round(scale.right) - scale.gutter
        if width <= 0 or scale.height <= 0:
            return
        self._plot.setGeometry(QRect(scale.gutter, scale.top - EDGE, width, scale.height + 2 * EDGE))
        first = scale.offset / scale.column - 0.5
        over = EDGE * HIGHEST / scale.height
        self._plot.setRange(
            xRange=(first, first + width / scale.column),
            yRange=(-over, HIGHEST + over),
            padding=0,
            disableAutoRange=True,
        )

    def _feed(self, line: _Line, facts: ChartFacts, values: Sequence[float | None]) -> None:
        places, leads_on = joined(facts.columns, values)
        given = [values[place] for place in places]
        line.setData(
            self._np.array(places, dtype=float),
            self._np.array(given, dtype=float),
            connect=self._np.array(leads_on, dtype=bool),
        )

    def _connect(self, curve: _Line, gaps: Sequence[tuple[int, float | None, float | None]]) -> None:
        x = [place for place, _client, _you in gaps for _end in range(2)]
        y = [value for _place, client, you in gaps for value in (client, you)]
        curve.setData(self._np.array(x, dtype=float), self._np.array(y, dtype=float), connect="pairs")


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCosmetic(True)
    return pen
