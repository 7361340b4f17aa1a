"""Builds everything in order; locks and unlocks. The only file that knows all rooms."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from vitalshift_desktop.process import harden_process
from vitalshift_desktop.ui.application import dress, make_application
from vitalshift_desktop.ui.auto_lock import AutoLock
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.crash_guard import CrashGuard
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import Dialogs, SystemDialogs
from vitalshift_desktop.ui.unlock.entry_window import EntryWindow
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.clock import Clock
    from vitalshift_desktop.services.unlocking import Unlocking
    from vitalshift_desktop.services.workspace import Workspace
    from vitalshift_desktop.ui.main_window import MainWindow

VAULT_NAME = "My Practice.vshift"
SAMPLE_NAME = "Sample Practice.vshift"
SETUP_MINUTES = 10


@dataclass(frozen=True)
class Places:
    """Where things lie on this computer: our own folder, and the folder new records are offered."""

    data: Path
    documents: Path

    @classmethod
    def usual(cls) -> Places:
        """The places the system gives to this user."""
        return cls(platformdirs.user_data_path("VitalShift", appauthor=False), platformdirs.user_documents_path())


class App(QObject):
    """The life of the app between two locks: entry window, then main window, then a fresh start."""

    def __init__(
        self,
        application: QApplication,
        places: Places,
        *,
        dialogs: Dialogs,
        relaunch: Callable[[], None],
        load_unlocking: Callable[[], Unlocking] | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._places = places
        self._dialogs = dialogs
        self._relaunch = relaunch
        self._load_unlocking = load_unlocking or self._unlocking
        self.settings = DeviceSettings(places.data / "device.ini")
        self.entry: EntryWindow | None = None
        self.window: MainWindow | None = None
        self.workspace: Workspace | None = None
        self._background = Background(self)
        self._auto_lock: AutoLock | None = None

    def start(self) -> None:
        """Show the entry window."""
        self.entry = EntryWindow(
            self._load_rooms,
            self.settings,
            self._background,
            self._dialogs,
            sample_folder=self._places.data / SAMPLE_NAME,
            default_folder=self._places.documents / VAULT_NAME,
        )
        self.entry.unlocked.connect(self._on_unlocked)
        self.entry.closed.connect(self.quit)
        self.entry.lock_wanted.connect(self.lock)
        self._watch(SETUP_MINUTES, self.entry.lock_if_open)
        self.entry.show()

    def lock(self) -> None:
        """Save, empty the window, close the vault, and begin again in a fresh process. Never asks."""
        try:
            self._close_everything()
        finally:
            self._relaunch()

    def quit(self) -> None:
        """Save, close the vault and end."""
        try:
            self._close_everything()
        finally:
            self._application.quit()

    def rescue(self) -> None:
        """Save what is being typed, as far as that is still possible."""
        if self.window is not None:
            self.window.save_now()

    def tell_of_crash(self, report: Path) -> None:
        """Say once that something went wrong, and where the report lies."""
        owner = self.window or self.entry or QWidget()
        text = _("What you typed was saved. A report without names or text is in {file}.").format(file=report)
        self._dialogs.tell(owner, _("Something went wrong in VitalShift"), text)

    def _on_unlocked(self, workspace: Workspace) -> None:
        from vitalshift_desktop.ui.desk import Desk
        from vitalshift_desktop.ui.main_window import MainWindow
        from vitalshift_desktop.ui.privacy import Privacy
        from vitalshift_desktop.ui.wishes import Wishes

        self.workspace = workspace
        desk = Desk(workspace, Wishes(), Privacy(), self._dialogs, self._background, self.settings)
        self.window = MainWindow(desk)
        self.window.lock_wanted.connect(self.lock)
        self.window.quit_wanted.connect(self.quit)
        auto_lock = self._watch(workspace.practice.get().lock_after_minutes, self.lock)
        auto_lock.warned.connect(self.window.warn_of_lock)
        self.window.lock_time_changed.connect(auto_lock.set_minutes)
        self.window.show()
        self._close_entry()

    def _watch(self, minutes: int, lock: Callable[[], None]) -> AutoLock:
        self._stop_auto_lock()
        self._auto_lock = AutoLock(minutes, self._application, self)
        self._auto_lock.lock_wanted.connect(lock)
        return self._auto_lock

    def _close_entry(self) -> None:
        if self.entry is not None:
            self.entry.hide()
            self.entry.abandon()
            self.entry.deleteLater()
            self.entry = None

    def _close_everything(self) -> None:
        with ExitStack() as whatever_happens:  # a fault in one step must not keep the records open; last one first
            whatever_happens.callback(self._close_entry)
            whatever_happens.callback(self._close_records)
            whatever_happens.callback(self._background.close)
            whatever_happens.callback(self._close_window)
            self._stop_auto_lock()
            self.rescue()

    def _stop_auto_lock(self) -> None:
        if self._auto_lock is not None:
            self._auto_lock.stop()
            self._auto_lock = None

    def _close_window(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.hide()
            window.deleteLater()
            _close_windows_over(window)
            _clear_our_clipboard()
            window.empty()

    def _close_records(self) -> None:
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            workspace.close()

    def _load_rooms(self) -> Unlocking:
        # Runs beside the entry window, so that its first picture does not wait for the rest of the app.
        unlocking = self._load_unlocking()
        import vitalshift_desktop.ui.main_window  # noqa: F401 - imported early, used after unlocking

        return unlocking

    def _unlocking(self) -> Unlocking:
        from vitalshift_desktop.services.clock import SystemClock
        from vitalshift_desktop.services.unlocking import Unlocking
        from vitalshift_desktop.vault.device_paths import DevicePaths

        clock: Clock = SystemClock()
        return Unlocking(clock, DevicePaths(self._places.data))


def run(arguments: list[str]) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    harden_process()
    places = Places.usual()
    guard = CrashGuard(places.data)
    application = make_application(arguments)
    app = App(application, places, dialogs=SystemDialogs(), relaunch=start_afresh)
    dress(application, app.settings)
    guard.rescue = app.rescue
    guard.tell = app.tell_of_crash
    guard.install()
    app.start()
    return application.exec()


def start_afresh() -> None:
    """Replace this process by a new one, so that nothing of the record stays in memory."""
    command = [sys.executable] if getattr(sys, "frozen", False) else _ourselves()
    if sys.platform == "win32":
        from PySide6.QtCore import QProcess

        QProcess.startDetached(command[0], command[1:])
        QApplication.quit()
        return
    try:
        os.execv(command[0], command)  # noqa: S606 - our own program, no shell, no input from people
    except OSError:
        QApplication.quit()  # rather no window than one over old memory


def _ourselves() -> list[str]:
    """Python with our package; `-P` keeps it from loading modules of the folder the app was started in."""
    return [sys.executable, "-P", "-m", "vitalshift_desktop"]


def _close_windows_over(window: QWidget) -> None:
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.hide()
            other.deleteLater()


def _clear_our_clipboard() -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(clipboard.Mode.Selection)
