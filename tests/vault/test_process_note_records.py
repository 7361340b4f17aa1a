"""Process notes in the vault: a table of their own that nothing else points at."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from tests.vault.sample_records import DAY, NOON, a_client, a_session
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.problems import AlreadyRecorded, NoteChangedElsewhere, NotFound
from vitalshift_desktop.domain.process_notes import ProcessNote, ProcessNoteId
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.vault.tables.columns import Base
from vitalshift_desktop.vault.vault import Vault


def a_note(client: Client, session: Session | None = None, text: str = "Slow to ask.") -> ProcessNote:
    return ProcessNote(ProcessNoteId(0), client.id, session.id if session else None, DAY, text, NOON, NOON)


def test_a_process_note_comes_back_as_it_was_written(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        session = a_session(work, client)
        about = work.process_notes.add(a_note(client, session, "Relief, and I think it showed. \U0001f33f\u202e"))
        free = work.process_notes.add(replace(a_note(client), day=DAY + timedelta(days=1)))
    with open_vault.read() as work:
        assert work.process_notes.get(about.id) == about == work.process_notes.of_session(session.id)
        assert work.process_notes.of_client(client.id) == (free, about)


def test_a_session_has_one_process_note(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        session = a_session(work, client)
        work.process_notes.add(a_note(client, session))
        with pytest.raises(AlreadyRecorded):
            work.process_notes.add(a_note(client, session))
        work.meta._session.rollback()


def test_a_process_note_is_of_the_client_whose_session_it_is_about(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client, other = a_client(work), a_client(work, "Wren A.")
        session = a_session(work, client)
        with pytest.raises(IntegrityError):
            work.process_notes.add(a_note(other, session))
        work.meta._session.rollback()


def test_a_save_from_an_older_version_is_refused(open_vault: Vault) -> None:
    with open_vault.write() as work:
        note = work.process_notes.add(a_note(a_client(work)))
        second = note.written("Slower still.", NOON)
        work.process_notes.save(second, expected_version=1)
        with pytest.raises(NoteChangedElsewhere):
            work.process_notes.save(second, expected_version=1)
        assert work.process_notes.get(note.id) == second


def test_a_removed_process_note_leaves_no_text_and_comes_back_whole(open_vault: Vault) -> None:
    with open_vault.write() as work:
        note = work.process_notes.add(a_note(a_client(work)))
        assert work.process_notes.remove(note.id) == note
        with pytest.raises(NotFound):
            work.process_notes.get(note.id)
        work.process_notes.restore(note)
        assert work.process_notes.get(note.id) == note


def test_nothing_else_in_the_vault_points_at_a_process_note() -> None:
    pointing = {
        table.name
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "process_note"
    }
    assert pointing == {"process_note_text"}
