from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.agreements.boundaries_on_page import CONTACT, FEES, Tab
from vitalshift_desktop.domain.agreements import (
    AgreedHow,
    ClauseState,
    Topic,
    WordsOf,
)
from vitalshift_desktop.domain.clients import LONGEST_TEXT
from vitalshift_desktop.services.starter_clauses import shipped_clauses, starter_clauses
from vitalshift_desktop.ui.agreements.agreement_form import AgreementForm
from vitalshift_desktop.ui.widgets.labels import TextLabel


def test_the_first_page_is_agreed_in_two_actions(tab: Tab) -> None:
    tab.show()
    assert tab.page.clauses.nothing.isVisible()
    tab.press("client.agreements.agree_first")
    form = tab.form(AgreementForm)
    assert len(form.editors) == 8
    assert form.review.day() is None
    QTest.keyClick(form, Qt.Key.Key_Return)
    clauses = tab.in_force()
    assert {clause.wording for clause in clauses} == {draft.wording for draft in starter_clauses()}
    assert {(clause.number, clause.effective_on, clause.review_on) for clause in clauses} == {
        (1, date(2026, 3, 2), None)
    }
    assert tab.page.count() == 8
    assert len(tab.page.clauses.list.in_force.rows) == 8
    assert "Agreed 2 Mar 2026, on paper" in tab.words()
    assert not tab.page.clauses.nothing.isVisible()


def test_a_clause_without_wording_is_refused_in_words_that_come_into_view(tab: Tab, qtbot: QtBot) -> None:
    tab.show()
    tab.press("client.agreements.agree_first")
    form = tab.form(AgreementForm)
    last = form.editor(Topic.ENDINGS)
    last.editor.selectAll()
    QTest.keyClick(last.editor, Qt.Key.Key_Delete)
    form.flow.verticalScrollBar().setValue(0)
    assert last.visibleRegion().isEmpty()
    form.agree.click()
    assert tab.versions() == ()
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().bottom() >= last.rect().bottom() - 12)
    assert any(one.text() == "Write the wording, or untick the clause." for one in last.findChildren(QLabel))


