"""Contact notes as the counselor works with them: changed until signed, added to afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.contacts import ContactDetails, ContactKind, contact_fingerprint
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    NoteAlreadySigned,
    NoteChangedElsewhere,
    NoteNotSigned,
    TextIsMissing,
    TextNotStorable,
)
from vitalshift_desktop.domain.vault_check import Finding, FindingKind


def details(world: World, text: str = "Called to move Thursday.") -> ContactDetails:
    return ContactDetails(world.clock.now(), world.clock.zone(), text, ContactKind.CALL)


def test_a_contact_stands_in_the_clients_record_and_may_be_changed(world: World) -> None:
    w, client = world.workspace, world.client()
    contact = w.contacts.add(client.id, details(world))
    changed = w.contacts.change(contact.id, replace(contact.details, minutes=4), base_version=contact.version)
    assert w.contacts.of_client(client.id) == (changed,)
    assert w.contacts.of_client(world.client("Wren A.").id) == ()
    with pytest.raises(NoteChangedElsewhere):
        w.contacts.change(contact.id, contact.details, base_version=contact.version)


def test_a_contact_without_words_or_in_the_future_is_refused_and_nothing_is_kept(world: World) -> None:
    w, client = world.workspace, world.client()
    for wrong, problem in (
        (details(world, " "), TextIsMissing),
        (replace(details(world), at=world.clock.now() + timedelta(hours=1)), DateIsImpossible),
    ):
        with pytest.raises(problem):
            w.contacts.add(client.id, wrong)
    assert w.contacts.of_client(client.id) == ()


def test_no_contact_is_written_filed_or_moved_to_a_day_before_the_client_was_born(world: World) -> None:
    w = world.workspace
    client = w.clients.add(ClientDetails(preferred_name="Wren A.", born=world.today - timedelta(days=4000)))
    early = replace(details(world), at=world.clock.now() - timedelta(days=4002))
    contact = w.contacts.add(client.id, details(world))
    capture = w.inbox.capture("Rang.")
    with pytest.raises(DateIsImpossible):
        w.contacts.add(client.id, early)
    with pytest.raises(DateIsImpossible):
        w.contacts.change(contact.id, early, base_version=contact.version)
    with pytest.raises(DateIsImpossible):
        w.inbox.file(capture.id, client.id, early, base_version=capture.version)
    assert w.contacts.of_client(client.id) == (contact,)
    assert w.inbox.waiting().count == 1


def test_a_signed_contact_takes_only_additions(world: World) -> None:
    w, client = world.workspace, world.client()
    contact = w.contacts.add(client.id, details(world))
    with pytest.raises(NoteNotSigned):
        w.contacts.add_to(contact.id, "Early", "None")
    signed = w.contacts.sign(contact.id)
    acts: tuple[Callable[[], object], ...] = (
        lambda: w.contacts.change(contact.id, details(world, "Other"), base_version=signed.version),
        lambda: w.contacts.remove(contact.id),
        lambda: w.contacts.sign(contact.id),
    )
    for act in acts:
        with pytest.raises(NoteAlreadySigned):
            act()
    added = w.contacts.add_to(contact.id, " It was Friday. ", "Wrong day")
    assert w.contacts.get(contact.id) == added
    assert (added.additions[0].text, added.additions[0].reason) == ("It was Friday.", "Wrong day")
    assert added.is_unaltered


def test_removing_a_contact_can_be_undone(world: World) -> None:
    w, client = world.workspace, world.client()
    contact = w.contacts.add(client.id, details(world))
    removed = w.contacts.remove(contact.id)
    assert w.contacts.of_client(client.id) == ()
    w.contacts.restore(removed)
    assert w.contacts.of_client(client.id) == (contact,)


@pytest.mark.parametrize("deceit", [(), ("UPDATE contact_note SET fingerprint='{fingerprint}'",)])
def test_the_check_of_the_vault_finds_a_contact_that_is_not_as_it_was_signed(
    world: World, deceit: tuple[str, ...]
) -> None:
    w, client = world.workspace, world.client()
    contact = w.contacts.sign(w.contacts.add(client.id, details(world)).id)
    w.contacts.sign(w.contacts.add(client.id, details(world, "Another")).id)
    assert w.vault_check.run().ok
    before = "UPDATE contact_note SET text='Nothing.'"
    by_hand(world, "contact_note", contact.id, before)
    with w.vault.read() as work:
        forged = contact_fingerprint(work.contacts.get(contact.id))
    for statement in deceit:
        by_hand(world, "contact_note", contact.id, statement.format(fingerprint=forged))
    check = w.vault_check.run()
    assert check.findings == (Finding(FindingKind.CONTACT_ALTERED, str(contact.id)),)
    assert check.signed_notes == 2


def by_hand(world: World, table: str, number: int, statement: str) -> None:
    """Change a signed row behind the app's back."""
    with world.workspace.vault.write() as work:
        sql = work.meta._session.execute
        trigger = f"{table}_no_update"
        kept = sql(text(f"SELECT sql FROM sqlite_master WHERE name = '{trigger}'")).scalar()
        sql(text(f"DROP TRIGGER {trigger}"))
        sql(text(f"{statement} WHERE id = {number}"))
        sql(text(str(kept)))


def test_a_broken_character_is_refused_in_words_and_nothing_is_changed(world: World) -> None:
    w, client = world.workspace, world.client()
    contact = w.contacts.add(client.id, details(world))
    with pytest.raises(TextNotStorable):
        w.contacts.add(client.id, details(world, "broken \ud800"))
    with pytest.raises(TextNotStorable):
        w.contacts.change(contact.id, details(world, "broken \ud800"), base_version=1)
    odd = w.contacts.change(contact.id, details(world, "\u202eright to left\u202c \U0001f33f"), base_version=1)
    assert w.contacts.of_client(client.id) == (odd,)
    assert w.contacts.count_of(client.id) == 1


def test_every_act_leaves_an_entry_without_words_of_the_record_and_one_piece_of_news(world: World) -> None:
    w, client = world.workspace, world.client()
    world.heard.clear()
    before = world.rows()
    contact = w.contacts.add(client.id, details(world, "Quince jam at the door."))
    contact = w.contacts.change(contact.id, details(world, "Quince jam, twice."), base_version=1)
    w.contacts.restore(w.contacts.remove(contact.id))
    w.contacts.sign(contact.id)
    w.contacts.add_to(contact.id, "Quince again.", "Quince")
    assert world.rows() == before + 6
    assert [changed.subject for changed in world.heard] == [Subject.CONTACTS] * 6
    assert all(changed.client_id == client.id for changed in world.heard)
    assert "Quince" not in str(w.audit.rows(limit=6))


def test_a_contact_can_be_signed_as_it_is_written_down_which_is_one_change(world: World) -> None:
    client = world.client()
    world.heard.clear()
    contact = world.workspace.contacts.add(client.id, details(world), sign=True)
    assert contact.is_signed
    assert world.workspace.contacts.of_client(client.id) == (contact,)
    assert [changed.subject for changed in world.heard] == [Subject.CONTACTS]
