"""A property of a service on D-Bus that is true or false, and whether it has just turned."""

from typing import Any

from PySide6.QtDBus import QDBusConnection, QDBusVariant

from vitalshift_desktop.ui.desktop.bus_call import Callee, answer_of
from vitalshift_desktop.ui.desktop.signals import Leaving

PROPERTIES = "org.freedesktop.DBus.Properties"


class WatchedFact:
    """Asks for the property itself: PySide cannot take apart the map that comes with a change (6.11, measured)."""

    def __init__(self, bus: QDBusConnection, callee: Callee, name: str, means: Leaving, *, when: bool) -> None:
        self._bus = bus
        self._callee = callee
        self._name = name
        self._when = when
        self.means = means
        self._was = self._is_so()

    def came_true(self) -> bool:
        """Whether it is as it was waited for, and was not at the last look."""
        before, self._was = self._was, self._is_so()
        return self._was and not before

    def _is_so(self) -> bool:
        about = Callee(self._callee.service, self._callee.path, PROPERTIES)
        answer: Any = answer_of(self._bus, about, "Get", self._callee.interface, self._name)
        value = answer.variant() if isinstance(answer, QDBusVariant) else answer
        return value is self._when
