"""Screenshots and the drive below: what the system can do, and what is said where it cannot."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.desktop import capture
from vitalshift_desktop.ui.desktop.capture import CaptureShield, is_offered, shield_all
from vitalshift_desktop.ui.desktop.drive import drive_is_encrypted, filevault_says
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.settings.surroundings import Surroundings, capture_words, drive_words


def test_only_windows_and_macos_offer_to_leave_a_window_out() -> None:
    assert [is_offered(system) for system in ("win32", "darwin", "linux", "freebsd14")] == [True, True, False, False]
    assert "offers no way" in capture_words(offered=False)
    assert "photo" in capture_words(offered=True)


def test_every_window_is_told_when_it_is_shown_and_when_the_setting_changes(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, bool]] = []
    monkeypatch.setattr(capture, "is_offered", lambda: True)
    monkeypatch.setattr(capture, "shield", lambda window, *, on: told.append((window.objectName(), on)))
    wanted = [True]
    owner = QWidget()
    qtbot.addWidget(owner)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    guard = CaptureShield(application, lambda: wanted[0], owner)
    dialog = QWidget()
    dialog.setObjectName("dialog")
    qtbot.addWidget(dialog)
    dialog.show()
    assert told == [("dialogWindow", True)]
    wanted[0] = False
    dialog.hide()
    dialog.show()
    assert told[-1] == ("dialogWindow", False)
    shield_all(on=True)
    assert told[-1] == ("dialogWindow", True)
    application.removeEventFilter(guard)


def test_on_linux_the_switch_is_off_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    if is_offered():
        pytest.skip("this system offers it")
    shown = Surroundings(DeviceSettings(tmp_path / "device.ini"), tmp_path)
    for part in shown.parts:
        qtbot.addWidget(part)
    shown.look_again()
    assert not shown.capture.isEnabled()
    assert not shown.capture.isChecked()
    assert "offers no way" in shown.capture_words.text()


def test_the_switch_is_kept_on_this_computer(tmp_path: Path) -> None:
    settings = DeviceSettings(tmp_path / "device.ini")
    assert settings.hides_from_capture
    settings.set_hides_from_capture(False)
    assert not DeviceSettings(tmp_path / "device.ini").hides_from_capture


class Devices:
    """A copy of how Linux shows its block devices under /sys."""

    def __init__(self, root: Path, folder: Path) -> None:
        import os

        self._root = root
        number = folder.stat().st_dev
        self._top = root / "dev" / "block" / f"{os.major(number)}:{os.minor(number)}"

    def layer(self, *names: tuple[str, str]) -> None:
        """Stack devices, the topmost first: a name and its device-mapper uuid, "" for a plain partition."""
        above: Path | None = None
        for name, uuid in names:
            device = self._root / "devices" / name
            (device / "slaves").mkdir(parents=True)
            if uuid:
                (device / "dm").mkdir()
                (device / "dm" / "uuid").write_text(f"{uuid}\n")
            if above is None:
                self._top.parent.mkdir(parents=True)
                self._top.symlink_to(device)
            else:
                (above / "slaves" / name).symlink_to(device)
            above = device


@pytest.mark.parametrize(
    ("layers", "encrypted"),
    [
        ([("sda1", "")], False),
        ([("dm-0", "CRYPT-LUKS2-0f3a-home"), ("sda1", "")], True),
        ([("dm-1", "LVM-abc"), ("dm-0", "CRYPT-LUKS1-0f3a-x"), ("sda1", "")], True),
        ([("dm-1", "LVM-abc"), ("sda1", "")], False),
    ],
)
def test_luks_is_found_below_the_file_system_also_under_lvm(
    tmp_path: Path, layers: list[tuple[str, str]], encrypted: bool
) -> None:
    Devices(tmp_path / "sys", tmp_path).layer(*layers)
    assert drive_is_encrypted(tmp_path, platform="linux", system=tmp_path / "sys") is encrypted


def test_where_nobody_can_tell_that_is_said(tmp_path: Path) -> None:
    assert drive_is_encrypted(tmp_path, platform="linux", system=tmp_path / "nothing") is None
    assert drive_is_encrypted(tmp_path / "gone", platform="linux") is None
    assert drive_is_encrypted(tmp_path, platform="win32") is None
    assert "cannot tell" in drive_words(None)
    assert "is not encrypted" in drive_words(False)
    assert "is encrypted" in drive_words(True)


def test_words_of_filevault() -> None:
    assert filevault_says("FileVault is On.\n") is True
    assert filevault_says("FileVault is Off.\nEncryption in progress") is False
    assert filevault_says("") is None
