"""The bell before the records are open: it rings from the times that were left, if that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vitalshift_desktop.ui.desktop.system_notice import SystemNotice
from vitalshift_desktop.ui.device_settings import DeviceSettings

if TYPE_CHECKING:
    from vitalshift_desktop.services.locked_bell import LockedBell

LOOKS_EVERY_SECONDS = 30


class BellWhileLocked(QObject):
    """Looks when it starts and every half minute, so that days away come as one ring; nothing of it opens the vault."""

    rang = Signal()

    def __init__(self, data: Path, settings: DeviceSettings, parent: QObject) -> None:
        super().__init__(parent)
        self.load: Callable[[], LockedBell] = partial(_load, data)
        self._settings = settings
        self._bell: LockedBell | None = None
        self._notice = SystemNotice(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_SECONDS * 1000)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on; the first picture does not wait for it."""
        self._timer.start()
        QTimer.singleShot(0, self, self._on_started)

    def stop(self) -> None:
        """Ring no more."""
        self._timer.stop()

    def look(self) -> None:
        """Ring once for all that fell due since the last look."""
        if not self._settings.rings_while_locked:
            return
        if self._bell is None:
            self._bell = self.load()
        if self._bell.rings():
            self._notice.show_due()
            self.rang.emit()

    def _on_started(self) -> None:
        if self._timer.isActive():
            self.look()


def _load(data: Path) -> LockedBell:
    from vitalshift_desktop.services.locked_bell import LockedBell

    return LockedBell.here(data)
