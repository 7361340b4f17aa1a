"""The main window over a small practice."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.main_window import MainWindow

Press = Callable[[str], None]


def press_in(window: QWidget, keys: str) -> None:
    """Press keys by name, such as "Ctrl+K", in this window."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs do not know that sequences have places
    assert isinstance(combination, QKeyCombination)
    QTest.keyClick(window.windowHandle(), combination.key(), combination.keyboardModifiers())


def shown_words(window: QWidget) -> str:
    """Every word that can be seen in a window."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisible() and part.window() is window]
    return "\n".join(str(part.property("text")) for part in parts if part.property("text"))


@pytest.fixture
def window(qtbot: QtBot, world: World, desk: Desk) -> MainWindow:
    """The main window, shown and in front."""
    window = MainWindow(desk)
    qtbot.addWidget(window, before_close_func=MainWindow.empty)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def press(window: MainWindow) -> Press:
    """Press keys where the keyboard is."""

    def in_front(keys: str) -> None:
        press_in(QApplication.activeWindow() or window, keys)

    return in_front
