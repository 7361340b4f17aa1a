import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.checkin_entry import Row, RowState
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.checkin_panel import CheckinPanel


class Rail:
    """The panel with an editor before it, as beside a note; all by keyboard."""

    def __init__(self, desk: Desk, world: World, qtbot: QtBot) -> None:
        self.world = world
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editor = QLineEdit()
        self.panel = CheckinPanel(desk)
        column = QVBoxLayout(self.window)
        column.addWidget(self.editor)
        column.addWidget(self.panel)
        desk.workspace.events.subscribe(self.panel.hear)
        self.client = world.client("Maren Tveit")
        self.session: Session = world.held(self.client)
        self.window.show()
        self.window.activateWindow()
        self.panel.show_session(self.session.id)
        self.panel.focus_first()

    def type(self, keys: str) -> None:
        for key in keys:
            QTest.keyClicks(self.focused, key)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused, key)

    @property
    def focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def typed(self) -> list[int | None]:
        return list(self.panel.you.values)

    @property
    def yours(self) -> Row:
        return self.world.workspace.measures.checkin(self.session.id).you

    @property
    def clients(self) -> Row:
        return self.world.workspace.measures.checkin(self.session.id).client

    @property
    def recorded(self) -> int:
        return self.world.rows()


@pytest.fixture
def rail(desk: Desk, world: World, qtbot: QtBot) -> Rail:
    return Rail(desk, world, qtbot)


def test_your_row_comes_first_and_the_clients_stays_shut_until_it_is_complete(rail: Rail) -> None:
    assert rail.panel.hint.text() == "Yours comes first, before you see Maren’s."
    assert not rail.panel.client.cells[0].isEnabled()
    assert rail.panel.client.cells[0].toolTip().startswith("Opens after your own row")
    rail.type("888")
    assert not rail.panel.client.cells[0].isEnabled()
    assert rail.panel.rows.scores[Rater.COUNSELOR].text() == "3 of 4"
    rail.type("7")
    assert rail.yours == Row((8, 8, 8, 7), RowState.DONE, 7.8)
    assert rail.panel.rows.scores[Rater.COUNSELOR].text() == "7.8"
    assert rail.focused is rail.panel.client.cells[0]


def test_both_rows_are_entered_with_eight_keys(rail: Rail) -> None:
    rail.type("88888765")
    assert rail.yours.answers == (8, 8, 8, 8)
    assert rail.clients == Row((8, 7, 6, 5), RowState.DONE, 6.5)
    assert rail.panel.rows.scores[Rater.CLIENT].text() == "6.5"


def test_skip_mine_is_one_key_is_recorded_and_cannot_be_filled_in_later(rail: Rail) -> None:
    rail.type("8")
    rail.panel.skip.setFocus()
    rail.press(Qt.Key.Key_Space)
    assert rail.yours.state is RowState.SKIPPED
    assert rail.panel.you.values == (None,) * 4
    assert not rail.panel.you.cells[0].isEnabled()
    assert rail.panel.rows.scores[Rater.COUNSELOR].text() == "skipped"
    assert not rail.panel.skip.isVisible()
    rail.type("7777")
    assert rail.clients.score == 7.0


def test_tab_leads_from_the_last_own_cell_to_skip_mine(rail: Rail) -> None:
    for _cell in range(4):
        rail.press(Qt.Key.Key_Tab)
    assert rail.focused is rail.panel.skip


def test_one_then_zero_is_ten(rail: Rail) -> None:
    rail.type("10101010")
    assert rail.yours == Row((10, 10, 10, 10), RowState.DONE, 10.0)


def test_a_waiting_one_in_the_last_cell_stands_when_the_row_is_left_by_tab_or_enter(rail: Rail) -> None:
    rail.type("8881")
    assert rail.yours.state is RowState.EMPTY
    rail.press(Qt.Key.Key_Tab)
    assert rail.yours.answers == (8, 8, 8, 1)
    assert rail.focused is rail.panel.client.cells[0]
    rail.type("8881")
    rail.press(Qt.Key.Key_Return)
    assert rail.clients.answers == (8, 8, 8, 1)


def test_going_back_to_the_note_with_a_waiting_one_records_it_and_leaves_the_focus_there(rail: Rail) -> None:
    rail.type("8881")
    rail.editor.setFocus()
    assert rail.yours.answers == (8, 8, 8, 1)
    assert rail.focused is rail.editor


def test_save_now_records_a_complete_row_with_a_waiting_one_and_a_zero_still_makes_it_ten(rail: Rail) -> None:
    rail.type("8881")
    rail.panel.save_now()
    assert rail.yours.answers == (8, 8, 8, 1)
    rail.type("0")
    assert rail.yours.answers == (8, 8, 8, 10)


def test_save_now_leaves_a_row_with_gaps_unrecorded(rail: Rail) -> None:
    rail.type("88")
    before = rail.recorded
    rail.panel.save_now()
    assert (rail.recorded, rail.yours.state) == (before, RowState.EMPTY)
    assert rail.panel.you.values == (8, 8, None, None)


