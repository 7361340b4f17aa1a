"""The pages beside the passphrase: bringing back damaged records, restoring a backup, finishing a move."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.late_rooms import LateRooms
from vitalshift_desktop.ui.unlock.opened_records import OpenedRecords

if TYPE_CHECKING:
    from vitalshift_desktop.services.unlocking import Unlocking
    from vitalshift_desktop.ui.unlock.moving_page import MovingPage
    from vitalshift_desktop.ui.unlock.rescue_door import RescueDoor
    from vitalshift_desktop.ui.unlock.rescue_page import RescuePage
    from vitalshift_desktop.ui.unlock.restore_door import RestoreDoor
    from vitalshift_desktop.ui.unlock.restore_page import RestorePage


class WaysBack(QObject):
    """Makes each page when it is first needed and asks for it to be shown."""

    page_wanted = Signal(object)
    succeeded = Signal(object)
    placed = Signal(object)
    retry_wanted = Signal(str)
    left = Signal()
    returned = Signal()

    def __init__(
        self, rooms: LateRooms, background: Background, dialogs: Dialogs, opened: OpenedRecords, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._background = background
        self._dialogs = dialogs
        self._opened = opened

    @cached_property
    def rescue(self) -> RescuePage:
        """The way back for records that do not open."""
        from vitalshift_desktop.ui.unlock.rescue_page import RescuePage

        page = RescuePage()
        page.left_page.connect(self.left)
        return page

    @cached_property
    def restore(self) -> RestorePage:
        """Restoring from a backup."""
        from vitalshift_desktop.ui.unlock.restore_page import RestorePage

        page = RestorePage()
        page.left_page.connect(self.returned)
        return page

    @cached_property
    def moving(self) -> MovingPage:
        """A move that was asked for before the lock."""
        from vitalshift_desktop.ui.unlock.moving_page import MovingPage

        page = MovingPage(self._background)
        page.moved.connect(self._on_moved)
        page.stayed.connect(self.returned)
        return page

    @cached_property
    def _rescue_door(self) -> RescueDoor:
        from vitalshift_desktop.ui.unlock.rescue_door import RescueDoor

        door = RescueDoor(self.rescue, self._rooms, self._background, self._dialogs, self._opened)
        door.succeeded.connect(self.succeeded)
        door.retry_wanted.connect(self.retry_wanted)
        return door

    @cached_property
    def _restore_door(self) -> RestoreDoor:
        from vitalshift_desktop.ui.unlock.restore_door import RestoreDoor

        door = RestoreDoor(self.restore, self._rooms, self._background, self._dialogs, self._opened)
        door.succeeded.connect(self.succeeded)
        door.placed.connect(self.placed)
        return door

    def show_rescue(self, folder: Path, problem: Problem, secret: str = "") -> None:
        """Say what is wrong with this vault, and offer the way back."""
        self.page_wanted.emit(self.rescue)
        self._rescue_door.begin(folder, problem, secret)

    def show_restore(self, target: Path) -> None:
        """Restore a backup; the records would go to `target`."""
        self.page_wanted.emit(self.restore)
        self._restore_door.begin(target)

    def look_at_folder(self, unlocking: Unlocking, folder: Path) -> bool:
        """Show what stands between this vault and its passphrase: a move, or damage. False where nothing does."""
        request = unlocking.moving.requested(folder)
        if request is not None:
            self.page_wanted.emit(self.moving)
            self.moving.begin(unlocking.moving, request)
            return True
        problem = unlocking.rescuing.problem_at(folder)
        if problem is not None:
            self.show_rescue(folder, problem)
        return problem is not None

    def abandon(self) -> None:
        """Take away what was brought back and not accepted."""
        made = vars(self)
        if "_rescue_door" in made:
            self._rescue_door.abandon()
        if "_restore_door" in made:
            self._restore_door.abandon()

    def _on_moved(self, target: Path) -> None:
        self.placed.emit(target)
        self.returned.emit()
