"""What Windows and macOS say, read without either."""

import ctypes
import sys

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication

from vitalshift_desktop.ui.desktop import windows_signals
from vitalshift_desktop.ui.desktop.mac_signals import CAN_SLEEP, WILL_SLEEP, MacSignals, what_power_says
from vitalshift_desktop.ui.desktop.signals import DesktopSignals, Leaving, desktop_here
from vitalshift_desktop.ui.desktop.windows_signals import LID, POWER, SESSION_CHANGE, SETTING, SUSPEND, what_is_said

CLOSED = LID + (4).to_bytes(4, "little") + (0).to_bytes(4, "little")
OPENED = LID + (4).to_bytes(4, "little") + (1).to_bytes(4, "little")
BATTERY = bytes(16) + CLOSED[16:]


@pytest.mark.parametrize(
    ("message", "first", "setting", "why"),
    [
        (SESSION_CHANGE, 7, b"", Leaving.SCREEN),
        (SESSION_CHANGE, 2, b"", Leaving.USER),
        (SESSION_CHANGE, 4, b"", Leaving.USER),
        (SESSION_CHANGE, 8, b"", None),  # unlocked
        (SESSION_CHANGE, 1, b"", None),  # connected
        (POWER, SUSPEND, b"", Leaving.SLEEP),
        (POWER, 7, b"", None),  # resumed
        (POWER, SETTING, CLOSED, Leaving.LID),
        (POWER, SETTING, OPENED, None),
        (POWER, SETTING, BATTERY, None),
        (POWER, SETTING, LID, None),  # cut off
        (0x0100, 7, b"", None),  # a key
    ],
)
def test_messages_of_windows(message: int, first: int, setting: bytes, why: Leaving | None) -> None:
    assert what_is_said(message, first, setting) is why


def test_the_lid_of_windows_is_its_documented_guid() -> None:
    assert LID[:4][::-1].hex() + LID[4:6][::-1].hex() + LID[6:8][::-1].hex() == "ba3e0f4db8174094"
    assert LID[8:].hex() == "a2d1d56379e6a0f3"


@pytest.mark.skipif(sys.platform == "win32", reason="there it hears the real ones")
def test_a_message_is_read_from_memory_and_never_swallowed(qapp: QCoreApplication) -> None:
    ears = windows_signals.WindowsSignals()
    said: list[Leaving] = []
    ears.leaving.connect(said.append)
    behind = ctypes.create_string_buffer(CLOSED, len(CLOSED))
    for message, first, second in (
        (SESSION_CHANGE, 7, 0),
        (POWER, SETTING, ctypes.addressof(behind)),
        (POWER, SETTING, 0),
        (0x0100, 7, 0),
    ):
        sent = windows_signals._Message(None, message, first, second)
        assert ears._ear.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(sent)) == (False, 0)
        assert ears._ear.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)
    assert said == [Leaving.SCREEN, Leaving.LID]
    ears.close()


def test_words_of_iokit() -> None:
    assert what_power_says(WILL_SLEEP) == (Leaving.SLEEP, True)
    assert what_power_says(CAN_SLEEP) == (None, True)
    assert what_power_says(0xE0000300) == (None, False)  # has powered on


class Kit:
    """Stands where IOKit stands and hears the answers."""

    def __init__(self) -> None:
        self.allowed: list[int] = []

    def IOAllowPowerChange(self, _port: ctypes.c_uint32, argument: ctypes.c_long) -> None:
        self.allowed.append(argument.value)


@pytest.mark.skipif(sys.platform == "darwin", reason="there IOKit answers itself")
def test_iokit_is_answered_once_and_after_the_app_is_done(qapp: QCoreApplication) -> None:
    ears, kit = MacSignals(), Kit()
    ears._kit = kit
    said: list[Leaving] = []
    ears.leaving.connect(said.append)
    ears.on_power(0, 0, CAN_SLEEP, 5)
    assert (said, kit.allowed) == ([], [5])
    ears.on_power(0, 0, WILL_SLEEP, 7)
    assert (said, kit.allowed) == ([Leaving.SLEEP], [5])
    ears.may_sleep()
    ears.may_sleep()
    assert kit.allowed == [5, 7]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
def test_every_system_has_a_desktop_that_can_be_closed(qapp: QCoreApplication, platform: str) -> None:
    desktop = desktop_here(platform)
    assert isinstance(desktop, DesktopSignals)
    desktop.may_sleep()
    desktop.close()
