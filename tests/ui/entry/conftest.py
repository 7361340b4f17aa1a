from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.entry.sitting import Sitting
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme


@pytest.fixture(autouse=True)
def light(qapp: object) -> Iterator[None]:
    """Every test begins, and leaves the application, in the light theme at 100 %."""
    theme().apply(ThemeMode.LIGHT)
    yield
    theme().apply(ThemeMode.LIGHT)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """A window as large as the usual one, that forms open over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    return window


@pytest.fixture
def sitting(desk: Desk, world: World, over: QWidget) -> Sitting:
    """A client whose forms are entered."""
    return Sitting(desk, world, over)
