"""Idle time from the desktop's own services over D-Bus: Mutter (GNOME) and the freedesktop screen saver (KDE)."""

from PySide6.QtDBus import QDBusConnection

from vitalshift_desktop.ui.desktop.bus_call import Callee, answer_of

_MUTTER = Callee("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor")
_SCREENSAVER = Callee("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")


class BusIdleness:
    """One method of one service that answers in milliseconds."""

    def __init__(self, bus: QDBusConnection, callee: Callee, method: str) -> None:
        self._bus = bus
        self._callee = callee
        self._method = method

    def seconds(self) -> float | None:
        """Seconds since the last input; None where the service is missing or does not know."""
        answer = answer_of(self._bus, self._callee, self._method)
        if not isinstance(answer, int) or answer <= 0:
            return None  # a service that cannot know says 0 for ever; a person is never there to the millisecond
        return answer / 1000


def mutter_idleness(bus: QDBusConnection | None = None) -> BusIdleness:
    """GNOME's own monitor."""
    return BusIdleness(bus or QDBusConnection.sessionBus(), _MUTTER, "GetIdletime")


def screensaver_idleness(bus: QDBusConnection | None = None) -> BusIdleness:
    """The screen saver of KDE and some others."""
    return BusIdleness(bus or QDBusConnection.sessionBus(), _SCREENSAVER, "GetSessionIdleTime")
