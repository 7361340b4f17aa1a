"""What the app leaves beside the vault: errors, Qt's own files, previews, and what screen readers are told."""

import contextlib
import os
import select
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, click, let_work, press, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from tests.journeys.traces import traces
from vitalshift_desktop.services.notes import Notes
from vitalshift_desktop.ui.crash_guard import CrashGuard
from vitalshift_desktop.ui.dialogs import SystemDialogs
from vitalshift_desktop.ui.vault.vault_page import VaultPage

MARKER = "Quittenmarmelade"
MAREN = "Maren T."


@pytest.fixture
def guarded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CrashGuard:
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    guard = CrashGuard(tmp_path / "data")
    sys.excepthook = guard._on_error
    return guard


def test_E47_an_error_in_the_middle_of_saving_tells_no_word_of_the_note(
    at_sample: Counselor,
    guarded: CrashGuard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """E47: the marker stands in the exception of a save; report, error output and dialog hold none of it."""

    def fail(_notes: Notes, *_what: object, **_more: object) -> None:
        raise RuntimeError(f"INSERT INTO note VALUES ('{MARKER}')")

    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.start_note()
    at_sample.note.write("data", MARKER)
    told: list[Path] = []
    guarded.tell = told.append
    guarded.rescue = at_sample.computer.app.rescue  # which fails for the same reason
    with monkeypatch.context() as fault:
        fault.setattr(Notes, "save_draft", fail)
        with pytest.raises(RuntimeError) as caught:
            at_sample.computer.window.save_now()
        sys.excepthook(caught.type, caught.value, caught.tb)
    report = (tmp_path / "data" / "crash-report.txt").read_text()
    assert "builtins.RuntimeError" in report
    assert told == [tmp_path / "data" / "crash-report.txt"]
    captured = capfd.readouterr()
    for text in (report, captured.out, captured.err):
        assert MARKER not in text
        assert "INSERT" not in text
    assert traces([MARKER], [tmp_path]) == []


@pytest.mark.parametrize("ask", ["folder", "file"])
@pytest.mark.parametrize("answer", ["accept", "reject"])
def test_E48_a_folder_named_after_a_client_is_noted_in_no_file_of_qt(
    qapp: QApplication, qtbot: QtBot, home: Path, tmp_path: Path, ask: str, answer: str
) -> None:
    """E48: whatever chooser, whatever answer; the config, cache and data folders hold no trace of the name."""
    visited = tmp_path / MARKER
    visited.mkdir()
    owner = QWidget()
    qtbot.addWidget(owner)
    dialogs = SystemDialogs()
    seen: list[str] = []

    def look_around() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.setDirectory(str(visited))
            seen.append(dialog.directory().dirName())
            dialog.done(QFileDialog.DialogCode.Accepted if answer == "accept" else QFileDialog.DialogCode.Rejected)

    patience = QTimer()
    patience.timeout.connect(look_around)
    patience.start(10)
    chosen = (
        dialogs.choose_folder(owner, "Where?") if ask == "folder" else dialogs.choose_save_file(owner, "Where?", "a")
    )
    patience.stop()
    assert (chosen is not None) == (answer == "accept")
    assert traces([MARKER], [home]) == []


class Watch:
    """Files made in some folders while this lasts, by inotify; Linux only."""

    def __init__(self, *folders: Path) -> None:
        import ctypes

        self._libc = ctypes.CDLL(None, use_errno=True)
        self._queue = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        created, moved_to = 0x100, 0x80
        for folder in folders:
            for below in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
                assert self._libc.inotify_add_watch(self._queue, os.fsencode(below), created | moved_to) >= 0

    def made(self) -> list[str]:
        """The names of what was made so far."""
        names: list[str] = []
        while select.select([self._queue], [], [], 0)[0]:
            with contextlib.suppress(BlockingIOError):
                data = os.read(self._queue, 65536)
                while data:
                    length = int.from_bytes(data[12:16], sys.byteorder)
                    names.append(data[16 : 16 + length].rstrip(b"\0").decode())
                    data = data[16 + length :]
        return names

    def end(self) -> None:
        """Watch no more."""
        os.close(self._queue)


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's own")
def test_E49_a_preview_makes_no_file_until_it_is_saved_on_purpose(
    at_sample: Counselor, home: Path, tmp_path: Path
) -> None:
    """E49: temp, home and vault folders are watched while pages are set and turned."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(MAREN)
    let_work()
    watch = Watch(home, at_sample.computer.places.data, at_sample.computer.workspace.vault.folder)
    press("Ctrl+P")
    at_sample.summary.await_pages()
    ours = [name for name in watch.made() if not name.startswith("vault.db")]
    assert ours == []
    (home / "control").touch()
    assert watch.made() == ["control"], "the watch sees a file where one is made"
    at_sample.summary.save(tmp_path / "summary.pdf")
    assert (tmp_path / "summary.pdf").exists()
    watch.end()


def test_the_accessible_tree_of_the_unlock_page_carries_nothing_of_the_records(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(MAREN)
    at_sample.lock()
    until(lambda: at_sample.computer.app.entry, "the unlock page")
    read_out = _read_out()
    assert "Passphrase" in read_out, "the walk finds what is there"
    assert "Maren" not in read_out


def test_under_the_cover_the_accessible_tree_of_what_is_seen_is_the_clock(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(MAREN)
    press("F8")
    assert "Maren" not in _read_out()


def _read_out() -> str:
    """Every name and text that a screen reader finds in the windows, leaving out what is not on the screen."""
    words: list[str] = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            _walk(QAccessible.queryAccessibleInterface(window), words)
    return "\n".join(words)


def _walk(part: QAccessibleInterface | None, words: list[str]) -> None:
    if part is None or not part.isValid() or part.state().invisible:
        return
    words += [part.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)]
    for index in range(part.childCount()):
        _walk(part.child(index), words)


def test_the_accessible_tree_of_the_whole_window_ends_and_names_what_takes_the_focus(at_sample: Counselor) -> None:
    """However many pages were seen, a reader comes to the end, and no control is without a name."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(MAREN)
    press("Ctrl+,")
    click(await_part("nav.vault"))
    for tab in ("ways_in", "check", "audit", "place", "backups"):
        await_part("vault", VaultPage).show_tab(tab)
        let_work()
        _assert_told(at_sample.computer.window)


def _assert_told(window: QWidget) -> None:
    unseen: list[tuple[QAccessibleInterface | None, int]] = [(QAccessible.queryAccessibleInterface(window), 0)]
    told = 0
    while unseen:
        part, depth = unseen.pop()
        if part is None or not part.isValid():
            continue
        told += 1
        assert depth < 40, "the tree goes round in a circle"
        assert told < 20_000, "the tree has no end"
        if part.state().focusable and not part.state().invisible:
            assert part.text(QAccessible.Text.Name), part.object()
        unseen += [(part.child(index), depth + 1) for index in range(part.childCount())]
    assert told > 200, "the walk finds what is there"
