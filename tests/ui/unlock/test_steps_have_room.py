"""Setting up and leaving give every field and every wrapped sentence its whole height, however wide the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.dialogs import FakeDialogs
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.leaving_page import LeavingPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.unlock.backup_step import BackupStep
from vitalshift_desktop.ui.unlock.passphrase_step import PassphraseStep
from vitalshift_desktop.ui.unlock.place_step import PlaceStep
from vitalshift_desktop.ui.unlock.practice_step import PracticeStep
from vitalshift_desktop.ui.unlock.setup_frame import SetupFrame
from vitalshift_desktop.ui.unlock.sheet_step import SheetStep

SIZES = (QSize(1024, 680), QSize(1280, 800), QSize(1920, 1000))
GROUPS = ["04JB", "YQDZ", "P833", "W3CZ", "ETTB", "TVX5", "K57Z", "JM6G"]


@pytest.fixture(params=[100, 200])
def text_size(request: pytest.FixtureRequest) -> Iterator[None]:
    before = theme().text_size
    theme().apply(theme().mode, request.param)
    yield
    theme().apply(theme().mode, before)


@pytest.mark.usefixtures("text_size")
def test_nothing_of_a_step_is_cut(qtbot: QtBot, background: Background, dialogs: FakeDialogs, tmp_path: Path) -> None:
    sheet, passphrase = SheetStep(), PassphraseStep()
    steps = (
        PracticeStep(DeviceSettings(tmp_path / "device.ini")),
        PlaceStep(dialogs, tmp_path / "My Practice.vshift"),
        passphrase,
        sheet,
        BackupStep(background, dialogs),
    )
    frame = SetupFrame("Set up", [(type(step).__name__, step) for step in steps])
    qtbot.addWidget(frame)
    sheet.show_code(GROUPS, "12 March 2026", lambda _index, _typed: False)
    passphrase.second.show_error("This differs from the first.")
    frame.show()
    for size in SIZES:
        frame.resize(size)
        for index, step in enumerate(steps):
            frame.show_step(index)
            QCoreApplication.processEvents()
            assert _cut(step) == [], (type(step).__name__, size)


@pytest.mark.usefixtures("text_size")
def test_nothing_is_cut_while_the_last_backup_is_made(qtbot: QtBot) -> None:
    page = LeavingPage()
    qtbot.addWidget(page)
    page.begin()
    page.show()
    for size in SIZES:
        page.resize(size)
        QCoreApplication.processEvents()
        assert _cut(page) == [], size


def _cut(page: QWidget) -> list[str]:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    fields = [field for field in page.findChildren(QLineEdit) if field.isVisible()]
    assert labels, "the page is shown"
    cut = [label.text() for label in labels if label.height() < label.heightForWidth(label.width()) - 1]
    return cut + [field.accessibleName() for field in fields if field.height() < field.sizeHint().height() - 1]
