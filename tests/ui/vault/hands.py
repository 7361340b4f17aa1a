"""What somebody with a keyboard does on the tab of the ways in, and in the dialogs over it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from vitalshift_desktop.ui.vault.ways_in_tab import WaysInTab
from vitalshift_desktop.ui.widgets.sheet_on_paper import SheetOnPaper

_PATIENCE_MS = 20_000
Form = TypeVar("Form", bound=QDialog)


class Hands:
    """What somebody with a keyboard does on the tab and in the dialogs over it."""

    def __init__(self, tab: WaysInTab, qtbot: QtBot) -> None:
        self.tab = tab
        self._qtbot = qtbot

    def until(self, seen: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=_PATIENCE_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        window = QApplication.activeWindow()
        assert window is not None
        QTest.keyClick(window.windowHandle(), key, modifiers)

    def write(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def tab_to(self, name: str) -> None:
        for _step in range(30):
            if name in self._around_focus():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}; last at {self._around_focus()}")

    def opened(self, button: str, kind: type[Form]) -> Form:
        """The dialog that a button of the tab opens."""
        self.tab_to(button)
        self.press(Qt.Key.Key_Space)
        self.until(lambda: isinstance(QApplication.activeWindow(), kind))
        form = QApplication.activeWindow()
        assert isinstance(form, kind)
        return form

    def words(self, name: str, place: QWidget | None = None) -> str:
        part = (place or self.tab).findChild(QWidget, name)
        assert part is not None, name
        return part.text() if isinstance(part, QLabel) else part.accessibleName()

    def copied(self, sheet: SheetOnPaper) -> list[str]:
        """The groups on the sheet; the three that are asked for are typed back."""
        groups = [label.text() for label in sheet.findChildren(QLabel) if label.property("role") == "code"]
        self.tab_to("setup.by_hand")
        self.press(Qt.Key.Key_Space)
        for group in sheet.asked:
            self.write(groups[group].lower())
            if group != sheet.asked[-1]:
                self.press(Qt.Key.Key_Return)
        return groups

    def _around_focus(self) -> list[str]:
        names, widget = [], QApplication.focusWidget()
        while widget is not None:
            names.append(widget.objectName())
            widget = widget.parentWidget()
        return names


def gone(form: QDialog) -> bool:
    return not isValid(form) or not form.isVisible()


def button(form: QWidget, name: str) -> QPushButton:
    found = form.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def hands_on(tab: WaysInTab, qtbot: QtBot) -> Hands:
    """The tab, shown and in front."""
    qtbot.addWidget(tab)
    tab.resize(1000, 800)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.focus_first()
    return Hands(tab, qtbot)
