"""The review of answers to critical items, in the window: what is said, what can be done, and what stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.services.answered import phq9
from tests.services.world import World
from tests.ui.frame.conftest import press_in
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.measures.administration import HowGiven
from vitalshift_desktop.ui.answers.review_form import ReviewForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.main_window import MainWindow

TEXT = (
    "PHQ-9 item 9 (thoughts of being better off dead or of hurting oneself) was answered 1 - Several days on "
    "2 March 2026. This is one answer on a questionnaire. It is not a risk assessment and not a diagnosis. "
    "Please review it with the client and follow your own safety protocol. Most recent earlier answer: 0."
)


@pytest.fixture
def client(world: World) -> Client:
    return world.client("Maren Tveit")


def front() -> ReviewForm:
    form = QApplication.activeModalWidget()
    assert isinstance(form, ReviewForm)
    return form


def words(form: ReviewForm) -> str:
    return "\n".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def test_the_prompt_says_word_by_word_what_was_agreed(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    phq9(world, client, 0)
    world.clock.advance(minutes=1)
    given = phq9(world, client, 1)
    desk.wishes.review_answer.emit(given.id)
    form = front()
    assert TEXT in words(form)
    assert "It does not monitor anybody between sessions." in words(form)
    assert "Given: Alone." in words(form)
    assert form.told.accessibleName() == TEXT
    buttons = [form.plan, form.risk_note, form.remind, form.close_button, form.save]
    assert [button.text() for button in buttons] == [
        "Open safety plan", "Write a contact note", "Remind me", "Not yet", "Reviewed with client",
    ]  # fmt: skip
    assert not form.place.isVisible()


def test_a_review_needs_a_note_and_esc_leaves_the_answer_where_it_stands(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    given = phq9(world, client, 1)
    desk.wishes.review_answer.emit(given.id)
    front().save.click()
    assert front().error.sentence() == "Write a few words about the review first."
    press_in(front(), "Esc")
    assert QApplication.activeModalWidget() is None
    assert world.workspace.answers.asks(given.id)
    desk.wishes.review_answer.emit(given.id)
    front().note.setPlainText("Read together. No plan, no intent.")
    press_in(front(), "Ctrl+Return")
    assert QApplication.activeModalWidget() is None
    assert not world.workspace.answers.asks(given.id)


def test_several_answers_of_a_client_come_one_after_the_other_the_wished_one_first(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    other = world.client("Wren A.")
    phq9(world, other, 3)
    first, second, third = [phq9(world, client, answer) for answer in (1, 2, None)]
    desk.wishes.review_answer.emit(second.id)
    assert (front().place.text(), front().answer.administration.id) == ("1 of 3", second.id)
    front().note.setPlainText("Read together.")
    front().save.click()
    assert (front().place.text(), front().answer.administration.id) == ("2 of 3", first.id)
    front().next.click()
    assert (front().place.text(), front().answer.administration.id) == ("3 of 3", third.id)
    front().close_button.click()
    assert {one.administration.id for one in world.workspace.answers.waiting(client.id)} == {first.id, third.id}
    desk.wishes.review_answer.emit(None)
    assert front().place.text() == "1 of 3", "with those of every client"


def test_an_answer_that_was_reviewed_meanwhile_opens_nothing(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    given = phq9(world, client, 1)
    world.workspace.answers.review(given.id, "Read together.")
    desk.wishes.review_answer.emit(given.id)
    desk.wishes.review_answer.emit(None)
    assert QApplication.activeModalWidget() is None


def test_the_same_answer_again_is_one_short_line_and_still_reviewed(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    world.workspace.answers.review(phq9(world, client, 1).id, "Read together.")
    world.clock.advance(days=7)
    again = phq9(world, client, 1)
    desk.wishes.review_answer.emit(again.id)
    assert "1 again; last reviewed 2 Mar." in words(front())
    front().note.setPlainText("Asked again.")
    front().save.click()
    assert not world.workspace.answers.asks(again.id)


def test_the_safety_plan_opens_and_what_was_typed_waits_for_the_review_to_go_on(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    given = phq9(world, client, 1)
    desk.wishes.review_answer.emit(given.id)
    front().note.setPlainText("She said")
    front().plan.click()
    assert window.pages.key == "safety_plan"
    assert QApplication.activeModalWidget() is None
    desk.wishes.review_answer.emit(given.id)
    assert front().note.text() == "She said"


def test_a_risk_note_is_begun_in_the_session_or_its_headings_are_added_once(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    session = world.held(client, 0)
    given = phq9(world, client, 1, session_id=session.id)
    desk.wishes.review_answer.emit(given.id)
    assert front().risk_note.text() == "Start risk note"
    front().risk_note.click()
    assert window.pages.key == "note"
    note = world.workspace.notes.start(session.id)
    assert (note.template, note.sections[0].key) == ("risk", "asked")
    desk.wishes.review_answer.emit(given.id)
    assert front().risk_note.text() == "Open risk note"
    front().risk_note.click()
    assert world.workspace.notes.start(session.id).sections == note.sections


def test_a_note_that_is_being_written_gets_the_headings_below_and_keeps_its_text(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    session = world.held(client, 0)
    world.written(session, "Walked to the shop alone.")
    desk.wishes.review_answer.emit(phq9(world, client, 1, session_id=session.id).id)
    front().risk_note.click()
    note = world.workspace.notes.start(session.id)
    assert {"data", "asked", "decided"} <= {section.key for section in note.sections}
    assert note.sections[0].text == "Walked to the shop alone."


def test_a_signed_note_is_opened_as_it_is(window: MainWindow, desk: Desk, world: World, client: Client) -> None:
    session = world.held(client, 0)
    signed = world.signed(session)
    desk.wishes.review_answer.emit(phq9(world, client, 1, session_id=session.id).id)
    assert front().risk_note.text() == "Open the signed note"
    front().risk_note.click()
    assert window.pages.key == "note"
    assert world.workspace.notes.start(session.id).version == signed.version


def test_a_reminder_comes_the_same_day_can_be_undone_and_the_form_stays(
    window: MainWindow, desk: Desk, world: World, client: Client, wished: Wished
) -> None:
    given = phq9(world, client, 1)
    desk.wishes.review_answer.emit(given.id)
    front().remind_in(60)
    assert "stays on Today until it is reviewed" in front().reminded.text()
    (line,) = world.workspace.reminders.of_client(client.id)
    assert line.reminder.details.due_on == world.today
    assert world.workspace.answers.asks(given.id)
    wished.undo()
    assert world.workspace.reminders.of_client(client.id) == ()


def test_with_initials_only_neither_name_nor_answer_can_be_read(
    window: MainWindow, desk: Desk, world: World, client: Client
) -> None:
    given = phq9(world, client, 1)
    desk.wishes.review_answer.emit(given.id)
    desk.privacy.set_on(True)
    seen = f"{words(front())} {front().told.accessibleName()}"
    assert "Several days" not in seen
    assert "Maren" not in seen
    desk.privacy.set_on(False)
    assert "Several days" in words(front())


def test_what_is_half_written_is_kept_over_a_lock(
    window: MainWindow, desk: Desk, world: World, client: Client, qtbot: QtBot
) -> None:
    given = phq9(world, client, 1)
    desk.wishes.review_answer.emit(given.id)
    front().note.setPlainText("She said")
    kept = front().half_filled()
    assert kept is not None
    again = form_of(desk, kept.place, window)
    assert isinstance(again, ReviewForm)
    qtbot.addWidget(again)
    again.take_back(kept)
    assert again.note.text() == "She said"
    world.workspace.answers.review(given.id, "Elsewhere.")
    assert form_of(desk, kept.place, window) is None


def test_how_it_was_given_is_said(window: MainWindow, desk: Desk, world: World, client: Client) -> None:
    given = phq9(world, client, None, how_given=HowGiven.READ_ALOUD)
    desk.wishes.review_answer.emit(given.id)
    assert "Given: Read aloud." in words(front())
    assert "was not answered on 2 March 2026." in words(front())


def test_right_after_an_entry_the_review_is_shown(
    window: MainWindow, desk: Desk, world: World, client: Client, qtbot: QtBot
) -> None:
    desk.wishes.enter_measure.emit(client.id, "phq9", None)
    entry = QApplication.activeModalWidget()
    assert entry is not None
    for digit in "000000001":
        QTest.keyClicks(entry.focusWidget(), digit)
    assert world.workspace.answers.waiting(client.id)
    QTest.keyClick(entry.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReviewForm))
    assert front().answer.facts.answer == 1
