from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.services.world import World
from tests.ui.home.on_screen import button, shown, texts
from tests.ui.wished import Wished
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.fees import ChargeState
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.tasks import TaskAnswer, TaskDetails, TaskDoer
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.home.side_row import SideRow
from vitalshift_desktop.ui.money_words import money_words
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

OpenPage = Callable[[], HomePage]


def fact(page: HomePage, name: str) -> str:
    """The words of one fact of the card, "" where it is not there."""
    found = shown(page, QLabel, f"today.next.{name}")
    if not found:
        return ""
    (words,) = found
    assert isinstance(words, QLabel)
    return words.words() if isinstance(words, RecordLabel) else words.text()


def full_day(world: World) -> Client:
    """A client with everything a card can tell, and a session today at eleven."""
    workspace, maren = world.workspace, world.client("Maren Tolliver")
    *_others, last = world.rated(maren, [8, 8, 8, 8, 8, 8, 2], last=-7)
    workspace.measures.record_checkin(last.id, Rater.COUNSELOR, (7, 7, 7, 7))
    world.written(last, text="Took the bus alone.", plan="Twice more. I send the sheet. Maren tells her sister.")
    workspace.fees.agree(maren.id, 12000, world.today - timedelta(days=16))
    workspace.files.set_risk_word(maren.id, "Careful", "Said so herself", on=world.today)
    workspace.files.save(maren.id, maren.details, ClientFile(no_voicemail=True))
    world.planned(maren, at=time(11, 0))
    return maren


def test_the_card_tells_plan_and_promises_of_both_sides(world: World, open_page: OpenPage) -> None:
    full_day(world)
    page = open_page()
    assert [fact(page, name) for name in ("last", "plan", "yours", "theirs")] == [
        "Took the bus alone.",
        "Twice more.",
        "I send the sheet.",
        "Maren tells her sister.",
    ]


def test_a_classed_mark_is_told_with_the_last_score_by_the_word_that_was_chosen(
    world: World, open_page: OpenPage
) -> None:
    maren = full_day(world)
    marked = world.workspace.alliance.course(maren.id).points[6].session_id
    world.workspace.alliance.class_mark(maren.id, marked, MarkClass.WITHDRAWAL)
    page = open_page()
    assert fact(page, "scores").endswith("on 23 Feb, your own 7.0; rupture, withdrawal")
    assert fact(page, "marked_drop") == ""
    world.workspace.alliance.class_mark(maren.id, marked, MarkClass.NONE)
    assert "rupture" not in fact(page, "scores")
    assert fact(page, "marked_drop").startswith("Marked drop. ")


def test_the_card_tells_the_open_mark_the_last_scores_and_the_fee_of_last_time(
    world: World, open_page: OpenPage
) -> None:
    full_day(world)
    page = open_page()
    assert fact(page, "marked_drop").startswith("Marked drop. Check-in 2.0 in session 7")
    assert fact(page, "scores") == "Check-in 2.0 of 10 in session 7 on 23 Feb, your own 7.0"
    money, both = money_words(12000, "CAD"), money_words(24000, "CAD")
    assert fact(page, "fee") == f"{money} due, for 23 Feb; 2 unpaid in all, {both}"


def test_the_card_tells_the_risk_word_and_what_to_heed(world: World, open_page: OpenPage) -> None:
    full_day(world)
    page = open_page()
    assert fact(page, "risk") == "Careful"
    assert fact(page, "heed") == "No voicemail for this client."


def test_an_agreement_that_is_due_stands_on_the_card(world: World, open_page: OpenPage) -> None:
    maren = world.client()
    clause, review = DraftClause(Topic.CONTACT, "Messages are for appointments."), world.today + timedelta(days=1)
    world.workspace.agreements.agree(maren.id, (clause,), world.today, review, AgreedHow.VERBAL)
    world.clock.advance(days=4)
    world.planned(maren, at=time(11, 0))
    assert fact(open_page(), "agreement_to_look_at").startswith("Agreement to look at again.")


def test_nothing_of_the_record_is_read_over_the_shoulder(world: World, open_page: OpenPage, desk: Desk) -> None:
    full_day(world)
    page = open_page()
    desk.privacy.set_on(True)
    said = "\n".join([*texts(page), *(part.accessibleName() for part in page.findChildren(QLabel))])
    for words in ("Maren", "Tolliver", "bus", "sheet", "Twice", "sister", "Careful", "voicemail"):
        assert words not in said, words
    covered = [part for part in page.findChildren(RecordLabel) if part.isVisible()]
    assert len(covered) == 5
    assert all(part.is_covered for part in covered)


