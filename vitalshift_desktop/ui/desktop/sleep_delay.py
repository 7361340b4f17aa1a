"""Asks logind to wait a moment before the computer sleeps, so that the vault is locked by then."""

import os

from PySide6.QtDBus import QDBusConnection, QDBusUnixFileDescriptor

from vitalshift_desktop.ui.desktop.bus_call import Callee, answer_of


class SleepDelay:
    """Holds logind's delay as an open file; closing it lets the sleep go on. logind waits five seconds at most."""

    def __init__(self, bus: QDBusConnection, manager: Callee) -> None:
        self._bus = bus
        self._manager = manager
        self._held: int | None = None

    def take(self) -> None:
        """Ask for the delay, unless it is held; without logind nothing is held."""
        if self._held is not None:
            return
        why = "Locking the vault"
        answer = answer_of(self._bus, self._manager, "Inhibit", "sleep", "VitalShift", why, "delay")
        if isinstance(answer, QDBusUnixFileDescriptor) and answer.isValid():
            self._held = os.dup(answer.fileDescriptor())
            os.set_inheritable(self._held, False)

    def let_go(self) -> None:
        """Let the sleep go on."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
