"""The window before the vault is open: first page, setting up, unlocking, recovering."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.domain.problems import Problem, VaultInUse
from vitalshift_desktop.domain.rescue import needs_rescue
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.due_bar import DueBar
from vitalshift_desktop.ui.unlock.first_door import FirstDoor
from vitalshift_desktop.ui.unlock.first_page import FirstPage
from vitalshift_desktop.ui.unlock.late_rooms import LateRooms
from vitalshift_desktop.ui.unlock.opened_records import OpenedRecords
from vitalshift_desktop.ui.unlock.recovery_page import RecoveryPage
from vitalshift_desktop.ui.unlock.telling import TellsProblems, tell
from vitalshift_desktop.ui.unlock.tries import Tries
from vitalshift_desktop.ui.unlock.unlock_page import UnlockPage
from vitalshift_desktop.ui.unlock.ways_back import WaysBack

if TYPE_CHECKING:
    from vitalshift_desktop.services.unlocking import Unlocking
    from vitalshift_desktop.services.workspace import Workspace
    from vitalshift_desktop.ui.unlock.setup_page import SetupPage


class EntryWindow(QWidget):
    """Leads to an open workspace, whichever way. Shows no name, no count, nothing of the records."""

    loaded = Signal()
    """The services are here, so the rest of the app may be read."""
    unlocked = Signal(object)
    closed = Signal()
    lock_wanted = Signal()

    def __init__(
        self,
        load_unlocking: Callable[[], Unlocking],
        settings: DeviceSettings,
        background: Background,
        dialogs: Dialogs,
        *,
        sample_folder: Path,
        default_folder: Path,
    ) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setWindowTitle("VitalShift")
        self._settings = settings
        self._background = background
        self._dialogs = dialogs
        self._default_folder = default_folder
        self._opened = OpenedRecords()
        self._rooms = LateRooms(load_unlocking, background, self)
        self._sample_folder = sample_folder
        self._by_passphrase = Tries(self._rooms, background, self._opened, self)
        self._by_code = Tries(self._rooms, background, self._opened, self)
        self.back = WaysBack(self._rooms, background, dialogs, self._opened, self)
        self._build()
        self._connect()
        self._begin()

    @cached_property
    def recovery(self) -> RecoveryPage:
        """Unlocking by the recovery code."""
        page = RecoveryPage()
        page.tried.connect(self._on_code)
        page.left.connect(self._on_back_to_unlock)
        self._stack.addWidget(page)
        return page

    @cached_property
    def setup(self) -> SetupPage:
        """Setting up, or a new sheet after a recovery."""
        from vitalshift_desktop.ui.unlock.setup_page import SetupPage

        page = SetupPage(self._background, self._dialogs, self._settings, self._opened, self._default_folder)
        page.left.connect(self._on_other)
        page.finished.connect(self._hand_over)
        self._stack.addWidget(page)
        if self._rooms.unlocking is not None:
            page.set_unlocking(self._rooms.unlocking)
        return page

    def _build(self) -> None:
        self.first = FirstPage()
        self.unlock = UnlockPage()
        self.due = DueBar(self)
        self._stack = QStackedWidget()
        for page in (self.first, self.unlock):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.due)
        column.addWidget(self._stack)
        self.setMinimumSize(1024, 680)
        geometry = self._settings.geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock_if_open)
        self.first.setup_wanted.connect(self._on_setup)
        door = FirstDoor(self.first, self._sample_folder, self._rooms, self._background, self._dialogs)
        door.chosen.connect(self._show_unlock)
        self.unlock.tried.connect(self._on_passphrase)
        self.unlock.recovery_wanted.connect(self._on_recovery)
        self.unlock.other_wanted.connect(self._on_other)
        self._rooms.loaded.connect(self.loaded)
        self._rooms.failed.connect(self._on_not_loaded)
        self.first.restore_wanted.connect(self._on_restore_new)
        self.unlock.restore_wanted.connect(self._on_restore)
        self.back.page_wanted.connect(self._on_page)
        self.back.succeeded.connect(self._on_brought_back)
        self.back.placed.connect(self._settings.set_vault_folder)
        self.back.retry_wanted.connect(self._on_retry)
        self.back.left.connect(self._on_other)
        self.back.returned.connect(self._begin)
        self._by_passphrase.succeeded.connect(self._on_unlocked)
        self._by_passphrase.failed.connect(self._on_unlock_failed)
        self._by_code.succeeded.connect(self._on_recovered)
        self._by_code.failed.connect(self._on_code_failed)

    def abandon(self) -> None:
        """Close the records that were opened and never taken over; none is opened afterwards."""
        self._opened.close()
        self.back.abandon()

    def lock_if_open(self) -> None:
        """Ask for the lock when records lie open here, as while a recovery sheet is shown."""
        if self._opened.is_open:
            self.lock_wanted.emit()

    def _on_first_picture(self) -> None:
        if self.isVisible():
            self._rooms.load_once()

    def _on_not_loaded(self, error: BaseException) -> None:
        page: object = self._stack.currentWidget()
        if isinstance(page, TellsProblems):
            tell(page, error)

    # ------------------------------------------------------------ from page to page

    def _begin(self) -> None:
        folder = self._settings.vault_folder
        if folder is None:
            self._show(self.first)
        else:
            self._show_unlock(folder)

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def _show_unlock(self, folder: Path) -> None:
        self._settings.set_vault_folder(folder)
        self.unlock.wipe()
        self.unlock.show_wait(0)
        self.unlock.show_sample(folder == self._sample_folder)
        self._show(self.unlock)
        self._rooms.when_loaded(self._look_at_wait)

    def _look_at_wait(self, unlocking: Unlocking) -> None:
        folder = self._settings.vault_folder
        is_here = folder is not None and self._stack.currentWidget() is self.unlock
        if folder is not None and is_here and self.back.look_at_folder(unlocking, folder):
            return
        if folder is not None and (seconds := unlocking.wait_seconds(folder)) > 0:
            self.unlock.show_wait(seconds)
        if folder == self._sample_folder:
            self.unlock.show_sample_passphrase(unlocking.sample_passphrase())

    def _on_setup(self) -> None:
        self.first.show_ready()
        self._show(self.setup)
        self.setup.begin()
        self._rooms.when_loaded(self.setup.set_unlocking)

    def _on_other(self) -> None:
        # The records stay remembered until others are chosen: whoever leaves again finds them at the next start.
        self.unlock.wipe()
        self._show(self.first)

    def _on_recovery(self) -> None:
        self.unlock.wipe()
        self._show(self.recovery)

    def _on_back_to_unlock(self) -> None:
        self.recovery.wipe()
        self._show(self.unlock)

    def _on_passphrase(self, passphrase: str) -> None:
        folder = self._settings.vault_folder
        if folder is not None:
            self.unlock.show_busy()
            self._by_passphrase.start(lambda unlocking: unlocking.unlock(folder, passphrase))

    def _on_code(self, code: str) -> None:
        folder = self._settings.vault_folder
        if folder is not None:
            self.recovery.show_busy()
            self._by_code.start(lambda unlocking: unlocking.unlock_with_code(folder, code))

    def _on_unlocked(self, workspace: Workspace) -> None:
        self.unlock.wipe()
        practice = workspace.practice.get()
        if practice.is_sample or practice.recovery_sheet_checked:
            self._hand_over(workspace)
            return
        self._show(self.setup)
        self.setup.begin_with_sheet(workspace, needs_passphrase=False)

    def _show_rescue(self, problem: BaseException, secret: str) -> bool:
        folder = self._settings.vault_folder
        if folder is None or not isinstance(problem, Problem) or not needs_rescue(problem):
            return False
        self.back.show_rescue(folder, problem, secret)
        self.unlock.wipe()
        self.recovery.wipe()
        return True

    def _on_page(self, page: QWidget) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._show(page)

    def _on_restore_new(self) -> None:
        self.first.show_ready()
        self.back.show_restore(self._default_folder)

    def _on_restore(self) -> None:
        self.unlock.wipe()
        self.back.show_restore(self._settings.vault_folder or self._default_folder)

    def _on_retry(self, secret: str) -> None:
        folder = self._settings.vault_folder
        if folder is not None:
            self._show_unlock(folder)
            self.unlock.field.edit.setText(secret)

    def _on_brought_back(self, workspace: Workspace) -> None:
        if workspace.vault.ways_in.needs_new_passphrase and workspace.read_only is None:
            self._on_recovered(workspace)
        elif workspace.read_only is not None:
            self._hand_over(workspace)
        else:
            self._on_unlocked(workspace)

    def _on_unlock_failed(self, error: BaseException) -> None:
        if self._show_rescue(error, self.unlock.field.text()):
            return
        if isinstance(error, VaultInUse) and not error.other_computer and self._rooms.unlocking is not None:
            self._rooms.unlocking.ask_first_window()
        tell(self.unlock, error)
        self._rooms.when_loaded(self._look_at_wait)

    def _on_recovered(self, workspace: Workspace) -> None:
        self.recovery.wipe()
        self._show(self.setup)
        self.setup.begin_with_sheet(workspace, needs_passphrase=True)

    def _on_code_failed(self, error: BaseException) -> None:
        if self._show_rescue(error, self.recovery.field.text()):
            return
        tell(self.recovery, error)

    def _hand_over(self, workspace: Workspace) -> None:
        self._opened.hand_over()
        self._settings.set_geometry(self.saveGeometry())
        self.unlocked.emit(workspace)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Reading in the rest of the app must not hold up the first picture.
        QTimer.singleShot(0, self, self._on_first_picture)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._settings.set_geometry(self.saveGeometry())
        self.closed.emit()
