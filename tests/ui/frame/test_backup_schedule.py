import shutil
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.services.test_backups import never, quietly
from tests.services.world import World
from tests.support.drives import too_deep
from tests.ui.frame.conftest import press_in
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.problems import BackupCancelled
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.main_window import MainWindow


class LeftAlone:
    """How long nobody touched the computer, as the test says."""

    def __init__(self) -> None:
        self.value: float | None = 0.0

    def seconds(self) -> float | None:
        return self.value


@pytest.fixture
def left_alone() -> LeftAlone:
    return LeftAlone()


@pytest.fixture
def desk(desk: Desk, left_alone: LeftAlone) -> Desk:
    return replace(desk, idle_seconds=left_alone.seconds)


@pytest.fixture
def stick(tmp_path: Path, world: World) -> Path:
    """A place for backups, in reach, with one good backup."""
    folder = tmp_path / "stick"
    folder.mkdir()
    world.workspace.backups.add_place(folder)
    world.workspace.backups.back_up_everywhere(quietly, never)
    return folder


@pytest.fixture
def looked(stick: Path, window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window whose schedule looked once and found nothing to do."""
    look(window, qtbot)
    assert not is_running(window)
    return window


def look(window: MainWindow, qtbot: QtBot) -> None:
    """One look at the places, until it is judged; while a backup runs nobody looks."""
    if is_running(window):
        return
    with qtbot.waitSignal(window.backup.schedule.looked, timeout=20_000):
        window.backup.schedule.look()


def is_running(window: MainWindow) -> bool:
    return window._desk.backup_news.is_running


def ended(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not is_running(window), timeout=20_000)


def made(stick: Path) -> int:
    return len(list(stick.glob("*.vsbackup")))


def test_a_computer_left_alone_for_two_minutes_with_changes_is_backed_up(
    looked: MainWindow, world: World, left_alone: LeftAlone, stick: Path, qtbot: QtBot
) -> None:
    left_alone.value = 500.0
    look(looked, qtbot)
    assert not is_running(looked), "nothing changed"
    world.client()
    left_alone.value = 119.0
    look(looked, qtbot)
    assert not is_running(looked), "somebody was here"
    left_alone.value = 120.0
    look(looked, qtbot)
    assert is_running(looked)
    ended(looked, qtbot)
    assert made(stick) == 2
    look(looked, qtbot)
    assert not is_running(looked), "it is done"


def test_a_drive_that_comes_back_is_given_at_once_what_it_lacks(
    looked: MainWindow, world: World, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    away = tmp_path / "away"
    stick.rename(away)
    look(looked, qtbot)
    world.client()
    look(looked, qtbot)
    assert not is_running(looked)
    away.rename(stick)
    look(looked, qtbot)
    assert is_running(looked)
    ended(looked, qtbot)
    assert made(stick) == 2


def test_a_drive_that_comes_back_and_lacks_nothing_is_left_in_peace(
    looked: MainWindow, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    away = tmp_path / "away"
    stick.rename(away)
    look(looked, qtbot)
    away.rename(stick)
    look(looked, qtbot)
    assert not is_running(looked)


def test_a_drive_that_was_plugged_in_while_the_vault_was_locked_is_noticed(
    world: World, desk: Desk, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    stick.rename(tmp_path / "away")
    world.client()
    world.workspace.backups.back_up_everywhere(quietly, never)  # finds it away, and remembers that
    (tmp_path / "away").rename(stick)
    window = MainWindow(desk)
    qtbot.addWidget(window, before_close_func=MainWindow.empty)
    look(window, qtbot)
    assert is_running(window)
    ended(window, qtbot)
    assert made(stick) == 2


def test_a_run_that_was_cut_short_is_taken_up_at_the_next_unlock(
    world: World, desk: Desk, stick: Path, qtbot: QtBot
) -> None:
    with pytest.raises(BackupCancelled):
        world.workspace.backups.back_up_everywhere(quietly, lambda: True)
    window = MainWindow(desk)
    qtbot.addWidget(window, before_close_func=MainWindow.empty)
    look(window, qtbot)
    assert is_running(window)
    ended(window, qtbot)
    assert not world.workspace.backups.state().pending


def test_a_run_that_the_counselor_stopped_does_not_begin_again_at_once(
    looked: MainWindow, world: World, desk: Desk, left_alone: LeftAlone, qtbot: QtBot
) -> None:
    world.client()
    looked.backup.run.start()
    desk.backup_news.stop_wanted.emit()
    ended(looked, qtbot)
    left_alone.value = 300.0
    look(looked, qtbot)
    assert not is_running(looked)
    world.clock.advance(minutes=30)
    look(looked, qtbot)
    assert is_running(looked)
    ended(looked, qtbot)


def test_once_a_day_changes_are_backed_up_though_somebody_types_all_day(
    looked: MainWindow, world: World, qtbot: QtBot
) -> None:
    world.client()
    world.clock.advance(hours=23)
    for _look in range(12):
        look(looked, qtbot)
    assert not is_running(looked)
    world.clock.advance(hours=1)
    for _look in range(12):
        look(looked, qtbot)
    assert is_running(looked)
    ended(looked, qtbot)


def test_once_a_week_a_backup_is_made_though_nothing_changed(looked: MainWindow, world: World, qtbot: QtBot) -> None:
    world.clock.advance(days=7)
    for _look in range(12):
        look(looked, qtbot)
    assert is_running(looked)
    ended(looked, qtbot)


def test_after_a_failure_half_an_hour_goes_by(
    window: MainWindow, world: World, left_alone: LeftAlone, tmp_path: Path, qtbot: QtBot
) -> None:
    world.workspace.backups.add_place(too_deep(tmp_path / "deep"))
    left_alone.value = 300.0
    look(window, qtbot)
    assert is_running(window)
    ended(window, qtbot)
    look(window, qtbot)
    assert not is_running(window)


def test_where_nobody_can_tell_whether_the_computer_is_idle_the_day_still_counts(
    looked: MainWindow, world: World, left_alone: LeftAlone, qtbot: QtBot
) -> None:
    left_alone.value = None
    world.client()
    look(looked, qtbot)
    assert not is_running(looked)
    world.clock.advance(days=1)
    for _look in range(12):
        look(looked, qtbot)
    assert is_running(looked)
    ended(looked, qtbot)


def test_the_sample_practice_is_never_backed_up_by_itself(
    looked: MainWindow, world: World, left_alone: LeftAlone, qtbot: QtBot
) -> None:
    world.workspace.practice.change(Practice(is_sample=True))
    left_alone.value = 1000.0
    look(looked, qtbot)
    assert not is_running(looked)


def test_it_looks_by_itself_and_no_more_once_the_window_is_empty(looked: MainWindow, qtbot: QtBot) -> None:
    timer = looked.backup.schedule._timer
    assert timer.isActive()
    looked.empty()
    assert not timer.isActive()


def test_typing_goes_on_while_a_backup_runs(
    looked: MainWindow, world: World, left_alone: LeftAlone, qtbot: QtBot, press: object
) -> None:
    world.client()
    left_alone.value = 200.0
    look(looked, qtbot)
    assert is_running(looked)
    looked.go("clients")
    press_in(looked, "Ctrl+1")
    assert looked.pages.key == "home"
    ended(looked, qtbot)


def test_a_place_that_goes_away_is_shown_as_gone_on_the_open_tab(looked: MainWindow, stick: Path, qtbot: QtBot) -> None:
    looked.open_vault("backups")
    tab = looked.pages.vault.tab("backups")
    assert "In reach" in tab.places.rows[0].accessibleName()  # type: ignore[attr-defined]  # the tab of backups
    shutil.rmtree(stick)
    look(looked, qtbot)
    assert "Not in reach now" in tab.places.rows[0].accessibleName()  # type: ignore[attr-defined]  # the same


def test_a_drive_that_does_not_answer_holds_up_no_key_and_no_second_look(
    looked: MainWindow, stick: Path, qtbot: QtBot, press: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, asked, really = Event(), [], Path.is_dir

    def is_dir(path: Path) -> bool:
        if path == stick:
            asked.append(path)
            assert answers.wait(20)
        return really(path)

    monkeypatch.setattr(Path, "is_dir", is_dir)  # what a network drive that went away does
    schedule = looked.backup.schedule
    with qtbot.waitSignal(schedule.looked, timeout=20_000):
        schedule.look()
        schedule.look()
        looked.go("clients")
        press_in(looked, "Ctrl+1")
        assert looked.pages.key == "home"
        answers.set()
    assert asked == [stick]
