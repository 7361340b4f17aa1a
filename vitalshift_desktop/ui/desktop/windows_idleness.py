"""Idle time from Windows: `GetLastInputInfo` against the system's tick count."""

import ctypes
import sys

TICKS = 1 << 32  # the 32-bit count of milliseconds begins anew every 49.7 days


class _LastInputInfo(ctypes.Structure):
    """LASTINPUTINFO of winuser.h."""

    _fields_ = (("size", ctypes.c_uint), ("time", ctypes.c_uint))


class WindowsIdleness:
    """The last input of this user's session."""

    def seconds(self) -> float | None:
        """Seconds since the last input; None when Windows does not say."""
        if sys.platform == "win32":
            info = _LastInputInfo(ctypes.sizeof(_LastInputInfo), 0)
            if ctypes.windll.user32.GetLastInputInfo(ctypes.byref(info)):
                return seconds_between(info.time, ctypes.windll.kernel32.GetTickCount() % TICKS)
        return None


def seconds_between(last_input: int, now: int) -> float:
    """Seconds between two 32-bit counts of milliseconds, across the turn of the counter."""
    return ((now - last_input) % TICKS) / 1000
