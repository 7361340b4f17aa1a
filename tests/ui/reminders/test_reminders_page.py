from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.reminders.rows_on_screen import added, row_of, shown, titles, words_on
from vitalshift_desktop.domain.reminders import ReminderKind, Repeat, RepeatUnit
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage
from vitalshift_desktop.ui.reminders.reminders_tab import RemindersTab
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


def test_reminders_stand_under_their_headings_and_the_later_ones_are_folded(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    for title, days in (("late", -3), ("now", 0), ("soon", 2), ("far", 30)):
        added(world, title, days)
    shown(page, qtbot)
    assert titles(page) == ["late", "now", "soon"]
    headings = page.list.findChildren(SectionHeading)
    assert [heading.accessibleName() for heading in headings] == ["Overdue 1", "Today 1", "This week 1"]
    fold = page.findChild(QPushButton, "reminders.later")
    assert fold is not None
    assert fold.text() == "Later, 1"
    fold.click()
    assert titles(page) == ["late", "now", "soon", "far"]


def test_the_filter_shows_one_kind_or_only_what_is_about_nobody(
    qtbot: QtBot, page: RemindersPage, world: World
) -> None:
    client = world.client()
    added(world, "check", client_id=client.id)
    added(world, "review", kind=ReminderKind.REVIEW, client_id=client.id)
    added(world, "mine", kind=ReminderKind.TASK)
    shown(page, qtbot)
    for place, expected in ((1, ["check"]), (2, ["review"]), (3, ["mine"]), (4, ["mine"]), (0, None)):
        page.filter.findChildren(QPushButton)[place].click()
        assert titles(page) == (expected or ["check", "review", "mine"])


def test_a_kind_without_reminders_says_so(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    added(world, "check")
    shown(page, qtbot)
    page.filter.findChildren(QPushButton)[2].click()
    assert titles(page) == []
    assert page.none_of_kind.isVisible()
    assert not page.nothing.isVisible()


def test_without_reminders_the_page_offers_to_add_one(qtbot: QtBot, page: RemindersPage, desk: Desk) -> None:
    shown(page, qtbot)
    assert page.nothing.isVisible()
    assert not page.filter.isVisible()
    with qtbot.waitSignal(desk.wishes.new_reminder) as wished:
        page.nothing.button.click()
    assert wished.args == [None]


def test_every_control_has_a_name_and_a_row_says_its_keys(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    client = world.client("Maren T.")
    reminder = added(world, "GAD-7", client_id=client.id, repeat=Repeat(4, RepeatUnit.SESSIONS))
    shown(page, qtbot)
    row = row_of(page, reminder)
    assert row.accessibleName() == "GAD-7, Maren T., Every 4 sessions, Today"
    assert row.accessibleDescription() == _("Space: done. L: put off. S: skip. Enter: open.")
    assert row.tick.accessibleName() == "Done: GAD-7"
    assert row.later.accessibleName() == "Put off to tomorrow: GAD-7"
    assert row.other_days.accessibleName() == "Put off to another day: GAD-7"


def test_names_are_shortened_while_only_initials_are_shown(
    qtbot: QtBot, page: RemindersPage, world: World, desk: Desk
) -> None:
    client = world.client("Maren Tveit")
    reminder = added(world, "GAD-7", client_id=client.id)
    shown(page, qtbot)
    desk.privacy.set_on(True)
    row = row_of(page, reminder)
    assert "M. T." in words_on(row)
    assert "Tveit" not in row.accessibleName()


def test_in_large_text_a_row_has_two_lines_and_nothing_is_cut(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    client = world.client("Sunniva R.")
    reminder = added(
        world,
        "Review agreement: contact between sessions",
        -9,
        client_id=client.id,
        repeat=Repeat(6, RepeatUnit.MONTHS),
    )
    page.resize(1080, 742)
    shown(page, qtbot)
    low = row_of(page, reminder).height()
    theme().apply(ThemeMode.LIGHT, 200)
    try:
        row = row_of(page, reminder)
        qtbot.waitUntil(lambda: row.height() > 2 * low)
        for label in row.findChildren(TextLabel):
            assert label.height() >= label.heightForWidth(label.width())
            assert row.rect().contains(label.geometry())
    finally:
        theme().apply(ThemeMode.LIGHT, 100)


def test_a_clients_tab_shows_only_that_clients_reminders(qtbot: QtBot, desk: Desk, world: World) -> None:
    client, other = world.client("A"), world.client("B")
    added(world, "of a", client_id=client.id)
    added(world, "of b", client_id=other.id)
    tab = RemindersTab(desk)
    qtbot.addWidget(tab)
    tab.show_client(client.id)
    shown(tab, qtbot)
    assert titles(tab) == ["of a"]
    assert tab.count() == 1
    with qtbot.waitSignal(desk.wishes.new_reminder) as wished:
        tab.add.click()
    assert wished.args == [client.id]


def test_a_client_without_reminders_is_offered_one(qtbot: QtBot, desk: Desk, world: World) -> None:
    tab = RemindersTab(desk)
    qtbot.addWidget(tab)
    tab.show_client(world.client().id)
    shown(tab, qtbot)
    assert tab.count() is None
    assert tab.nothing.isVisible()
    assert tab.nothing.button.variant == ""
