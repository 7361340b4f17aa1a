from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.agreements.boundaries_on_page import CONTACT, FEES, Tab
from vitalshift_desktop.domain.agreements import ClauseState, Topic, WordsOf
from vitalshift_desktop.services.starter_clauses import shipped_clauses
from vitalshift_desktop.ui.agreements.agreement_form import AgreementForm
from vitalshift_desktop.ui.agreements.clause_form import ClauseForm
from vitalshift_desktop.ui.form_places import form_of

WORDINGS = {template.topic: template.wordings for template in shipped_clauses()}


def test_a_new_clause_begins_with_a_template_and_is_kept_as_a_draft(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.new_first")
    form = tab.form(ClauseForm)
    form.topic.choose(Topic.CHANCE_MEETINGS)
    form.topic.picked.emit(Topic.CHANCE_MEETINGS)
    assert form.editor.draft().wording in WORDINGS[Topic.CHANCE_MEETINGS].values()
    assert not form.editor.check.isVisible()
    assert not form.editor.reason.isVisible()
    QTest.keyClicks(form.editor.editor, "In town too. ")
    form.save.click()
    (draft,) = tab.versions()
    assert (draft.state, draft.wording.startswith("In town too. If we meet")) == (ClauseState.PROPOSED, True)
    assert tab.list_rows() == ["Meeting by chance, draft, To discuss, proposed 2 Mar, not agreed yet"]
    assert {"Draft of version 1", "Proposed 2 Mar 2026, not agreed yet", "None is in force now."} <= set(tab.words())
    assert tab.page.count() is None


def test_another_wording_takes_the_place_of_the_first_and_can_be_undone(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.new_first")
    form = tab.form(ClauseForm)
    menu = form.editor.other_wording.menu()
    offered = {action.text(): action for action in menu.actions()}
    assert {"Usual wording", "Plain language", "With an interpreter"} <= offered.keys()
    first = form.editor.draft().wording
    menu.triggered.emit(offered["Plain language"])
    assert form.editor.draft().wording == "We meet each week for 50 minutes. We start on time and we end on time."
    form.editor.editor.undo()
    assert form.editor.draft().wording == first
    form.reject()


def test_what_was_typed_goes_along_to_another_topic_and_an_untouched_template_does_not(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.new_first")
    form = tab.form(ClauseForm)
    form.topic.picked.emit(Topic.GIFTS)
    assert form.editor.draft().wording.startswith("The counselor does not accept")
    form.editor.editor.selectAll()
    QTest.keyClicks(form.editor.editor, "Our own words.")
    form.topic.picked.emit(Topic.TOUCH)
    assert (form.editor.topic, form.editor.draft().wording) == (Topic.TOUCH, "Our own words.")
    form.reject()


def test_the_next_version_needs_a_reason_and_stands_beside_the_one_in_force_until_it_is_agreed(tab: Tab) -> None:
    tab.agreed(FEES, CONTACT)
    tab.show()
    QTest.keyClick(tab.page.clauses.list.in_force, Qt.Key.Key_Down)
    tab.press("client.agreements.revise")
    form = tab.form(ClauseForm)
    assert not form.topic.isVisible()
    QTest.keyClicks(form.editor.editor, "Before 18:00. ")
    assert form.editor.reason.isVisible()
    form.save.click()
    assert form.editor.reason.error == "Write in a few words why it changes."
    assert len(tab.versions()) == 2
    form.editor.words_of.choose(WordsOf.BOTH)
    QTest.keyClicks(form.editor.reason.edit, "After late messages")
    form.save.click()
    assert {version.wording for version in tab.in_force()} == {FEES.wording, CONTACT.wording}
    assert "Contact between sessions, draft, To discuss, proposed 2 Mar, not agreed yet" in tab.list_rows()
    assert {"Draft of version 2", "Why: After late messages", "In words found together"} <= set(tab.words())
    tab.press("client.agreements.agree_draft")
    agreement = tab.form(AgreementForm)
    assert [editor.topic for editor in agreement.editors] == [Topic.CONTACT]
    agreement.agree.click()
    contact = tab.in_force()[1]
    assert (contact.number, contact.wording, contact.reason) == (
        2, "Before 18:00. " + CONTACT.wording, "After late messages",
    )  # fmt: skip
    assert "Version 2 in force" in tab.words()
    assert tab.page.clauses.list.proposed.rows == ()


def test_a_draft_can_be_agreed_on_from_its_form_at_once(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.new_first")
    tab.form(ClauseForm).agree.click()
    form = tab.form(AgreementForm)
    assert [editor.topic for editor in form.editors] == [Topic.LENGTH_AND_PLACE]
    form.agree.click()
    assert [(one.topic, one.number) for one in tab.in_force()] == [(Topic.LENGTH_AND_PLACE, 1)]


def test_a_draft_is_removed_with_one_click_and_offered_back(tab: Tab) -> None:
    tab.agreed(FEES)
    tab.show()
    tab.press("client.agreements.new")
    tab.form(ClauseForm).save.click()
    offered: list[object] = []
    tab.desk.wishes.undo_offered.connect(lambda words, undo: offered.extend((words, undo)))
    tab.press("client.agreements.drop")
    assert len(tab.versions()) == 1
    assert offered[0] == "The draft was removed."
    assert callable(offered[1])
    offered[1]()
    assert [version.state for version in tab.versions()] == [ClauseState.IN_FORCE, ClauseState.PROPOSED]


def test_a_clause_without_words_is_told_below_it(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.new_first")
    form = tab.form(ClauseForm)
    form.editor.editor.show_text("  ")
    form.save.click()
    assert form.editor.error == "Write the wording first."
    assert tab.versions() == ()
    form.reject()


def test_the_starter_is_not_ticked_again_beside_drafts_once_something_is_in_force(tab: Tab) -> None:
    tab.agreed(FEES)
    tab.show()
    tab.press("client.agreements.new")
    tab.form(ClauseForm).save.click()
    tab.press("client.agreements.agree")
    form = tab.form(AgreementForm)
    assert [editor.topic for editor in form.editors if editor.is_chosen] == [Topic.LENGTH_AND_PLACE, Topic.FEES]
    assert len(form.editors) == 8
    form.reject()


def test_a_lock_keeps_what_was_half_written_under_its_topic(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.new_first")
    form = tab.form(ClauseForm)
    form.topic.choose(Topic.GIFTS)
    form.topic.picked.emit(Topic.GIFTS)
    form.editor.editor.selectAll()
    QTest.keyClicks(form.editor.editor, "Half a thought")
    kept = form.half_filled()
    assert kept is not None
    form.reject()
    again = form_of(tab.desk, kept.place, tab.page.window())
    assert isinstance(again, ClauseForm)
    again.take_back(kept)
    assert (again.editor.topic, again.editor.draft().wording) == (Topic.GIFTS, "Half a thought")
    again.reject()


def test_tab_goes_through_the_form_as_one_reads_it(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.new_first")
    form = tab.form(ClauseForm)
    form.topic.picked.emit(Topic.GIFTS)
    QGuiApplication.processEvents()
    form.topic.setFocus()
    seen = []
    for _step in range(7):
        part = form.focusWidget()
        assert part is not None
        seen.append(part.accessibleName() or part.objectName())
        QTest.keyClick(part, Qt.Key.Key_Tab)
    assert seen == [
        "What it is about",
        "Wording, Gifts",
        "Negotiated, Gifts",
        "In whose words, Gifts",
        "Other wording, Gifts",
        seen[5],
        "clause.agree",
    ]
    form.reject()


def test_every_control_of_a_clause_has_a_name(tab: Tab) -> None:
    tab.agreed(CONTACT)
    tab.show()
    tab.press("client.agreements.revise")
    editor = tab.form(ClauseForm).editor
    named = {
        editor.editor.accessibleName(), editor.reason.edit.accessibleName(), editor.other_wording.accessibleName(),
    }  # fmt: skip
    assert named == {
        "Wording, Contact between sessions",
        "Why it changes, Contact between sessions",
        "Other wording, Contact between sessions",
    }
    assert tab.page.findChild(QPushButton, "client.agreements.drop") is not None
    tab.form(ClauseForm).reject()


def test_a_wording_is_kept_as_ones_own_offered_first_and_forgotten_again(tab: Tab) -> None:
    offered: list[Callable[[], object]] = []
    tab.desk.wishes.undo_offered.connect(lambda _words, undo: offered.append(undo))
    tab.show()
    tab.press("client.agreements.new_first")
    form = tab.form(ClauseForm)
    first = form.editor.draft().wording
    form.editor.editor.selectAll()
    QTest.keyClicks(form.editor.editor, "We walk and talk.")
    assert not form.editor.forget_own.isVisible()
    form.editor.keep_own.trigger()
    assert form.editor.draft().wording == "We walk and talk."
    assert "My own wording" in [action.text() for action in form.editor.other_wording.menu().actions()]
    form.topic.picked.emit(Topic.LENGTH_AND_PLACE)
    form.reject()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tab.press("client.agreements.new_first")
    again = tab.form(ClauseForm)
    assert again.editor.draft().wording == "We walk and talk."
    again.editor.forget_own.trigger()
    assert not again.editor.forget_own.isVisible()
    again.reject()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    starters = tab.world.workspace.clause_templates.starters(tab.client.id)
    assert starters[0].wording == first
    offered[-1]()
    assert tab.world.workspace.clause_templates.starters(tab.client.id)[0].wording == "We walk and talk."


def test_nothing_is_no_wording_of_ones_own(tab: Tab) -> None:
    tab.show()
    tab.press("client.agreements.new_first")
    form = tab.form(ClauseForm)
    form.editor.editor.show_text(" ")
    form.editor.keep_own.trigger()
    assert form.editor.error == "Write the wording first."
    form.reject()
