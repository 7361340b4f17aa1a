"""One try at a time to open the records, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.unlock.late_rooms import LateRooms
from vitalshift_desktop.ui.unlock.opened_records import OpenedRecords

if TYPE_CHECKING:
    from vitalshift_desktop.services.unlocking import Unlocking
    from vitalshift_desktop.services.workspace import Workspace

Try = Callable[["Unlocking"], "Workspace"]


class Tries(QObject):
    """Opens by one secret; what was opened is held until somebody takes it over."""

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, rooms: LateRooms, background: Background, opened: OpenedRecords, parent: QObject) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._background = background
        self._opened = opened

    def start(self, attempt: Try) -> None:
        """Try it; `succeeded` or `failed` follows on the window's thread."""
        self._rooms.when_loaded(lambda unlocking: self._begin(unlocking, attempt))

    def _begin(self, unlocking: Unlocking, attempt: Try) -> None:
        opened = self._opened

        def work(_job: Job) -> Workspace:
            return opened.keep(attempt(unlocking))

        self._background.run(self, work, self.succeeded.emit, self.failed.emit)
