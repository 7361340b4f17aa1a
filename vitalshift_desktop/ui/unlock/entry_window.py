"""The window before the vault is open: first page, setting up, unlocking, recovering."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.first_page import FirstPage
from vitalshift_desktop.ui.unlock.opened_records import OpenedRecords
from vitalshift_desktop.ui.unlock.recovery_page import RecoveryPage
from vitalshift_desktop.ui.unlock.telling import TellsProblems, tell
from vitalshift_desktop.ui.unlock.unlock_page import UnlockPage
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.unlocking import Unlocking
    from vitalshift_desktop.services.workspace import Workspace
    from vitalshift_desktop.ui.unlock.setup_page import SetupPage


class EntryWindow(QWidget):
    """Leads to an open workspace, whichever way. Shows no name, no count, nothing of the records."""

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
        self._load_unlocking = load_unlocking
        self._settings = settings
        self._background = background
        self._dialogs = dialogs
        self._sample_folder = sample_folder
        self._unlocking: Unlocking | None = None
        self._is_loading = False
        self._waiting: list[Callable[[Unlocking], None]] = []
        self._opened = OpenedRecords()
        self._default_folder = default_folder
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
        if self._unlocking is not None:
            page.set_unlocking(self._unlocking)
        return page

    def _build(self) -> None:
        self.first = FirstPage()
        self.unlock = UnlockPage()
        self._stack = QStackedWidget()
        for page in (self.first, self.unlock):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setMinimumSize(1024, 680)
        geometry = self._settings.geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock_if_open)
        self.first.setup_wanted.connect(self._on_setup)
        self.first.sample_wanted.connect(self._on_sample)
        self.first.open_wanted.connect(self._on_open_other)
        self.unlock.tried.connect(self._on_passphrase)
        self.unlock.recovery_wanted.connect(self._on_recovery)
        self.unlock.other_wanted.connect(self._on_other)

    def abandon(self) -> None:
        """Close the records that were opened and never taken over; none is opened afterwards."""
        self._opened.close()

    def lock_if_open(self) -> None:
        """Ask for the lock when records lie open here, as while a recovery sheet is shown."""
        if self._opened.is_open:
            self.lock_wanted.emit()

    def _load(self) -> None:
        self._is_loading = True
        load = self._load_unlocking
        self._background.run(self, lambda _job: load(), self._on_rooms_loaded, self._on_not_loaded)

    def _on_first_picture(self) -> None:
        if self.isVisible():
            self._load_once()

    def _load_once(self) -> None:
        if self._unlocking is None and not self._is_loading:
            self._load()

    def _when_loaded(self, then: Callable[[Unlocking], None]) -> None:
        if self._unlocking is not None:
            then(self._unlocking)
            return
        self._waiting.append(then)
        self._load_once()

    def _on_rooms_loaded(self, unlocking: Unlocking) -> None:
        self._is_loading = False
        self._unlocking = unlocking
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(unlocking)

    def _on_not_loaded(self, error: BaseException) -> None:
        self._is_loading = False
        self._waiting.clear()
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
        self._when_loaded(self._look_at_wait)

    def _look_at_wait(self, unlocking: Unlocking) -> None:
        folder = self._settings.vault_folder
        if folder is not None and (seconds := unlocking.wait_seconds(folder)) > 0:
            self.unlock.show_wait(seconds)
        if folder == self._sample_folder:
            self.unlock.show_sample_passphrase(unlocking.sample_passphrase())

    def _on_setup(self) -> None:
        self.first.show_ready()
        self._show(self.setup)
        self.setup.begin()
        self._when_loaded(self.setup.set_unlocking)

    def _on_other(self) -> None:
        self._settings.set_vault_folder(None)
        self.unlock.wipe()
        self._show(self.first)

    def _on_recovery(self) -> None:
        self.unlock.wipe()
        self._show(self.recovery)

    def _on_back_to_unlock(self) -> None:
        self.recovery.wipe()
        self._show(self.unlock)

    def _on_sample(self) -> None:
        self.first.show_busy(_("Writing the sample practice…"))
        self._when_loaded(self._write_sample)

    def _write_sample(self, unlocking: Unlocking) -> None:
        folder = self._sample_folder

        def work(_job: Job) -> None:
            if not unlocking.vault_exists(folder):
                unlocking.create_sample(folder)

        self._background.run(self, work, self._on_sample_written, self._on_sample_failed)

    def _on_sample_written(self, _nothing: object) -> None:
        self.first.show_ready()
        self._show_unlock(self._sample_folder)

    def _on_sample_failed(self, error: BaseException) -> None:
        tell(self.first, error)

    def _on_open_other(self) -> None:
        folder = self._dialogs.choose_folder(self, _("Where do your records lie?"))
        if folder is not None:
            self._when_loaded(lambda unlocking: self._open_folder(unlocking, folder))

    def _open_folder(self, unlocking: Unlocking, folder: Path) -> None:
        if unlocking.vault_exists(folder):
            self.first.show_ready()
            self._show_unlock(folder)
        else:
            self.first.show_error(
                _("There are no VitalShift records in this folder. Choose the folder that ends in .vshift.")
            )

    def _on_passphrase(self, passphrase: str) -> None:
        self.unlock.show_busy()
        self._try(
            lambda unlocking, folder: unlocking.unlock(folder, passphrase), self._on_unlocked, self._on_unlock_failed
        )

    def _on_code(self, code: str) -> None:
        self.recovery.show_busy()
        self._try(
            lambda unlocking, folder: unlocking.unlock_with_code(folder, code), self._on_recovered, self._on_code_failed
        )

    def _try(
        self,
        unlock: Callable[[Unlocking, Path], Workspace],
        done: Callable[[Workspace], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        folder, opened = self._settings.vault_folder, self._opened
        if folder is None:
            return
        self._when_loaded(
            lambda unlocking: self._start(lambda _job: opened.keep(unlock(unlocking, folder)), done, failed)
        )

    def _start(
        self,
        work: Callable[[Job], Workspace],
        done: Callable[[Workspace], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._background.run(self, work, done, failed)

    def _on_unlocked(self, workspace: Workspace) -> None:
        self.unlock.wipe()
        practice = workspace.practice.get()
        if practice.is_sample or practice.recovery_sheet_checked:
            self._hand_over(workspace)
            return
        self._show(self.setup)
        self.setup.begin_with_sheet(workspace, needs_passphrase=False)

    def _on_unlock_failed(self, error: BaseException) -> None:
        tell(self.unlock, error)
        self._when_loaded(self._look_at_wait)

    def _on_recovered(self, workspace: Workspace) -> None:
        self.recovery.wipe()
        self._show(self.setup)
        self.setup.begin_with_sheet(workspace, needs_passphrase=True)

    def _on_code_failed(self, error: BaseException) -> None:
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
