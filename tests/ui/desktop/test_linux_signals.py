"""What a real bus with logind, screen savers and UPower makes the app hear."""

from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import DesktopElsewhere
from vitalshift_desktop.ui.desktop.linux_signals import LinuxSignals
from vitalshift_desktop.ui.desktop.signals import Leaving


@pytest.fixture
def heard(desktop_elsewhere: DesktopElsewhere, bus: QDBusConnection) -> Iterator[LinuxSignals]:
    """Ears on the private bus, which stands in for both buses."""
    ears = LinuxSignals(bus, bus, {"XDG_SESSION_ID": "2"})
    assert desktop_elsewhere.hear() == "asked for session 2"
    assert desktop_elsewhere.hear() == "inhibit sleep delay"
    yield ears
    ears.close()


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        ("sleep", Leaving.SLEEP),
        ("lock", Leaving.SCREEN),
        ("saver on", Leaving.SCREEN),
        ("gnome saver on", Leaving.SCREEN),
        ("user away", Leaving.USER),
        ("lid", Leaving.LID),
        ("upower lid", Leaving.LID),
    ],
)
def test_leaving_is_heard(
    heard: LinuxSignals, desktop_elsewhere: DesktopElsewhere, qtbot: QtBot, happens: str, why: Leaving
) -> None:
    with qtbot.waitSignal(heard.leaving) as told:
        desktop_elsewhere.let(happens)
    assert told.args == [why]


def test_coming_back_and_other_changes_are_not_leaving(
    heard: LinuxSignals, desktop_elsewhere: DesktopElsewhere, qtbot: QtBot
) -> None:
    said: list[Leaving] = []
    heard.leaving.connect(said.append)
    for happens in ("unlock", "saver off", "user back", "hint"):
        desktop_elsewhere.let(happens)
    with qtbot.waitSignal(heard.leaving):
        desktop_elsewhere.let("lock")  # the bus keeps its order: all before it were heard
    assert said == [Leaving.SCREEN]


def test_a_lid_that_stays_closed_is_told_once(
    heard: LinuxSignals, desktop_elsewhere: DesktopElsewhere, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(heard.leaving):
        desktop_elsewhere.let("lid")
    said: list[Leaving] = []
    heard.leaving.connect(said.append)
    desktop_elsewhere.let("docked")
    with qtbot.waitSignal(heard.leaving):
        desktop_elsewhere.let("lock")
    assert said == [Leaving.SCREEN]


def test_the_sleep_waits_until_the_app_is_done_and_the_next_one_waits_again(
    heard: LinuxSignals, desktop_elsewhere: DesktopElsewhere, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(heard.leaving):
        desktop_elsewhere.let("sleep")
    heard.may_sleep()
    assert desktop_elsewhere.hear() == "let go"
    said: list[Leaving] = []
    heard.leaving.connect(said.append)
    desktop_elsewhere.let("awake")
    with qtbot.waitSignal(heard.leaving):
        desktop_elsewhere.let("lock")
    assert desktop_elsewhere.hear() == "inhibit sleep delay"
    assert said == [Leaving.SCREEN]


def test_once_closed_it_hears_nothing_and_delays_no_sleep(
    heard: LinuxSignals, desktop_elsewhere: DesktopElsewhere, bus: QDBusConnection, qtbot: QtBot
) -> None:
    said: list[Leaving] = []
    heard.leaving.connect(said.append)
    heard.close()
    assert desktop_elsewhere.hear() == "let go"
    later = LinuxSignals(bus, bus, {})
    assert desktop_elsewhere.hear() == "asked for session auto"
    assert desktop_elsewhere.hear() == "inhibit sleep delay"
    with qtbot.waitSignal(later.leaving):
        desktop_elsewhere.let("lock")
    assert said == []
    later.close()


def test_without_any_bus_it_says_nothing_and_raises_nothing(qapp: object) -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere/at/all", "nowhere")
    ears = LinuxSignals(nowhere, nowhere, {})
    ears.may_sleep()
    ears.close()
    QDBusConnection.disconnectFromBus("nowhere")
