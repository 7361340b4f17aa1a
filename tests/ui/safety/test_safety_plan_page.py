from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.domain.problems import DateIsImpossible, TextIsMissing
from vitalshift_desktop.domain.safety_plans import PlanPart, SafetyPlan
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.safety.marked_words import MarkedWords
from vitalshift_desktop.ui.safety.safety_plan_page import SafetyPlanPage
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

PLAN = SafetyPlan(warning_signs="I stop answering", whom_to_call="My sister, 555 0100")


def opened(page: SafetyPlanPage, client: Client) -> None:
    page.show_client(client.id)
    page.show()
    page.focus_first()


def typed(page: SafetyPlanPage, part: PlanPart, words: str) -> None:
    editor = page.editor.editors[part]
    editor.setFocus()
    QTest.keyClicks(editor, words)


def read(page: SafetyPlanPage) -> list[str]:
    return [one.words() for one in page.reader.findChildren(RecordLabel)]


def test_a_first_plan_is_kept_as_it_is_written_and_put_in_force_by_keyboard(page: SafetyPlanPage, world: World) -> None:
    client = world.client()
    opened(page, client)
    assert page.focusWidget() is page.editor.editors[PlanPart.WARNING_SIGNS]
    QTest.keyClicks(page.editor.editors[PlanPart.WARNING_SIGNS], "I stop answering")
    page.save_now()
    plans = world.workspace.safety_plans
    assert plans.page(client.id).draft == SafetyPlan(warning_signs="I stop answering")
    assert plans.page(client.id).versions == ()
    page.head.force.setFocus()
    QTest.keyClick(page.head.force, Qt.Key.Key_Space)
    (version,) = plans.page(client.id).versions
    assert version.plan.warning_signs == "I stop answering"
    assert read(page) == ["I stop answering"]
    assert page.head.words.text() == "Version 1, in force since 2 March 2026."
    assert page.focusWidget() is page.head.change


def test_what_was_typed_last_is_kept_when_the_page_is_left_and_comes_back(page: SafetyPlanPage, world: World) -> None:
    client, other = world.client(), world.client("Kim S.")
    opened(page, client)
    typed(page, PlanPart.OWN_STEPS, "Walk to the harbor")
    page.show_client(other.id)
    assert page.editor.plan() == SafetyPlan()
    page.show_client(client.id)
    assert page.editor.plan().own_steps == "Walk to the harbor"


def test_the_next_version_begins_from_the_last_and_what_changed_is_marked(page: SafetyPlanPage, world: World) -> None:
    client = world.client()
    world.workspace.safety_plans.put_in_force(client.id, PLAN)
    opened(page, client)
    assert page.focusWidget() is page.head.change
    page.head.change.click()
    assert page.editor.plan() == PLAN
    typed(page, PlanPart.SAFER, "Keys with Ines")
    page.editor.editors[PlanPart.WARNING_SIGNS].selectAll()
    typed(page, PlanPart.WARNING_SIGNS, "I stop eating")
    page.head.force.click()
    (warning, safer) = page.reader.findChildren(MarkedWords)
    assert warning.accessibleDescription() == "Gone: answering New: eating"
    assert safer.accessibleDescription() == "New: Keys with Ines"
    assert read(page) == ["My sister, 555 0100"]
    page.head.versions.choose(1)
    page.head.version_chosen.emit(1)
    assert page.head.words.text().startswith("Version 1 was in force from 2 March 2026.")
    assert not page.head.change.isVisible()


def test_an_empty_plan_and_a_review_that_is_past_are_told_and_nothing_is_lost(
    page: SafetyPlanPage, world: World, desk: Desk, qtbot: QtBot
) -> None:
    client = world.client()
    opened(page, client)
    with qtbot.waitSignal(desk.wishes.trouble) as told:
        page.head.force.click()
    assert isinstance(told.args[0], TextIsMissing)
    typed(page, PlanPart.SAFER, "Keys with Ines")
    page.editor.review.edit.setText("2026-01-01")
    page.editor.review.edit.editingFinished.emit()
    with qtbot.waitSignal(desk.wishes.trouble) as told:
        page.head.force.click()
    assert isinstance(told.args[0], DateIsImpossible)
    assert world.workspace.safety_plans.page(client.id).versions == ()
    draft = world.workspace.safety_plans.page(client.id).draft
    assert draft is not None
    assert draft.safer == "Keys with Ines"


def test_a_draft_is_given_up_with_a_way_back(page: SafetyPlanPage, world: World, desk: Desk, qtbot: QtBot) -> None:
    client = world.client()
    opened(page, client)
    typed(page, PlanPart.SAFER, "Keys with Ines")
    page.save_now()
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        page.head.give_up.click()
    assert page.editor.plan() == SafetyPlan()
    offered.args[1]()
    assert page.editor.plan().safer == "Keys with Ines"


def test_the_practices_own_crisis_numbers_are_offered(page: SafetyPlanPage, world: World) -> None:
    client = world.client()
    opened(page, client)
    assert not page.editor.numbers.isVisible()
    world.workspace.terms.change(PracticeTerms(crisis_numbers="Night line R&B 555 0199\nSamaritans 555 0123"))
    assert page.editor.numbers.isVisible()
    first, second = page.editor.numbers.menu().actions()
    first.trigger()
    second.trigger()
    assert page.editor.plan().whom_to_call == "Night line R&B 555 0199\nSamaritans 555 0123"
    page.save_now()
    assert world.workspace.safety_plans.page(client.id).draft == page.editor.plan()


def test_the_words_are_painted_over_while_somebody_may_look(page: SafetyPlanPage, world: World, desk: Desk) -> None:
    client = world.client("Maren Tveit")
    world.workspace.safety_plans.put_in_force(client.id, PLAN)
    world.workspace.safety_plans.put_in_force(client.id, PLAN.with_text(PlanPart.SAFER, "Keys with Ines"))
    opened(page, client)
    desk.privacy.set_on(True)
    assert page.head.name.text() == "Safety plan, M. T."
    assert {label.is_covered for label in page.reader.findChildren(RecordLabel)} == {True}
    assert {words.is_covered for words in page.reader.findChildren(MarkedWords)} == {True}
    page.head.change.click()
    assert all(editor.is_covered for editor in page.editor.editors.values())


def test_words_that_could_not_be_saved_survive_a_lock(page: SafetyPlanPage, world: World) -> None:
    client = world.client()
    opened(page, client)
    typed(page, PlanPart.SAFER, "Keys with Ines")
    (form,) = page.half_filled()
    assert form.place == f"safety_plan:{client.id}"
    world.workspace.safety_plans.drop_draft(client.id)
    page.take_back(form)
    draft = world.workspace.safety_plans.page(client.id).draft
    assert draft is not None
    assert draft.safer == "Keys with Ines"
    assert page.half_filled() == ()
