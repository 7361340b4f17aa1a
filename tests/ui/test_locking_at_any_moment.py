"""The real app is locked whatever lies open, and whoever leaves: nothing is asked, nothing stays on the screen."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.running_app import NAME, Running, master_vault, ready_vault, running
from vitalshift_desktop.ui.desktop.signals import Leaving
from vitalshift_desktop.ui.dialogs import SystemDialogs
from vitalshift_desktop.ui.main_window import MainWindow

__all__ = ["master_vault", "ready_vault", "running"]


def _locked_while(run: Running, what: type[QWidget], ask: Callable[[], object]) -> object:
    """What was answered to a question during which the vault was locked."""
    seen: list[QWidget] = []

    def lock() -> None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, what) and one.isVisible()]
        if found:
            watch.stop()
            seen.extend(found)
            run.app.lock()

    watch = QTimer()
    watch.timeout.connect(lock)
    watch.start(5)
    answer = ask()
    watch.stop()
    assert seen, "nothing was asked"
    return answer


QUESTIONS: dict[str, tuple[type[QWidget], Callable[[SystemDialogs, QWidget], object], object]] = {
    "question": (QMessageBox, lambda dialogs, owner: dialogs.ask(owner, "Sure?", "", ["Yes", "No"]), "No"),
    "message": (QMessageBox, lambda dialogs, owner: dialogs.tell(owner, "Told", "so"), None),
    "folder": (QFileDialog, lambda dialogs, owner: dialogs.choose_folder(owner, "Where?"), None),
    "file": (QFileDialog, lambda dialogs, owner: dialogs.choose_save_file(owner, "Where?", "a.pdf"), None),
    "printer": (QPrintDialog, lambda dialogs, owner: dialogs.choose_printer(owner, QPrinter()), False),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_E44_a_question_that_waits_in_a_loop_of_its_own_ends_with_the_safe_answer(running: Running, kind: str) -> None:
    what, ask, safe = QUESTIONS[kind]
    dialogs, owner = SystemDialogs(), running.window
    assert _locked_while(running, what, lambda: ask(dialogs, owner)) == safe
    running.assert_locked()


def test_a_menu_that_lies_open_goes_with_the_window(running: Running) -> None:
    menu = QMenu(running.window)
    menu.addAction(NAME)
    assert _locked_while(running, QMenu, lambda: menu.exec(QPoint(1, 1))) is None
    running.assert_locked()


@pytest.mark.parametrize("opener", ["new_client", "plan", "reminder", "palette", "keys"])
def test_forms_and_help_that_lie_open_go_with_the_window(running: Running, opener: str) -> None:
    wishes = running.window._desk.wishes
    openers: dict[str, Callable[[], object]] = {
        "new_client": wishes.new_client.emit,
        "plan": lambda: wishes.plan_session.emit(running.client.id),
        "reminder": lambda: wishes.new_reminder.emit(running.client.id),
        "palette": running.window.switch.open,
        "keys": lambda: running.window.help.show_keys(running.window.place),
    }
    openers[opener]()
    assert len([one for one in QApplication.topLevelWidgets() if one.isVisible()]) > 1
    running.app.lock()
    running.assert_locked()


def test_everything_is_off_the_screen_before_anything_slow_begins(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.window.open_client(running.client.id, "overview")
    running.window._desk.wishes.new_client.emit()
    on_screen: list[list[str]] = []

    def save(_window: MainWindow) -> None:
        on_screen.append([one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()])

    monkeypatch.setattr(MainWindow, "save_now", save)
    began = monotonic()
    running.app.lock()
    assert on_screen == [[]]
    assert running.starts[0] - began < 1


@pytest.mark.parametrize("why", list(Leaving))
def test_whoever_leaves_the_desktop_finds_the_vault_locked(running: Running, why: Leaving) -> None:
    running.desktop.leaving.emit(why)
    running.assert_locked()
    assert running.desktop.heard[:2] == ["may sleep", "closed"], "the sleep waited for the lock, and no longer"


def test_two_reasons_at_once_lock_once(running: Running) -> None:
    running.desktop.leaving.emit(Leaving.LID)
    running.desktop.leaving.emit(Leaving.SLEEP)
    running.app.lock()
    running.app.quit()
    running.assert_locked()


def test_a_lock_in_the_middle_of_quitting_does_not_begin_again(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    quits: list[str] = []
    monkeypatch.setattr(running.app._application, "quit", lambda: quits.append("quit"))

    def save(_window: MainWindow) -> None:
        running.app.lock()

    monkeypatch.setattr(MainWindow, "save_now", save)
    running.app.quit()
    assert running.starts == []
    assert quits == ["quit"]
    assert not running.workspace.vault.is_open
    running.starts.append(0.0)


def test_the_window_that_is_minimized_locks_where_that_is_wished(running: Running, qtbot: QtBot) -> None:
    practice = running.workspace.practice
    running.window.showMinimized()
    assert running.starts == []
    running.window.showNormal()
    practice.change(replace(practice.get(), lock_when_minimized=True))
    running.window.showMinimized()
    qtbot.waitUntil(lambda: bool(running.starts))
    running.assert_locked()


def test_nothing_is_announced_and_nothing_can_be_read_out_once_it_is_locked(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.window.open_client(running.client.id, "overview")
    running.window.warn_of_lock(60)
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    running.app.lock()
    assert said == []
    names = [one.accessibleName() for one in QApplication.topLevelWidgets()]
    titles = [one.windowTitle() for one in QApplication.topLevelWidgets()]
    assert NAME not in " ".join(names + titles)


def test_the_loop_of_a_dialog_gives_control_back(running: Running) -> None:
    """No loop is left that would keep a process of the system's own restart waiting."""
    depth: list[int] = []

    def ask() -> None:
        SystemDialogs().tell(running.window, "Told", "so")
        depth.append(QApplication.instance().thread().loopLevel())  # type: ignore[union-attr]  # there is one

    _locked_while(running, QMessageBox, ask)
    assert depth == [0]
    assert QEventLoop().isRunning() is False
