"""Contact notes in the vault: they come back as written, and a signed one stays as it is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.domain.test_contacts import DETAILS
from tests.vault.sample_records import NOON, a_client
from vitalshift_desktop.domain.contacts import ContactAddition, ContactDetails, ContactId, ContactNote
from vitalshift_desktop.domain.problems import AlreadyRecorded, NoteAlreadySigned, NoteChangedElsewhere, NotFound
from vitalshift_desktop.vault.records.refusals import refusals_told
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

ADDITION = ContactAddition("She called again.", "Left out", NOON, "R. Sample")
SIGNED = (
    "UPDATE contact_note SET text = 'other'",
    "UPDATE contact_note SET signed_at = NULL",
    "UPDATE contact_note SET client_id = NULL, filed_at = NULL",
    "DELETE FROM contact_note",
)
KEPT = (
    "UPDATE contact_addition SET text = 'other'",
    "DELETE FROM contact_addition",
    "INSERT OR REPLACE INTO contact_addition SELECT id, contact_id, '', '', written_at, signer FROM contact_addition",
)
WRONG = (
    "UPDATE contact_note SET client_id = NULL WHERE signed_at IS NULL",
    "UPDATE contact_note SET minutes = 721 WHERE signed_at IS NULL",
    "UPDATE contact_note SET kind = 'distress' WHERE signed_at IS NULL",
    "UPDATE contact_note SET filed_at = NULL, signed_at = created_at WHERE signed_at IS NULL",
)


def a_contact(work: UnitOfWork, words: str = "Asked for a later time.") -> ContactNote:
    details = ContactDetails(NOON, "America/Toronto", words)
    return work.contacts.add(ContactNote(ContactId(0), a_client(work).id, details, NOON, NOON, filed_at=NOON))


def signed_with_an_addition(work: UnitOfWork) -> ContactNote:
    contact = a_contact(work)
    signed = contact.signed(NOON, "R. Sample")
    work.contacts.save(signed, expected_version=contact.version)
    added = signed.added(ADDITION)
    work.contacts.append(added)
    return added


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(details=DETAILS)
def test_a_contact_comes_back_as_it_was_written(open_vault: Vault, details: ContactDetails) -> None:
    with open_vault.write() as work:
        added = work.contacts.add(ContactNote(ContactId(0), None, details, NOON, NOON))
    with open_vault.read() as work:
        assert work.contacts.get(added.id).details == details


def test_a_signed_contact_comes_back_with_what_was_added(open_vault: Vault) -> None:
    with open_vault.write() as work:
        added = signed_with_an_addition(work)
    with open_vault.read() as work:
        again = work.contacts.get(added.id)
    assert again == added
    assert again.is_unaltered


def test_only_what_is_filed_stands_in_the_record_and_only_what_waits_in_the_inbox(open_vault: Vault) -> None:
    with open_vault.write() as work:
        filed = a_contact(work)
        waiting = work.contacts.add(replace(filed, filed_at=None, created_at=NOON - timedelta(days=2)))
        later = work.contacts.add(replace(filed, filed_at=None, client_id=None))
        assert filed.client_id is not None
        assert work.contacts.of_client(filed.client_id) == (filed,)
        assert work.contacts.inbox() == (waiting, later)
        assert work.contacts.waiting() == (2, waiting.created_at)


def test_a_removed_contact_comes_back_under_its_number(open_vault: Vault) -> None:
    with open_vault.write() as work:
        contact = a_contact(work)
        assert work.contacts.remove(contact.id) == contact
        assert not work.contacts.exists(contact.id)
        with pytest.raises(NotFound):
            work.contacts.get(contact.id)
        work.contacts.restore(contact)
        assert work.contacts.get(contact.id) == contact


def test_a_save_from_an_older_version_is_refused(open_vault: Vault) -> None:
    with open_vault.write() as work:
        contact = a_contact(work)
        work.contacts.save(replace(contact, version=2), expected_version=1)
        with pytest.raises(NoteChangedElsewhere):
            work.contacts.save(replace(contact, version=2), expected_version=1)


@pytest.mark.parametrize(("statements", "problem"), [(SIGNED, NoteAlreadySigned), (KEPT, AlreadyRecorded)])
def test_no_statement_changes_what_was_signed(
    open_vault: Vault, statements: tuple[str, ...], problem: type[Exception]
) -> None:
    with open_vault.write() as work:
        contact = signed_with_an_addition(work)
    with pytest.raises(NoteAlreadySigned), open_vault.write() as work:
        work.contacts.remove(contact.id)
    for statement in statements:
        with pytest.raises(problem), open_vault.write() as work, refusals_told():
            work.meta._session.execute(text(statement))
    with open_vault.read() as work:
        assert work.contacts.get(contact.id) == contact


def test_a_contact_that_makes_no_sense_is_refused_by_the_vault_itself(open_vault: Vault) -> None:
    with open_vault.write() as work:
        a_contact(work)
    for statement in WRONG:
        with pytest.raises(IntegrityError), open_vault.write() as work:
            work.meta._session.execute(text(statement))
