from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.services.answered import phq9
from tests.services.world import World
from tests.ui.home.on_screen import press, shown, texts
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.commitments import CommitmentTerms, Rhythm
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderKind
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.flag_item import FlagItem
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.home.put_aside_form import PutAsideForm
from vitalshift_desktop.ui.home.reason_form import ReasonForm
from vitalshift_desktop.ui.home.side_column import SHOWN_NOTES
from vitalshift_desktop.ui.home.side_row import SideRow
from vitalshift_desktop.ui.widgets.buttons import LinkButton

OpenPage = Callable[[], HomePage]


def _dropped(world: World) -> ClientId:
    maren = world.client("Maren T.")
    world.rated(maren, [8, 8, 8, 8, 8, 8, 8, 4])
    return maren.id


def _flag(page: HomePage, kind: str) -> FlagItem:
    (item,) = shown(page, FlagItem, f"today.flag.{kind}")
    assert isinstance(item, FlagItem)
    return item


def _form(page: HomePage) -> ReasonForm:
    (form,) = [form for form in page.findChildren(ReasonForm) if form.isVisible()]
    return form


def test_a_marked_drop_says_what_number_compared_with_what_and_since_when(world: World, open_page: OpenPage) -> None:
    _dropped(world)
    page = open_page()
    flag = _flag(page, "marked_drop")
    words = flag.words.text()
    assert "4.0 in session 8" in words
    assert "own usual range" in words
    assert "from 7 ratings" in words
    assert flag.accessibleName().startswith("Marked drop, Maren T.")