def test_what_is_being_typed_stays_while_the_panel_looks_again_because_of_other_news(rail: Rail) -> None:
    rail.type("87")
    rail.panel.hear(Changed(Subject.MEASURES, rail.client.id))
    rail.panel.hear(Changed(Subject.NOTES))
    assert rail.panel.you.values == (8, 7, None, None)
    assert rail.focused is rail.panel.you.cells[2]
    rail.type("65")
    assert rail.yours.answers == (8, 7, 6, 5)
    rail.type("9")
    rail.panel.hear(Changed(Subject.MEASURES))
    assert rail.panel.client.values == (9, None, None, None)


def test_an_answer_entered_wrongly_is_corrected_in_place(rail: Rail) -> None:
    rail.type("88887777")
    rail.panel.client.cells[1].setFocus()
    rail.type("5")
    assert rail.clients == Row((7, 5, 7, 7), RowState.DONE, 6.5)
    rail.panel.you.cells[0].setFocus()
    rail.press(Qt.Key.Key_Backspace)
    assert rail.yours.answers == (8, 8, 8, 8)
    rail.panel.hear(Changed(Subject.MEASURES))
    assert rail.panel.you.values == (None, 8, 8, 8)
    rail.type("6")
    assert rail.yours.answers == (6, 8, 8, 8)


def test_correcting_to_ten_does_not_record_a_one_on_the_way(rail: Rail) -> None:
    rail.type("8888")
    before = rail.recorded
    rail.panel.you.cells[2].setFocus()
    rail.type("1")
    assert rail.recorded == before
    rail.type("0")
    assert rail.yours.answers == (8, 8, 10, 8)
    assert rail.recorded == before + 1


def test_after_signing_both_rows_are_sealed(rail: Rail) -> None:
    rail.type("88887777")
    rail.world.signed(rail.session)
    cells = [*rail.panel.you.cells, *rail.panel.client.cells]
    assert not any(cell.isEnabled() for cell in cells)
    assert {cell.toolTip() for cell in cells} == {"Signed with the note."}
    assert rail.panel.hint.text().startswith("Signed with the note.")
    assert not rail.panel.skip.isVisible()
    before = rail.recorded
    rail.panel.save_now()
    assert rail.recorded == before


def test_another_session_begins_with_its_own_rows(rail: Rail) -> None:
    rail.type("88887777")
    other = rail.world.held(rail.client, -7)
    rail.panel.show_session(other.id)
    assert rail.panel.you.values == (None,) * 4
    assert not rail.panel.client.cells[0].isEnabled()
    rail.panel.show_session(rail.session.id)
    assert rail.panel.client.values == (7, 7, 7, 7)


def test_a_complete_row_is_recorded_for_its_own_session_before_another_is_shown(rail: Rail) -> None:
    rail.type("8881")
    other = rail.world.held(rail.client, -7)
    rail.panel.show_session(other.id)
    assert rail.yours.answers == (8, 8, 8, 1)
    assert rail.world.workspace.measures.checkin(other.id).you.state is RowState.EMPTY


def test_what_was_recorded_elsewhere_meanwhile_is_shown(rail: Rail) -> None:
    rail.type("87")
    rail.world.workspace.measures.record_checkin(rail.session.id, Rater.COUNSELOR, (5, 5, 5, 5))
    assert rail.panel.you.values == (5, 5, 5, 5)
    assert rail.panel.client.cells[0].isEnabled()


def test_letters_signs_and_numbers_over_ten_are_not_taken(rail: Rail) -> None:
    rail.type("x-8.")
    assert rail.typed == [8, None, None, None]
    rail.type("1")
    rail.type("2")
    assert rail.typed == [8, 1, 2, None]


def test_every_cell_says_whose_it_is_and_what_was_asked(rail: Rail, desk: Desk) -> None:
    assert rail.panel.you.cells[2].accessibleName() == "You, Bond, 0 to 10"
    assert rail.panel.client.cells[2].accessibleName() == "Maren, Bond, 0 to 10"
    assert rail.panel.client.cells[2].accessibleDescription() == "I trust how my counselor treats me."
    assert rail.panel.you.cells[2].accessibleDescription() == "My client trusts how I treat them."
    desk.privacy.set_on(True)
    assert rail.panel.client.cells[2].accessibleName() == "M. T., Bond, 0 to 10"
    assert "Maren" not in rail.panel.hint.text()


def test_a_long_name_leaves_the_cells_their_place_and_is_read_out_whole(desk: Desk, world: World, qtbot: QtBot) -> None:
    panel = CheckinPanel(desk)
    qtbot.addWidget(panel)
    short = panel.minimumSizeHint().width()
    panel.show_session(world.held(world.client("X" * 200)).id)
    panel.show()
    assert panel.minimumSizeHint().width() < short + 200
    assert "X" * 200 in panel.client.cells[0].accessibleName()
