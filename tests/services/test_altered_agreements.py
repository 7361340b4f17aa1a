"""An agreement that somebody altered who has the key is found, whatever they did to it."""

import pytest

from tests.services.test_agreeing import CONTACT, drawn
from tests.services.world import World
from vitalshift_desktop.domain.agreed_snapshots import snapshot_fingerprint
from vitalshift_desktop.domain.agreeing import AgreedHow
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.vault_check import Finding, FindingKind


def by_hand(world: World, *statements: str) -> None:
    """Change rows as one would who has the key: the triggers are put away first."""
    with world.workspace.vault.write() as work:
        raw = work.meta._session.connection()
        triggers = (
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'search%'"
            " AND (tbl_name LIKE 'agreement%' OR tbl_name LIKE 'clause%')"
        )
        for (name,) in raw.exec_driver_sql(triggers).all():
            raw.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.exec_driver_sql(statement)
        work.audit.append(AuditAct.CLIENT_CHANGED, "client:1")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE clause_version SET wording = '95 for each session.' WHERE clause_id = 1",
        "UPDATE agreement_party SET drawing = '[[[0,0],[1,1],[2,2]]]' WHERE agreement_id = 1",
        "UPDATE agreement SET agreed_on = '2026-01-01' WHERE id = 1",
        "UPDATE clause SET topic = 'gifts' WHERE id = 1",
    ],
)
def test_a_changed_agreement_is_found_even_with_a_new_fingerprint(world: World, change: str) -> None:
    w, client, other = world.workspace, world.client(), world.client("Wren A.")
    made = drawn(world, client)
    w.agreements.agree(other.id, (CONTACT,), world.today, None, AgreedHow.VERBAL)
    by_hand(world, change)
    assert not w.agreement_records.sheet(made.id).unaltered
    check = w.vault_check.run()
    assert (check.findings, check.agreements) == ((Finding(FindingKind.AGREEMENT_ALTERED, "1"),), 2)
    with w.vault.read() as work:
        forged = snapshot_fingerprint(work.agreements.get(made.id))
    by_hand(world, f"UPDATE agreement SET fingerprint = '{forged}' WHERE id = 1")
    assert w.agreement_records.sheet(made.id).unaltered
    assert w.vault_check.run().findings == (Finding(FindingKind.AGREEMENT_ALTERED, "1"),)


def test_an_agreement_that_was_taken_out_is_missed(world: World) -> None:
    w, client, other = world.workspace, world.client(), world.client("Wren A.")
    drawn(world, client)
    w.agreements.agree(other.id, (CONTACT,), world.today, None, AgreedHow.VERBAL)
    for table, key in (("agreement_clause", "agreement_id"), ("agreement_party", "agreement_id"), ("agreement", "id")):
        by_hand(world, f"DELETE FROM {table} WHERE {key} = 1")
    assert w.vault_check.run().findings == (Finding(FindingKind.AGREEMENT_ALTERED, "1"),)


def test_a_clause_that_was_given_to_somebody_else_is_not_as_it_was_agreed(world: World) -> None:
    w, client, other = world.workspace, world.client(), world.client("Wren A.")
    made = drawn(world, client)
    by_hand(world, f"UPDATE clause SET client_id = {other.id} WHERE id = 1")
    assert not w.agreement_records.sheet(made.id).unaltered
    assert w.vault_check.run().findings == (Finding(FindingKind.AGREEMENT_ALTERED, "1"),)
