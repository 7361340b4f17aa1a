from itertools import permutations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.widgets.rows_list import RowsList
from vitalshift_desktop.ui.widgets.rows_model import Row, RowsModel

ANSELM = Row(1, "Anselm V.", "Fri 13 Mar", "Session 2")
CALIX = Row(2, "Calix M.", "Wed 18 Mar", "Session 8", icon="warning-octagon", tip="Answer to review")
MAREN = Row(3, "Maren T.", "Today 13:30", "Session 12")
ODALYS = Row(4, "Odalys P.", "Tue 17 Mar", "Session 15")
ALL = (ANSELM, CALIX, MAREN, ODALYS)


class Ears:
    def __init__(self) -> None:
        self.heard: list[object] = []

    def on_key(self, key: object) -> None:
        self.heard.append(key)


@pytest.fixture
def clients(qtbot: QtBot) -> RowsList:
    made = RowsList("Clients")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show_rows(ALL)
    made.show()
    return made


@pytest.mark.parametrize("wanted", [p for n in range(5) for p in permutations(ALL, n)])
def test_any_rows_can_follow_any_others(qapp: object, wanted: tuple[Row, ...]) -> None:
    model = RowsModel((ODALYS, ANSELM, MAREN))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_rows(wanted)
    assert model.rows == wanted


def test_a_changed_row_is_repainted_and_nothing_else(qtbot: QtBot) -> None:
    model = RowsModel(ALL)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.show_rows((ANSELM, CALIX, Row(3, "Maren T.", "Tomorrow"), ODALYS))
    assert [index.row() for index in changed.args[:2]] == [2, 2]


def test_selection_stays_with_its_row_when_others_come_and_go(clients: RowsList) -> None:
    clients.select(3)
    clients.show_rows((MAREN, ODALYS, Row(5, "Wren A.")))
    assert clients.selected_key() == 3


def test_arrows_move_and_enter_opens(qtbot: QtBot, clients: RowsList) -> None:
    moved, opened = Ears(), Ears()
    clients.moved.connect(moved.on_key)
    clients.opened.connect(opened.on_key)
    clients.select(1)
    QTest.keyClick(clients, Qt.Key.Key_Down)
    QTest.keyClick(clients, Qt.Key.Key_End)
    QTest.keyClick(clients, Qt.Key.Key_Return)
    assert moved.heard == [2, 4]
    assert opened.heard == [4]


def test_typed_letters_find_a_row(qtbot: QtBot, clients: RowsList) -> None:
    clients.select(1)
    QTest.keyClicks(clients, "ma")
    assert clients.selected_key() == 3


def test_selecting_from_outside_tells_nobody(clients: RowsList) -> None:
    moved = Ears()
    clients.moved.connect(moved.on_key)
    clients.select(3)
    clients.select(None)
    clients.show_rows((CALIX,))
    assert moved.heard == []


def test_a_row_is_read_out_whole(clients: RowsList) -> None:
    model = clients.model()
    spoken = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Calix M., Answer to review, Session 8, Wed 18 Mar"


def test_rows_are_painted_in_both_themes(clients: RowsList) -> None:
    assert not clients.grab().isNull()
