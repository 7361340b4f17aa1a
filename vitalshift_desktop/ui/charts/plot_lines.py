"""The lines of a chart: one plot that is made once and fed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.charts.chart_scale import EDGE, ChartScale
from vitalshift_desktop.ui.theme.theme import theme


@dataclass(frozen=True, slots=True)
class LineLook:
    """How a line is drawn; colors are tokens, `symbol` is "o" for circles and "s" for squares, sizes are in pixels."""

    color: str
    width: float
    symbol: str
    size: float
    fill: str
    edge: str
    edge_width: float
    dashes: tuple[float, ...] = ()


CLIENT_LOOK = LineLook("client", 2.5, "o", 10.5, fill="client", edge="surface", edge_width=1.5)
COUNSELOR_LOOK = LineLook("you", 1.75, "s", 8, fill="surface", edge="you", edge_width=1.75, dashes=(3.5, 2.3))

Joined = tuple[tuple[int, ...], tuple[bool, ...]]


def joined(days: Sequence[date], values: Sequence[float | None], longest_gap_days: int | None = None) -> Joined:
    """The places that have a value, and for each whether a line leads on to the next one.

    It does not across more than `longest_gap_days` between the two `days`; without that number it always does.
    """
    places = tuple(place for place, value in enumerate(values) if value is not None)
    near = [
        longest_gap_days is None or (days[later] - days[place]).days <= longest_gap_days
        for place, later in pairwise(places)
    ]
    return places, (*near, False) if places else ()


class _Curve(Protocol):
    """What is used of a curve of pyqtgraph, which has no types."""

    def setData(self, x: object, y: object, *, connect: object) -> None: ...

    def setPen(self, pen: QPen) -> None: ...


class _Line(_Curve, Protocol):
    """What is used of a line with symbols."""

    def setSymbol(self, symbol: str) -> None: ...

    def setSymbolSize(self, size: float) -> None: ...

    def setSymbolPen(self, pen: QPen) -> None: ...

    def setSymbolBrush(self, color: QColor) -> None: ...


class PlotLines:
    """The lines, drawn by pyqtgraph, which is imported when the first chart is made.

    Lines and connectors are added once, by `add_line` and `add_connectors`, what is added later lying above, and
    told apart by the number they get; `feed` and `connect` then change what they show.
    """

    def __init__(self, parent: QWidget) -> None:
        import numpy as np
        import pyqtgraph as pg

        self._np = np
        self._pg = pg
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
            self._plot.getAxis(axis).enableAutoSIPrefix(False)  # else it writes a label anew with every size
            self._plot.hideAxis(axis)
        self._lines: list[tuple[_Line, LineLook]] = []
        self._connectors: list[tuple[_Curve, str, float]] = []
        self._plot.show()

    @property
    def widget(self) -> QWidget:
        """The one plot widget."""
        plot: QWidget = self._plot
        return plot

    def add_line(self, look: LineLook) -> int:
        """Add a line that looks so; gives its number."""
        line = self._pg.PlotDataItem(antialias=True, clipToView=True)
        self._plot.addItem(line)
        self._lines.append((line, look))
        _style(line, look)
        return len(self._lines) - 1

    def add_connectors(self, color: str, width: float) -> int:
        """Add short lines between two values of one column, in this token's color; gives their number."""
        curve = self._pg.PlotCurveItem(antialias=True, connect="pairs")
        self._plot.addItem(curve)
        self._connectors.append((curve, color, width))
        curve.setPen(_pen(theme().color(color), width))
        return len(self._connectors) - 1

    def restyle(self) -> None:
        """Take the colors and sizes of the present theme."""
        for line, look in self._lines:
            _style(line, look)
        for curve, color, width in self._connectors:
            curve.setPen(_pen(theme().color(color), width))

    def feed(self, line: int, values: Sequence[float | None], places: Joined) -> None:
        """Show these values, one for each column, joined as `joined` says."""
        at, leads_on = places
        given = [values[place] for place in at]
        self._lines[line][0].setData(
            self._np.array(at, dtype=float),
            self._np.array(given, dtype=float),
            connect=self._np.array(leads_on, dtype=bool),
        )

    def connect(self, connectors: int, pairs: Sequence[tuple[int, float | None, float | None]]) -> None:
        """Show a connector at each of these places, from one value to the other."""
        x = [place for place, _one, _other in pairs for _end in range(2)]
        y = [value for _place, one, other in pairs for value in (one, other)]
        curve = self._connectors[connectors][0]
        curve.setData(self._np.array(x, dtype=float), self._np.array(y, dtype=float), connect="pairs")

    def fit(self, scale: ChartScale) -> None:
        """Lie exactly over the part of the chart that shows columns."""
        width = round(scale.right) - scale.gutter
        if width <= 0 or scale.height <= 0:
            return
        self._plot.setGeometry(QRect(scale.gutter, scale.top - EDGE, width, scale.height + 2 * EDGE))
        first = scale.offset / scale.column - 0.5
        over = EDGE * (scale.high - scale.low) / scale.height
        self._plot.setRange(
            xRange=(first, first + width / scale.column),
            yRange=(scale.low - over, scale.high + over),
            padding=0,
            disableAutoRange=True,
        )


def _style(line: _Line, look: LineLook) -> None:
    pen = _pen(theme().color(look.color), look.width)
    if look.dashes:
        pen.setDashPattern(list(look.dashes))
    line.setPen(pen)
    line.setSymbol(look.symbol)
    line.setSymbolSize(theme().scale(look.size))
    line.setSymbolPen(_pen(theme().color(look.edge), look.edge_width))
    line.setSymbolBrush(theme().color(look.fill))


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCosmetic(True)
    return pen
