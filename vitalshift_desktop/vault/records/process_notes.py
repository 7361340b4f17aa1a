"""Process notes: rows to domain and back. No other shelf reads these tables."""

from dataclasses import replace

from sqlalchemy import bindparam, select, update

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import NoteChangedElsewhere
from vitalshift_desktop.domain.process_notes import ProcessNote, ProcessNoteId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import delete, found, insert, refusals_told
from vitalshift_desktop.vault.records.shelf import Question, Shelf
from vitalshift_desktop.vault.tables.process_notes import ProcessNoteRow, ProcessNoteTextRow

_NOTES = (
    select(ProcessNoteRow.__table__, ProcessNoteTextRow.text)
    .join(ProcessNoteTextRow, ProcessNoteTextRow.process_note_id == ProcessNoteRow.id)
    .order_by(ProcessNoteRow.day.desc(), ProcessNoteRow.id.desc())
)
_ONE = _NOTES.where(ProcessNoteRow.id == bindparam("note"))
_OF_SESSION = _NOTES.where(ProcessNoteRow.session_id == bindparam("session"))
_OF_CLIENT = _NOTES.where(ProcessNoteRow.client_id == bindparam("client"))
_SAVE_HEAD = (
    update(ProcessNoteRow)
    .where(ProcessNoteRow.id == bindparam("note"), ProcessNoteRow.version == bindparam("expected"))
    .values(day=bindparam("about"), changed_at=bindparam("saved_at"), version=bindparam("now_version"))
)
_SAVE_TEXT = (
    update(ProcessNoteTextRow)
    .where(ProcessNoteTextRow.process_note_id == bindparam("note"))
    .values(text=bindparam("words"))
)


class ProcessNoteShelf(Shelf):
    """The process notes of the vault."""

    def add(self, note: ProcessNote) -> ProcessNote:
        """Write a new note and give it its id; AlreadyRecorded when the session has one."""
        return self._insert(note, ProcessNoteRow())

    def restore(self, note: ProcessNote) -> None:
        """Write a removed note again under its old id."""
        self._insert(note, ProcessNoteRow(id=note.id))

    def save(self, note: ProcessNote, *, expected_version: int) -> None:
        """Write what changed; raises NotFound, or NoteChangedElsewhere when the stored version is another one."""
        head = {"note": note.id, "expected": expected_version, "about": note.day, "saved_at": note.changed_at}
        writer = self._connection.connection()
        with refusals_told():
            if writer.execute(_SAVE_HEAD, {**head, "now_version": note.version}).rowcount == 0:
                self.get(note.id)
                raise NoteChangedElsewhere
            writer.execute(_SAVE_TEXT, {"note": note.id, "words": note.text})

    def remove(self, note_id: ProcessNoteId) -> ProcessNote:
        """Take a note out and hand it back. Raises NotFound."""
        note = self.get(note_id)
        delete(self._connection, found(self._connection.get(ProcessNoteRow, note_id)))
        self._connection.expire_all()
        return note

    def get(self, note_id: ProcessNoteId) -> ProcessNote:
        """One note; raises NotFound."""
        return found(next(iter(self._read(_ONE, note=note_id)), None))

    def of_session(self, session_id: SessionId) -> ProcessNote | None:
        """The note about a session, if there is one."""
        return next(iter(self._read(_OF_SESSION, session=session_id)), None)

    def of_client(self, client_id: ClientId) -> tuple[ProcessNote, ...]:
        """The notes of one client with their text, the newest day first."""
        return self._read(_OF_CLIENT, client=client_id)

    def _insert(self, note: ProcessNote, row: ProcessNoteRow) -> ProcessNote:
        row.client_id, row.session_id, row.day = note.client_id, note.session_id, note.day
        row.record_class, row.version = note.record_class, note.version
        row.created_at, row.changed_at = note.created_at, note.changed_at
        insert(self._connection, [row])
        insert(self._connection, [ProcessNoteTextRow(process_note_id=row.id, text=note.text)])
        return replace(note, id=ProcessNoteId(row.id))

    def _read(self, which: Question, **values: object) -> tuple[ProcessNote, ...]:
        heads = self._connection.connection().execute(which, values).mappings()
        return tuple(ProcessNote(**head) for head in heads)
