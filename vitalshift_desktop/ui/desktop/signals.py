"""What the desktop says when the person at the computer is about to be gone."""

import sys
from enum import Enum

from PySide6.QtCore import QObject, Signal


class Leaving(Enum):
    """Why nobody will be at the screen in a moment."""

    SLEEP = "the computer is about to sleep"
    SCREEN = "the screen was locked"
    USER = "another user takes over"
    LID = "the lid was closed"


class DesktopSignals(QObject):
    """One desktop's way to say so; this one never says anything."""

    leaving = Signal(object)
    """A `Leaving`; on some systems more than one for the same event."""

    def may_sleep(self) -> None:
        """We are done: a sleep that waited for us goes on."""

    def close(self) -> None:
        """Listen no more."""


def desktop_here(platform: str = sys.platform) -> DesktopSignals:
    """The desktop of this computer; where none can be reached it is one that never says anything."""
    if platform == "win32":
        from vitalshift_desktop.ui.desktop.windows_signals import WindowsSignals

        return WindowsSignals()
    if platform == "darwin":
        from vitalshift_desktop.ui.desktop.mac_signals import MacSignals

        return MacSignals()
    from vitalshift_desktop.ui.desktop.linux_signals import LinuxSignals

    return LinuxSignals()
