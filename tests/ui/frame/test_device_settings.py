from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import SystemDialogs

NAME = "Maren Tveit"


@pytest.fixture
def settings(tmp_path: Path) -> DeviceSettings:
    return DeviceSettings(tmp_path / "data" / "device.ini")


def test_a_key_that_is_not_listed_cannot_be_written(settings: DeviceSettings) -> None:
    for key in ("recent/clients", "window/splitter", "vault/passphrase", ""):
        with pytest.raises(KeyError):
            settings._keep(key, NAME)


def test_the_file_holds_the_look_the_window_and_the_folder(settings: DeviceSettings, tmp_path: Path) -> None:
    settings.set_theme("dark")
    settings.set_text_size(150)
    settings.set_client_list_shown(False)
    settings.set_geometry(QByteArray(b"here"))
    settings.set_vault_folder(tmp_path / "Mine, and ours.vshift")
    again = DeviceSettings(tmp_path / "data" / "device.ini")
    assert (again.theme, again.text_size, again.client_list_shown) == ("dark", 150, False)
    assert (again.geometry, again.vault_folder) == (QByteArray(b"here"), tmp_path / "Mine, and ours.vshift")
    again.set_vault_folder(None)
    assert DeviceSettings(tmp_path / "data" / "device.ini").vault_folder is None
    sections = [line for line in (tmp_path / "data" / "device.ini").read_text().splitlines() if line.startswith("[")]
    assert sorted(sections) == ["[look]", "[vault]", "[window]"]


@pytest.mark.parametrize(("kept", "used"), [("abc", 100), ("99", 100), ("-5", 100), ("9999", 200), ("", 100)])
def test_nonsense_in_the_file_does_no_harm(tmp_path: Path, kept: str, used: int) -> None:
    file = tmp_path / "device.ini"
    file.write_text(f"[look]\ntext_size={kept}\ntheme=\n[window]\ngeometry=no\n")
    settings = DeviceSettings(file)
    assert settings.text_size == used
    assert settings.geometry.isEmpty()
    assert settings.vault_folder is None


@pytest.mark.parametrize("ask", ["folder", "file", "backup"])
def test_folders_looked_at_in_a_file_dialog_are_noted_nowhere(qtbot: QtBot, tmp_path: Path, ask: str) -> None:
    """E48: nothing of the folders that were chosen is kept in the files of this computer."""
    visited = tmp_path / NAME
    visited.mkdir()
    owner = QWidget()
    qtbot.addWidget(owner)
    dialogs = SystemDialogs()
    questions: dict[str, Callable[[], Path | None]] = {
        "folder": lambda: dialogs.choose_folder(owner, "Where?"),
        "backup": lambda: dialogs.choose_backup_file(owner, "Which?"),
        "file": lambda: dialogs.choose_save_file(owner, "Where?", "progress-summary.pdf"),
    }
    seen: list[str] = []

    def look_around() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.setDirectory(str(visited))
            seen.append(dialog.directory().dirName())
            dialog.reject()

    patience = QTimer()
    patience.timeout.connect(look_around)
    patience.start(10)
    assert questions[ask]() is None
    patience.stop()
    assert seen == [NAME]
    notes = Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName())
    assert "Maren" not in (notes.read_text() if notes.exists() else "")
