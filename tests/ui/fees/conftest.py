import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.home.wished import Wished
from vitalshift_desktop.ui.desk import Desk


@pytest.fixture
def wished(desk: Desk) -> Wished:
    """What was asked of the main window."""
    return Wished(desk.wishes)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The window that forms open over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window
