"""The alliance chart with its table, drawn anew with another score, beside the bare plot of the same numbers."""

from collections.abc import Callable

import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from tests.benchmarks.beside import Budget, beside
from tests.ui.measures.courses import course
from vitalshift_desktop.ui.charts.twin_table import TwinTable
from vitalshift_desktop.ui.measures.alliance_chart import AllianceChart
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, chart_facts
from vitalshift_desktop.ui.measures.score_twin import score_twin
from vitalshift_desktop.ui.measures.session_words import chart_words
from vitalshift_desktop.ui.measures.shown_parts import ALL_PARTS
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme


def scores(count: int, latest: float) -> tuple[float, ...]:
    return (*(7.0 + (n * 7 % 11) / 4 for n in range(count - 1)), latest)


def our_chart(qtbot: QtBot, count: int) -> Callable[[], None]:
    theme().apply(ThemeMode.LIGHT)
    window, chart, table = QWidget(), AllianceChart(), TwinTable()
    column = QVBoxLayout(window)
    column.addWidget(chart)
    column.addWidget(table)
    chart.rescaled.connect(lambda: table.fit(chart.scale))
    table.scrolled.connect(chart.show_offset)
    qtbot.addWidget(window)
    window.resize(760, 560)
    window.show()
    courses = [course(scores(count, latest), scores(count, 8.0)) for latest in (7.0, 8.0)]
    turn = [0]

    def show(facts: ChartFacts) -> None:
        chart.show_facts(facts, ALL_PARTS, chart_words(facts, "Maren"))
        table.show_twin(score_twin(facts, "Maren"), "Maren", is_other=False)

    def update() -> None:
        turn[0] += 1
        show(chart_facts(courses[turn[0] % 2]))
        window.update()
        QApplication.processEvents()

    update()
    return update


def bare_plot(qtbot: QtBot, count: int) -> Callable[[], None]:
    plot = pg.PlotWidget()
    lines = [plot.plot(pen=pg.mkPen(width=width), symbol=symbol) for width, symbol in ((2, "o"), (1, "s"))]
    qtbot.addWidget(plot)
    plot.resize(760, 400)
    plot.show()
    turn = [0]

    def update() -> None:
        turn[0] += 1
        for line in lines:
            line.setData(list(range(count)), list(scores(count, 7.0 + turn[0] % 2)))
        plot.update()
        QApplication.processEvents()

    update()
    return update


@pytest.mark.parametrize(("count", "milliseconds"), [(50, 16), (500, 45)])
def test_another_score_on_the_chart(benchmark: BenchmarkFixture, qtbot: QtBot, count: int, milliseconds: float) -> None:
    beside(
        benchmark,
        our_chart(qtbot, count),
        bare_plot(qtbot, count),
        Budget(times=2.5, milliseconds=milliseconds),
        rounds=15,
    )