def test_a_flag_has_one_next_action_that_leads_to_the_alliance(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    client_id = _dropped(world)
    page = open_page()
    _flag(page, "marked_drop").follow.click()
    with world.workspace.vault.read() as work:
        last = work.sessions.of_client(client_id)[-1]
    assert wished.entries == [(client_id, "alliance", last.id)]


def test_a_flag_is_dismissed_with_a_reason_and_comes_back_by_undo(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    _dropped(world)
    page = open_page()
    _flag(page, "marked_drop").dismiss.click()
    form = _form(page)
    form.save.click()
    assert form.error.sentence() == "Write a few words first."
    form.words.setPlainText("Talked about on the phone.")
    form.save.click()
    assert shown(page, FlagItem, "today.flag.marked_drop") == []
    assert "Nothing needs a look now." in texts(page)
    wished.undo()
    assert _flag(page, "marked_drop").isVisible()


def test_an_answer_to_review_stands_above_all_and_is_only_reviewed(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    _dropped(world)
    given = phq9(world, world.client("Calix M."), 1)
    page = open_page()
    flags = [item for item in page.day.side.findChildren(FlagItem) if item.isVisible()]
    answer = min(flags, key=lambda item: item.y())
    assert answer.objectName() == "today.flag.answer_to_review"
    assert "It is not a risk assessment and not a diagnosis." in answer.words.text()
    assert not hasattr(answer, "dismiss")
    assert answer.follow.text() == "Review…"
    answer.follow.click()
    assert wished.reviews == [given.id]
    world.workspace.answers.review(given.id, "Read together. No plan, no intent. Seen again on Thursday.")
    assert shown(page, FlagItem, "today.flag.answer_to_review") == []


def test_an_answer_is_hidden_while_names_are_shortened(world: World, open_page: OpenPage, desk: Desk) -> None:
    phq9(world, world.client("Calix Marr"), 2)
    page = open_page()
    desk.privacy.set_on(True)
    flag = _flag(page, "answer_to_review")
    assert flag.words.text() == "Hidden while names are shortened."
    assert "Calix" not in flag.accessibleName()


def test_a_low_early_check_in_of_the_third_session_leads_to_its_review_sheet(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    client = world.client()
    world.rated(client, [8, 8, 5])
    item = _flag(open_page(), "low_early_checkin")
    assert item.follow.text() == "Open the review sheet"
    item.follow.click()
    assert wished.sheets == [(client.id, 3)]


def test_five_marks_are_shown_and_the_rest_is_one_click_away(world: World, open_page: OpenPage) -> None:
    for number in range(7):
        world.rated(world.client(f"Client {number}"), [8, 8, 8, 8, 8, 8, 4], last=-7 + number)
    page = open_page()
    assert len(shown(page, FlagItem, "today.flag.marked_drop")) == 5
    (more,) = shown(page, LinkButton, "today.flags.more")
    assert isinstance(more, LinkButton)
    assert more.text() == "2 more"
    more.click()
    assert len(shown(page, FlagItem, "today.flag.marked_drop")) == 7
    (fewer,) = shown(page, LinkButton, "today.flags.more")
    assert isinstance(fewer, LinkButton)
    fewer.click()
    assert len(shown(page, FlagItem, "today.flag.marked_drop")) == 5


def test_what_was_put_aside_stands_in_a_list_with_its_reason_and_can_be_put_back(
    world: World, open_page: OpenPage
) -> None:
    _dropped(world)
    page = open_page()
    assert shown(page, LinkButton, "today.flags.put_aside") == []
    world.workspace.home.dismiss_flag(_flag(page, "marked_drop").flag, "Talked on the phone.")
    (link,) = shown(page, LinkButton, "today.flags.put_aside")
    assert isinstance(link, LinkButton)
    assert link.text() == "1 put aside…"
    link.click()
    (form,) = [form for form in page.findChildren(PutAsideForm) if form.isVisible()]
    seen = "\n".join(texts(form))
    for words in ("Marked drop", "Maren T.", "Talked on the phone.", "4.0 in session 8", "Dismissed on 2 March 2026:"):
        assert words in seen
    (back,) = form.findChildren(LinkButton, "put_aside.put_back")
    back.click()
    assert _flag(page, "marked_drop").isVisible()
    assert "Nothing is put aside." in texts(form)
    form.reject()


def test_notes_to_finish_begin_with_the_oldest_and_say_how_long_ago(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    old = world.held(world.client("Odalys P."), days=-2)
    world.held(world.client("Calix M."), days=-1)
    page = open_page()
    rows = shown(page, SideRow, "today.note_to_finish")
    assert [row.accessibleName() for row in rows] == [
        "Odalys P., Session 1, Sat, 2 days",
        "Calix M., Session 1, Yesterday",
    ]
    assert isinstance(rows[0], SideRow)
    rows[0].followed.emit(rows[0]._key)
    assert wished.notes == [old.id]


def test_of_very_many_notes_to_finish_the_oldest_are_shown_and_the_others_counted(
    world: World, open_page: OpenPage
) -> None:
    client = world.client("Odalys P.")
    for days in range(1, SHOWN_NOTES + 4):
        world.held(client, days=-days)
    page = open_page()
    rows = shown(page, SideRow, "today.note_to_finish")
    assert len(rows) == SHOWN_NOTES
    assert f"{SHOWN_NOTES + 3} days" in rows[0].accessibleName()
    assert [label.text() for label in page.findChildren(QLabel) if "newer" in label.text()] == ["and 3 newer ones"]


def test_after_days_away_a_reminder_says_since_when_and_the_others_are_one_line(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    client = world.client()
    add = world.workspace.reminders.add
    add(ReminderDetails("GAD-7", world.today, client_id=client.id, at=time(11)))
    for title in ("Letter", "Insurance"):
        add(ReminderDetails(title, world.today, kind=ReminderKind.TASK))
    world.clock.advance(days=9)
    page = open_page()
    words = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "9 days" in words
    assert "11:00" not in words
    link = page.findChild(LinkButton, "today.reminders")
    assert link is not None
    assert link.text() == "2 other reminders are due"
    link.click()
    assert wished.pages == ["reminders"]


@pytest.mark.parametrize(("at", "opens_note"), [(time(9, 0), True), (time(11, 0), False)])
def test_a_check_in_due_opens_the_note_once_the_session_has_begun(
    world: World, open_page: OpenPage, wished: Wished, at: time, opens_note: bool
) -> None:
    session = world.planned(world.client(), at=at)
    page = open_page()
    (row,) = shown(page, SideRow, "today.checkin")
    row.setFocus()
    press(page, Qt.Key.Key_Return)
    assert wished.notes == ([session.id] if opens_note else [])
    assert wished.clients == ([] if opens_note else [(session.client_id, "alliance")])


def test_each_list_says_so_when_it_is_empty(world: World, open_page: OpenPage) -> None:
    world.client()
    seen = texts(open_page())
    for words in ("Nothing needs a look now.", "No check-in is due.", "Every note is signed."):
        assert words in seen


def test_the_focus_moves_to_the_neighbor_when_a_flag_is_gone(world: World, open_page: OpenPage) -> None:
    _dropped(world)
    other = world.client("Odalys P.")
    world.rated(other, [8, 8, 8, 8, 8, 8, 8, 4], last=-6)
    page = open_page()
    flags = [item for item in page.day.side.findChildren(FlagItem) if item.isVisible()]
    flags[0].follow.setFocus()
    world.workspace.home.dismiss_flag(flags[0].flag, "Talked about.")
    (left,) = [item for item in page.day.side.findChildren(FlagItem) if item.isVisible()]
    assert page.focusWidget() is left.follow


def test_what_waits_in_the_inbox_longer_than_a_day_is_said_and_leads_there(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    world.planned(world.client(), 2)
    world.workspace.inbox.capture("Ring the school back.")
    world.clock.advance(hours=23)
    page = open_page()
    assert shown(page, SideRow, "today.inbox") == []
    world.clock.advance(hours=25)
    world.workspace.inbox.capture("Another")
    page.look_again()
    (row,) = shown(page, SideRow, "today.inbox")
    assert row.accessibleName() == "2 notes in the inbox, the oldest from Monday"
    row.setFocus()
    press(page, Qt.Key.Key_Return)
    assert wished.pages == ["inbox"]


def test_who_has_no_next_date_is_told_with_what_was_agreed(world: World, open_page: OpenPage) -> None:
    maren, w = world.client("Maren T."), world.workspace
    w.clients.set_status(maren.id, ClientStatus.ACTIVE, "")
    world.held(maren, -7)
    page = open_page()
    assert "seen 1 time, last 23 Feb" in texts(page)
    w.commitments.agree(maren.id, CommitmentTerms(Rhythm(1, 2)), world.today)
    page.look_again()
    assert "seen 1 time, last 23 Feb; agreed every 2 weeks" in texts(page)
    away = w.commitments.agree_break(maren.id, world.today, world.today + timedelta(days=20))
    page.look_again()
    assert "seen 1 time, last 23 Feb; break agreed until 22 Mar" in texts(page)
    w.commitments.take_back_break(away.id)
    page.look_again()
    assert "seen 1 time, last 23 Feb; agreed every 2 weeks" in texts(page)


def test_a_long_silence_says_its_numbers_and_rule_leads_to_reaching_out_and_can_be_put_aside(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    maren, w = world.client("Maren T."), world.workspace
    w.commitments.agree(maren.id, CommitmentTerms(), world.today - timedelta(days=40))
    last = world.held(maren, -30)
    page = open_page()
    flag = _flag(page, "long_silence")
    assert flag.words.text() == (
        "No word for 30 days, since the session on 31 Jan, and no date ahead. "
        "Agreed: every week. Said from 21 days on: twice that and a week."
    )
    assert w.sessions.get(last.id).flags == ()
    flag.follow.click()
    assert wished.reached_out == [maren.id]
    flag.dismiss.click()
    form = _form(page)
    form.words.show_text("Rings when the baby sleeps")
    form.save.click()
    assert not shown(page, FlagItem, "today.flag.long_silence")
    world.held(maren, -29, time(15))
    world.clock.advance(days=1)
    assert [one.kind for one in w.home.today().flags] == [FlagKind.LONG_SILENCE]
