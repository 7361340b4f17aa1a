"""Progress notes: rows to domain and back; heads and text are read apart."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import bindparam, select, update

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import Note, NoteId
from vitalshift_desktop.domain.problems import NoteAlreadySigned, NoteChangedElsewhere
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.note_text import (
    EarlierText,
    addenda_of,
    earlier_text,
    files_of,
    goals_of,
    texts_of,
    write_goals,
    write_text,
)
from vitalshift_desktop.vault.records.refusals import found, insert, refusals_told
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.records.signed_notes import (
    Kept,
    kept_additions,
    signed_ids_after,
    signed_otherwise,
)
from vitalshift_desktop.vault.tables.notes import AddendumRow, NoteRow
from vitalshift_desktop.vault.tables.sessions import SessionRow

_SAVE_HEAD = (
    update(NoteRow)
    .where(NoteRow.id == bindparam("note"), NoteRow.version == bindparam("expected"))
    .values(template=bindparam("template"), changed_at=bindparam("changed_at"), version=bindparam("version"))
)


@dataclass(frozen=True, slots=True)
class NoteHead:
    """A note without its text, for lists."""

    id: NoteId
    session_id: SessionId
    client_id: ClientId
    template: str
    version: int
    changed_at: datetime
    signed_at: datetime | None

    @property
    def is_signed(self) -> bool:
        """True once it was signed."""
        return self.signed_at is not None


_HEADS = select(*columns_of(NoteRow, NoteHead))
_HEAD = _HEADS.where(NoteRow.id == bindparam("note"))
_HEADS_OF_SESSIONS = _HEADS.where(among(NoteRow.session_id))
_NOTES = (
    select(NoteRow.__table__)
    .join(SessionRow, SessionRow.id == NoteRow.session_id)
    .order_by(SessionRow.starts, SessionRow.id)
)
_ONE = _NOTES.where(NoteRow.id == bindparam("note"))
_SOME = _NOTES.where(among(NoteRow.id))
_OF_SESSIONS = _NOTES.where(among(NoteRow.session_id))
_OF_CLIENT = _NOTES.where(NoteRow.client_id == bindparam("client"))


class NoteShelf(Shelf):
    """The progress notes of the vault."""

    def add(self, note: Note) -> Note:
        """Write a new note and give it its id; the id it came with is not used. AlreadyRecorded: one for a session."""
        row = NoteRow(session_id=note.session_id, client_id=note.client_id, created_at=note.created_at)
        row.template, row.changed_at, row.version = note.template, note.changed_at, note.version
        row.signer = row.fingerprint = ""
        insert(self._connection, [row])
        added = replace(note, id=NoteId(row.id))
        self._write_body(added)
        return added

    def save(self, note: Note, *, expected_version: int) -> None:
        """Write a draft, or sign it; `expected_version` is the stored one this note was made from.

        Raises NotFound, NoteAlreadySigned, or NoteChangedElsewhere when the stored version is another one.
        """
        self._save_head(note, expected_version)
        self._write_body(note)

    def save_text(self, note: Note, *, expected_version: int) -> None:
        """Write the text of a draft and leave its goals as they are; raises as `save` does."""
        self._save_head(note, expected_version)
        with refusals_told():
            write_text(self._connection, note.id, note.sections)

    def append(self, note: Note) -> None:
        """Write the additions of a signed note that are not in the vault yet. Raises NotFound or NoteNotSigned."""
        self.get(note.id)
        self._write_addenda(note)

    def get(self, note_id: NoteId) -> Note:
        """One note; raises NotFound."""
        return found(next(iter(self._read(_ONE, note=note_id)), None))

    def of_session(self, session_id: SessionId) -> Note | None:
        """The note of a session, if one was begun."""
        return self.of_sessions((session_id,)).get(session_id)

    def of_sessions(self, session_ids: Collection[SessionId]) -> dict[SessionId, Note]:
        """The notes of some sessions; a session without one is left out."""
        notes = self._read(_OF_SESSIONS, ids=list(session_ids))
        return {note.session_id: note for note in notes}

    def of_client(self, client_id: ClientId) -> tuple[Note, ...]:
        """All notes of one client with their text, in the order of their sessions."""
        return self._read(_OF_CLIENT, client=client_id)

    def heads(self, session_ids: Collection[SessionId]) -> dict[SessionId, NoteHead]:
        """The notes of some sessions without text; a session without one is left out."""
        return self._heads(_HEADS_OF_SESSIONS, ids=list(session_ids))

    def earlier_texts(self, note: Note, before: datetime) -> dict[str, EarlierText]:
        """What stood last under each heading of a note, in sessions of its client that began before an instant."""
        found = ((one.key, earlier_text(self._connection, note.client_id, before, one)) for one in note.sections)
        return {key: text for key, text in found if text is not None}

    def changed_since(self, moment: datetime) -> bool:
        """Whether any note was written at this moment or later; drafts save far more often than the trail tells."""
        query = select(NoteRow.id).where(NoteRow.changed_at >= moment).limit(1)
        return self._connection.scalar(query) is not None

    def last_template(self, client_id: ClientId, *, but: Collection[str] = ()) -> str | None:
        """The template of the note that was begun last for this client, if there is one; leaving some out."""
        query = select(NoteRow.template).where(NoteRow.client_id == client_id, NoteRow.template.not_in(but))
        return self._connection.scalar(query.order_by(NoteRow.created_at.desc(), NoteRow.id.desc()).limit(1))

    def signed_after(self, note_id: int, most: int) -> tuple[Note, ...]:
        """Signed notes with their text whose ids are above this one, at most so many, by id."""
        ids = signed_ids_after(self._connection, note_id, most)
        return tuple(sorted(self._read(_SOME, ids=ids), key=lambda note: note.id)) if ids else ()

    def kept_additions(self) -> Kept:
        """What the audit trail keeps of the additions to notes."""
        return kept_additions(self._connection, AuditAct.NOTE_AMENDED)

    def signed_otherwise(self) -> set[int]:
        """The ids of notes whose fingerprint differs from the one the audit trail kept at signing."""
        return signed_otherwise(self._connection)

    def _save_head(self, note: Note, expected_version: int) -> None:
        head = {"template": note.template, "changed_at": note.changed_at, "version": note.version}
        which = {"note": note.id, "expected": expected_version}
        with refusals_told():
            written = self._connection.connection().execute(_SAVE_HEAD, {**head, **which})
        if written.rowcount == 0:
            known = found(next(iter(self._heads(_HEAD, note=note.id).values()), None))
            raise NoteAlreadySigned if known.is_signed else NoteChangedElsewhere

    def _write_body(self, note: Note) -> None:
        with refusals_told():
            write_text(self._connection, note.id, note.sections)
            write_goals(self._connection, note.id, note.goals_touched)
            if note.is_signed:
                # Last: from then on the vault takes neither text nor goals.
                seal = {"signed_at": note.signed_at, "signer": note.signer, "fingerprint": note.fingerprint}
                self._connection.connection().execute(update(NoteRow).where(NoteRow.id == note.id).values(seal))
        if note.addenda:
            self._write_addenda(note)

    def _write_addenda(self, note: Note) -> None:
        known = len(addenda_of(self._connection, (note.id,)).get(note.id, ()))
        for added in note.addenda[known:]:
            row = AddendumRow(note_id=note.id, text=added.text, reason=added.reason, written_at=added.written_at)
            row.service_day, row.signer, row.kind = added.service_day, added.signer, added.kind
            insert(self._connection, [row])

    def _heads(self, which: Question, **values: object) -> dict[SessionId, NoteHead]:
        heads = (NoteHead(*row) for row in self._rows(which, **values))
        return {head.session_id: head for head in heads}

    def _read(self, which: Question, **values: object) -> tuple[Note, ...]:
        heads = self._connection.connection().execute(which, values).mappings().all()
        ids = [head["id"] for head in heads]
        if not ids:
            return ()
        signed = [head["id"] for head in heads if head["signed_at"] is not None]
        texts, goals = texts_of(self._connection, ids), goals_of(self._connection, ids)
        files = files_of(self._connection, ids)
        addenda = addenda_of(self._connection, signed) if signed else {}
        return tuple(
            Note(
                **head,
                sections=texts.get(head["id"], ()),
                addenda=addenda.get(head["id"], ()),
                goals_touched=goals.get(head["id"], frozenset()),
                attachments=files.get(head["id"], ()),
            )
            for head in heads
        )
