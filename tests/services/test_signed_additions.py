"""What is added to signed notes and contacts is sealed as they are, and bad input never gets that far."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.contacts import ContactDetails, ContactNote
from vitalshift_desktop.domain.notes import LONGEST_SECTION, Note
from vitalshift_desktop.domain.problems import DateIsImpossible, HiddenCharacters, TextTooLong
from vitalshift_desktop.domain.vault_check import Finding, FindingKind


def amended(world: World) -> Note:
    note = world.signed(world.held(world.client(), -7))
    for words in ("He called back.", "The day was another one."):
        world.workspace.notes.add_addendum(note.id, words, "Heard later", world.today)
    return note


def amended_contact(world: World) -> ContactNote:
    details = ContactDetails(world.clock.now(), "UTC", "Asked for another time.")
    contact = world.workspace.contacts.add(world.client("Robin").id, details)
    world.workspace.contacts.sign(contact.id)
    return world.workspace.contacts.add_to(contact.id, "Came anyhow.", "Heard later")


def behind_the_apps_back(world: World, trigger: str, statement: str) -> None:
    with world.workspace.vault.write() as work:
        work.meta._session.execute(text(f"DROP TRIGGER {trigger}"))
        work.meta._session.execute(text(statement))


@pytest.mark.parametrize(
    ("trigger", "statement"),
    [
        ("addendum_no_update", "UPDATE addendum SET text = 'He never called.' WHERE id = 1"),
        ("addendum_no_update", "UPDATE addendum SET service_day = '2020-01-01' WHERE id = 2"),
        ("addendum_no_update", "UPDATE addendum SET kind = 'late_entry' WHERE id = 2"),
        ("addendum_no_delete", "DELETE FROM addendum WHERE id = 2"),
    ],
)
def test_the_check_finds_an_addition_that_was_altered_or_taken_out(world: World, trigger: str, statement: str) -> None:
    note = amended(world)
    assert world.workspace.vault_check.run().ok
    behind_the_apps_back(world, trigger, statement)
    assert world.workspace.vault_check.run().findings == (Finding(FindingKind.NOTE_ALTERED, str(note.id)),)


def test_the_check_finds_an_altered_addition_to_a_contact(world: World) -> None:
    contact = amended_contact(world)
    assert world.workspace.vault_check.run().ok
    behind_the_apps_back(world, "contact_addition_no_update", "UPDATE contact_addition SET text = 'Never came.'")
    assert world.workspace.vault_check.run().findings == (Finding(FindingKind.CONTACT_ALTERED, str(contact.id)),)


def test_an_addition_from_before_there_were_fingerprints_of_them_is_not_called_altered(world: World) -> None:
    note = amended(world)
    with world.workspace.vault.write() as work:
        work.meta._session.execute(text("DROP TRIGGER audit_no_update"))
        work.meta._session.execute(text("UPDATE audit SET detail = json_remove(detail, '$.fingerprint')"))
    kinds = {finding.kind for finding in world.workspace.vault_check.run().findings}
    assert FindingKind.CONTACT_ALTERED not in kinds
    with world.workspace.vault.read() as work:
        kept = work.notes.kept_additions()
    assert kept == {note.id: {1: None, 2: None}}


def test_what_can_never_be_changed_again_is_refused_where_it_cannot_be_meant(world: World) -> None:
    note, contact = amended(world), amended_contact(world)
    notes, contacts = world.workspace.notes, world.workspace.contacts
    with pytest.raises(DateIsImpossible):
        notes.add_addendum(note.id, "Later", "", world.today + timedelta(days=1))
    with pytest.raises(TextTooLong):
        notes.add_addendum(note.id, "x" * (LONGEST_SECTION + 1), "", world.today)
    with pytest.raises(TextTooLong):
        contacts.add_to(contact.id, "Short", "x" * 10_000)
    for hidden in ("turned\u202earound", "nothing\x00seen"):
        with pytest.raises(HiddenCharacters):
            notes.add_addendum(note.id, "Later", hidden, world.today)
        with pytest.raises(HiddenCharacters):
            contacts.add_to(contact.id, "Later", hidden)
    with world.workspace.vault.read() as work:
        assert len(work.notes.get(note.id).addenda) == 2


def test_what_was_removed_from_a_session_follows_it_into_another_file_when_it_is_put_back(world: World) -> None:
    client, other = world.client(), world.client("Robin")
    session = world.held(client, -1)
    note = world.written(session)
    process = world.workspace.process_notes.begin(client.id, "What stayed with me", session_id=session.id)
    scan = world.workspace.attachments.add(client.id, "scan.txt", b"Signed by hand", note_id=note.id)
    removed = world.workspace.attachments.remove(scan.id)
    gone = world.workspace.process_notes.remove(process.id)
    world.workspace.joint_files.move_session(session.id, other.id)
    assert world.workspace.attachments.restore(removed).client_id == other.id
    assert world.workspace.process_notes.restore(gone).client_id == other.id
    assert world.workspace.attachments.of_client(client.id) == ()
    assert world.workspace.process_notes.find(client.id) == ()
