"""The way to the sample practice, which is written when it is first wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.unlock.late_rooms import LateRooms

if TYPE_CHECKING:
    from vitalshift_desktop.services.unlocking import Unlocking


class SampleDoor(QObject):
    """Writes the sample practice beside the window, once."""

    written = Signal()
    failed = Signal(object)

    def __init__(self, folder: Path, rooms: LateRooms, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self._rooms = rooms
        self._background = background

    def open(self) -> None:
        """Write the sample unless it is there; `written` or `failed` follows."""
        self._rooms.when_loaded(self._write)

    def _write(self, unlocking: Unlocking) -> None:
        folder = self.folder

        def work(_job: Job) -> None:
            if not unlocking.vault_exists(folder):
                unlocking.create_sample(folder)

        self._background.run(self, work, self._on_written, self.failed.emit)

    def _on_written(self, _nothing: object) -> None:
        self.written.emit()
