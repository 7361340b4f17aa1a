"""The choice to start with the desktop session."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.autostart_help import autostart_help
from vitalshift_desktop.ui.desktop.autostart import Autostart
from vitalshift_desktop.ui.settings.start_part import StartPart, start_words


@pytest.fixture
def autostart(tmp_path: Path) -> Autostart:
    return Autostart(tmp_path / "autostart", ["/opt/vitalshift"])


@pytest.fixture
def part(qtbot: QtBot, autostart: Autostart) -> StartPart:
    part = StartPart(autostart)
    qtbot.addWidget(part)
    part.look_again()
    return part


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have settings of their own")
def test_choosing_it_writes_the_entry_and_choosing_again_takes_it_away(part: StartPart, autostart: Autostart) -> None:
    assert not part.start.isChecked()
    part.start.click()
    assert part.start.isChecked()
    assert autostart.file.exists()
    part.start.click()
    assert not part.start.isChecked()
    assert not autostart.file.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have settings of their own")
def test_an_entry_that_cannot_be_written_is_told(part: StartPart, autostart: Autostart) -> None:
    autostart.file.parent.write_text("a file where a folder should be")
    part.start.click()
    assert not part.start.isChecked()
    assert "could not be changed" in part.said.text()
    assert not part.said.isHidden()


def test_where_it_is_not_offered_the_words_lead_to_help() -> None:
    assert "Help says how" in start_words(offered=False)
    words = " ".join(autostart_help())
    assert all(system in words for system in ("Linux", "macOS", "Windows"))
