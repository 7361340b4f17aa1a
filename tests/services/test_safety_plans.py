import pytest

from tests.services.world import World
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId, Phase
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.domain.problems import NotFound, TextIsMissing
from vitalshift_desktop.domain.safety_plans import PlanPart, SafetyPlan

PLAN = SafetyPlan(warning_signs="I stop answering", whom_to_call="My sister")


def test_what_is_being_written_is_kept_until_it_is_put_in_force(world: World) -> None:
    plans, client = world.workspace.safety_plans, world.client()
    plans.keep_draft(client.id, PLAN)
    assert (plans.page(client.id).draft, plans.page(client.id).in_force) == (PLAN, None)
    first = plans.put_in_force(client.id, PLAN)
    page = plans.page(client.id)
    assert (page.draft, page.versions, page.in_force) == (None, (first,), first)
    assert (first.number, first.in_force_on) == (1, world.today)
    second = plans.put_in_force(client.id, PLAN.with_text(PlanPart.OWN_STEPS, "Breathe"))
    assert [version.number for version in plans.page(client.id).versions] == [1, 2]
    assert plans.page(client.id).versions[0] == first
    assert second.plan.own_steps == "Breathe"


def test_an_empty_plan_is_not_put_in_force(world: World) -> None:
    plans, client = world.workspace.safety_plans, world.client()
    with pytest.raises(TextIsMissing):
        plans.put_in_force(client.id, SafetyPlan(own_steps=" "))
    with pytest.raises(NotFound):
        plans.put_in_force(ClientId(99), PLAN)
    with pytest.raises(NotFound):
        plans.keep_draft(ClientId(99), PLAN)
    assert plans.page(client.id).versions == ()


def test_a_draft_that_was_given_up_can_be_taken_back(world: World) -> None:
    plans, client = world.workspace.safety_plans, world.client()
    plans.keep_draft(client.id, PLAN)
    given_up = plans.drop_draft(client.id)
    assert (given_up, plans.page(client.id).draft) == (PLAN, None)
    plans.keep_draft(client.id, PLAN)
    assert plans.page(client.id).draft == PLAN


def test_writing_a_draft_leaves_one_entry_for_each_sitting_and_every_other_act_one(world: World) -> None:
    plans, client = world.workspace.safety_plans, world.client()
    before, heard = world.rows(), len(world.heard)
    for _ in range(3):
        plans.keep_draft(client.id, PLAN)
        world.clock.advance(minutes=1)
    assert world.rows() == before + 1
    world.clock.advance(minutes=30)
    plans.keep_draft(client.id, PLAN)
    assert world.rows() == before + 2
    plans.put_in_force(client.id, PLAN)
    plans.drop_draft(client.id)
    assert world.rows() == before + 4
    assert {changed.subject for changed in world.heard[heard:]} == {Subject.SAFETY_PLANS}
    acts = [row.act for row in world.workspace.audit.rows(limit=2)]
    assert acts == ["safety_plan.written", "safety_plan.in_force"]


def test_own_terms_are_kept_with_one_entry_and_told(world: World) -> None:
    before = world.rows()
    world.workspace.terms.change(PracticeTerms({Phase.BEGINNING: " Arriving "}, " 555 0100 "))
    assert world.workspace.terms.get() == PracticeTerms({Phase.BEGINNING: "Arriving"}, "555 0100")
    assert world.rows() == before + 1
    assert world.heard[-1].subject is Subject.PRACTICE
