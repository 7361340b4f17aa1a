import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.measures.courses import CLIENT, YOU, course
from vitalshift_desktop.domain.alliance import AllianceCourse, Series
from vitalshift_desktop.ui.charts.chart_scale import ChartScale
from vitalshift_desktop.ui.measures.alliance_chart import AllianceChart
from vitalshift_desktop.ui.measures.chart_facts import chart_facts
from vitalshift_desktop.ui.measures.session_words import chart_words
from vitalshift_desktop.ui.measures.shown_parts import ALL_PARTS, Part
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme

LONG = tuple(7.0 + (n * 7 % 11) / 10 for n in range(500))


@pytest.fixture
def chart(qtbot: QtBot) -> AllianceChart:
    theme().apply(ThemeMode.LIGHT)
    made = AllianceChart()
    qtbot.addWidget(made)
    made.resize(736, made.sizeHint().height())
    made.show()
    return made


def draw(chart: AllianceChart, shown: AllianceCourse, parts: frozenset[Part] = ALL_PARTS) -> None:
    facts = chart_facts(shown)
    chart.show_facts(facts, parts, chart_words(facts, "Maren"))


def has_color(chart: AllianceChart, at: QPoint, token: str, around: int = 5) -> bool:
    """Whether this color is to be seen near a point of the chart."""
    picture, wanted = chart.grab().toImage(), theme().color(token)
    near = [
        QColor(picture.pixel(x, y))
        for x in range(max(0, at.x() - around), min(picture.width(), at.x() + around + 1))
        for y in range(max(0, at.y() - around), min(picture.height(), at.y() + around + 1))
    ]
    return any(
        abs(color.red() - wanted.red()) + abs(color.green() - wanted.green()) + abs(color.blue() - wanted.blue()) < 12
        for color in near
    )


def point(chart: AllianceChart, place: int, value: float) -> QPoint:
    return QPoint(round(chart.scale.x(place)), round(chart.scale.y(value)))


@pytest.mark.parametrize(
    "client",
    [
        CLIENT[:5],
        CLIENT,
        CLIENT * 5,
        LONG,
        (7.0, None, 7.5, None, None, 8.0),
        (7.0,),
        (None, None),
        (6.0,) * 9,
        (0.0, 10.0),
    ],
    ids=["five", "twelve", "sixty", "five hundred", "blanks", "one", "none", "all alike", "edges"],
)
@pytest.mark.parametrize(("mode", "size"), [(ThemeMode.LIGHT, 100), (ThemeMode.DARK, 100), (ThemeMode.LIGHT, 200)])
def test_every_score_that_can_be_seen_is_drawn_where_the_scale_puts_it(
    chart: AllianceChart, client: tuple[float | None, ...], mode: ThemeMode, size: int
) -> None:
    theme().apply(mode, size)
    chart.resize(736, chart.sizeHint().height())
    draw(chart, course(client))
    seen = [place for place in range(len(client)) if chart.scale.can_see(place)]
    for place in seen[:4]:
        column = chart.facts.columns[place]
        if column.client is not None:
            assert has_color(chart, point(chart, place, column.client), "client")
    assert (chart.plot is not None) == any(score is not None for score in client)


def test_scrolled_to_the_middle_the_points_still_stand_where_the_scale_puts_them(chart: AllianceChart) -> None:
    draw(chart, course(LONG))
    chart.show_offset(round(200 * chart.scale.column))
    assert chart.scale.can_see(203)
    for place in (202, 203, 206):
        assert has_color(chart, point(chart, place, chart.facts.columns[place].client or 0.0), "client")
    assert not has_color(chart, point(chart, 203, 3.0), "client")


def test_both_threads_the_gap_and_the_ring_are_drawn(chart: AllianceChart) -> None:
    draw(chart, course(CLIENT, YOU, talked=[8]))
    assert has_color(chart, point(chart, 6, 7.8), "you")
    assert has_color(chart, point(chart, 6, 6.0), "mark", around=2)
    assert has_color(chart, point(chart, 6, 5.0) + QPoint(0, 9), "mark", around=2)
    assert has_color(chart, point(chart, 1, 6.5), "client")


