from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.reminders.rows_on_screen import Undo, added, in_focus, row_of, shown, titles, words_on
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.reminders import Repeat, RepeatUnit
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.later_form import LaterForm
from vitalshift_desktop.ui.reminders.later_menu import LaterMenu
from vitalshift_desktop.ui.reminders.reminder_form import ReminderForm
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage


def test_space_marks_a_reminder_done_and_the_focus_goes_to_its_neighbor(
    qtbot: QtBot, page: RemindersPage, world: World, desk: Desk
) -> None:
    first, second, third = (added(world, title) for title in ("a", "b", "c"))
    undo = Undo(desk)
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(in_focus(page), Qt.Key.Key_Down)
    QTest.keyClick(in_focus(page), Qt.Key.Key_Space)
    assert not world.workspace.reminders.get(second.id).is_open
    assert titles(page) == ["a", "c"]
    assert in_focus(page) is row_of(page, third)
    assert undo.words == "Reminder done."
    undo.take()
    assert world.workspace.reminders.get(second.id).is_open
    assert world.workspace.reminders.get(first.id).is_open


def test_after_the_last_row_is_done_the_focus_is_on_the_one_above(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    first = added(world, "a")
    added(world, "b")
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(in_focus(page), Qt.Key.Key_End)
    QTest.keyClick(in_focus(page), Qt.Key.Key_Delete)
    assert titles(page) == ["a"]
    assert in_focus(page) is row_of(page, first)


def test_a_repeating_reminder_that_is_done_comes_again_later(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    weekly = added(world, "weekly", repeat=Repeat(1, RepeatUnit.WEEKS))
    shown(page, qtbot)
    row_of(page, weekly).tick.click()
    assert titles(page) == []
    assert world.workspace.reminders.get(weekly.id).details.due_on == world.today + timedelta(days=7)


def test_the_arrow_keys_move_among_the_rows_which_are_one_tab_stop(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    for title in "abc":
        added(world, title)
    shown(page, qtbot)
    page.focus_first()
    rows = page.list.rows
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_End, 2), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(in_focus(page), key)
        assert in_focus(page) is rows[place]
        stops = [row for row in rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [rows[place]]


def test_l_offers_the_next_session_first(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    client = world.client()
    world.planned(client, 3, time(16, 30))
    asked = added(world, "Ask about the letter", client_id=client.id)
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(in_focus(page), Qt.Key.Key_L)
    menu = page.findChild(LaterMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[0].startswith("With the next session\tThu 5 Mar, ")
    assert [part.split("\t")[0] for part in words[1:]] == ["Tomorrow", "Next week", "Pick a date…", "Skip this time"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert world.workspace.reminders.get(asked.id).details.due_on == world.today + timedelta(days=3)
    menu.close()


def test_one_click_puts_what_is_due_off_to_tomorrow_and_the_arrow_offers_other_days(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    due, coming = added(world, "due", -2), added(world, "coming", 3)
    shown(page, qtbot)
    QTest.mouseClick(row_of(page, due).other_days, Qt.MouseButton.LeftButton)
    menu = page.findChild(LaterMenu)
    assert menu is not None
    assert menu.actions()[0].text().startswith("Tomorrow")
    menu.close()
    QTest.mouseClick(row_of(page, due).later, Qt.MouseButton.LeftButton)
    assert world.workspace.reminders.get(due.id).details.due_on == world.today + timedelta(days=1)
    assert row_of(page, coming).other_days.isHidden()
    row_of(page, coming).later.click()
    assert world.workspace.reminders.get(coming.id).details.due_on == world.today + timedelta(days=3)
    for menu in page.findChildren(LaterMenu):
        menu.close()


def test_skipping_says_when_it_is_due_next(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    monthly = added(world, "monthly", repeat=Repeat(1, RepeatUnit.MONTHS))
    shown(page, qtbot)
    row_of(page, monthly).show_later_menu()
    menu = page.findChild(LaterMenu)
    assert menu is not None
    assert menu.actions()[-1].text() == "Skip this time\tnext: Thu 2 Apr"
    menu.actions()[-1].trigger()
    assert world.workspace.reminders.get(monthly.id).details.due_on == date(2026, 4, 2)
    menu.close()


def test_any_day_can_be_picked_to_put_it_off_to(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    reminder = added(world, "letter")
    shown(page, qtbot)
    row_of(page, reminder).pick_wanted.emit(reminder.id)
    form = page.findChild(LaterForm)
    assert form is not None
    form.day.edit.setText("no day")
    form.save.click()
    assert form.isVisible()
    assert form.day.error
    form.day.show_day(world.today + timedelta(days=20))
    form.save.click()
    assert world.workspace.reminders.get(reminder.id).details.due_on == world.today + timedelta(days=20)


def test_enter_opens_a_row_in_place_and_its_day_is_changed_there(
    qtbot: QtBot, page: RemindersPage, world: World, desk: Desk
) -> None:
    late = added(world, "late", -10)
    added(world, "now")
    undo = Undo(desk)
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(in_focus(page), Qt.Key.Key_Return)
    detail = row_of(page, late).detail
    assert detail is not None
    assert "10 days ago" in words_on(detail)
    detail.day.setFocus()
    detail.day.edit.selectAll()
    QTest.keyClicks(detail.day.edit, "4 Mar 2026")
    QTest.keyClick(detail.day.edit, Qt.Key.Key_Return)
    assert world.workspace.reminders.get(late.id).details.due_on == date(2026, 3, 4)
    assert titles(page) == ["now", "late"]
    assert row_of(page, late).is_open
    assert in_focus(page) is row_of(page, late)
    undo.take()
    assert world.workspace.reminders.get(late.id).details.due_on == world.today - timedelta(days=10)


def test_typing_s_in_the_day_of_an_open_row_does_not_put_it_off(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    reminder = added(world, "late", -1)
    shown(page, qtbot)
    row_of(page, reminder).opened.emit(reminder.id)
    detail = row_of(page, reminder).detail
    assert detail is not None
    QTest.keyClicks(detail.day.edit, "s ")
    assert page.findChild(LaterMenu) is None
    assert world.workspace.reminders.get(reminder.id).is_open


def test_a_rhythm_is_changed_in_place(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    reminder = added(world, "GAD-7", client_id=world.client().id, repeat=Repeat(5, RepeatUnit.SESSIONS))
    shown(page, qtbot)
    row_of(page, reminder).opened.emit(reminder.id)
    detail = row_of(page, reminder).detail
    assert detail is not None
    assert detail.repeat.value == Repeat(5, RepeatUnit.SESSIONS)
    detail.repeat_picked.emit(None)
    assert world.workspace.reminders.get(reminder.id).details.repeat is None


def test_an_open_row_leads_to_its_client(qtbot: QtBot, page: RemindersPage, world: World, desk: Desk) -> None:
    client = world.client()
    reminder = added(world, "letter", client_id=client.id)
    shown(page, qtbot)
    row_of(page, reminder).opened.emit(reminder.id)
    detail = row_of(page, reminder).detail
    assert detail is not None
    with qtbot.waitSignal(desk.wishes.client) as wished:
        detail.client.click()
    assert wished.args == [client.id, "overview"]


def test_what_became_of_a_reminder_is_told(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    reminder = added(world, "letter", -7)
    world.workspace.reminders.later(reminder.id, world.today)
    shown(page, qtbot)
    row_of(page, reminder).opened.emit(reminder.id)
    assert any(words.startswith("Put off on 2 Mar, from 23 Feb to 2 Mar") for words in words_on(row_of(page, reminder)))


def test_a_change_from_elsewhere_keeps_the_focus_on_the_same_reminder(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    added(world, "a")
    kept = added(world, "b")
    shown(page, qtbot)
    row_of(page, kept).setFocus()
    added(world, "before all", -4)
    page.hear(Changed(Subject.REMINDERS))
    assert titles(page) == ["before all", "a", "b"]
    assert in_focus(page) is row_of(page, kept)


def test_a_reminder_that_is_gone_meanwhile_is_told_as_trouble(
    qtbot: QtBot, page: RemindersPage, world: World, desk: Desk
) -> None:
    gone = added(world, "gone")
    shown(page, qtbot)
    world.workspace.reminders.remove(gone.id)
    with qtbot.waitSignal(desk.wishes.trouble):
        row_of(page, gone).tick.click()
    assert titles(page) == []


def test_the_form_of_a_row_changes_its_reminder(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    reminder = added(world, "letter")
    shown(page, qtbot)
    row_of(page, reminder).change_wanted.emit(reminder.id)
    form = page.findChild(ReminderForm)
    assert form is not None
    form.title.edit.setText("Letter to the doctor")
    form.save.click()
    assert titles(page) == ["Letter to the doctor"]


def test_esc_closes_an_open_row_from_any_of_its_fields(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    reminder = added(world, "a")
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(in_focus(page), Qt.Key.Key_Return)
    assert row_of(page, reminder).is_open
    QTest.keyClick(in_focus(page), Qt.Key.Key_Tab)
    assert in_focus(page) is not row_of(page, reminder)
    QTest.keyClick(in_focus(page), Qt.Key.Key_Escape)
    assert not row_of(page, reminder).is_open
    assert in_focus(page) is row_of(page, reminder)
