"""The real app is locked while something lies open or runs: nothing is asked, nothing is half done (E43, E44)."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault, master_vault, ready_vault
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.problems import VaultIsLocked
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.startup import App, Places
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desktop.signals import DesktopSignals, Leaving
from vitalshift_desktop.ui.dialogs import SystemDialogs
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.vault.key_slots import KdfCost

__all__ = ["master_vault", "ready_vault"]

NAME = "Maren Tveit"
PATIENCE = 10.0


class Desktop(DesktopSignals):
    """A desktop of the test: it says what it is told to, and remembers what it heard."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def may_sleep(self) -> None:
        self.heard.append("may sleep")

    def close(self) -> None:
        self.heard.append("closed")


class Running:
    """The app with an open vault, its real dialogs, and how often it began afresh."""

    def __init__(self, application: QApplication, ready: ReadyVault, clock: FakeClock) -> None:
        self.ready, self.desktop = ready, Desktop()
        self.starts: list[float] = []
        unlocking = Unlocking(clock, ready.paths, KdfCost.floor())
        self.app = App(
            application,
            Places(ready.paths.data, Path.home()),
            dialogs=SystemDialogs(),
            relaunch=lambda: self.starts.append(monotonic()),
            load_unlocking=lambda: unlocking,
            desktop=lambda: self.desktop,
        )
        self.app.start()
        QApplication.processEvents()  # it listens to the desktop after its first picture
        assert self.app.entry is not None
        self.workspace: Workspace = unlocking.unlock(ready.folder, PASSPHRASE)
        self.client = self.workspace.clients.add(ClientDetails(preferred_name=NAME))
        self.app.entry.unlocked.emit(self.workspace)

    @property
    def window(self) -> MainWindow:
        assert self.app.window is not None
        return self.app.window

    def assert_locked(self) -> None:
        """Begun afresh once, nothing on the screen, no file of the vault open, and the vault opens again."""
        assert len(self.starts) == 1
        assert not self.workspace.vault.is_open
        assert not [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        assert QApplication.activeModalWidget() is None
        assert QApplication.activePopupWidget() is None
        with pytest.raises(VaultIsLocked):
            self.workspace.clients.lines()
        self.ready.open().close()


@pytest.fixture
def running(qapp: QApplication, ready_vault: ReadyVault, clock: FakeClock) -> Iterator[Running]:
    run = Running(qapp, ready_vault, clock)
    yield run
    if not run.starts:
        run.app.lock()
    QApplication.sendPostedEvents(None, 0)


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


def test_E44_a_running_query_is_cut_off_and_no_file_of_the_vault_stays_open(running: Running, qtbot: QtBot) -> None:
    """E44: an ORM session held open and a query running during the lock."""
    begun, ended = threading.Event(), threading.Event()
    failures: list[BaseException] = []
    vault = running.workspace.vault

    def work(_job: Job) -> None:
        from sqlalchemy import text

        try:
            with vault.read() as unit:
                connection = unit.clients._connection.connection()
                begun.set()
                endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
                connection.execute(text(endless)).all()
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test looks at it
            failures.append(error)
        finally:
            ended.set()

    running.window._desk.background.run(running.window, work, lambda _: None, lambda _: None)
    assert begun.wait(PATIENCE)
    before = monotonic()
    running.app.lock()
    assert monotonic() - before < 5
    assert ended.wait(PATIENCE)
    assert failures
    running.assert_locked()
    assert _open_files(running.ready.folder) == []


def _open_files(folder: Path) -> list[str]:
    fds = Path("/proc/self/fd")
    if not fds.is_dir():
        return []
    targets = [path.readlink() for path in fds.iterdir() if path.is_symlink()]
    return [target.name for target in targets if target.is_relative_to(folder)]


def test_a_backup_that_is_running_is_cancelled_and_leaves_no_half_file(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    reached, told = threading.Event(), []

    def progress(part: float) -> None:
        told.append(part)
        reached.set()

    def work(job: Job) -> object:
        return running.workspace.vault.back_up(target, progress=progress, cancelled=job.is_cancelled)

    running.window._desk.background.run(running.window, work, lambda _: None, lambda _: None)
    reached.wait(PATIENCE)
    running.app.lock()
    running.assert_locked()
    assert [path.name for path in target.iterdir() if ".part-" in path.name] == []
    with running.ready.open() as vault:
        kept = vault.last_backup()
        whole = list(target.glob("*.vsbackup*")) or list(target.iterdir())
        assert (kept is not None) == bool(whole), "a file and its entry, or neither"


def test_a_pdf_that_is_being_written_is_whole_with_its_entry_or_not_there(running: Running, tmp_path: Path) -> None:
    window, client = running.window, running.client
    file = tmp_path / "summary.pdf"
    window.open_summary(client.id)
    handing_out = window.pages.summary.handing_out
    handing_out._path_to_save = lambda: file  # type: ignore[method-assign]  # the two questions are tried elsewhere
    handing_out._is_agreed = lambda: True  # type: ignore[method-assign]  # as above
    window.pages.summary.save_pdf()
    running.app.lock()
    running.assert_locked()
    with running.ready.open() as vault, vault.read() as work:
        entries = work.disclosures.of_client(client.id)
    assert file.exists() == bool(entries)
    if file.exists():
        assert file.read_bytes().rstrip().endswith(b"%%EOF")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_records_that_are_being_written_in_bulk_are_whole_or_absent(
    running: Running, tmp_path: Path, clock: FakeClock
) -> None:
    """The import there is today: the sample practice, made beside the window and given its name at the end."""
    folder = tmp_path / "Sample Practice.vshift"
    unlocking = Unlocking(clock, running.ready.paths, KdfCost.floor())

    def work(_job: Job) -> None:
        unlocking.create_sample(folder)

    running.window._desk.background.run(running.window, work, lambda _: None, lambda _: None)
    running.app.lock()
    running.assert_locked()
    left = [path.name for path in tmp_path.iterdir() if path.suffix == ".vshift" or "unfinished" in path.name]
    assert left in ([], [folder.name])


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
