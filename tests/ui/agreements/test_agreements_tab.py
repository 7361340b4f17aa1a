from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.agreements.boundaries_on_page import CONTACT, FEES, Tab
from vitalshift_desktop.domain.agreements import (
    AgreedHow,
    ClauseState,
    DraftClause,
    Topic,
)
from vitalshift_desktop.ui.agreements.day_forms import EndForm, ReviewForm


def test_ending_a_clause_asks_for_the_day_and_keeps_the_wording(tab: Tab) -> None:
    tab.agreed(FEES, CONTACT)
    tab.show()
    tab.press("client.agreements.end")
    form = tab.form(EndForm)
    form.day.show_day(tab.world.today - timedelta(days=31))
    form.end.click()
    assert form.day.error == "Use a day from the day it was agreed until today."
    form.day.show_day(tab.world.today - timedelta(days=2))
    form.end.click()
    ended = next(version for version in tab.versions() if version.topic is Topic.FEES)
    assert (ended.state, ended.ended_on) == (ClauseState.ENDED, tab.world.today - timedelta(days=2))
    assert tab.page.count() == 1
    assert tab.list_rows() == [
        "Contact between sessions, v1, Agreed 31 Jan, review 1 May",
        "Fees, v1, Ended, 31 Jan to 28 Feb",
    ]
    assert {FEES.wording, "Version 1 ended", "In force 31 Jan to 28 Feb"} <= set(tab.words())
    revise = tab.page.findChild(QPushButton, "client.agreements.revise")
    assert revise is not None
    assert not revise.isVisible()


def test_enter_in_the_ending_form_is_no_ending(tab: Tab) -> None:
    tab.agreed(FEES)
    tab.show()
    tab.press("client.agreements.end")
    QTest.keyClick(tab.form(EndForm), Qt.Key.Key_Return)
    assert len(tab.in_force()) == 1


def test_the_review_day_can_be_changed_and_taken_away(tab: Tab) -> None:
    tab.agreed(FEES)
    tab.show()
    tab.press("client.agreements.change_review")
    form = tab.form(ReviewForm)
    assert form.day.day() == tab.world.today + timedelta(days=60)
    form.day.edit.setText("some day")
    form.save.click()
    assert form.day.error.startswith("Use a date such as")
    form.day.show_day(date(2026, 4, 30))
    form.save.click()
    assert tab.in_force()[0].review_on == date(2026, 4, 30)
    assert "Review 30 Apr" in tab.words()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the closed form goes
    tab.press("client.agreements.change_review")
    again = tab.form(ReviewForm)
    again.day.show_day(None)
    again.save.click()
    assert tab.in_force()[0].review_on is None


def test_a_review_that_was_missed_is_told_in_words_and_with_a_mark(tab: Tab) -> None:
    tab.agreed(FEES, review_in=-3)
    tab.agreed(CONTACT, review_in=0)
    tab.show()
    fees, contact = tab.page.clauses.list.in_force.rows
    assert (fees.detail, fees.icon) == ("Agreed 31 Jan, review was due 27 Feb", "warning-circle")
    assert (contact.detail, contact.icon) == ("Agreed 31 Jan, review today", "warning-circle")
    assert "Review was due 27 Feb" in tab.words()


def test_the_detail_names_the_agreements_a_version_was_part_of(tab: Tab) -> None:
    first = tab.agreed(FEES, CONTACT, days_ago=60)
    second = tab.agreed(FEES, days_ago=30, how=AgreedHow.VERBAL)
    tab.show()
    words = tab.words()
    links = [button.text() for button in tab.page.findChildren(QPushButton) if button.isVisible()]
    assert {"1 Jan 2026", "31 Jan 2026"} <= set(links)
    assert {"On paper", "Spoken", "2 clauses", "1 clause"} <= set(words)
    for agreement in (first, second):
        assert f"fingerprint {agreement.fingerprint.split(':')[-1][:8]}" in words
    assert "Agreed 1 Jan 2026, on paper" in words


def test_the_arrows_show_one_clause_after_the_other(tab: Tab) -> None:
    tab.agreed(FEES, CONTACT)
    tab.show()
    assert FEES.wording in tab.words()
    tab.page.focus_first()
    QTest.keyClick(tab.page.clauses.list.in_force, Qt.Key.Key_Down)
    assert CONTACT.wording in tab.words()
    assert FEES.wording not in tab.words()


def test_a_replaced_version_can_be_looked_at_and_stays_shown(tab: Tab) -> None:
    tab.agreed(CONTACT, days_ago=60)
    tab.agreed(DraftClause(Topic.CONTACT, "Messages in the morning."), days_ago=30)
    tab.show()
    tab.page.clauses.list.past.setFocus()
    QTest.keyClick(tab.page.clauses.list.past, Qt.Key.Key_Home)
    tab.page.clauses.list.past.opened.emit(tab.page.clauses.list.past.rows[0].key)
    assert {CONTACT.wording, "Version 1 replaced", "Messages in the morning."} <= set(tab.words())
    tab.page.look_again()
    assert "Version 1 replaced" in tab.words()
    assert tab.page.clauses.list.in_force.selected_key() is None


def test_another_client_begins_with_the_first_clause(tab: Tab) -> None:
    tab.agreed(FEES, CONTACT)
    tab.show()
    QTest.keyClick(tab.page.clauses.list.in_force, Qt.Key.Key_Down)
    other = tab.world.client("Ilse F.")
    tab.page.show_client(other.id)
    assert tab.page.clauses.nothing.isVisible()
    tab.page.show_client(tab.client.id)
    assert FEES.wording in tab.words()


def test_wording_is_covered_while_initials_only_is_on(tab: Tab) -> None:
    tab.agreed(CONTACT, days_ago=60)
    tab.agreed(DraftClause(Topic.CONTACT, "Messages in the morning."), days_ago=30)
    tab.show()
    tab.desk.privacy.set_on(True)
    words = tab.words()
    assert CONTACT.wording not in words
    assert "Messages in the morning." not in words
    assert "Contact between sessions" in words


def test_on_a_narrow_page_the_clause_stands_below_the_list(tab: Tab) -> None:
    tab.agreed(FEES)
    tab.page.resize(600, 560)
    tab.show()
    assert tab.page.clauses.detail.geometry().top() >= tab.page.clauses.list.geometry().bottom()
