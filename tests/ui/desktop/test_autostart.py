"""The entry that starts the app with a Linux desktop, read and run by GLib as a desktop would."""

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.elsewhere import surroundings
from tests.journeys.hands import until
from vitalshift_desktop.ui.desktop.autostart import MINIMIZED, Autostart, entry, exec_line
from vitalshift_desktop.ui.fresh_start import own_command

GIO = shutil.which("gio")
HARD = 'My $HOME "apps" `x` \\ é'

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such entries")


@pytest.fixture
def autostart(tmp_path: Path) -> Autostart:
    return Autostart(tmp_path / "config" / "autostart", ["/opt/Vital Shift/vitalshift"])


def is_on(autostart: Autostart) -> bool:
    return autostart.is_on


def test_it_is_there_only_while_it_is_wanted(autostart: Autostart) -> None:
    assert [is_on(autostart), autostart.switch_on(), is_on(autostart)] == [False, True, True]
    assert autostart.switch_off()
    assert list(autostart.file.parent.iterdir()) == []


def test_it_names_the_app_and_nothing_of_the_records(autostart: Autostart) -> None:
    autostart.switch_on()
    lines = autostart.file.read_text().splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert 'Exec="/opt/Vital Shift/vitalshift" --minimized' in lines
    assert stat.S_IMODE(autostart.file.stat().st_mode) & stat.S_IXUSR == 0


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_shown_as_off(autostart: Autostart, line: str) -> None:
    autostart.switch_on()
    with autostart.file.open("a") as file:
        file.write(f"{line}\n")
    assert [is_on(autostart), autostart.switch_on(), is_on(autostart)] == [False, True, True]


def test_an_entry_of_an_app_that_was_moved_is_shown_as_off_and_put_right(autostart: Autostart, tmp_path: Path) -> None:
    autostart.switch_on()
    moved = Autostart(tmp_path / "config" / "autostart", ["/srv/vitalshift"])
    assert [is_on(moved), moved.switch_on(), is_on(moved)] == [False, True, True]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    autostart = Autostart(tmp_path / "config" / "autostart", ["/opt/vitalshift"])
    assert not autostart.switch_on()
    assert not autostart.is_on
    assert autostart.switch_off()


def test_something_else_in_its_place_is_off_and_is_not_followed(autostart: Autostart, tmp_path: Path) -> None:
    mine = tmp_path / "letter"
    mine.write_text("mine")
    autostart.file.parent.mkdir(parents=True)
    autostart.file.symlink_to(mine)
    assert not autostart.is_on
    assert autostart.switch_on()
    assert mine.read_text() == "mine"
    autostart.switch_off()
    autostart.file.mkdir()
    assert not autostart.switch_on()
    assert not autostart.switch_off()
    assert [file.name for file in autostart.file.parent.iterdir()] == ["vitalshift.desktop"]


@pytest.mark.parametrize("path", ["/opt/a\nExec=/bin/evil", "/opt/a\r"])
def test_a_path_with_a_line_in_it_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="line"):
        exec_line([path])
    assert not Autostart(tmp_path, [path]).switch_on()


@pytest.mark.skipif(GIO is None, reason="no GLib tools on this computer")
def test_a_desktop_starts_just_this_command_whatever_the_path(home: Path, qapp: object) -> None:
    folder, told = home / HARD, home / "told"
    folder.mkdir()
    program = folder / 'vital "shift"'
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$0" "$@" > "{told}.part"\nmv "{told}.part" "{told}"\n')
    program.chmod(0o700)
    file = home / "vitalshift.desktop"
    file.write_text(entry([str(program), "$x", "a;b", "100 %f", MINIMIZED]))
    assert GIO is not None
    subprocess.run([GIO, "launch", str(file)], env=surroundings(home), check=True, timeout=20)
    until(told.exists, "the program that was started")
    assert told.read_text().splitlines() == [str(program), "$x", "a;b", "100 %f", MINIMIZED]


def test_it_starts_the_app_as_it_was_started_itself(tmp_path: Path) -> None:
    autostart = Autostart(tmp_path)
    autostart.switch_on()
    assert f"Exec={exec_line([*own_command(), MINIMIZED])}" in autostart.file.read_text().splitlines()
