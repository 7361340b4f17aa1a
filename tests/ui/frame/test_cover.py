from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.frame.conftest import Press, press_in, shown_words
from vitalshift_desktop.ui.main_window import MainWindow

NAME = "Maren Tveit"


def test_the_cover_shows_clock_and_date_and_nothing_else(window: MainWindow, world: World, press: Press) -> None:
    window.open_client(world.client(NAME).id, "overview")
    press("F8")
    assert not window.menuBar().isVisible()
    assert not window.privacy_corner.isVisible()
    words = shown_words(window).split("\n")
    assert len(words) == 3
    assert words[0].startswith("10:00")
    assert words[1:] == ["Monday 2 March", "Esc to return."]
    press("Esc")
    assert window.menuBar().isVisible()
    assert window.privacy_corner.isVisible()
    assert NAME in shown_words(window)
    assert window.pages.key == "clients"
    assert window.menus.actions["client_list"].isEnabled()
    assert not window.menus.actions["sign"].isEnabled()


def test_under_the_cover_only_locking_works(window: MainWindow, world: World, press: Press, qtbot: QtBot) -> None:
    press("F8")
    press("Ctrl+2")
    press("Ctrl+K")
    assert window.pages.key == "home"
    assert QApplication.activeModalWidget() is None
    with qtbot.waitSignal(window.lock_wanted):
        press("Ctrl+L")


def test_after_two_minutes_the_cover_locks(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    QTest.mouseClick(window.privacy_corner.cover, Qt.MouseButton.LeftButton)
    timer = next(timer for timer in window.cover.findChildren(QTimer) if timer.interval() == 120_000)
    assert timer.isActive()
    with qtbot.waitSignal(window.lock_wanted):
        timer.timeout.emit()
    press("Esc")
    assert not timer.isActive()


def test_the_cover_comes_over_an_open_form_too_and_gives_it_back_as_it_was(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    press("Ctrl+Shift+N")
    form = QApplication.activeModalWidget()
    assert isinstance(form, QDialog)
    field = form.findChildren(QLineEdit)[0]
    field.setText(NAME)
    press_in(form, "F8")
    assert not form.isVisible()
    assert window.cover.isVisible()
    press_in(window, "Esc")
    assert form.isVisible()
    assert field.text() == NAME
    assert QApplication.activeModalWidget() is form
    press_in(form, "Esc")
    assert QApplication.activeModalWidget() is None


def test_locking_and_initials_only_work_from_within_a_form(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    press("Ctrl+Shift+N")
    form = QApplication.activeModalWidget()
    assert form is not None
    press_in(form, "Ctrl+Shift+I")
    assert window.privacy_corner.initials.isChecked()
    press_in(form, "Ctrl+2")
    assert window.pages.key == "home"
    with qtbot.waitSignal(window.lock_wanted):
        press_in(form, "Ctrl+L")
    press_in(form, "Esc")