def test_the_session_that_just_ended_is_paid_with_one_click_on_its_card(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    maren = world.client()
    world.workspace.fees.agree(maren.id, 12000, world.today)
    ended = world.held(maren)
    page = open_page()
    assert button(page, "today.start").text() == "Write note for Maren T."
    QTest.mouseClick(button(page, f"today.fee.{ended.id}"), Qt.MouseButton.LeftButton)
    fee = world.workspace.fees.of_session(ended.id)
    assert fee is not None
    assert fee.state is ChargeState.PAID
    assert shown(page, QLabel, f"today.fee.{ended.id}") == []


def test_who_has_no_date_ahead_is_listed_and_booking_is_one_act_away(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    idle, booked, new = world.client("Idris K."), world.client("Wren A."), world.client("Tobiah L.")
    for client, at in ((idle, time(9, 0)), (booked, time(10, 0))):
        world.held(client, -14, at)
        world.held(client, -7, at)
    world.planned(booked, 7)
    page = open_page()
    (row,) = shown(page, SideRow, "today.without_date")
    assert row.accessibleName() == "Idris K., seen 2 times, last 23 Feb, Book…"
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert wished.plans == [idle.id]
    world.planned(idle, 3)
    assert shown(page, SideRow, "today.without_date") == []
    assert new.name not in [part.accessibleName() for part in page.findChildren(SideRow)]


def test_each_measure_has_a_line_of_its_own_and_its_score_is_kept_back_with_initials_only(
    world: World, open_page: OpenPage, desk: Desk
) -> None:
    maren = full_day(world)
    for name, count in (("phq9", 9), ("gad7", 7)):
        world.workspace.measures.record(NewEntry(maren.id, name, Rater.CLIENT, (1,) * count))
    page = open_page()
    told = [words.text() for words in shown(page, QLabel, "today.next.measures") if isinstance(words, QLabel)]
    assert sorted(words.split(" on ")[0] for words in told) == ["GAD-7 7, mild", "PHQ-9 9, mild"]
    desk.privacy.set_on(True)
    covered = [words.text() for words in shown(page, QLabel, "today.next.measures") if isinstance(words, QLabel)]
    assert sorted(covered) == [f"{name}, hidden while names are shortened" for name in ("GAD-7", "PHQ-9")]


def test_open_tasks_are_promises_and_what_is_open_around_goals_is_counted(world: World, open_page: OpenPage) -> None:
    maren = full_day(world)
    goal, _other = (world.workspace.goals.add(maren.id, GoalDetails(words)) for words in ("Ride the bus", "Sleep"))
    due = world.today + timedelta(days=7)
    ride = world.workspace.tasks.add(goal.id, TaskDetails("Two stops alone", due_on=due, answer=TaskAnswer.AGREED))
    sheet = world.workspace.tasks.add(goal.id, TaskDetails("Send the timetable", doer=TaskDoer.COUNSELOR))
    done = world.workspace.tasks.add(goal.id, TaskDetails("One stop", answer=TaskAnswer.AGREED))
    world.workspace.tasks.set_done(done.id, world.today)
    page = open_page()
    assert fact(page, f"task.{ride.id}") == "Two stops alone"
    assert fact(page, f"task.{sheet.id}") == "Send the timetable"
    assert fact(page, f"task.{done.id}") == ""
    assert {"Maren Tolli…, by 9 Mar", "You · not agreed yet"} <= set(texts(page))
    assert fact(page, "ledger") == "1 without an agreed task; 1 task never agreed"


@pytest.mark.parametrize("height", [742, 420])
def test_however_much_a_card_tells_its_button_is_in_sight(world: World, open_page: OpenPage, height: int) -> None:
    maren = full_day(world)
    goal = world.workspace.goals.add(maren.id, GoalDetails("Ride the bus"))
    long = "Two stops alone on a weekday, and on the way back another one, however long the fear takes to halve. " * 2
    for place in range(5):
        world.workspace.tasks.add(goal.id, TaskDetails(f"{place} {long}"))
    page = open_page()
    page.resize(1080, height)
    page.focus_first()
    start = button(page, "today.start")
    assert start.visibleRegion().boundingRect() == start.rect()
    tasks = [one for one in page.findChildren(RecordLabel) if one.objectName().startswith("today.next.task.")]
    assert [one.height() <= one.heightForWidth(100_000) for one in tasks] == [True] * 3
    assert "and 2 more" in texts(page)
