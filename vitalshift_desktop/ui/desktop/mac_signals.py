"""macOS: notifications about the screen and the console, and IOKit's word before the computer sleeps."""

import ctypes
import sys
from collections.abc import Mapping
from typing import Any

from vitalshift_desktop.ui.desktop.signals import DesktopSignals, Leaving

FRAMEWORKS = "/System/Library/Frameworks"
DISTRIBUTED: Mapping[str, Leaving] = {
    "com.apple.screenIsLocked": Leaving.SCREEN,
    "com.apple.screensaver.didstart": Leaving.SCREEN,
}
DARWIN: Mapping[str, Leaving] = {
    "com.apple.coregraphics.GUIConsoleSessionChanged": Leaving.USER,  # kCGNotifyGUIConsoleSessionChanged
}
CAN_SLEEP, WILL_SLEEP = 0xE0000270, 0xE0000280  # kIOMessageCanSystemSleep, kIOMessageSystemWillSleep
_DELIVER_IMMEDIATELY = 4
_UTF8 = 0x08000100
_HEARD = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
_POWER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p)


def what_power_says(message: int) -> tuple[Leaving | None, bool]:
    """What a message of IOKit means, and whether IOKit waits for an answer."""
    if message == WILL_SLEEP:
        return Leaving.SLEEP, True
    return None, message == CAN_SLEEP


class MacSignals(DesktopSignals):
    """A closed lid is a sleep here; IOKit waits for the answer up to thirty seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[Any] = []  # what C holds on to must not be collected
        self._core: Any = None
        self._kit: Any = None
        self._port = 0
        self._waiting: int | None = None
        if sys.platform == "darwin":
            self._core = ctypes.CDLL(f"{FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
            self._kit = ctypes.CDLL(f"{FRAMEWORKS}/IOKit.framework/IOKit")
            self._hear_center("CFNotificationCenterGetDistributedCenter", DISTRIBUTED)
            self._hear_center("CFNotificationCenterGetDarwinNotifyCenter", DARWIN)
            self._hear_power()

    def may_sleep(self) -> None:
        """Answer IOKit."""
        if self._waiting is not None:
            self._kit.IOAllowPowerChange(ctypes.c_uint32(self._port), ctypes.c_long(self._waiting))
            self._waiting = None

    def on_power(self, _context: int, _service: int, message: int, argument: int | None) -> None:
        """Called by IOKit."""
        why, waits = what_power_says(message)
        if waits:
            self._waiting = argument or 0
        if why is not None:
            self.leaving.emit(why)
        elif waits:
            self.may_sleep()

    def _hear_center(self, getter: str, names: Mapping[str, Leaving]) -> None:
        get = getattr(self._core, getter)
        get.restype = ctypes.c_void_p
        center = ctypes.c_void_p(get())
        make = self._core.CFStringCreateWithCString
        make.restype = ctypes.c_void_p
        for name, why in names.items():
            text = ctypes.c_void_p(make(None, ctypes.c_char_p(name.encode()), ctypes.c_uint32(_UTF8)))
            heard = _HEARD(self._teller(why))
            self._core.CFNotificationCenterAddObserver(
                center, None, heard, text, None, ctypes.c_long(_DELIVER_IMMEDIATELY)
            )
            self._kept += [heard, text]

    def _teller(self, why: Leaving) -> Any:  # noqa: ANN401 - a callable of C
        def tell(*_unused: object) -> None:
            self.leaving.emit(why)

        return tell

    def _hear_power(self) -> None:
        ports, notifier = ctypes.c_void_p(), ctypes.c_uint32()
        called = _POWER(self.on_power)
        register = self._kit.IORegisterForSystemPower
        register.restype = ctypes.c_uint32
        self._port = register(None, ctypes.byref(ports), called, ctypes.byref(notifier))
        self._kept += [called, ports, notifier]
        if not self._port:
            return
        source = self._kit.IONotificationPortGetRunLoopSource
        source.restype = ctypes.c_void_p
        loop = self._core.CFRunLoopGetMain
        loop.restype = ctypes.c_void_p
        mode = ctypes.c_void_p.in_dll(self._core, "kCFRunLoopCommonModes")
        self._core.CFRunLoopAddSource(ctypes.c_void_p(loop()), ctypes.c_void_p(source(ports)), mode)
