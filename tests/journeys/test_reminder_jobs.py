"""A repeating check-in reminder (J8) within its budget, by mouse and by keyboard."""

import pytest
from PySide6.QtWidgets import QPushButton

from tests.journeys.budgets import Budget
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, await_part, find, press, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.due_dates import LaterKind
from vitalshift_desktop.domain.reminders import Outcome, Reminder, Repeat, RepeatUnit
from vitalshift_desktop.ui.home.checkin_row import CheckinRow
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage
from vitalshift_desktop.ui.widgets.checks import RoundCheck

SET, SETTLE = 3, 1
TITLE = "Check-in"


def set_the_reminder(*, by_mouse: bool) -> int:
    """From the session of the day: a check-in with this client in every session."""
    until(lambda: await_part("today.next").hasFocus(), "the session of the day")
    budget = Budget()
    if by_mouse:
        budget.click(await_part("today.remind"))
        await_part("reminder_form")
        budget.click(await_button("Every session"))
        budget.click(await_part("reminder.save", QPushButton))
    else:
        budget.press("R")
        until(lambda: await_part("reminder.title").focusWidget() is not None, "the focus in the title")
        budget.press("Alt+2")
        budget.press("Return")
    until(lambda: find("reminder_form") is None, "the form to close")
    return budget.spent


def settle_it(at_sample: Counselor, reminder: Reminder, *, by_mouse: bool) -> int:
    """By mouse done, on the day's page; by keyboard put off to tomorrow, on its row in the list."""
    budget = Budget()
    if by_mouse:
        until(lambda: _tick(at_sample, reminder) is not None, "the reminder on the day's page")
        tick = _tick(at_sample, reminder)
        assert tick is not None
        budget.click(tick)
        return budget.spent
    at_sample.reminders.go()
    page = await_part("reminders", RemindersPage)
    row = page.list.row(reminder.id)
    assert row is not None
    until(page.list.all_rows[0].hasFocus, "the focus on the first row")
    for _step in range(page.list.all_rows.index(row)):
        press("Down")
    until(row.hasFocus, "the focus on the reminder")
    budget.press("T")
    return budget.spent


def _tick(at_sample: Counselor, reminder: Reminder) -> RoundCheck | None:
    row = _checkin_row(at_sample, reminder)
    return None if row is None else row.findChild(RoundCheck)


def _checkin_row(at_sample: Counselor, reminder: Reminder) -> CheckinRow | None:
    rows = at_sample.computer.window.pages.home.findChildren(CheckinRow)
    return next((row for row in rows if row.key == reminder.id and row.isVisible()), None)


def test_a_reminder_is_put_off_by_one_click_on_the_day_and_by_one_in_the_list(at_sample: Counselor) -> None:
    """J8: “later” is one action by mouse as well."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    reminders = at_sample.computer.workspace.reminders
    set_the_reminder(by_mouse=False)
    reminder = _set(at_sample, at_sample.computer.workspace.clients.by_code("0147").id)
    until(lambda: _checkin_row(at_sample, reminder) is not None, "the reminder on the day's page")
    row, on_day = _checkin_row(at_sample, reminder), Budget()
    assert row is not None
    on_day.click(row.later)
    until(lambda: [one.what for one in reminders.get(reminder.id).history] == [Outcome.LATER], "it to be put off")
    reminders.restore(reminder)
    at_sample.reminders.go()
    listed, in_list = await_part("reminders", RemindersPage).list.row(reminder.id), Budget()
    assert listed is not None
    in_list.click(listed.later)
    until(lambda: [one.what for one in reminders.get(reminder.id).history] == [Outcome.LATER], "it to be put off")
    assert (on_day.spent, in_list.spent) == (SETTLE, SETTLE)


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_repeating_check_in_reminder_is_set_and_settled_within_its_budget(
    at_sample: Counselor, *, by_mouse: bool
) -> None:
    """J8: three actions to set it, one to mark it done or to put it off."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    workspace = at_sample.computer.workspace
    maren = workspace.clients.by_code("0147").id
    assert set_the_reminder(by_mouse=by_mouse) <= SET
    reminder = _set(at_sample, maren)
    assert reminder.details.repeat == Repeat(1, RepeatUnit.SESSIONS)
    assert settle_it(at_sample, reminder, by_mouse=by_mouse) <= SETTLE
    what = Outcome.DONE if by_mouse else Outcome.LATER
    until(lambda: [one.what for one in workspace.reminders.get(reminder.id).history] == [what], "it to be settled")
    assert {way.kind for way in workspace.reminders.ways_off(reminder.id).choices} >= {LaterKind.TOMORROW}


def _set(at_sample: Counselor, client_id: ClientId) -> Reminder:
    lines = at_sample.computer.workspace.reminders.of_client(client_id)
    (found,) = [line.reminder for line in lines if line.reminder.details.title == TITLE]
    return found
