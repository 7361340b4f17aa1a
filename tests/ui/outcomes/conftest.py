from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.outcomes.outcomes_page import OutcomesPage
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme


@pytest.fixture(autouse=True)
def light(qapp: object) -> Iterator[None]:
    """Every test begins, and leaves the application, in the light theme at 100 %."""
    theme().apply(ThemeMode.LIGHT)
    yield
    theme().apply(ThemeMode.LIGHT)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> OutcomesPage:
    """The page, hearing the news, in a window as wide as beside the navigation."""
    shown = OutcomesPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1080, 700)
    desk.workspace.events.subscribe(shown.hear)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown
