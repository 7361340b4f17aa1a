from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderKind, Repeat, RepeatUnit
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.reminder_form import ReminderForm


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_new_reminder_is_kept_as_it_was_typed(qtbot: QtBot, desk: Desk, world: World, window: QWidget) -> None:
    client = world.client()
    form = ReminderForm(desk, window, client_id=client.id)
    form.open()
    form.title.edit.selectAll()
    QTest.keyClicks(form.title.edit, "  PHQ-9 ")
    form.day.show_day(date(2026, 3, 9))
    form.at.show_time(time(13, 30))
    form.kind.choose(ReminderKind.TASK)
    form.rhythm.show_rule(Repeat(4, RepeatUnit.SESSIONS))
    with qtbot.waitSignal(form.saved) as saved:
        QTest.keyClick(form.title.edit, Qt.Key.Key_Return)
    details = world.workspace.reminders.get(saved.args[0]).details
    assert details == ReminderDetails(
        title="PHQ-9",
        due_on=date(2026, 3, 9),
        kind=ReminderKind.TASK,
        client_id=client.id,
        at=time(13, 30),
        zone="America/New_York",
        repeat=Repeat(4, RepeatUnit.SESSIONS),
        session_from=date(2026, 3, 9),
    )


def test_a_reminder_without_words_is_refused_at_its_field(desk: Desk, world: World, window: QWidget) -> None:
    form = ReminderForm(desk, window)
    form.open()
    form.title.edit.setText("   ")
    form.save.click()
    assert form.isVisible()
    assert form.title.error == "Say what to be reminded of."
    assert world.workspace.reminders.count_due() == 0


def test_words_longer_than_the_field_are_refused_and_nothing_typed_is_lost(
    desk: Desk, world: World, window: QWidget
) -> None:
    form = ReminderForm(desk, window)
    form.open()
    form.title.edit.setText("x" * 30_000)
    typed = form.title.text()
    form.save.click()
    assert form.isVisible()
    assert form.title.error
    assert form.title.text() == typed


@pytest.mark.parametrize("typed", ["", "tomorrow-ish", "31 Feb 2026"])
def test_a_day_that_is_none_is_refused_at_its_field(desk: Desk, window: QWidget, typed: str) -> None:
    form = ReminderForm(desk, window)
    form.open()
    form.day.edit.setText(typed)
    form.save.click()
    assert form.isVisible()
    assert form.day.error


def test_changing_a_reminder_shows_it_as_it_is_also_with_a_rhythm_that_is_not_offered(
    desk: Desk, world: World, window: QWidget
) -> None:
    repeat = Repeat(5, RepeatUnit.WEEKS)
    reminder = world.workspace.reminders.add(ReminderDetails("Letter", world.today, repeat=repeat))
    form = ReminderForm(desk, window, reminder_id=reminder.id)
    form.open()
    assert form.title.text() == "Letter"
    assert form.rhythm.rule() == repeat
    form.title.edit.setText("Letter to the doctor")
    form.save.click()
    assert world.workspace.reminders.get(reminder.id).details.title == "Letter to the doctor"
    assert world.workspace.reminders.get(reminder.id).details.repeat == repeat


def test_a_reminder_about_a_client_who_is_not_listed_keeps_its_client(
    desk: Desk, world: World, window: QWidget
) -> None:
    client = world.workspace.clients.add(ClientDetails(preferred_name="Rune Q."))
    reminder = world.workspace.reminders.add(ReminderDetails("Letter", world.today, client_id=client.id))
    form = ReminderForm(desk, window, reminder_id=reminder.id)
    form.open()
    form.save.click()
    assert world.workspace.reminders.get(reminder.id).details.client_id == client.id


def test_esc_closes_the_form_and_keeps_nothing(desk: Desk, world: World, window: QWidget) -> None:
    form = ReminderForm(desk, window)
    form.open()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not window.findChildren(ReminderForm) or not form.isVisible()
    assert world.workspace.reminders.count_due() == 0
