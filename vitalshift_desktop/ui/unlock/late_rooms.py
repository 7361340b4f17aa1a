"""The rest of the app, read in behind the first picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from vitalshift_desktop.services.unlocking import Unlocking
    from vitalshift_desktop.ui.background import Background


class LateRooms(QObject):
    """Loads the services once, beside the window; whoever needs them waits in a row."""

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, load: Callable[[], Unlocking], background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._load = load
        self._background = background
        self._is_loading = False
        self._waiting: list[Callable[[Unlocking], None]] = []
        self.unlocking: Unlocking | None = None

    def load_once(self) -> None:
        """Begin to load, unless that was begun before."""
        if self.unlocking is None and not self._is_loading:
            self._is_loading = True
            load = self._load
            self._background.run(self, lambda _job: load(), self._on_loaded, self._on_failed)

    def when_loaded(self, then: Callable[[Unlocking], None]) -> None:
        """Call back with the services, now or once they are here."""
        if self.unlocking is not None:
            then(self.unlocking)
            return
        self._waiting.append(then)
        self.load_once()

    def _on_loaded(self, unlocking: Unlocking) -> None:
        self._is_loading = False
        self.unlocking = unlocking
        self.loaded.emit()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(unlocking)

    def _on_failed(self, error: BaseException) -> None:
        self._is_loading = False
        self._waiting.clear()
        self.failed.emit(error)
