from datetime import time, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.reminders.rows_on_screen import Undo, added, in_focus, row_of, shown, titles, words_on
from vitalshift_desktop.domain.reminders import Outcome, ReminderKind, Repeat, RepeatUnit
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders import reminders_page
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage
from vitalshift_desktop.ui.widgets.buttons import LinkButton


@pytest.mark.parametrize(
    ("key", "what", "days", "said"),
    [
        (Qt.Key.Key_Space, Outcome.DONE, 7, "Reminder done."),
        (Qt.Key.Key_D, Outcome.DONE, 7, "Reminder done."),
        (Qt.Key.Key_S, Outcome.SKIPPED, 7, "Reminder skipped this time."),
        (Qt.Key.Key_T, Outcome.LATER, 1, "Reminder put off."),
        (Qt.Key.Key_N, Outcome.LATER, 3, "Reminder put off to the next session."),
    ],
)
def test_one_key_settles_a_reminder_and_can_be_undone(
    qtbot: QtBot, page: RemindersPage, world: World, desk: Desk, key: Qt.Key, what: Outcome, days: int, said: str
) -> None:
    undo, client = Undo(desk), world.client()
    world.planned(client, 3, time(16, 30))
    reminder = added(world, "PHQ-9", client_id=client.id, repeat=Repeat(1, RepeatUnit.WEEKS))
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(in_focus(page), key)
    after = world.workspace.reminders.get(reminder.id)
    assert (after.history[-1].what, after.details.due_on) == (what, world.today + timedelta(days=days))
    assert undo.words == said
    undo.take()
    assert world.workspace.reminders.get(reminder.id) == reminder


def test_with_the_next_session_needs_a_client_and_says_so(
    qtbot: QtBot, page: RemindersPage, world: World, desk: Desk
) -> None:
    added(world, "Back up")
    shown(page, qtbot)
    page.focus_first()
    with qtbot.waitSignal(desk.wishes.trouble):
        QTest.keyClick(in_focus(page), Qt.Key.Key_N)


def test_an_opened_row_counts_from_the_day_it_is_done_when_that_is_chosen(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    half_year = Repeat(6, RepeatUnit.MONTHS, times=3)
    reminder = added(world, "Review", -10, kind=ReminderKind.REVIEW, repeat=half_year)
    shown(page, qtbot)
    row_of(page, reminder).opened.emit(reminder.id)
    detail = row_of(page, reminder).detail
    assert detail is not None
    assert detail.counted.value == "calendar"
    assert "3 more times" in words_on(detail)
    detail.counted.choose_text("done")
    detail.counted.picked.emit(detail.counted.value)
    assert str(world.workspace.reminders.done(reminder.id).details.due_on) == "2026-09-02"


def test_another_rhythm_in_an_opened_row_keeps_the_end(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    until = world.today + timedelta(days=200)
    reminder = added(world, "Review", repeat=Repeat(1, RepeatUnit.WEEKS, until=until))
    shown(page, qtbot)
    row_of(page, reminder).opened.emit(reminder.id)
    detail = row_of(page, reminder).detail
    assert detail is not None
    detail.repeat.picked.emit(Repeat(1, RepeatUnit.MONTHS))
    changed = world.workspace.reminders.get(reminder.id).details.repeat
    assert changed == Repeat(1, RepeatUnit.MONTHS, until=until)


def test_a_long_heading_shows_a_part_and_the_number_of_the_rest(
    qtbot: QtBot, page: RemindersPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._lines = 2
    monkeypatch.setattr(reminders_page, "MORE", 2)
    for place in range(5):
        added(world, f"{place}")
    shown(page, qtbot)
    page.look_again()
    assert titles(page) == ["0", "1"]
    more = page.findChild(LinkButton, "reminders.more")
    assert isinstance(more, LinkButton)
    assert more.text() == "3 more"
    more.click()
    assert titles(page) == ["0", "1", "2", "3"]


def test_the_first_rows_come_at_once_and_the_others_without_squeezing_them(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    for place in range(25):
        added(world, f"{place}")
    shown(page, qtbot)
    page.look_again()
    height = page.list.rows[0].height()
    assert len(page.list.rows) == 10
    heights: set[int] = set()
    page.list._rest.timeout.connect(partial(_note_height, page, heights))
    qtbot.waitUntil(lambda: len(page.list.rows) == 25)
    assert titles(page) == [f"{place}" for place in range(25)]
    assert heights == {height}


def test_end_goes_to_the_last_row_also_before_it_has_come(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    for place in range(25):
        added(world, f"{place}")
    shown(page, qtbot)
    page.look_again()
    page.focus_first()
    QTest.keyClick(in_focus(page), Qt.Key.Key_End)
    assert in_focus(page) is page.list.rows[24]


def _note_height(page: RemindersPage, heights: set[int]) -> None:
    heights.add(page.list.rows[0].height())
