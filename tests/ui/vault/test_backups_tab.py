import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.services.test_backups import never, quietly
from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.support.drives import another_drive, too_deep
from vitalshift_desktop.domain.backup_rules import BackupRules
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.vault.backups_tab import BackupsTab
from vitalshift_desktop.ui.vault.rules_form import RulesForm

__all__ = ["another_drive"]


@pytest.fixture
def tab(qtbot: QtBot, world: World, desk: Desk) -> BackupsTab:
    tab = BackupsTab(desk)
    qtbot.addWidget(tab)
    EventBridge(world.workspace.events, tab).changed.connect(tab.hear)
    tab.resize(760, 900)
    return tab


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def shown(page: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def words(tab: BackupsTab) -> str:
    QApplication.processEvents()  # what was just put into a layout is shown in the next turn
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if label.isVisible())


def made(world: World) -> None:
    world.workspace.backups.back_up_everywhere(quietly, never)


def test_without_a_place_there_is_one_thing_to_do(qtbot: QtBot, tab: BackupsTab) -> None:
    shown(tab, qtbot)
    assert "None yet. Add a USB stick or a folder on another drive, or drag one here." in words(tab)
    assert tab.places.add.isVisible()
    assert not tab.now.now.isVisible()


def test_a_folder_that_was_chosen_becomes_a_place_and_can_be_backed_up_to(
    qtbot: QtBot, tab: BackupsTab, world: World, desk: Desk, dialogs: FakeDialogs, stick: Path
) -> None:
    shown(tab, qtbot)
    dialogs.next_answer(stick)
    tab.places.add.click()
    assert [place.folder for place in world.workspace.backups.places()] == [stick]
    assert "In reach. No backup there yet." in words(tab)
    with qtbot.waitSignal(desk.wishes.back_up):
        tab.now.now.click()


def test_a_cancelled_choice_of_folder_changes_nothing(
    qtbot: QtBot, tab: BackupsTab, world: World, dialogs: FakeDialogs
) -> None:
    shown(tab, qtbot)
    dialogs.next_answer(None)
    tab.places.add.click()
    assert world.workspace.backups.places() == ()


def test_a_folder_dragged_onto_the_list_becomes_a_place_and_a_file_does_not(
    qtbot: QtBot, tab: BackupsTab, world: World, stick: Path
) -> None:
    shown(tab, qtbot)
    letter = stick / "letter.txt"
    letter.write_text("no folder")
    assert not _dragged(tab, letter)
    assert world.workspace.backups.places() == ()
    assert _dragged(tab, stick)
    assert [place.folder for place in world.workspace.backups.places()] == [stick]


def test_a_place_tells_its_last_good_backup_and_that_the_same_drive_is_not_enough(
    qtbot: QtBot, tab: BackupsTab, world: World, stick: Path
) -> None:
    world.client()
    world.workspace.backups.add_place(stick)
    made(world)
    shown(tab, qtbot)
    assert "In reach. Last good backup there: today, 10:00." in words(tab)
    assert "It is on the same drive as your records and is lost with it." in words(tab)


def test_a_backup_is_listed_with_its_day_what_it_holds_and_that_it_was_opened(
    qtbot: QtBot, tab: BackupsTab, world: World, stick: Path
) -> None:
    world.written(world.held(world.client()))
    world.workspace.backups.add_place(stick)
    made(world)
    shown(tab, qtbot)
    (row,) = tab.list.rows
    assert row.accessibleName().startswith("2 March 2026, 10:00. Opened and compared. 1 client, 1 note, in ")


def test_a_place_that_is_away_and_its_backups_say_so(qtbot: QtBot, tab: BackupsTab, world: World, stick: Path) -> None:
    world.workspace.backups.add_place(stick)
    made(world)
    shutil.rmtree(stick)
    shown(tab, qtbot)
    assert "Not in reach now. Last good backup there: today, 10:00." in words(tab)
    assert "not in reach now" in tab.list.rows[0].accessibleName()


def test_the_last_problem_stays_at_its_place_with_what_to_do(
    qtbot: QtBot, tab: BackupsTab, world: World, stick: Path
) -> None:
    world.workspace.backups.add_place(too_deep(stick))
    made(world)
    shown(tab, qtbot)
    assert "Tried today, 10:00." in words(tab)


def test_the_tick_for_the_sheet_alone_is_kept_and_explained(
    qtbot: QtBot, tab: BackupsTab, world: World, stick: Path
) -> None:
    world.workspace.backups.add_place(stick)
    shown(tab, qtbot)
    assert "cannot guess your passphrase" not in words(tab)
    tab.places.rows[0].tick.setFocus()
    tab.places.rows[0].tick.click()
    assert world.workspace.backups.places()[0].recovery_only
    assert tab.places.rows[0].tick.hasFocus()
    assert "cannot guess your passphrase" in words(tab)


