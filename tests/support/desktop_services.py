"""Services of a desktop on a bus of the tests: `python -m tests.support.desktop_services ADDRESS`.

Served by a process of its own, with the types of the real services: uint64 of Mutter, uint32 of the screen saver, a
file descriptor of logind. Each line on its standard input is one thing that happens; it tells what it was asked.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import Property, QCoreApplication, QObject, QSocketNotifier, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

ClassInfo: Any = QtCore.ClassInfo  # its stub takes no arguments
SESSION = "/org/freedesktop/login1/session/_32"
MANAGER = "/org/freedesktop/login1"


@ClassInfo({"D-Bus Interface": "org.gnome.Mutter.IdleMonitor"})
class Mutter(QObject):
    idle = 0

    @Slot(result="qulonglong")
    def GetIdletime(self) -> int:
        return self.idle


@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class ScreenSaver(QObject):
    idle = 0
    ActiveChanged = Signal(bool)

    @Slot(result="uint")
    def GetSessionIdleTime(self) -> int:
        return self.idle


@ClassInfo({"D-Bus Interface": "org.gnome.ScreenSaver"})
class GnomeScreenSaver(QObject):
    ActiveChanged = Signal(bool)


@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Manager"})
class Manager(QObject):
    PrepareForSleep = Signal(bool)
    closed = False

    def __init__(self) -> None:
        super().__init__()
        self._held: list[QSocketNotifier] = []

    @Property(bool)
    def LidClosed(self) -> bool:
        return self.closed

    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, session: str) -> QDBusObjectPath:
        say(f"asked for session {session}")
        return QDBusObjectPath(SESSION)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> QDBusUnixFileDescriptor:
        ours, theirs = os.pipe()
        watch = QSocketNotifier(ours, QSocketNotifier.Type.Read, self)
        watch.activated.connect(self._on_let_go)
        self._held.append(watch)
        given = QDBusUnixFileDescriptor(theirs)
        os.close(theirs)
        say(f"inhibit {what} {mode}")
        return given

    def _on_let_go(self) -> None:
        for watch in self._held:
            watch.setEnabled(False)
        self._held.clear()
        say("let go")


@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Session"})
class Session(QObject):
    Lock = Signal()
    Unlock = Signal()
    active = True

    @Property(bool)
    def Active(self) -> bool:
        return self.active


@ClassInfo({"D-Bus Interface": "org.freedesktop.UPower"})
class Power(QObject):
    closed = False

    @Property(bool)
    def LidIsClosed(self) -> bool:
        return self.closed


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Notification"})
class Portal(QObject):
    @Slot(str, "QVariantMap")
    def AddNotification(self, name: str, notice: dict[str, object]) -> None:
        say(f"notice {name} {sorted(notice.items())}")


def say(what: str) -> None:
    """Tell the test."""
    print(what, flush=True)


class Desktop:
    """All of them on one bus."""

    def __init__(self, bus: QDBusConnection) -> None:
        self._bus = bus
        self._mutter, self._saver, self._gnome = Mutter(), ScreenSaver(), GnomeScreenSaver()
        self._manager, self._session, self._power = Manager(), Session(), Power()
        self._portal = Portal()
        everything = QDBusConnection.RegisterOption.ExportAllContents
        for service, path, thing in (
            ("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", self._mutter),
            ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", self._saver),
            ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", self._gnome),
            ("org.freedesktop.login1", MANAGER, self._manager),
            ("org.freedesktop.login1", SESSION, self._session),
            ("org.freedesktop.UPower", "/org/freedesktop/UPower", self._power),
            ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", self._portal),
        ):
            assert bus.registerObject(path, thing, everything)
            assert bus.registerService(service)
        self._happens: dict[str, Callable[[], object]] = {
            "sleep": lambda: self._manager.PrepareForSleep.emit(True),
            "awake": lambda: self._manager.PrepareForSleep.emit(False),
            "lock": self._session.Lock.emit,
            "unlock": self._session.Unlock.emit,
            "saver on": lambda: self._saver.ActiveChanged.emit(True),
            "saver off": lambda: self._saver.ActiveChanged.emit(False),
            "gnome saver on": lambda: self._gnome.ActiveChanged.emit(True),
            "user away": lambda: self._turn(self._session, "active", False),
            "user back": lambda: self._turn(self._session, "active", True),
            "hint": lambda: self._turn(self._session, "idle", True),
            "lid": lambda: self._turn(self._manager, "closed", True),
            "docked": lambda: self._turn(self._manager, "docked", True),
            "upower lid": lambda: self._turn(self._power, "closed", True),
            "no portal": lambda: bus.unregisterService("org.freedesktop.portal.Desktop"),
            "no mutter": lambda: bus.unregisterService("org.gnome.Mutter.IdleMonitor"),
            "no saver": lambda: bus.unregisterService("org.freedesktop.ScreenSaver"),
        }

    def do(self, line: str) -> None:
        """Let one thing happen, then say so."""
        kind, _space, number = line.rpartition(" ")
        if kind == "mutter":
            self._mutter.idle = int(number)
        elif kind == "saver idle":
            self._saver.idle = int(number)
        else:
            self._happens[line]()
        say(f"done {line}")

    def _turn(self, thing: QObject, name: str, value: bool) -> None:
        setattr(thing, name, value)
        path, interface = {
            self._session: (SESSION, "org.freedesktop.login1.Session"),
            self._manager: (MANAGER, "org.freedesktop.login1.Manager"),
            self._power: ("/org/freedesktop/UPower", "org.freedesktop.UPower"),
        }[thing]
        signal = QDBusMessage.createSignal(path, "org.freedesktop.DBus.Properties", "PropertiesChanged")
        signal.setArguments([interface, {name: value}, []])
        assert self._bus.send(signal)


def main() -> None:
    """Serve until the test goes away."""
    application = QCoreApplication(sys.argv)
    desktop = Desktop(QDBusConnection.connectToBus(sys.argv[1], "served"))
    ear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def hear() -> None:
        line = sys.stdin.readline()
        if line:
            desktop.do(line.strip())
        else:
            application.quit()

    ear.activated.connect(hear)
    say("served")
    application.exec()


if __name__ == "__main__":
    main()
