"""The check that runs by itself when a week has passed and nobody is there."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.frame.conftest import Press, press_in, shown_words
from tests.ui.frame.test_switcher import _opened
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.weekly_check import IDLE_SECONDS, WeeklyCheck


class Idle:
    """A computer that was left alone for so many seconds; None when it cannot tell."""

    seconds: float | None = IDLE_SECONDS

    def __call__(self) -> float | None:
        return self.seconds


@pytest.fixture
def idle() -> Idle:
    return Idle()


@pytest.fixture
def weekly(desk: Desk, idle: Idle, qapp: object) -> Iterator[WeeklyCheck]:
    parent = QObject()
    check = WeeklyCheck(replace(desk, idle_seconds=idle), parent)
    yield check
    check.stop()


def looked(weekly: WeeklyCheck, desk: Desk, qtbot: QtBot) -> bool:
    """Whether a look began a check; it is then finished."""
    weekly.look()
    began = desk.background.is_busy
    qtbot.waitUntil(lambda: weekly._job is None)
    return began


def test_it_runs_when_due_and_the_computer_is_idle_and_then_not_for_a_week(
    weekly: WeeklyCheck, desk: Desk, world: World, qtbot: QtBot
) -> None:
    assert looked(weekly, desk, qtbot)
    assert world.workspace.vault_check.last()
    assert not looked(weekly, desk, qtbot)
    world.clock.advance(days=7)
    assert looked(weekly, desk, qtbot)


@pytest.mark.parametrize(("seconds", "runs"), [(0.0, False), (IDLE_SECONDS - 1.0, False), (IDLE_SECONDS + 0.0, True)])
def test_it_waits_until_nobody_is_there(
    weekly: WeeklyCheck, desk: Desk, idle: Idle, qtbot: QtBot, seconds: float, runs: bool
) -> None:
    idle.seconds = seconds
    assert looked(weekly, desk, qtbot) is runs


def test_it_does_not_begin_beside_other_slow_work(weekly: WeeklyCheck, desk: Desk, world: World, qtbot: QtBot) -> None:
    owner = QObject()
    go_on = threading.Event()
    desk.background.run(owner, lambda _job: go_on.wait(), lambda _nothing: None, lambda _error: None)
    weekly.look()
    assert weekly._job is None
    go_on.set()
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    assert world.workspace.vault_check.last() is None


def test_locking_in_the_middle_leaves_it_due(weekly: WeeklyCheck, desk: Desk, world: World) -> None:
    weekly.look()
    desk.background.close()
    assert world.workspace.vault_check.is_due()


def test_faults_are_told_in_the_banner_and_its_button_leads_there(
    window: MainWindow, desk: Desk, world: World, qtbot: QtBot
) -> None:
    (world.workspace.vault.folder / "vault.hdr2").write_bytes(b"{}")
    check = world.workspace.vault_check.run()
    window._weekly_check.found_faults.emit(check)
    assert "The weekly check of the vault found something. 1 fault was found." in window.banner.sentence()
    window.banner.pressed.emit()
    assert (window.pages.key, window.pages.vault.tab("check").isVisible()) == ("vault", True)
    qtbot.waitUntil(lambda: "A copy of the key file is damaged: vault.hdr2." in shown_words(window))


def test_the_check_is_found_in_the_file_menu_and_by_ctrl_k(window: MainWindow, press: Press) -> None:
    window.menus.actions["check_vault"].trigger()
    assert window.pages.vault.tab("check").isVisible()
    window.go("home")
    switcher = _opened(press)
    switcher.field.setText("check my")
    press_in(switcher, "Return")
    assert (window.pages.key, window.pages.vault.tab("check").isVisible()) == ("vault", True)
