"""Keeps our windows out of screenshots and screen sharing, where the system offers that: Windows and macOS."""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

OFFERED_ON = ("win32", "darwin")
_SHOWN, _EXCLUDED = 0x00, 0x11  # WDA_NONE, WDA_EXCLUDEFROMCAPTURE
_SHARING_READ_ONLY, _SHARING_NONE = 1, 0  # NSWindowSharingReadOnly (the usual), NSWindowSharingNone


def is_offered(platform: str = sys.platform) -> bool:
    """Whether the system has such a call; neither X11 nor Wayland has one."""
    return platform in OFFERED_ON


class CaptureShield(QObject):
    """Tells the system about every window as it is shown, as the setting stands at that moment."""

    def __init__(self, application: QGuiApplication, wanted: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = wanted
        if is_offered():
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWindow):
            shield(watched, on=self._wanted())
        return False


def shield_all(*, on: bool) -> None:
    """Tell the system about every window there is now."""
    for window in QGuiApplication.topLevelWindows():
        if window.isVisible():
            shield(window, on=on)


def shield(window: QWindow, *, on: bool) -> None:
    """Take one window out of captures, or let it be captured; elsewhere nothing happens."""
    if sys.platform == "win32":
        value = _EXCLUDED if on else _SHOWN
        ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(int(window.winId())), value)
    elif sys.platform == "darwin":
        _share(int(window.winId()), _SHARING_NONE if on else _SHARING_READ_ONLY)


def _share(view: int, sharing: int) -> None:
    """`[[view window] setSharingType:sharing]`, through the Objective-C runtime."""
    runtime = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    runtime.sel_registerName.restype = ctypes.c_void_p
    call = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", runtime))
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(("objc_msgSend", runtime))
    window = call(view, runtime.sel_registerName(b"window"))
    if window:
        tell(window, runtime.sel_registerName(b"setSharingType:"), sharing)
