from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.measures.pages import DROP, cell, rated, spoken
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.measures.score_twin import Line


def test_the_table_holds_the_same_numbers_as_the_course(page: AlliancePage, world: World) -> None:
    client = rated(world, DROP)
    page.show_client(client.id)
    points = world.workspace.alliance.course(client.id).points
    assert page.table.model.columnCount() == len(points) == 7
    for place, point in enumerate(points):
        assert point.client is not None
        assert point.counselor is not None
        assert page.table.model.headerData(place, Qt.Orientation.Horizontal) == str(point.session_no)
        assert float(cell(page, Line.CLIENT, place)) == point.client.score
        assert float(cell(page, Line.YOU, place)) == point.counselor.score
    heads = [page.table.model.headerData(row, Qt.Orientation.Vertical) for row in range(len(Line))]
    assert heads == ["Date", "Maren", "You", "You − Maren"]
    assert cell(page, Line.GAP, 6) == "+3.0"
    assert page.table.model.is_lit(Line.CLIENT, 6)
    assert not page.table.model.is_lit(Line.CLIENT, 5)


def test_the_table_keeps_the_rules_of_a_model(page: AlliancePage, world: World, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(page.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    client = rated(world, DROP)
    page.show_client(client.id)
    world.rated(client, [6], last=-1)
    assert page.table.model.columnCount() == 8
    tester.deleteLater()


def test_numbers_stand_under_their_points(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    header = page.table.view.horizontalHeader()
    for place in range(7):
        middle = (
            header.sectionViewportPosition(place)
            + header.sectionSize(place) / 2
            + page.table.view.verticalHeader().width()
        )
        assert abs(middle - page.chart.scale.x(place)) <= 1


def test_over_fourteen_sessions_chart_and_table_scroll_together_and_begin_at_the_latest(
    page: AlliancePage, world: World
) -> None:
    page.show_client(rated(world, [7] * 17).id)
    QApplication.processEvents()
    bar = page.table.view.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert page.chart.scale.can_see(16)
    assert not page.chart.scale.can_see(0)
    bar.setValue(0)
    assert page.chart.scale.offset == 0
    assert page.chart.scale.can_see(0)
    QTest.keyClick(page.chart, Qt.Key.Key_End)
    assert page.chart.scale.can_see(16)


def test_walking_through_the_table_steps_the_chart(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    page.table.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.table.view, Qt.Key.Key_Left)
    assert page.chart.chosen == 5
    assert page.readout.text().startswith("Session 6, ")


def test_why_a_check_in_is_missing_stands_under_its_session_and_is_read_out(
    page: AlliancePage, world: World, desk: Desk
) -> None:
    client = rated(world, DROP)
    declined = world.held(client, -1)
    world.workspace.measures.not_given(declined.id, CHECKIN, NotGivenReason.OTHER, "Came from the dentist")
    page.show_client(client.id)
    heads = [page.table.model.headerData(row, Qt.Orientation.Vertical) for row in range(page.table.model.rowCount())]
    row = heads.index("Missing")
    assert [page.table.model.index(row, place).data() for place in range(8)] == [""] * 7 + ["other"]
    page.chart.step_to(7)
    assert "no check-in (another reason: Came from the dentist)." in page.readout.text()
    desk.privacy.set_on(True)
    page.look_again()
    page.chart.step_to(7)
    assert "no check-in (another reason)." in page.readout.text()
    assert "dentist" not in spoken(page)
