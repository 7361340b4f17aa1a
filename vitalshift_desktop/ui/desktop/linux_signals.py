"""Linux over D-Bus: logind says sleep, lock and user switch; screen savers say that the screen is locked."""

import os
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import QDBusConnection, QDBusObjectPath

from vitalshift_desktop.ui.desktop.bus_call import Callee, answer_of
from vitalshift_desktop.ui.desktop.bus_fact import PROPERTIES, WatchedFact
from vitalshift_desktop.ui.desktop.signals import DesktopSignals, Leaving
from vitalshift_desktop.ui.desktop.sleep_delay import SleepDelay

_LOGIND = "org.freedesktop.login1"
_MANAGER = Callee(_LOGIND, "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SESSION = "org.freedesktop.login1.Session"
_SCREEN_SAVERS = (
    Callee("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    Callee("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver"),
    Callee("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
_UPOWER = Callee("org.freedesktop.UPower", "/org/freedesktop/UPower", "org.freedesktop.UPower")


class LinuxSignals(DesktopSignals):
    """Hears whatever of these the desktop offers; a service that comes later is heard too."""

    def __init__(
        self,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
        around: Mapping[str, str] = os.environ,
    ) -> None:
        super().__init__()
        self._system = system or QDBusConnection.systemBus()
        self._session = session or QDBusConnection.sessionBus()
        self._delay = SleepDelay(self._system, _MANAGER)
        self._facts: list[WatchedFact] = []
        self._heard: list[tuple[QDBusConnection, Callee, str, Any]] = []
        if self._system.isConnected():
            self._hear_logind(around.get("XDG_SESSION_ID") or "auto")
            self._delay.take()
        if self._session.isConnected():
            for saver in _SCREEN_SAVERS:
                self._hear(self._session, saver, "ActiveChanged", "on_screen_saver(bool)")

    def may_sleep(self) -> None:
        """Let go of the delay."""
        self._delay.let_go()

    def close(self) -> None:
        """Listen no more and delay no sleep."""
        self._delay.let_go()
        for bus, callee, name, slot in self._heard:
            bus.disconnect(callee.service, callee.path, callee.interface, name, self, slot)
        self._heard.clear()

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """The computer is about to sleep, or has come back."""
        if begins:
            self.leaving.emit(Leaving.SLEEP)
        else:
            self._delay.take()

    @Slot()
    def on_lock(self) -> None:
        """This session is to be locked."""
        self.leaving.emit(Leaving.SCREEN)

    @Slot(bool)
    def on_screen_saver(self, is_on: bool) -> None:
        """The screen is locked or blank, or no longer."""
        if is_on:
            self.leaving.emit(Leaving.SCREEN)

    @Slot()
    def on_properties(self) -> None:
        """Something of the session, of logind or of the power service changed; what it was is asked."""
        for fact in self._facts:
            if fact.came_true():
                self.leaving.emit(fact.means)

    def _hear_logind(self, session_id: str) -> None:
        self._hear(self._system, _MANAGER, "PrepareForSleep", "on_sleep(bool)")
        self._watch(_MANAGER, "LidClosed", Leaving.LID)
        self._watch(_UPOWER, "LidIsClosed", Leaving.LID)
        path: Any = answer_of(self._system, _MANAGER, "GetSession", session_id)
        if isinstance(path, QDBusObjectPath):
            session = Callee(_LOGIND, path.path(), _SESSION)
            self._hear(self._system, session, "Lock", "on_lock()")
            self._watch(session, "Active", Leaving.USER, when=False)

    def _watch(self, callee: Callee, name: str, means: Leaving, *, when: bool = True) -> None:
        self._facts.append(WatchedFact(self._system, callee, name, means, when=when))
        self._hear(
            self._system, Callee(callee.service, callee.path, PROPERTIES), "PropertiesChanged", "on_properties()"
        )

    def _hear(self, bus: QDBusConnection, callee: Callee, name: str, slot: str) -> None:
        receiver: Any = SLOT(slot)  # the stubs ask for bytes, the call takes text only
        if bus.connect(callee.service, callee.path, callee.interface, name, self, receiver):
            self._heard.append((bus, callee, name, receiver))
