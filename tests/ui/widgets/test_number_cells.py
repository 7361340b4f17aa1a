import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.widgets.number_cells import NumberRow


class Page:
    """A row of four cells with a button after it, as a user meets them."""

    def __init__(self, qtbot: QtBot, lowest: int = 0, highest: int = 10) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.row = NumberRow(["goals", "tasks", "bond", "voice"], name="Maren", lowest=lowest, highest=highest)
        self.button = QPushButton("Sign")
        column = QVBoxLayout(self.window)
        column.addWidget(self.row)
        column.addWidget(self.button)
        self.changes = 0
        self.completions = 0
        self.row.changed.connect(self._on_changed)
        self.row.completed.connect(self._on_completed)
        self.window.show()
        self.window.activateWindow()
        self.row.cells[0].setFocus()
        self._qtbot = qtbot

    def type(self, keys: str) -> None:
        for key in keys:
            QTest.keyClicks(self._focused(), key)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focused(), key, held)

    @property
    def place(self) -> int:
        focused = self._focused()
        return next(place for place, cell in enumerate(self.row.cells) if cell is focused)

    def _focused(self) -> QWidget:
        focused = self.window.focusWidget()
        assert focused is not None
        return focused

    def _on_changed(self) -> None:
        self.changes += 1

    def _on_completed(self) -> None:
        self.completions += 1


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_a_digit_fills_its_cell_and_moves_on(page: Page) -> None:
    page.type("87")
    assert page.row.values == (8, 7, None, None)
    assert page.place == 2


def test_one_and_zero_make_ten(page: Page) -> None:
    page.type("10")
    assert page.row.values == (10, None, None, None)
    assert page.place == 1


def test_one_waits_where_it_stands(page: Page) -> None:
    page.type("1")
    assert page.row.values[0] == 1
    assert page.place == 0


def test_another_digit_after_one_belongs_to_the_next_cell(page: Page) -> None:
    page.type("17")
    assert page.row.values == (1, 7, None, None)
    assert page.place == 2


def test_two_ones_fill_two_cells(page: Page) -> None:
    page.type("110")
    assert page.row.values == (1, 10, None, None)


def test_zero_alone_is_a_rating(page: Page) -> None:
    page.type("0000")
    assert page.row.values == (0, 0, 0, 0)


def test_the_last_cell_keeps_the_focus(page: Page) -> None:
    page.type("88886")
    assert page.place == 3
    assert page.row.values == (8, 8, 8, 6)


def test_ten_in_the_last_cell_keeps_the_focus_too(page: Page) -> None:
    page.type("88810")
    assert page.place == 3
    assert page.row.values == (8, 8, 8, 10)


def test_arrows_move_without_changing_anything(page: Page) -> None:
    page.type("8")
    page.press(Qt.Key.Key_Left)
    assert page.place == 0
    page.press(Qt.Key.Key_Left)
    assert page.place == 0
    page.press(Qt.Key.Key_Right)
    assert page.place == 1
    assert list(page.row.values) == [8, None, None, None]


def test_a_waiting_one_that_was_left_is_not_made_ten_later(page: Page) -> None:
    page.type("1")
    page.press(Qt.Key.Key_Right)
    page.press(Qt.Key.Key_Left)
    page.type("0")
    assert page.row.values == (0, None, None, None)


def test_backspace_empties_the_cell(page: Page) -> None:
    page.type("8")
    page.press(Qt.Key.Key_Left)
    page.press(Qt.Key.Key_Backspace)
    assert page.row.values == (None, None, None, None)
    assert page.place == 0


def test_backspace_in_an_empty_cell_empties_the_one_before(page: Page) -> None:
    page.type("87")
    page.press(Qt.Key.Key_Backspace)
    assert list(page.row.values) == [8, None, None, None]
    assert page.place == 1


def test_letters_and_pasted_words_leave_the_cells_alone(page: Page) -> None:
    page.type("x-")
    for text in ("seven", "7 x", "8 11", "1 2 3 4 5", ""):
        QApplication.clipboard().setText(text)
        page.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.row.values == (None, None, None, None)


