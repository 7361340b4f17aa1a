"""The outcomes tab: there at once, and the chart of 500 forms as quick as that of 60."""

import time
from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from tests.benchmarks.beside import Budget, alone, beside, tell
from tests.domain.examples import FIRST_DAY
from tests.domain.given_forms import forms
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.outcomes import MeasureCourse, measure_courses
from vitalshift_desktop.ui.outcomes.measure_panel import MeasurePanel
from vitalshift_desktop.ui.outcomes.outcomes_page import OutcomesPage
from vitalshift_desktop.ui.privacy import Privacy

_SCORES = (18, 17, 15, 14, 12, 13, 9, 8, 7, 6)


def _course(count: int) -> MeasureCourse:
    (course,) = measure_courses(forms(*(_SCORES * 50)[:count]), (), {}, FIRST_DAY)
    return course


def _painted(panel: MeasurePanel) -> None:
    panel.chart.repaint()
    QApplication.processEvents()


def _shown(course: MeasureCourse, qtbot: QtBot) -> MeasurePanel:
    panel = MeasurePanel(course, Privacy())
    qtbot.addWidget(panel)
    panel.resize(1040, 620)
    panel.show_course(course, "Maren", is_other=True)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_opening_the_outcomes_of_a_client(benchmark: BenchmarkFixture, at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    window = at_sample.computer.window
    ids = {line.client.name: line.client.id for line in at_sample.computer.workspace.clients.lines()}
    at_sample.clients.open("Maren T.")
    page = window.pages.clients.findChild(OutcomesPage)
    assert isinstance(page, OutcomesPage)
    began = time.perf_counter()
    window.open_client(ids["Maren T."], "outcomes")
    QApplication.processEvents()
    tell(benchmark, f"{(time.perf_counter() - began) * 1000:.1f} ms the first time", Budget(milliseconds=100))
    assert len(page.panels) > 1
    await_part("outcomes.chart")

    def again() -> None:
        page.look_again()
        QApplication.processEvents()

    alone(benchmark, again, Budget(milliseconds=50), rounds=15)


@pytest.mark.parametrize(("count", "milliseconds"), [(60, 16), (500, 45)])
def test_a_new_score_among_many(benchmark: BenchmarkFixture, qtbot: QtBot, count: int, milliseconds: int) -> None:
    courses: Sequence[MeasureCourse] = (_course(count), _course(count - 1))
    panel = _shown(courses[0], qtbot)
    turn = iter(range(1000))

    def new_score() -> None:
        panel.show_course(courses[next(turn) % 2], "Maren", is_other=False)
        _painted(panel)

    alone(benchmark, new_score, Budget(milliseconds=milliseconds), rounds=15)


def test_painting_500_forms_takes_as_long_as_painting_60(benchmark: BenchmarkFixture, qtbot: QtBot) -> None:
    many, few = _shown(_course(500), qtbot), _shown(_course(60), qtbot)
    beside(benchmark, lambda: _painted(many), lambda: _painted(few), Budget(times=1.5), rounds=15)
