from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.ui.vault.test_backups_tab import shown
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.vault.vault_page import WIDEST, VaultPage, VaultTab
from vitalshift_desktop.ui.widgets.labels import TextLabel


def test_wrapped_text_has_its_whole_height_in_a_window_wider_than_the_page(qtbot: QtBot) -> None:
    """Each of these fits on one line of the window, but not of the page."""
    page = Page()
    column = QVBoxLayout(page)
    labels = [TextLabel("Words to read. " * 9) for _number in range(8)]
    for label in labels:
        column.addWidget(label)
    vault = VaultPage([VaultTab("one", "One", page)])
    qtbot.addWidget(vault)
    vault.resize(1280, 800)
    shown(vault, qtbot)
    assert page.width() <= WIDEST
    assert [label.height() >= label.heightForWidth(label.width()) for label in labels] == [True] * 8
