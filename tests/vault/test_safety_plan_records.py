import pytest
from sqlalchemy import text

from tests.vault.sample_records import DAY, NOON, a_client
from vitalshift_desktop.domain.clients import Client, Phase
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.domain.problems import AlreadyRecorded
from vitalshift_desktop.domain.safety_plans import SafetyPlan, SafetyPlanId, SafetyPlanVersion
from vitalshift_desktop.vault.records.refusals import refusals_told
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

PLAN = SafetyPlan("I stop answering", "Walk to the harbor", "The library", "My sister", "Keys with Ines", DAY)


def put_in_force(work: UnitOfWork, client: Client, number: int, plan: SafetyPlan = PLAN) -> SafetyPlanVersion:
    return work.safety_plans.add(SafetyPlanVersion(SafetyPlanId(0), client.id, number, plan, DAY, NOON))


def test_versions_and_the_draft_come_back_as_they_were_written(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin, kim = a_client(work), a_client(work, "Kim")
        first, second = put_in_force(work, robin, 1), put_in_force(work, robin, 2, SafetyPlan(safer="Call first"))
        work.safety_plans.keep_draft(robin.id, PLAN, NOON)
        work.safety_plans.keep_draft(robin.id, SafetyPlan(own_steps="Breathe"), NOON)
    with open_vault.write() as work:
        assert work.safety_plans.of_client(robin.id) == (first, second)
        assert work.safety_plans.in_force(robin.id) == second
        assert work.safety_plans.draft(robin.id) == (SafetyPlan(own_steps="Breathe"), NOON)
        assert (work.safety_plans.in_force(kim.id), work.safety_plans.draft(kim.id)) == (None, None)
        work.safety_plans.drop_draft(robin.id)
        work.safety_plans.drop_draft(kim.id)
        assert work.safety_plans.draft(robin.id) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE safety_plan SET own_steps = 'other'",
        "UPDATE safety_plan SET in_force_on = '2026-01-01'",
        "DELETE FROM safety_plan",
        (
            "INSERT OR REPLACE INTO safety_plan SELECT id, client_id, number, '', '', '', '', '', NULL, in_force_on,"
            " recorded_at FROM safety_plan"
        ),
    ],
)
def test_the_vault_refuses_to_touch_a_version_that_was_in_force(open_vault: Vault, statement: str) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        version = put_in_force(work, client, 1)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work, refusals_told():
        work.clients._connection.execute(text(statement))
    with open_vault.read() as work:
        assert work.safety_plans.of_client(client.id) == (version,)


def test_a_version_number_is_given_once(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        put_in_force(work, client, 1)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        put_in_force(work, client, 1)


def test_own_terms_come_back_and_can_be_given_up(open_vault: Vault) -> None:
    terms = PracticeTerms({Phase.WORKING: "In the middle of it"}, "555 0100")
    with open_vault.write() as work:
        assert work.terms.get() == PracticeTerms()
        work.terms.save(terms)
    with open_vault.write() as work:
        assert work.terms.get() == terms
        work.terms.save(PracticeTerms())
        assert work.terms.get() == PracticeTerms()