@pytest.mark.parametrize("text", ["8 7 9 10", "8,7,9,10", " 8; 7 ;9\t10\n"])
def test_a_pasted_line_of_numbers_fills_the_cells(page: Page, text: str) -> None:
    QApplication.clipboard().setText(text)
    page.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.row.values == (8, 7, 9, 10)
    assert (page.place, page.completions) == (3, 1)


def test_digits_without_space_are_one_answer_each(page: Page) -> None:
    QApplication.clipboard().setText("8796")
    page.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.row.values == (8, 7, 9, 6)


def test_on_a_long_scale_digits_wait_as_long_as_they_can_grow(qtbot: QtBot) -> None:
    page = Page(qtbot, lowest=0, highest=100)
    page.type("47100")
    assert page.row.values[:2] == (47, 100)
    page.type("5")
    page.press(Qt.Key.Key_Right)
    page.type("0")
    assert page.row.values == (47, 100, 5, 0)


def test_the_beginning_of_a_number_that_the_scale_does_not_have_is_not_kept(qtbot: QtBot) -> None:
    page = Page(qtbot, lowest=10, highest=50)
    page.type("1")
    assert page.row.values[0] is None
    page.type("7")
    page.type("5")
    page.type("7")
    page.press(Qt.Key.Key_Tab)
    assert page.row.values[:2] == (17, None)


def test_a_scale_below_zero_takes_the_minus(qtbot: QtBot) -> None:
    page = Page(qtbot, lowest=-2, highest=2)
    page.type("-21-1")
    assert page.row.values == (-2, 1, -1, None)


def test_a_digit_outside_the_range_is_not_taken(qtbot: QtBot) -> None:
    page = Page(qtbot, lowest=0, highest=3)
    page.type("41")
    assert page.row.values == (1, None, None, None)
    assert page.place == 1


def test_it_is_completed_once_and_only_when_every_cell_is_settled(page: Page) -> None:
    page.type("888")
    assert page.completions == 0
    page.type("1")
    assert page.completions == 0
    page.type("0")
    assert page.completions == 1
    page.type("9")
    assert page.completions == 1
    assert page.changes == 6


def test_a_waiting_one_in_the_last_cell_completes_when_it_is_left(page: Page) -> None:
    page.type("8881")
    page.button.setFocus()
    assert page.completions == 1
    assert page.row.values == (8, 8, 8, 1)


def test_showing_values_tells_nobody(page: Page) -> None:
    page.row.set_values((1, 2, 3, 10))
    assert page.row.values == (1, 2, 3, 10)
    assert (page.changes, page.completions) == (0, 0)
    assert page.row.is_complete


def test_a_shut_row_takes_nothing_and_says_why(page: Page) -> None:
    page.row.set_open(False, "Yours comes first.")
    assert not any(cell.isEnabled() for cell in page.row.cells)
    assert {cell.toolTip() for cell in page.row.cells} == {"Yours comes first."}


def test_every_cell_says_whose_it_is_and_its_range(page: Page) -> None:
    assert [cell.accessibleName() for cell in page.row.cells] == [
        "Maren, goals, 0 to 10",
        "Maren, tasks, 0 to 10",
        "Maren, bond, 0 to 10",
        "Maren, voice, 0 to 10",
    ]


def held(page: Page, key: str) -> None:
    """The key goes down and repeats, as under a finger that rests on it."""
    for repeats in (False, True, True):
        kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(page._focused(), QKeyEvent(kind, Qt.Key(ord(key)), none, key, repeats))


def test_a_key_that_is_held_fills_one_cell_and_not_the_next_ones(page: Page) -> None:
    held(page, "8")
    assert list(page.row.values) == [8, None, None, None]
    held(page, "1")
    assert list(page.row.values) == [8, 1, None, None]


def test_a_pasted_line_of_thousands_of_digits_is_refused(page: Page) -> None:
    assert not page.row.take_text("8 " + "9" * 5_000)
    assert page.row.values == (None,) * 4
