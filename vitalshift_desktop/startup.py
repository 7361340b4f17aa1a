"""Builds everything in order; locks and unlocks. The only file that knows all rooms."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from vitalshift_desktop.domain.backup_rules import IDLE_SECONDS
from vitalshift_desktop.domain.handover_packet import packed
from vitalshift_desktop.process import harden_process
from vitalshift_desktop.ui.application import dress, make_application
from vitalshift_desktop.ui.auto_lock import AutoLock, LockTimes
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.closing import let_go, take_from_screen
from vitalshift_desktop.ui.collecting import Collecting
from vitalshift_desktop.ui.crash_guard import CrashGuard
from vitalshift_desktop.ui.desktop.capture import CaptureShield
from vitalshift_desktop.ui.desktop.idleness import Idleness, idleness_here
from vitalshift_desktop.ui.desktop.signals import DesktopSignals, desktop_here
from vitalshift_desktop.ui.desktop.watch import DesktopWatch
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import Dialogs, SystemDialogs
from vitalshift_desktop.ui.fresh_start import start_afresh, start_form
from vitalshift_desktop.ui.locked_bell import BellWhileLocked
from vitalshift_desktop.ui.own_copies import OwnCopies
from vitalshift_desktop.ui.raise_request import RaiseRequest
from vitalshift_desktop.ui.reading_ahead import ReadingAhead
from vitalshift_desktop.ui.unlock.entry_window import EntryWindow
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.domain.handovers import Packet
    from vitalshift_desktop.services.clock import Clock
    from vitalshift_desktop.services.restoring import PreparedRestore
    from vitalshift_desktop.services.unlocking import Unlocking
    from vitalshift_desktop.services.workspace import Workspace
    from vitalshift_desktop.ui.main_window import MainWindow

VAULT_NAME = "My Practice.vshift"
SAMPLE_NAME = "Sample Practice.vshift"
SETUP_TIMES = LockTimes(10, 10)
DRAFTS_LOST = "VITALSHIFT_DRAFTS_LOST"


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

    opened = Signal()
    """The main window is there."""

    def __init__(
        self,
        application: QApplication,
        places: Places,
        *,
        dialogs: Dialogs,
        relaunch: Callable[[], None],
        show_form: Callable[[bytes], None] = start_form,
        load_unlocking: Callable[[], Unlocking] | None = None,
        idleness: Idleness | None = None,
        desktop: Callable[[], DesktopSignals] = desktop_here,
    ) -> None:
        super().__init__()
        self._application = application
        self._places = places
        self._dialogs = dialogs
        self._relaunch = relaunch
        self._show_form = show_form
        self._load_unlocking = load_unlocking or self._unlocking
        self.settings = DeviceSettings(places.data / "device.ini")
        self.entry: EntryWindow | None = None
        self.window: MainWindow | None = None
        self.workspace: Workspace | None = None
        self._idleness = idleness or idleness_here()
        self._background = Background(self)
        self._auto_lock: AutoLock | None = None
        self._desktop = DesktopWatch(desktop, self)
        self._desktop.leaving.connect(self._on_leaving)
        self._raise_request = RaiseRequest(places.data / "raise-request", self)
        self._reading = ReadingAhead(application, self)
        self.locked_bell = BellWhileLocked(places.data, self.settings, self)
        self._copies = OwnCopies(QGuiApplication.clipboard(), self)
        self._shield = CaptureShield(application, self._hides_from_capture, self)
        self._seen: list[QWidget] = []
        self._is_ending = False

    def start(self, *, minimized: bool = False) -> None:
        """Show the entry window, or let it wait in the task bar."""
        self.entry = EntryWindow(
            self._load_unlocking,
            self.settings,
            self._background,
            self._dialogs,
            sample_folder=self._places.data / SAMPLE_NAME,
            default_folder=self._places.documents / VAULT_NAME,
        )
        self.entry.loaded.connect(self._reading.start)
        self.entry.unlocked.connect(self._on_unlocked)
        self.entry.closed.connect(self.quit)
        self.entry.lock_wanted.connect(self.lock)
        self._watch(SETUP_TIMES, self.entry.lock_if_open)
        self.entry.showMinimized() if minimized else self.entry.show()
        self._raise_request.start()
        self._desktop.start()
        self.locked_bell.rang.connect(self.entry.due.say)
        self.locked_bell.start()

    def lock(self) -> None:
        """Save, empty the window, close the vault, and begin again in a fresh process. Never asks."""
        self._end(self._relaunch)

    def hand_over(self, packet: Packet) -> None:
        """Lock as `lock` does, but begin again in a process that shows a form and nothing else."""
        self._end(partial(self._show_form, packed(packet)))

    def quit(self) -> None:
        """Save, close the vault and end."""
        self._end(self._application.quit)

    def restore(self, prepared: PreparedRestore) -> None:
        """Close the records, put a prepared restore in their place, and begin again in a fresh process."""
        self._end(partial(self._switch_over, prepared))

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

        self.locked_bell.stop()
        self.workspace = workspace
        desk = Desk(workspace, Wishes(), Privacy(), self._dialogs, self._background, self.settings, self._idle_seconds)
        self.window = MainWindow(desk)
        self.window.lock_wanted.connect(self.lock)
        desk.wishes.handed_over.connect(self.hand_over)
        self.window.quit_wanted.connect(self.quit)
        self.window.backup.restore_wanted.connect(self.restore)
        practice = workspace.practice.get()
        auto_lock = self._watch(LockTimes(practice.idle_lock_minutes, practice.lock_after_minutes), self.lock)
        auto_lock.warned.connect(self.window.warn_of_lock)
        auto_lock.calmed.connect(self.window.lock_warning.hide)
        self.window.stay_wanted.connect(auto_lock.stay)
        self.window.lock_times_changed.connect(auto_lock.set_times)
        self.window.show()
        self._close_entry()
        if os.environ.pop(DRAFTS_LOST, ""):
            self.window.unfinished.say_lost()
        self.opened.emit()

    def _on_leaving(self) -> None:
        if self.window is not None:
            self.lock()
        elif self.entry is not None:
            self.entry.lock_if_open()

    def _hides_from_capture(self) -> bool:
        return self.settings.hides_from_capture

    def _watch(self, times: LockTimes, lock: Callable[[], None]) -> AutoLock:
        self._stop_auto_lock()
        self._auto_lock = AutoLock(times, self._application, self, idleness=self._idleness)
        self._auto_lock.lock_wanted.connect(lock)
        return self._auto_lock

    def _idle_seconds(self) -> float | None:
        return self._auto_lock.idle_seconds(IDLE_SECONDS) if self._auto_lock else None

    def _close_entry(self) -> None:
        if self.entry is not None:
            self.entry.hide()
            self.entry.abandon()
            self.entry.deleteLater()
            self.entry = None

    def _end(self, then: Callable[[], None]) -> None:
        if self._is_ending:  # the screen saver may come on while the counselor quits: once is enough
            return
        self._is_ending = True
        try:
            self._close_everything()
        finally:
            then()

    def _switch_over(self, prepared: PreparedRestore) -> None:
        from vitalshift_desktop.ui.switch_over import switch_over

        try:
            switch_over(prepared, self._dialogs)
        finally:
            self._relaunch()

    def _close_everything(self) -> None:
        with ExitStack() as whatever_happens:  # a fault in one step must not keep the records open; last one first
            whatever_happens.callback(self._desktop.close)
            whatever_happens.callback(self._close_entry)
            whatever_happens.callback(self._background.close)  # again: a query that ran on was cut off with the records
            whatever_happens.callback(self._close_records)
            whatever_happens.callback(self._background.close)
            whatever_happens.callback(self._close_window)
            whatever_happens.callback(self._copies.clear)
            whatever_happens.callback(self._keep_unfinished)
            self._raise_request.stop()
            self.locked_bell.stop()
            self._reading.stop()
            self._seen = take_from_screen()
            self._stop_auto_lock()
            self._background.cancel_all()
            self.rescue()

    def _keep_unfinished(self) -> None:
        if self.window is not None and self.workspace is not None:
            kept = self.workspace.drafts.keep(self.window.unfinished.gathered())
            if not kept:
                os.environ[DRAFTS_LOST] = "1"  # the one thing the next process is told

    def _stop_auto_lock(self) -> None:
        if self._auto_lock is not None:
            self._auto_lock.stop()
            self._auto_lock = None

    def _close_window(self) -> None:
        window, self.window = self.window, None
        let_go(self._seen, but=(window, self.entry))
        if window is not None:
            window.deleteLater()
            window.empty()

    def _close_records(self) -> None:
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            workspace.close()

    def _unlocking(self) -> Unlocking:
        from vitalshift_desktop.services.clock import SystemClock
        from vitalshift_desktop.services.unlocking import Unlocking
        from vitalshift_desktop.vault.files.device_paths import DevicePaths

        clock: Clock = SystemClock()
        return Unlocking(clock, DevicePaths(self._places.data))


def run(arguments: list[str], *, minimized: bool = False) -> int:
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
    Collecting(application)
    # What is loaded by now stays until the process ends with the next lock. Python's collector need not go through it
    # again and again: that held up typing for a tenth of a second now and then.
    app.opened.connect(gc.freeze)
    app.start(minimized=minimized)
    return application.exec()
