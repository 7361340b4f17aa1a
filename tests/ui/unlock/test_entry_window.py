import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.unlock.door import PASSPHRASE, Door
from vitalshift_desktop.domain.problems import LibraryTooOld
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn


class Slow:
    """Rooms that load when they are told to, on the worker's thread."""

    def __init__(self, unlocking: Unlocking, *problems: BaseException) -> None:
        self.go_on = threading.Event()
        self.tries = 0
        self._unlocking = unlocking
        self._problems = list(problems)

    def load(self) -> Unlocking:
        """Wait, then answer or fail."""
        self.tries += 1
        assert self.go_on.wait(20)
        if self._problems:
            raise self._problems.pop(0)
        return self._unlocking


def test_a_passphrase_typed_while_the_rooms_are_loading_is_tried_as_soon_as_they_are_there(door: Door) -> None:
    door.make_records()
    slow = Slow(door.unlocking)
    door.open(slow.load)
    door.try_passphrase(PASSPHRASE)
    assert door.words("unlock.busy") == "Unlocking…"
    slow.go_on.set()
    assert door.workspace.name == "My Practice"


def test_the_strength_of_a_passphrase_typed_while_the_rooms_are_loading_is_told_afterwards(door: Door) -> None:
    slow = Slow(door.unlocking)
    door.open(slow.load)
    door.go_to_passphrase()
    step = door.window.setup.passphrase
    door.type(PASSPHRASE)
    step.second.edit.setFocus()
    door.type(PASSPHRASE)
    assert not door.button("setup.continue").isEnabled()
    slow.go_on.set()
    door.until(door.button("setup.continue").isEnabled)
    assert "Strong" in step.chosen.bar.accessibleName() or "Good" in step.chosen.bar.accessibleName()


def test_looking_around_while_the_rooms_are_loading_says_so_and_happens_afterwards(door: Door) -> None:
    slow = Slow(door.unlocking)
    door.open(slow.load)
    door.button("first.sample").click()
    assert door.words("first.state") == "Writing the sample practice…"
    slow.go_on.set()
    door.until(lambda: door.sees("unlock.passphrase"))


def test_rooms_that_do_not_load_are_told_and_tried_again(door: Door) -> None:
    slow = Slow(door.unlocking, LibraryTooOld())
    slow.go_on.set()
    door.open(slow.load)
    door.until(lambda: door.words("first.state"))
    assert door.words("first.state").startswith("The encryption library on this computer is missing")
    door.button("first.sample").click()
    door.until(lambda: door.sees("unlock.passphrase"))
    assert slow.tries == 2


def test_what_nobody_foresaw_is_told_in_words_and_goes_on_to_the_crash_report(door: Door, qtbot: QtBot) -> None:
    door.make_records()
    slow = Slow(door.unlocking, ImportError("marker-word"))
    with qtbot.capture_exceptions() as raised:
        door.open(slow.load)
        door.try_passphrase(PASSPHRASE)
        slow.go_on.set()
        door.until(lambda: door.window.unlock.field.error)
    assert [kind for kind, _error, _trace in raised] == [ImportError]
    assert door.window.unlock.field.error == "Something stood in the way. Try it again."
    assert door.button("unlock.button").isEnabled()
    raised.clear()


def test_closing_while_records_are_made_leaves_them_whole_and_closed(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.choose_passphrase()
    door.leave()
    assert door.unlocking.vault_exists(door.folder)
    door.unlocking.unlock(door.folder, PASSPHRASE).close()
    assert not door.workspaces


def test_records_that_open_after_the_window_was_left_are_closed_at_once(door: Door) -> None:
    door.make_records()
    door.open()
    door.try_passphrase(PASSPHRASE)
    door.leave()
    QCoreApplication.processEvents()
    assert not door.workspaces
    door.unlocking.unlock(door.folder, PASSPHRASE).close()


def test_closing_asks_the_app_to_end_and_keeps_the_size(door: Door, qtbot: QtBot) -> None:
    window = door.open()
    window.resize(1050, 700)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert window.isVisible()  # the app closes it, once everything is saved
    assert door.settings.geometry == window.saveGeometry()


def test_esc_on_the_first_page_and_at_the_passphrase_does_nothing(door: Door) -> None:
    door.open()
    door.press(Qt.Key.Key_Escape)
    assert door.sees("first.setup")
    door.make_records()
    door.open()
    door.until(door.window.unlock.field.edit.hasFocus)
    door.type("half a passphrase")
    door.press(Qt.Key.Key_Escape)
    assert door.window.unlock.field.text() == "half a passphrase"


def test_every_field_and_button_has_a_name_for_those_who_hear_it(door: Door) -> None:
    window = door.open()
    parts = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    nameless = [
        part.objectName() or type(part).__name__
        for part in parts
        if not part.accessibleName()
        and not (isinstance(part, QAbstractButton) and part.text())
        and not part.objectName().startswith("qt_")
    ]
    assert not nameless


@pytest.mark.parametrize("size", [(1280, 772), (1024, 680)])
def test_at_twice_the_text_size_every_page_fits_the_width(door: Door, size: tuple[int, int]) -> None:
    theme().apply(theme().mode, 200)
    try:
        window = door.open()
        window.resize(*size)
        for page in (window.first, window.unlock, window.recovery):
            window._stack.setCurrentWidget(page)
            assert _needed_width(page._left) <= page._left.width() <= size[0]
        window._stack.setCurrentWidget(window.setup)
        for flow in window.setup._frame._flows:
            assert _needed_width(flow) <= window.width() - window.setup._frame._list.width()
    finally:
        theme().apply(theme().mode, 100)


def test_the_settings_of_this_computer_name_the_folder_and_no_person(door: Door) -> None:
    door.open()
    door.go_to_passphrase("Rowan Ellery")
    door.choose_passphrase()
    door.read_sheet()
    kept = Path(door.home / "data" / "device.ini").read_text()
    assert "My%20Practice.vshift" in kept or "My Practice.vshift" in kept
    assert "Rowan" not in kept
    assert PASSPHRASE not in kept


def _needed_width(flow: FlowColumn) -> int:
    content = flow.widget()
    assert content is not None
    return content.minimumSizeHint().width()
