import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.measures.courses import CLIENT, course
from tests.ui.measures.pages import DROP, MARKER, cell, rated, record_talk, spoken
from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.measures.chart_facts import chart_facts
from vitalshift_desktop.ui.measures.score_twin import Line
from vitalshift_desktop.ui.measures.shown_parts import Part
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn


def test_stepping_reads_each_session_out_and_shows_it_in_the_table(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    page.focus_first()
    assert QApplication.focusWidget() is page.chart
    assert "arrow keys" in page.readout.text()
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    assert page.readout.text().startswith("Session 7, ")
    assert "Maren 4.0, you 7.0, gap +3.0." in page.readout.text()
    assert page.readout.text().endswith("Marked drop. Given: alone.")
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    assert page.readout.text().startswith("Session 6, ")


def test_series_switch_chart_and_table_and_leave_the_range_out(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    score = page.controls.series_choice.findChildren(QPushButton)[0]
    QTest.keyClick(score, Qt.Key.Key_Right)
    assert page.controls.series is Series.GOALS
    assert page.chart.facts.series is Series.GOALS
    assert cell(page, Line.CLIENT, 6) == "4"
    assert not page.controls.boxes[Part.RANGE].isEnabled()
    assert "score only" in page.controls.boxes[Part.RANGE].toolTip()
    assert Part.RANGE not in page.controls.parts


def test_the_legend_takes_parts_away_by_keyboard(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    QTest.keyClick(page.controls.boxes[Part.YOU], Qt.Key.Key_Space)
    assert {Part.CLIENT, Part.GAP, Part.RANGE} == page.controls.parts - {Part.NOTES, Part.EVENTS}


def test_an_empty_page_says_what_will_be_here_and_leads_to_the_note(
    page: AlliancePage, world: World, desk: Desk, qtbot: QtBot
) -> None:
    client = world.client("Anselm V.")
    page.show_client(client.id)
    assert page.empty.isVisible()
    assert "from Anselm" in page.empty.what.text()
    assert not page.empty.enter.isVisible()
    assert not page.table.isVisible()
    assert page.chart.plot is None
    session = world.held(client, -1)
    assert page.empty.enter.isVisible()
    with qtbot.waitSignal(desk.wishes.note, timeout=1000) as wished:
        QTest.keyClick(page.empty.enter, Qt.Key.Key_Space)
    assert wished.args == [session.id]


def test_a_checkin_given_elsewhere_is_shown_at_once(page: AlliancePage, world: World) -> None:
    client = world.client("Anselm V.")
    page.show_client(client.id)
    session = world.held(client, -1)
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (7, 8, 7, 8))
    assert page.words.isVisible()
    assert not page.empty.isVisible()
    assert cell(page, Line.CLIENT, 0) == "7.5"


def test_another_client_is_shown_without_anything_of_the_one_before(page: AlliancePage, world: World) -> None:
    first, second = rated(world, DROP), world.client("Ilse Falk")
    session = world.held(second, -2)
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (6, 6, 6, 6))
    page.show_client(first.id)
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    page.show_client(second.id)
    assert page.chart.chosen is None
    assert page.table.model.columnCount() == 1
    assert "Maren" not in spoken(page)
    assert "Ilse" in page.chart.accessibleName()


def test_with_initials_only_no_name_and_no_word_of_the_record_is_shown(
    page: AlliancePage, world: World, desk: Desk
) -> None:
    client = rated(world, DROP)
    page.show_client(client.id)
    record_talk(page, MARKER)
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    desk.privacy.set_on(True)
    assert "Maren" not in spoken(page)
    assert MARKER not in spoken(page)
    assert "M. T." in spoken(page)
    desk.privacy.set_on(False)
    assert "Maren" in spoken(page)


def test_every_control_has_a_name(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


def test_the_tab_key_walks_through_the_page_in_reading_order(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    page.controls.series_choice.findChildren(QPushButton)[0].setFocus()
    walked = []
    for _step in range(10):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    boxes: list[QWidget] = [box for box in page.controls.boxes.values() if box.isVisible()]
    marks = [page.words.class_mark, page.words.talk, page.words.how]
    assert walked == [*boxes, page.chart, page.table.view, page.entries.add, *marks]


@pytest.mark.parametrize(
    ("width", "size", "beside"), [(1080, 100, True), (968, 100, True), (1080, 200, False), (640, 100, False)]
)
def test_words_stand_beside_the_chart_where_there_is_room(
    page: AlliancePage, world: World, width: int, size: int, beside: bool
) -> None:
    theme().apply(ThemeMode.LIGHT, size)
    page.resize(width, 600)
    page.show_client(rated(world, DROP).id)
    QApplication.processEvents()
    words, chart = page.words.geometry(), page.chart.geometry()
    assert (words.left() > chart.right()) == beside
    assert (words.top() > chart.bottom()) != beside


def test_the_page_goes_away_whole(desk: Desk, world: World, qtbot: QtBot) -> None:
    shown = AlliancePage(desk)
    qtbot.addWidget(shown)
    shown.show_client(rated(world, DROP).id)
    shown.show()
    gone: list[bool] = []
    shown.destroyed.connect(lambda: gone.append(True))  # the page goes first
    shown.deleteLater()
    del shown
    qtbot.waitUntil(lambda: bool(gone))
    gc.collect()
    theme().apply(ThemeMode.DARK)
    desk.privacy.set_on(True)


def test_the_page_and_paper_are_made_from_the_same_course() -> None:
    facts = chart_facts(course(CLIENT))
    assert tuple(column.client for column in facts.columns) == course(CLIENT).client_series()


@pytest.mark.parametrize("width", [820, 968, 1068])
def test_the_chart_has_all_the_height_it_asks_for(page: AlliancePage, world: World, width: int) -> None:
    page.resize(width, 571)
    page.show_client(rated(world, DROP).id)
    QApplication.processEvents()
    assert page.chart.height() >= page.chart.sizeHint().height()
    assert page.chart.scale.y(0) < page.chart.height()


def test_another_clients_page_is_read_from_its_top(page: AlliancePage, world: World) -> None:
    page.resize(1080, 300)
    page.show_client(rated(world, DROP).id)
    QApplication.processEvents()
    (flow,) = page.findChildren(FlowColumn)
    flow.verticalScrollBar().setValue(flow.verticalScrollBar().maximum())
    assert flow.verticalScrollBar().value() > 0
    other = world.client("Odalys P.")
    world.rated(other, DROP, last=-6)
    page.show_client(other.id)
    assert flow.verticalScrollBar().value() == 0