def test_a_folder_of_a_copying_service_comes_with_the_tick(
    qtbot: QtBot, tab: BackupsTab, world: World, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    folder = tmp_path / "OneDrive" / "Backups"
    folder.mkdir(parents=True)
    shown(tab, qtbot)
    dialogs.next_answer(folder)
    tab.places.add.click()
    assert tab.places.rows[0].tick.isChecked()


def test_a_place_is_removed_after_a_question_and_its_files_stay(
    qtbot: QtBot, tab: BackupsTab, world: World, dialogs: FakeDialogs, stick: Path
) -> None:
    world.workspace.backups.add_place(stick)
    made(world)
    shown(tab, qtbot)
    dialogs.next_answer("Cancel")
    tab.places.rows[0].remove.click()
    assert len(world.workspace.backups.places()) == 1
    dialogs.next_answer("Remove the place")
    tab.places.rows[0].remove.setFocus()
    tab.places.rows[0].remove.click()
    assert tab.places.add.hasFocus()
    assert world.workspace.backups.places() == ()
    assert len(list(stick.glob("*.vsbackup"))) == 1
    assert "can still be restored" in dialogs.asked[-1].text


def test_progress_stands_in_place_and_can_be_cancelled(
    qtbot: QtBot, tab: BackupsTab, world: World, desk: Desk, stick: Path
) -> None:
    world.workspace.backups.add_place(stick)
    shown(tab, qtbot)
    tab.now.now.setFocus()
    desk.backup_news.begin()
    desk.backup_news.move(0.4)
    assert tab.now.work.isVisible()
    assert tab.now.work.bar.value() == 400
    assert tab.now.work.stop.hasFocus()
    assert not tab.now.now.isVisible()
    with qtbot.waitSignal(desk.backup_news.stop_wanted):
        tab.now.work.stop.click()
    desk.backup_news.end()
    assert tab.now.now.isVisible()


def test_a_backup_that_holds_much_less_waits_for_a_yes(
    qtbot: QtBot, tab: BackupsTab, world: World, stick: Path
) -> None:
    reminders = world.workspace.reminders
    details = ReminderDetails("Ring back", world.today)
    notes = [reminders.add(details) for _number in range(20)]
    world.workspace.backups.add_place(stick)
    made(world)
    for note in notes[:15]:
        reminders.remove(note.id)
    made(world)
    shown(tab, qtbot)
    assert tab.now.shrunk.isVisible()
    assert "Holds much less than the one before" in tab.list.rows[0].accessibleName()
    tab.now.shrunk.button.click()
    assert not tab.now.shrunk.isVisible()


def test_a_long_list_shows_a_few_first_and_all_on_demand(
    qtbot: QtBot, tab: BackupsTab, world: World, stick: Path
) -> None:
    world.workspace.backups.add_place(stick)
    made(world)
    original = next(stick.glob("*.vsbackup"))
    for number in range(10):
        name = original.name.replace("_g", "_g9").replace("2026-03-02", f"2026-02-{number + 10}")
        shutil.copy(original, stick / name)
    shown(tab, qtbot)
    assert len([row for row in tab.list.rows if row.isVisible()]) == 8
    tab.list.all.click()
    assert len([row for row in tab.list.rows if row.isVisible()]) == 11
    assert not tab.list.all.isVisible()


def test_the_rules_are_told_and_changed_and_impossible_ones_are_refused_in_words(
    qtbot: QtBot, tab: BackupsTab, world: World
) -> None:
    shown(tab, qtbot)
    assert "the last 7, one a day for 14 days, one a week for 8 weeks and one a month for 12 months" in words(tab)
    tab.rules.change.click()
    form = tab.findChild(RulesForm)
    assert form is not None
    form.last.edit.setText("0")
    form.save.click()
    assert "Keep at least the last backup" in form.error.sentence()
    assert world.workspace.backups.rules() == BackupRules()
    form.last.edit.setText("3")
    form.shrink.edit.setText("50")
    form.save.click()
    assert world.workspace.backups.rules() == replace(BackupRules(), last=3, shrink_percent=50)
    assert "the last 3" in words(tab)


def test_the_sample_practice_needs_no_backup(qtbot: QtBot, tab: BackupsTab, world: World) -> None:
    world.workspace.practice.change(Practice(is_sample=True))
    shown(tab, qtbot)
    assert "The sample practice needs no backup." in words(tab)


def test_everything_that_can_be_pressed_is_reached_by_tab_and_has_a_name(
    qtbot: QtBot, tab: BackupsTab, world: World, stick: Path
) -> None:
    world.workspace.backups.add_place(stick)
    made(world)
    shown(tab, qtbot)
    controls = {part for part in tab.findChildren(QAbstractButton) if part.isVisible()}
    assert all(part.accessibleName() or part.text() for part in controls)
    tab.places.add.setFocus()
    reached = set()
    for _step in range(40):
        reached.add(tab.focusWidget())
        QTest.keyClick(tab.focusWidget(), Qt.Key.Key_Tab)
    assert controls <= reached


def test_a_backup_on_another_drive_has_nothing_to_complain_about(
    qtbot: QtBot, tab: BackupsTab, world: World, another_drive: Path
) -> None:
    world.workspace.backups.add_place(another_drive)
    made(world)
    shown(tab, qtbot)
    assert "same drive" not in words(tab)


def _dragged(tab: BackupsTab, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    middle = tab.places.rect().center()
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, left, none)
    enter.ignore()
    tab.places.dragEnterEvent(enter)
    if enter.isAccepted():
        tab.places.dropEvent(QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, left, none))
    return enter.isAccepted()
