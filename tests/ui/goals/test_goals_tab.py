from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.goals.goals_on_page import WORDING, Tab
from vitalshift_desktop.domain.goals import GoalDetails, GoalStatus, ProposedBy
from vitalshift_desktop.domain.measures.administration import Rater


def test_a_goal_is_agreed_rated_and_seen_in_three_actions(tab: Tab, qtbot: QtBot) -> None:
    tab.show()
    tab.press("client.goals.add_first")
    form = tab.form()
    QTest.keyClicks(form.words.editor, WORDING)
    QTest.keyClicks(form.target.rating.cell, "7")
    QTest.keyClick(form.save, Qt.Key.Key_Return)
    row = tab.page.list.rows[0]
    assert row.is_open
    QTest.keyClicks(row.detail.rating.client.cell, "4\r")
    course = tab.courses()[0]
    assert course.goal.details == GoalDetails(WORDING, agreed_on=date(2026, 3, 2), target=7)
    assert course.now == 4
    assert row.head.words.words() == f"“{WORDING}”"
    assert {"4", "of 7", "Agreed with Maren T., 2 Mar 2026 · Client’s idea"} <= set(tab.words())
    assert row.head.course.accessibleName() == "Client’s ratings: 4. Target 7."
    assert row.detail.rating.client.value is None


def test_the_form_is_filled_in_by_keyboard_alone(tab: Tab, qtbot: QtBot) -> None:
    tab.show()
    with qtbot.waitActive(tab.page):
        tab.page.activateWindow()
    tab.page.focus_first()
    QTest.keyClick(tab.page.nothing.button, Qt.Key.Key_Space)
    form = tab.form()
    form.activateWindow()
    qtbot.waitUntil(form.words.editor.hasFocus)
    QTest.keyClicks(form.words.editor, WORDING)
    for keys in ("", "Bus", "Fou", "7", "", "", "16 Apr"):  # a date has its calendar button behind it
        focused = QGuiApplication.focusObject()
        assert isinstance(focused, QWidget)
        QTest.keyClicks(focused, keys)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(form, Qt.Key.Key_Return)
    details = tab.courses()[0].goal.details
    assert (details.short, details.proposed_by, details.target) == ("Bus", ProposedBy.BOTH, 7)
    assert details.review_on == date(2026, 4, 16)


def test_a_goal_without_words_is_told_at_the_field_and_nothing_is_lost(tab: Tab, qtbot: QtBot) -> None:
    tab.show()
    tab.press("client.goals.add_first")
    form = tab.form()
    QTest.keyClicks(form.short.edit, "Bus")
    form.save.click()
    assert form.words.error == "Write the goal, as the client says it."
    assert form.short.text() == "Bus"
    assert tab.courses() == ()
    QTest.keyClicks(form.words.editor, WORDING)
    assert form.words.error == ""
    form.save.click()
    assert tab.courses()[0].goal.details.short == "Bus"


def test_a_day_that_is_no_day_or_has_not_come_is_told_at_its_field(tab: Tab, qtbot: QtBot) -> None:
    tab.show()
    tab.press("client.goals.add_first")
    form = tab.form()
    form.words.editor.show_text(WORDING)
    form.agreed.edit.setText("someday")
    form.save.click()
    assert form.agreed.error.startswith("Use a date such as")
    form.agreed.show_day(date(2026, 3, 3))
    form.save.click()
    assert form.agreed.error == "This day has not come yet."
    assert tab.courses() == ()
    form.agreed.show_day(None)
    form.save.click()
    assert tab.courses()[0].goal.details.agreed_on is None


def test_a_goal_that_is_only_proposed_says_so_in_words(tab: Tab) -> None:
    tab.add(proposed_by=ProposedBy.COUNSELOR)
    tab.show()
    assert "Proposed, not agreed with Maren T. yet · Counselor’s idea" in tab.words()
    assert "not rated" in tab.words()


def test_a_review_that_was_missed_is_told_in_words(tab: Tab) -> None:
    today = tab.world.today
    tab.add(agreed_on=today - timedelta(days=60), review_on=today - timedelta(days=5))
    tab.add("Sleep.", review_on=today)
    tab.add("Walk.", review_on=today + timedelta(days=30))
    tab.show()
    assert {"Was due 25 Feb", "Review today", "1 Apr"} <= set(tab.words())
    assert "Was due 25 Feb" in tab.page.list.rows[0].head.accessibleName()


def test_client_and_counselor_are_rated_together_and_listed_newest_first(tab: Tab, qtbot: QtBot) -> None:
    goal = tab.add()
    before = tab.world.held(tab.client, -7)
    tab.world.workspace.goals.rate(goal.id, 3, session_id=before.id)
    tab.show()
    row = tab.page.list.rows[0]
    QTest.keyClick(row.head, Qt.Key.Key_Return)
    QTest.keyClicks(row.detail.rating.client.cell, "5")
    QTest.keyClicks(row.detail.rating.you.cell, "4")
    row.detail.rating.rate.click()
    course = tab.courses()[0]
    assert [one.rating for one in course.by(Rater.CLIENT)] == [3, 5]
    assert [one.rating for one in course.by(Rater.COUNSELOR)] == [4]
    said = tab.words()
    assert said.index("Maren T. 5") < said.index("Maren T. 3")
    assert "you 4" in said


def test_a_rating_belongs_to_the_session_of_today_whose_note_is_open(tab: Tab, qtbot: QtBot) -> None:
    goal = tab.add()
    session = tab.world.held(tab.client)
    tab.world.written(session)
    tab.show()
    tab.page.list.open_row(goal.id)
    QTest.keyClicks(tab.page.list.rows[0].detail.rating.client.cell, "5\r")
    QTest.keyClicks(tab.page.list.rows[0].detail.rating.client.cell, "6\r")
    assert [(one.session_id, one.rating) for one in tab.courses()[0].ratings] == [(session.id, 6)]