def test_wording_can_be_changed_and_clauses_left_out_before_agreeing(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.agree_first")
    form = tab.form(AgreementForm)
    for editor in form.editors:
        if editor.topic is not Topic.FEES:
            QTest.keyClick(editor.check, Qt.Key.Key_Space)
    fees = form.editor(Topic.FEES)
    assert not form.editor(Topic.ENDINGS).editor.isVisible()
    fees.editor.selectAll()
    QTest.keyClicks(fees.editor, "90 for each session.")
    QTest.keyClick(fees.negotiated, Qt.Key.Key_Space)
    fees.words_of.choose(WordsOf.BOTH)
    form.how.choose(AgreedHow.VERBAL)
    form.review.show_day(None)
    form.agree.click()
    clause = tab.in_force()[0]
    assert (clause.topic, clause.wording) == (Topic.FEES, "90 for each session.")
    assert (clause.negotiated, clause.words_of, clause.review_on) == (True, WordsOf.BOTH, None)
    assert tab.page.count() == 1
    assert {"Agreed 2 Mar 2026, spoken", "In words found together, negotiated", "No review day"} <= set(tab.words())


def test_a_clause_without_words_is_told_below_it_and_nothing_is_lost(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.agree_first")
    form = tab.form(AgreementForm)
    fees, contact = form.editor(Topic.FEES), form.editor(Topic.CONTACT)
    contact.editor.selectAll()
    QTest.keyClicks(contact.editor, "Messages only.")
    fees.editor.show_text("  ")
    form.agree.click()
    assert fees.error == "Write the wording, or untick the clause."
    assert contact.draft().wording == "Messages only."
    assert tab.versions() == ()
    fees.editor.show_text("x" * (LONGEST_TEXT + 1))
    form.agree.click()
    assert fees.error.startswith("This text is longer than the field can hold.")
    fees.check.click()
    assert fees.error == ""
    form.agree.click()
    assert len(tab.in_force()) == 7


def test_an_agreement_needs_a_clause_and_a_day_that_has_come(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.agree_first")
    form = tab.form(AgreementForm)
    form.day.show_day(date(2026, 3, 3))
    form.agree.click()
    assert form.day.error == "This day has not come yet."
    form.day.edit.setText("some day")
    form.agree.click()
    assert form.day.error.startswith("Use a date such as")
    for editor in form.editors:
        editor.check.click()
    form.agree.click()
    assert form.problem == "Tick at least one clause."
    assert tab.versions() == ()
    form.reject()


def test_changed_wording_becomes_the_next_version_and_unchanged_wording_stays(tab: Tab) -> None:
    tab.agreed(FEES, CONTACT)
    tab.show()
    tab.press("client.agreements.agree")
    form = tab.form(AgreementForm)
    assert [editor.topic for editor in form.editors if editor.is_chosen] == [Topic.FEES, Topic.CONTACT]
    assert form.editor(Topic.CONTACT).draft().wording == CONTACT.wording
    assert form.review.day() == tab.world.today + timedelta(days=60)
    QTest.keyClicks(form.editor(Topic.CONTACT).editor, "Also by mail. ")
    form.agree.click()
    fees, contact = tab.in_force()
    assert (fees.number, contact.number) == (1, 2)
    assert contact.wording == "Also by mail. " + CONTACT.wording
    assert [version.state for version in tab.versions() if version.topic is Topic.CONTACT] == [
        ClauseState.REPLACED,
        ClauseState.IN_FORCE,
    ]
    assert "Contact between sessions, v1, Replaced, 31 Jan to 2 Mar" in tab.list_rows()


def test_the_form_says_what_each_clause_becomes(tab: Tab) -> None:
    tab.agreed(CONTACT)
    tab.show()
    tab.press("client.agreements.agree")
    form = tab.form(AgreementForm)
    editor = form.editor(Topic.CONTACT)

    def said() -> list[str]:
        return [label.text() for label in editor.findChildren(TextLabel)]

    assert "version 1, unchanged" in said()
    QTest.keyClicks(editor.editor, " ")
    assert "version 1, unchanged" in said()
    QTest.keyClicks(editor.editor, "Also. ")
    assert "becomes version 2" in said()
    editor.check.click()
    assert "version 1, unchanged" in said()
    form.reject()


def test_any_other_topic_can_be_added(tab: Tab) -> None:
    tab.agreed(CONTACT)
    tab.show()
    tab.press("client.agreements.agree")
    form = tab.form(AgreementForm)
    menu = form.other.menu()
    menu.aboutToShow.emit()
    offered = {action.text(): action for action in menu.actions()}
    assert "Gifts" in offered
    assert "Contact between sessions" not in offered
    menu.triggered.emit(offered["Gifts"])
    QTest.keyClicks(form.editor(Topic.GIFTS).editor, "Small ones are fine. ")
    menu.triggered.emit(offered["Touch"])
    form.agree.click()
    wordings = {clause.topic: clause.wording for clause in tab.in_force()}
    shipped = {template.topic: template.draft().wording for template in shipped_clauses()}
    assert wordings[Topic.GIFTS] == "Small ones are fine. " + shipped[Topic.GIFTS]
    assert wordings[Topic.TOUCH] == shipped[Topic.TOUCH]


def test_every_control_of_the_form_has_a_name(tab: Tab) -> None:
    tab.agreed(FEES)
    tab.show()
    tab.press("client.agreements.agree")
    form = tab.form(AgreementForm)
    editor = form.editor(Topic.FEES)
    assert editor.editor.accessibleName() == "Wording, Fees"
    assert editor.negotiated.accessibleName() == "Negotiated, Fees"
    inside = editor.words_of.focusProxy()
    assert inside is not None
    assert inside.accessibleName() == "In whose words, Fees"
    form.reject()
