"""How long nobody was there: answers of real services on a real bus, and what to make of odd ones."""

import sys

import pytest
from PySide6.QtDBus import QDBusConnection

from tests.ui.desktop.conftest import DesktopElsewhere
from vitalshift_desktop.ui.desktop.idleness import RESTS, FirstAnswer, idleness_here
from vitalshift_desktop.ui.desktop.linux_idleness import mutter_idleness, screensaver_idleness
from vitalshift_desktop.ui.desktop.mac_idleness import MacIdleness, plausible
from vitalshift_desktop.ui.desktop.windows_idleness import WindowsIdleness, seconds_between
from vitalshift_desktop.ui.desktop.x_idleness import XIdleness


def test_mutter_tells_milliseconds_beyond_32_bits(desktop_elsewhere: DesktopElsewhere, bus: QDBusConnection) -> None:
    desktop_elsewhere.let("mutter 61500")
    assert mutter_idleness(bus).seconds() == 61.5
    desktop_elsewhere.let("mutter 5000000000")
    assert mutter_idleness(bus).seconds() == 5_000_000


def test_the_screen_saver_tells_milliseconds(desktop_elsewhere: DesktopElsewhere, bus: QDBusConnection) -> None:
    desktop_elsewhere.let("saver idle 300000")
    assert screensaver_idleness(bus).seconds() == 300


def test_a_service_that_says_zero_for_ever_does_not_count(
    desktop_elsewhere: DesktopElsewhere, bus: QDBusConnection
) -> None:
    assert screensaver_idleness(bus).seconds() is None


def test_the_second_answers_where_the_first_is_gone(desktop_elsewhere: DesktopElsewhere, bus: QDBusConnection) -> None:
    both = FirstAnswer([mutter_idleness(bus), screensaver_idleness(bus)])
    desktop_elsewhere.let("mutter 1000")
    desktop_elsewhere.let("saver idle 2000")
    assert both.seconds() == 1
    desktop_elsewhere.let("no mutter")
    assert both.seconds() == 2
    desktop_elsewhere.let("no saver")
    assert both.seconds() is None


def test_a_bus_that_is_not_there_answers_nothing(qapp: object) -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere/at/all", "nowhere")
    assert mutter_idleness(nowhere).seconds() is None
    QDBusConnection.disconnectFromBus("nowhere")


class Told:
    """Answers what a test says and counts the questions."""

    def __init__(self, answer: float | None) -> None:
        self.answer = answer
        self.asked = 0

    def seconds(self) -> float | None:
        self.asked += 1
        return self.answer


def test_who_did_not_answer_is_left_alone_for_a_minute_and_then_asked_again() -> None:
    silent, steady = Told(None), Told(4.0)
    first = FirstAnswer([silent, steady])
    for _time in range(RESTS + 1):
        assert first.seconds() == 4.0
    assert silent.asked == 1
    silent.answer = 9.0
    assert first.seconds() == 9.0


def test_without_desktop_nobody_can_tell() -> None:
    assert idleness_here("linux", {}).seconds() is None
    # Beside Wayland the X server would see only part of what is done.
    assert idleness_here("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}).seconds() is None


def test_an_x_server_that_is_not_there_answers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert XIdleness().seconds() is None


@pytest.mark.parametrize(
    ("last", "now", "seconds"),
    [(1000, 61_000, 60.0), (2**32 - 500, 500, 1.0), (7, 7, 0.0), (0, 2**32 - 1, 4294967.295)],
)
def test_windows_counts_across_the_turn_of_its_counter(last: int, now: int, seconds: float) -> None:
    assert seconds_between(last, now) == seconds


@pytest.mark.parametrize(("told", "kept"), [(3.5, 3.5), (0.0, 0.0), (-1.0, None), (float("inf"), None)])
def test_macos_may_say_what_no_clock_can(told: float, kept: float | None) -> None:
    assert plausible(told) == kept


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there it answers")
def test_elsewhere_windows_and_macos_say_nothing() -> None:
    assert WindowsIdleness().seconds() is None
    assert MacIdleness().seconds() is None