def test_a_rating_that_was_typed_but_not_entered_is_saved_when_the_page_is_left(tab: Tab, qtbot: QtBot) -> None:
    goal = tab.add()
    tab.show()
    tab.page.list.open_row(goal.id)
    QTest.keyClicks(tab.page.list.rows[0].detail.rating.client.cell, "1")
    tab.page.show_client(tab.world.client("Ilse F.").id)
    assert tab.courses()[0].now == 1
    tab.page.save_now()
    assert len(tab.courses()[0].ratings) == 1


def test_only_the_last_ratings_are_listed_until_all_are_asked_for(tab: Tab) -> None:
    goal = tab.add()
    for week in range(1, 9):
        tab.world.workspace.goals.rate(goal.id, week, session_id=tab.world.held(tab.client, -70 + 7 * week).id)
    tab.show()
    tab.page.list.open_row(goal.id)
    assert "Maren T. 8" in tab.words()
    assert "Maren T. 2" not in tab.words()
    assert tab.part(QPushButton, "goals.all_ratings").text() == "2 earlier ratings"
    tab.press("goals.all_ratings")
    assert {"Maren T. 1", "Maren T. 2"} <= set(tab.words())


def test_a_goal_reached_moves_below_and_can_be_brought_back(tab: Tab) -> None:
    goal = tab.add()
    tab.add("Sleep.")
    tab.show()
    tab.page.list.open_row(goal.id)
    tab.press("goals.reached")
    assert [row.goal_id for row in tab.page.list.rows][-1] == goal.id
    assert {"Reached or set aside", "Reached"} <= set(tab.words())
    assert tab.page.count() == 1
    words, undo = tab.undo[-1]
    assert words == "Goal reached."
    undo()
    tab.page.look_again()
    assert tab.courses()[0].goal.status is GoalStatus.ACTIVE
    assert tab.page.list.rows[0].goal_id == goal.id


def test_a_goal_set_aside_can_be_worked_on_again(tab: Tab) -> None:
    goal = tab.add()
    tab.show()
    tab.page.list.open_row(goal.id)
    tab.press("goals.set_aside")
    assert tab.courses()[0].goal.status is GoalStatus.SET_ASIDE
    assert tab.page.count() is None
    tab.press("goals.resume")
    assert tab.courses()[0].goal.status is GoalStatus.ACTIVE
    assert [words for words, _undo in tab.undo] == ["Goal set aside.", "Goal is worked on again."]


def test_editing_changes_the_goal_and_keeps_its_ratings(tab: Tab, qtbot: QtBot) -> None:
    goal = tab.add(short="Bus", target=7)
    tab.world.workspace.goals.rate(goal.id, 4)
    tab.show()
    tab.page.list.open_row(goal.id)
    tab.press("goals.edit")
    form = tab.form()
    assert (form.words.editor.text(), form.short.text(), form.target.value) == (WORDING, "Bus", 7)
    QTest.keyClick(form.target.rating.cell, Qt.Key.Key_Backspace)
    form.short.show_text("Bus to my sister’s")
    form.save.click()
    course = tab.courses()[0]
    assert (course.goal.details.short, course.goal.details.target, course.now) == ("Bus to my sister’s", None, 4)


def test_the_arrows_step_through_the_goals_and_enter_opens_one_at_a_time(tab: Tab, qtbot: QtBot) -> None:
    tab.add()
    tab.add("Sleep.")
    tab.show()
    with qtbot.waitActive(tab.page):
        tab.page.activateWindow()
    tab.page.focus_first()
    first, second = tab.page.list.rows
    QTest.keyClick(first.head, Qt.Key.Key_Return)
    assert first.is_open
    QTest.keyClick(first.head, Qt.Key.Key_Down)
    assert second.head.hasFocus()
    QTest.keyClick(second.head, Qt.Key.Key_Space)
    assert (first.is_open, second.is_open) == (False, True)
    QTest.keyClick(second.head, Qt.Key.Key_Space)
    assert not second.is_open


def test_a_client_without_goals_sees_what_will_be_here(tab: Tab) -> None:
    tab.show()
    assert tab.page.nothing.isVisible()
    assert not tab.page.flow.isVisible()
    assert tab.page.count() is None


def test_the_words_are_covered_and_the_name_shortened_while_initials_only_is_on(tab: Tab) -> None:
    tab.add()
    tab.show()
    tab.desk.privacy.set_on(True)
    row = tab.page.list.rows[0]
    assert row.head.words.is_covered
    assert "bus" not in row.head.accessibleName()
    assert any("M. T." in words for words in tab.words())
    assert not any("Maren" in words for words in tab.words())


def test_on_a_narrow_page_the_facts_stand_below_the_words(tab: Tab) -> None:
    tab.add(review_on=date(2026, 4, 1))
    tab.page.resize(600, 560)
    tab.show()
    head = tab.page.list.rows[0].head
    assert head.course.mapTo(head, head.course.rect().topLeft()).y() > head.words.geometry().bottom()
    assert "Review 1 Apr" in tab.words()


def test_words_that_wrap_have_the_room_they_need(tab: Tab) -> None:
    for words in ("I want to shop for myself without planning how to get out.", "Take the bus to my sister on my own."):
        tab.add(words, agreed_on=date(2025, 12, 8))
    tab.show()
    tab.page.resize(832, 560)
    QGuiApplication.processEvents()
    for row in tab.page.list.rows:
        assert row.head.words.height() >= row.head.words.heightForWidth(row.head.words.width())
