from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.domain.test_recurrence import RULES
from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.reminders import Counted, ReminderDetails, Repeat, RepeatUnit
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.reminders.reminder_form import ReminderForm
from vitalshift_desktop.ui.reminders.rhythm_field import RhythmField
from vitalshift_desktop.ui.reminders.rhythms import OTHER, OWN, WITH_SESSION

_TODAY = date(2026, 3, 2)  # a Monday


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1080, 760)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(qtbot: QtBot) -> RhythmField:
    field = RhythmField(lambda: _TODAY)
    qtbot.addWidget(field)
    return field


def _own(form: ReminderForm) -> None:
    form.rhythm.often.choose(OTHER)
    form.rhythm.repeat.choose(OWN)
    form.rhythm.repeat.picked.emit(OWN)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(rule=RULES)
def test_every_rule_is_shown_and_read_back_as_it_was(field: RhythmField, rule: Repeat) -> None:
    field.show_rule(rule)
    assert field.rule() == rule


@pytest.mark.parametrize(
    "rule",
    [
        Repeat(6, RepeatUnit.MONTHS, counted=Counted.DONE, until=date(2027, 1, 1)),
        Repeat(1, RepeatUnit.SESSIONS, times=6),
        Repeat(3, RepeatUnit.WEEKS, on=(1, 3), counted=Counted.DONE, times=2),
    ],
)
def test_an_end_and_the_day_it_counts_from_are_shown_and_read_back(field: RhythmField, rule: Repeat) -> None:
    field.show_rule(rule)
    assert field.rule() == rule


def test_alt_and_a_digit_choose_the_commonest_rhythms(qtbot: QtBot, desk: Desk, world: World, window: QWidget) -> None:
    client = world.client()
    form = ReminderForm(desk, window, client_id=client.id)
    with qtbot.waitActive(form):
        form.open()
        form.activateWindow()
    QTest.keyClick(form.title.edit, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert form.rhythm.rule() == Repeat(1, RepeatUnit.SESSIONS)
    QTest.keyClick(form.title.edit, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert form.rhythm.rule() == Repeat(1, RepeatUnit.WEEKS)
    assert form.foretold.text().startswith("The first days: Mon 2 Mar")


def test_a_rule_of_ones_own_says_its_first_days_before_it_is_saved(desk: Desk, world: World, window: QWidget) -> None:
    form = ReminderForm(desk, window)
    form.open()
    _own(form)
    for day in (1, 3):
        form.rhythm.own.weekdays[day].click()
    assert form.foretold.text() == "The first days: Tue 3 Mar, Thu 5 Mar, Tue 10 Mar, Thu 12 Mar"
    form.save.click()
    (line,) = world.workspace.reminders.list(world.today).this_week
    assert line.reminder.details.repeat == Repeat(1, RepeatUnit.WEEKS, on=(1, 3))
    assert line.due_on == date(2026, 3, 3)


def test_once_with_the_next_session_is_due_on_its_day(desk: Desk, world: World, window: QWidget) -> None:
    client = world.client()
    world.planned(client, 2)
    form = ReminderForm(desk, window, client_id=client.id)
    form.open()
    form.rhythm.often.choose(OTHER)
    form.rhythm.repeat.choose(WITH_SESSION)
    form.save.click()
    (line,) = world.workspace.reminders.of_client(client.id)
    assert line.due_on == world.today + timedelta(days=2)


@pytest.mark.parametrize("typed", ["", "0", "367", "two", "-1", "٣x"])
def test_a_step_that_is_no_number_is_refused_at_its_field(desk: Desk, window: QWidget, typed: str) -> None:
    form = ReminderForm(desk, window)
    form.open()
    _own(form)
    form.rhythm.own.every.edit.setText(typed)
    form.save.click()
    assert form.isVisible()
    assert form.rhythm.own.every.error == "A number from 1 to 366."


def test_a_rule_that_never_recurs_an_end_before_the_start_and_sessions_of_nobody_are_refused_in_words(
    desk: Desk, world: World, window: QWidget
) -> None:
    form = ReminderForm(desk, window)
    form.open()
    form.rhythm.show_rule(Repeat(1, RepeatUnit.WEEKS, until=_TODAY + timedelta(days=3)))
    form.save.click()
    assert form.error.sentence().startswith("With this rule and this end it would come once and never again.")
    form.rhythm.show_rule(Repeat(1, RepeatUnit.WEEKS, until=_TODAY - timedelta(days=3)))
    form.save.click()
    assert form.error.sentence().startswith("The last day lies before the first.")
    form.rhythm.show_rule(Repeat(1, RepeatUnit.SESSIONS))
    form.save.click()
    assert form.client.error.startswith("This reminder goes by sessions, so it needs a client.")
    assert world.workspace.reminders.list(world.today).open_count == 0


def test_what_a_reminder_is_about_is_chosen_among_what_the_client_has(
    desk: Desk, world: World, window: QWidget
) -> None:
    client, other = world.client(), world.client("Corin B.")
    goal = world.workspace.goals.add(client.id, GoalDetails("Go out alone", "Going out"))
    clause = DraftClause(Topic.CONTACT, "Messages by text only.")
    world.workspace.agreements.agree(client.id, (clause,), world.today, None, AgreedHow.ON_PAPER)
    form = ReminderForm(desk, window, client_id=client.id)
    form.open()
    form.about.choose_text(f"goal:{goal.id}")
    form.save.click()
    (line,) = world.workspace.reminders.of_client(client.id)
    assert line.reminder.details.goal_id == goal.id
    again = ReminderForm(desk, window, reminder_id=line.reminder.id)
    again.open()
    assert again.about.value == f"goal:{goal.id}"
    again.client.choose(other.id)
    again.client.picked.emit(other.id)
    again.save.click()
    assert world.workspace.reminders.get(line.reminder.id).details.goal_id is None


def test_a_half_filled_rule_comes_back_after_a_lock(qtbot: QtBot, desk: Desk, world: World, window: QWidget) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, GoalDetails("Go out alone", "Going out"))
    form = ReminderForm(desk, window)
    form.open()
    form.client.choose(client.id)
    form.client.picked.emit(client.id)
    form.about.choose_text(f"goal:{goal.id}")
    rule = Repeat(3, RepeatUnit.WEEKS, on=(1, 3), times=4)
    form.rhythm.show_rule(rule)
    kept = form.half_filled()
    assert kept is not None
    form.reject()
    again = form_of(desk, kept.place, window)
    assert isinstance(again, ReminderForm)
    again.take_back(kept)
    again.open()
    assert again.rhythm.rule() == rule
    assert again.about.value == f"goal:{goal.id}"
    assert again.rhythm.own.isVisible()


def test_a_reminder_that_was_done_once_keeps_its_rhythm_when_its_words_change(
    desk: Desk, world: World, window: QWidget
) -> None:
    client = world.client()
    world.planned(client, 2)
    world.planned(client, 9)
    rule = Repeat(1, RepeatUnit.SESSIONS)
    details = ReminderDetails("PHQ-9", world.today, client_id=client.id, repeat=rule, session_from=world.today)
    added = world.workspace.reminders.add(details)
    world.clock.advance(days=2)
    done = world.workspace.reminders.done(added.id)
    form = ReminderForm(desk, window, reminder_id=added.id)
    form.open()
    form.title.edit.setText("GAD-7")
    form.save.click()
    after = world.workspace.reminders.get(added.id)
    assert (after.details.title, after.details.due_on, after.anchor) == ("GAD-7", done.details.due_on, done.anchor)
