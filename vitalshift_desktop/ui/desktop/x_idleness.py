"""Idle time from the X server, through its screen saver extension."""

import ctypes


class _ScreenSaverInfo(ctypes.Structure):
    """XScreenSaverInfo of X11/extensions/scrnsaver.h; `idle` is in milliseconds."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


class XIdleness:
    """Keeps one connection to the X server, opened at the first question; on a missing library it never answers."""

    def __init__(self) -> None:
        self._asked: tuple[ctypes.CDLL, int, int] | None = None
        self._is_out = False

    def seconds(self) -> float | None:
        """Seconds since the last input to the X server; None without library, server or extension."""
        if self._asked is None and not self._is_out:
            self._asked = _connected()
            self._is_out = self._asked is None
        if self._asked is None:
            return None
        library, display, root = self._asked
        info = _ScreenSaverInfo()
        if not library.XScreenSaverQueryInfo(ctypes.c_void_p(display), ctypes.c_ulong(root), ctypes.byref(info)):
            return None
        return float(info.idle) / 1000


def _connected() -> tuple[ctypes.CDLL, int, int] | None:
    try:
        x11, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    display = x11.XOpenDisplay(None)
    if not display:
        return None
    first_event, first_error = ctypes.c_int(), ctypes.c_int()
    known = saver.XScreenSaverQueryExtension(
        ctypes.c_void_p(display), ctypes.byref(first_event), ctypes.byref(first_error)
    )
    if not known:
        return None
    return saver, int(display), int(x11.XDefaultRootWindow(ctypes.c_void_p(display)))
