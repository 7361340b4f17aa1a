"""Windows: session and power messages sent to a hidden window of ours."""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QWindow

from vitalshift_desktop.ui.desktop.signals import DesktopSignals, Leaving

SESSION_CHANGE, POWER = 0x02B1, 0x0218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
SUSPEND, SETTING = 0x0004, 0x8013  # PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE
LID = bytes.fromhex("4d0f3eba17b89440a2d1d56379e6a0f3")  # GUID_LIDSWITCH_STATE_CHANGE as it lies in memory
_SESSION_MEANS = {
    2: Leaving.USER,  # WTS_CONSOLE_DISCONNECT
    4: Leaving.USER,  # WTS_REMOTE_DISCONNECT
    6: Leaving.USER,  # WTS_SESSION_LOGOFF
    7: Leaving.SCREEN,  # WTS_SESSION_LOCK
}
_THIS_SESSION = 0
_SETTING_BYTES = 24  # of POWERBROADCAST_SETTING: a GUID, a length and one number


class _Message(ctypes.Structure):
    """The beginning of MSG of winuser.h."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("first", ctypes.c_size_t),
        ("second", ctypes.c_ssize_t),
    )


def what_is_said(message: int, first: int, setting: bytes = b"") -> Leaving | None:
    """What a message means; `setting` is the memory behind a change of a power setting. None for all others."""
    if message == SESSION_CHANGE:
        return _SESSION_MEANS.get(first)
    if message == POWER and first == SUSPEND:
        return Leaving.SLEEP
    if message == POWER and first == SETTING and setting[:16] == LID:
        is_closed = len(setting) >= _SETTING_BYTES and int.from_bytes(setting[20:24], "little") == 0
        return Leaving.LID if is_closed else None
    return None


class WindowsSignals(DesktopSignals):
    """Hears what Windows tells the windows of a session."""

    def __init__(self) -> None:
        super().__init__()
        self._window = QWindow()
        self._ear = _Ear(self)
        self._lid: Any = None
        application = QCoreApplication.instance()
        if sys.platform == "win32" and application is not None:
            handle = int(self._window.winId())
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(handle), _THIS_SESSION)
            register = ctypes.windll.user32.RegisterPowerSettingNotification
            register.restype = ctypes.c_void_p
            self._lid = register(ctypes.c_void_p(handle), ctypes.create_string_buffer(LID, 16), 0)
            application.installNativeEventFilter(self._ear)

    def close(self) -> None:
        """Listen no more."""
        application = QCoreApplication.instance()
        if sys.platform == "win32" and application is not None:
            application.removeNativeEventFilter(self._ear)
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(ctypes.c_void_p(int(self._window.winId())))
            if self._lid:
                ctypes.windll.user32.UnregisterPowerSettingNotification(ctypes.c_void_p(self._lid))
        self._window.destroy()


class _Ear(QAbstractNativeEventFilter):
    """Reads the messages; it swallows none."""

    def __init__(self, told: WindowsSignals) -> None:
        super().__init__()
        self._told = told

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if QByteArray(kind).data() == b"windows_generic_MSG":
            heard = _Message.from_address(int(message))
            is_setting = heard.message == POWER and heard.first == SETTING and heard.second
            setting = ctypes.string_at(heard.second, _SETTING_BYTES) if is_setting else b""
            why = what_is_said(heard.message, heard.first, setting)
            if why is not None:
                self._told.leaving.emit(why)
        return False, 0
