"""How long nobody has touched the computer, asked of whoever can tell on this system."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

RESTS = 11
"""A source that did not answer is left alone this many times; at one question every five seconds, for a minute."""


class Idleness(Protocol):
    """One way to learn how long the computer, not only the app, has been left alone."""

    def seconds(self) -> float | None:
        """Seconds since the last key, click or movement anywhere; None when nobody can tell."""


class FirstAnswer:
    """Asks one source after the other; none of them answers on some desktops."""

    def __init__(self, sources: Sequence[Idleness]) -> None:
        self._sources = tuple(sources)
        self._resting = [0] * len(self._sources)

    def seconds(self) -> float | None:
        """The first answer; None when there is none."""
        for place, source in enumerate(self._sources):
            if self._resting[place]:
                self._resting[place] -= 1
                continue
            answer = source.seconds()
            if answer is not None:
                return answer
            self._resting[place] = RESTS
        return None


def idleness_here(platform: str = sys.platform, around: Mapping[str, str] = os.environ) -> Idleness:
    """What can tell on this computer; it never raises and never waits longer than a moment."""
    if platform == "win32":
        from vitalshift_desktop.ui.desktop.windows_idleness import WindowsIdleness

        return WindowsIdleness()
    if platform == "darwin":
        from vitalshift_desktop.ui.desktop.mac_idleness import MacIdleness

        return MacIdleness()
    return FirstAnswer(_of_linux(around))


def _of_linux(around: Mapping[str, str]) -> list[Idleness]:
    sources: list[Idleness] = []
    if around.get("DBUS_SESSION_BUS_ADDRESS"):
        from vitalshift_desktop.ui.desktop.linux_idleness import mutter_idleness

        sources.append(mutter_idleness())
    if around.get("DISPLAY") and not around.get("WAYLAND_DISPLAY"):
        # Beside Wayland an X server sees only the windows of its own programs.
        from vitalshift_desktop.ui.desktop.x_idleness import XIdleness

        sources.append(XIdleness())
    if around.get("DBUS_SESSION_BUS_ADDRESS"):
        from vitalshift_desktop.ui.desktop.linux_idleness import screensaver_idleness

        sources.append(screensaver_idleness())
    return sources