@pytest.mark.parametrize(("part", "token"), [(Part.CLIENT, "client"), (Part.YOU, "you")])
def test_a_part_that_is_left_out_is_gone(chart: AllianceChart, part: Part, token: str) -> None:
    shown = course(CLIENT, YOU)
    at = point(chart, 1, 6.5 if part is Part.CLIENT else 7.5)
    draw(chart, shown)
    at = point(chart, 1, 6.5 if part is Part.CLIENT else 7.5)
    assert has_color(chart, at, token)
    draw(chart, shown, ALL_PARTS - {part})
    assert not has_color(chart, at, token)


def test_the_plot_is_made_once_and_fed(chart: AllianceChart) -> None:
    draw(chart, course(CLIENT, YOU))
    first = chart.plot
    draw(chart, course(CLIENT[:3]))
    draw(chart, AllianceCourse())
    assert first is not None
    assert not first.isVisible()
    draw(chart, course(CLIENT * 3))
    assert chart.plot is first
    assert first.isVisible()


def test_pyqtgraph_is_not_imported_before_the_first_chart() -> None:
    code = "import sys, vitalshift_desktop.ui.measures.alliance_page; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_arrow_keys_home_and_end_step_through_the_sessions(chart: AllianceChart) -> None:
    draw(chart, course(CLIENT))
    steps: list[int] = []
    chart.stepped.connect(steps.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(chart, key)
    assert steps == [11, 10, 0, 0, 1, 11]


def test_a_click_steps_to_the_session_under_it(chart: AllianceChart) -> None:
    draw(chart, course(CLIENT))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=point(chart, 4, 3.0))
    assert chart.chosen == 4
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
    assert chart.chosen == 4


def test_a_click_where_no_session_was_held_does_nothing(chart: AllianceChart) -> None:
    draw(chart, course(CLIENT[:3]))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=point(chart, 8, 3.0))
    assert chart.chosen is None


def test_stepping_in_an_empty_chart_does_nothing(chart: AllianceChart) -> None:
    draw(chart, AllianceCourse())
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.chosen is None


def test_the_chart_is_one_tab_stop_with_its_sentence_as_name(chart: AllianceChart) -> None:
    draw(chart, course(CLIENT, YOU))
    assert chart.accessibleName().startswith("Alliance chart of Maren and you")
    assert chart.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert chart.plot is not None
    assert chart.plot.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_axis_is_always_the_whole_one() -> None:
    scale = ChartScale(736, 250, 12)
    assert (scale.y(10.0), scale.y(0.0)) == (scale.top, scale.bottom)


def test_up_to_fourteen_sessions_fit_where_there_is_room_and_more_scroll(qtbot: QtBot) -> None:
    theme().apply(ThemeMode.LIGHT)
    assert not ChartScale(800, 250, 14).is_scrolling
    assert ChartScale(800, 250, 15).is_scrolling
    assert ChartScale(400, 250, 12).is_scrolling
    assert not ChartScale(400, 250, 3).is_scrolling


def test_scrolled_columns_are_whole(qtbot: QtBot) -> None:
    theme().apply(ThemeMode.LIGHT)
    scale = ChartScale(736, 250, 60)
    assert scale.seen / scale.column == pytest.approx(round(scale.seen / scale.column))


def test_another_theme_paints_the_lines_anew(chart: AllianceChart) -> None:
    draw(chart, course(CLIENT, YOU))
    theme().apply(ThemeMode.DARK)
    chart.resize(736, chart.sizeHint().height())
    assert has_color(chart, point(chart, 1, 6.5), "client")


def test_items_are_drawn_without_a_ring(chart: AllianceChart) -> None:
    facts = chart_facts(course(CLIENT, YOU), Series.BOND)
    chart.show_facts(facts, ALL_PARTS - {Part.RANGE}, "")
    value = facts.columns[6].client
    assert value is not None
    assert has_color(chart, point(chart, 6, value), "client")
    assert not has_color(chart, point(chart, 6, value) + QPoint(9, 0), "mark", around=1)
