"""The last minute before a lock, on the screen and in the ear."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.frame.conftest import Press
from vitalshift_desktop.ui.lock_warning import LockWarning
from vitalshift_desktop.ui.main_window import MainWindow


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers are told."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def test_it_counts_down_in_words_and_takes_the_focus_from_nobody(window: MainWindow) -> None:
    window.navigation.lock.setFocus()
    window.warn_of_lock(58)
    assert window.lock_warning.sentence.startswith("VitalShift locks in 60 seconds.")
    window.warn_of_lock(31)
    assert "in 40 seconds" in window.lock_warning.sentence
    window.warn_of_lock(2)
    assert "in 2 seconds" in window.lock_warning.sentence
    window.warn_of_lock(1)
    assert "in 1 second." in window.lock_warning.sentence
    assert QApplication.focusWidget() is window.navigation.lock


def test_its_button_says_that_somebody_is_there(window: MainWindow, qtbot: QtBot) -> None:
    window.warn_of_lock(60)
    button = window.findChild(QPushButton, "lock_warning.stay")
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    with qtbot.waitSignal(window.stay_wanted):
        button.click()
    window.lock_warning.hide()
    assert window.lock_warning.sentence == ""


def test_it_lies_over_the_dialog_in_front(window: MainWindow, press: Press) -> None:
    press("Ctrl+Shift+N")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    window.warn_of_lock(60)
    button = dialog.findChild(QPushButton, "lock_warning.stay")
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    dialog.close()


def test_screen_readers_hear_it_three_times_and_not_each_second(window: MainWindow, announced: list[str]) -> None:
    for seconds in range(60, 0, -1):
        window.warn_of_lock(seconds)
    assert [words.split("in ")[1].split(".")[0] for words in announced] == ["60 seconds", "30 seconds", "10 seconds"]
    window.lock_warning.hide()
    window.warn_of_lock(60)
    assert len(announced) == 4


def test_the_cover_says_nothing_about_it(window: MainWindow, press: Press, announced: list[str]) -> None:
    window.warn_of_lock(60)
    announced.clear()
    press("F8")
    window.warn_of_lock(50)
    assert window.lock_warning.sentence == ""
    assert announced == []


def test_a_warning_whose_dialog_was_closed_goes_on_over_the_window(window: MainWindow, press: Press) -> None:
    press("Ctrl+Shift+N")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    window.warn_of_lock(40)
    dialog.close()
    QApplication.sendPostedEvents()
    window.warn_of_lock(30)
    warning: LockWarning = window.lock_warning
    assert "in 30 seconds" in warning.sentence
