from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.reminders.rows_on_screen import Undo, added, in_focus, shown, words_on
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.services.reminder_lines import Which
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.later_form import LaterForm
from vitalshift_desktop.ui.reminders.later_menu import LaterMenu
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage
from vitalshift_desktop.ui.reminders.review_row import ReviewRow
from vitalshift_desktop.ui.reminders.review_words import go_to, icon_of, review_words


@pytest.fixture
def client(world: World) -> Client:
    client = world.client()
    agreed, day = world.today - timedelta(days=60), world.today - timedelta(days=2)
    world.workspace.goals.add(client.id, GoalDetails("Go out alone", "Going out", agreed_on=agreed, review_on=day))
    return client


def _row(page: RemindersPage) -> ReviewRow:
    found = page.findChildren(ReviewRow)
    assert len(found) == 1
    return found[0]


def test_a_review_stands_among_the_reminders_by_its_day_and_leads_to_where_it_is_done(
    qtbot: QtBot, page: RemindersPage, world: World, desk: Desk, client: Client
) -> None:
    added(world, "Back up", -1)
    shown(page, qtbot)
    assert "Look at a goal again: Going out" in words_on(page)
    assert page.list.all_rows[0] is _row(page)
    page.focus_first()
    with qtbot.waitSignal(desk.wishes.entry) as wished:
        QTest.keyClick(in_focus(page), Qt.Key.Key_Return)
    assert wished.args == [client.id, "goals", 1, 0]
    QTest.keyClick(in_focus(page), Qt.Key.Key_Down)
    assert in_focus(page) is page.list.all_rows[1]


@pytest.mark.usefixtures("client")
def test_one_key_puts_a_review_off_and_it_can_be_undone(
    qtbot: QtBot, page: RemindersPage, world: World, desk: Desk
) -> None:
    undo = Undo(desk)
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(in_focus(page), Qt.Key.Key_T)
    assert world.workspace.reviews.list()[0].due_on == world.today + timedelta(days=1)
    assert undo.words == "Review put off."
    undo.take()
    assert world.workspace.reviews.list()[0].due_on == world.today - timedelta(days=2)


@pytest.mark.usefixtures("client")
def test_the_menu_offers_days_but_no_skipping(qtbot: QtBot, page: RemindersPage, world: World) -> None:
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(in_focus(page), Qt.Key.Key_L)
    menu = page.findChild(LaterMenu)
    assert menu is not None
    assert [one.text().split("\t")[0] for one in menu.actions()] == ["Tomorrow", "Next week", "Pick a date…"]
    menu.actions()[-1].trigger()
    menu.close()
    form = page.findChild(LaterForm)
    assert form is not None
    form.day.show_day(world.today + timedelta(days=20))
    form.save.click()
    assert world.workspace.reviews.list()[0].due_on == world.today + timedelta(days=20)


@pytest.mark.usefixtures("client")
def test_reviews_stand_under_reviews_and_not_under_tasks_and_hide_their_words(
    qtbot: QtBot, page: RemindersPage, desk: Desk
) -> None:
    shown(page, qtbot)
    page.filter.choose(Which.TASKS)
    page.look_again()
    assert page.list.all_rows == []
    page.filter.choose(Which.REVIEWS)
    desk.privacy.set_on(True)
    page.look_again()
    assert "Look at a goal again" in words_on(page)


@pytest.mark.parametrize("kind", ReviewKind)
def test_every_kind_of_review_has_words_a_picture_and_a_place(desk: Desk, world: World, kind: ReviewKind) -> None:
    review = ReviewDue(kind, world.today, world.client().id, 7)
    assert review_words(review)
    assert icon_of(kind)
    heard = []
    for signal in (desk.wishes.client, desk.wishes.entry, desk.wishes.consents, desk.wishes.client_measures):
        signal.connect(lambda *args: heard.append(args))
    for signal in (desk.wishes.safety_plan, desk.wishes.vault):
        signal.connect(lambda *args: heard.append(args))
    go_to(review, desk.wishes)
    assert len(heard) == 1
