"""Reads the day's page as somebody sees it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.home.session_item import SessionItem
from vitalshift_desktop.ui.session_menu import SessionMenu


def texts(part: QWidget) -> list[str]:
    """All words that can be seen, in no order."""
    QApplication.processEvents()  # what was just put into a layout is shown in the next turn
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text()]


def items(page: HomePage) -> list[SessionItem]:
    """The sessions of the day, or of the week, from top to bottom."""
    view = page.week.list if page.week.isVisible() else page.day.agenda
    return list(view.items)


def names(page: HomePage) -> list[str]:
    """What a screen reader says of each session."""
    return [item.accessibleName() for item in items(page)]


def shown(page: HomePage, kind: type[QWidget], name: str) -> list[QWidget]:
    """The visible parts with this object name."""
    QApplication.processEvents()
    return [part for part in page.findChildren(kind, name) if part.isVisible()]


def press(page: HomePage, *keys: Qt.Key) -> None:
    """Keys on whatever has the focus in this window."""
    for key in keys:
        focus = page.focusWidget()
        assert focus is not None, "nothing has the focus"
        QTest.keyClick(focus, key)


def button(page: HomePage, name: str) -> QPushButton:
    """The one visible button with this name."""
    (found,) = shown(page, QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def choose(menu: SessionMenu, words: str) -> None:
    """Pick an entry of a session's menu by its words."""
    (action,) = [action for action in menu.actions() if action.text().split("\t")[0] == words]
    assert action.isEnabled()
    action.trigger()
    menu.close()
