"""Check my vault notices notes on agreements and consents that somebody with the key altered."""

import pytest

from tests.services.test_boundary_events import agreed, what
from tests.services.test_consents import therapy
from tests.services.world import World
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.boundary_events import EventClass
from vitalshift_desktop.domain.kept_fingerprints import is_as_kept
from vitalshift_desktop.domain.vault_check import Finding, FindingKind

EVENT, CONSENT = FindingKind.EVENT_ALTERED, FindingKind.CONSENT_ALTERED


def by_hand(world: World, statement: str) -> None:
    """Change rows as one would who has the key: the triggers are put away first."""
    with world.workspace.vault.write() as work:
        raw = work.meta._session.connection()
        for (name,) in raw.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.exec_driver_sql(f'DROP TRIGGER "{name}"')
        raw.exec_driver_sql(statement)
        work.audit.append(AuditAct.CLIENT_CHANGED, "client:1")


def written(world: World) -> None:
    """A note with a class, and one that is only added to; a consent taken back, and one that holds."""
    client, workspace = world.client(), world.workspace
    clause = agreed(world, client)
    first = workspace.boundary_events.note(client.id, clause, what(world))
    workspace.boundary_events.class_as(first.id, EventClass.STRETCHED)
    workspace.boundary_events.talked(first.id, world.today, "Said sorry.")
    second = workspace.boundary_events.note(client.id, clause, what(world))
    workspace.boundary_events.add_to(second.id, "The phone was new.")
    taken_back = workspace.consents.record(client.id, therapy(world))
    workspace.consents.withdraw(taken_back.id, world.today, "By telephone.")
    workspace.consents.record(client.id, therapy(world))


@pytest.mark.parametrize(
    ("change", "kind", "where"),
    [
        ("UPDATE boundary_event SET facts = 'A message at 9:00.' WHERE id = 2", EVENT, "2"),
        ("UPDATE boundary_event SET number = 1, signer = 'Somebody' WHERE id = 1", EVENT, "1"),
        ("UPDATE boundary_event_addition SET event_class = 'kept' WHERE event_class IS NOT NULL", EVENT, "1"),
        ("UPDATE boundary_event_addition SET text = 'The phone was old.' WHERE event_id = 2", EVENT, "2"),
        ("DELETE FROM boundary_event_addition WHERE kind = 'talked'", EVENT, "1"),
        ("UPDATE consent SET scope = 'Everything' WHERE id = 2", CONSENT, "2"),
        ("UPDATE consent_withdrawal SET words = 'Never.'", CONSENT, "1"),
        ("DELETE FROM consent_withdrawal", CONSENT, "1"),
    ],
)
def test_an_altered_note_class_or_consent_is_found_and_named(
    world: World, change: str, kind: FindingKind, where: str
) -> None:
    written(world)
    by_hand(world, change)
    assert world.workspace.vault_check.run().findings == (Finding(kind, where),)


def test_a_note_that_is_gone_is_found_and_what_is_as_written_is_not(world: World) -> None:
    written(world)
    assert world.workspace.vault_check.run().ok
    by_hand(world, "DELETE FROM boundary_event_addition WHERE event_id = 2")
    by_hand(world, "DELETE FROM boundary_event WHERE id = 2")
    assert Finding(EVENT, "2") in world.workspace.vault_check.run().findings


def test_what_an_earlier_version_wrote_without_fingerprints_is_not_called_altered_but_missed() -> None:
    assert is_as_kept({}, ("note", "class"))
    assert is_as_kept({0: None, 1: None}, ("note", "class"))
    assert not is_as_kept({0: None, 1: None}, ("note",))
    assert not is_as_kept({0: None, 1: "class"}, ("note", "another"))
