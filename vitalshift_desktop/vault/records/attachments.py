"""Attachments: rows to domain and back; lists never read the content."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import bindparam, delete, func, select, update

from vitalshift_desktop.domain.attachments import Attachment, AttachmentId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.domain.problems import StillInUse
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import deleted_unless_used, found, insert, refusals_told
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.attachments import AttachmentPartRow, AttachmentRow
from vitalshift_desktop.vault.tables.notes import NoteRow

PART_BYTES = 256 * 1024

_ALL = select(*columns_of(AttachmentRow, Attachment))
_NEWEST_FIRST = _ALL.order_by(AttachmentRow.day.desc(), AttachmentRow.id.desc())
_ONE = _ALL.where(AttachmentRow.id == bindparam("attachment"))
_OF_CLIENT = _NEWEST_FIRST.where(AttachmentRow.client_id == bindparam("client"))
_OF_NOTE = _ALL.where(AttachmentRow.note_id == bindparam("note")).order_by(AttachmentRow.id)
_COUNT = select(func.count()).where(AttachmentRow.client_id == bindparam("client"))
_SAME = _OF_CLIENT.where(AttachmentRow.sha256 == bindparam("sha256"))
_NOTES = (
    select(AttachmentRow.id, NoteRow.session_id, NoteRow.signed_at)
    .join(NoteRow, NoteRow.id == AttachmentRow.note_id)
    .where(among(AttachmentRow.id))
)
_PARTS = (
    select(AttachmentPartRow.data)
    .where(AttachmentPartRow.attachment_id == bindparam("attachment"))
    .order_by(AttachmentPartRow.position)
)


class AttachmentShelf(Shelf):
    """The attachments of the vault."""

    def add(self, attachment: Attachment, data: bytes) -> Attachment:
        """Write a new attachment with its content and give it its id; an id of 0 means the next free one.

        Raises NoteAlreadySigned for one that hangs on a signed note.
        """
        row = AttachmentRow(id=attachment.id or None, client_id=attachment.client_id, note_id=attachment.note_id)
        row.name, row.kind, row.size, row.sha256 = attachment.name, attachment.kind, attachment.size, attachment.sha256
        row.day, row.added_at = attachment.day, attachment.added_at
        insert(self._connection, [row])
        for position, start in enumerate(range(0, len(data), PART_BYTES)):
            part = AttachmentPartRow(attachment_id=row.id, position=position, data=data[start : start + PART_BYTES])
            insert(self._connection, [part])
        return replace(attachment, id=AttachmentId(row.id))

    def save(self, attachment: Attachment) -> None:
        """Write another name, day or note of an attachment; NoteAlreadySigned once its note is signed."""
        self.get(attachment.id)
        values = {"name": attachment.name, "day": attachment.day, "note_id": attachment.note_id}
        with refusals_told():
            which = update(AttachmentRow).where(AttachmentRow.id == attachment.id)
            self._connection.connection().execute(which.values(values))

    def remove(self, attachment_id: AttachmentId) -> None:
        """Take an attachment out with its content; NoteAlreadySigned once its note is signed, StillInUse for a scan."""
        self.get(attachment_id)
        parts = delete(AttachmentPartRow).where(AttachmentPartRow.attachment_id == attachment_id)
        with refusals_told():
            self._connection.connection().execute(parts)
            row = delete(AttachmentRow).where(AttachmentRow.id == attachment_id)
            if not deleted_unless_used(self._connection, row):
                raise StillInUse

    def get(self, attachment_id: AttachmentId) -> Attachment:
        """One attachment without its content; raises NotFound."""
        return found(next(iter(self._read(_ONE, attachment=attachment_id)), None))

    def content(self, attachment_id: AttachmentId) -> bytes:
        """Every byte of an attachment."""
        return b"".join(data for (data,) in self._rows(_PARTS, attachment=attachment_id))

    def of_client(self, client_id: ClientId) -> tuple[Attachment, ...]:
        """The attachments of one client, the latest day first."""
        return self._read(_OF_CLIENT, client=client_id)

    def of_note(self, note_id: NoteId) -> tuple[Attachment, ...]:
        """What hangs on a note, in the order it was added."""
        return self._read(_OF_NOTE, note=note_id)

    def count_of(self, client_id: ClientId) -> int:
        """How many attachments a client has."""
        return int(self._rows(_COUNT, client=client_id)[0][0])

    def notes_of(self, ids: Collection[AttachmentId]) -> dict[AttachmentId, tuple[SessionId, bool]]:
        """The session of the note that each of these hangs on, and whether it is signed; those without are left out."""
        found_rows = self._rows(_NOTES, ids=list(ids))
        return {AttachmentId(one): (SessionId(at), signed is not None) for one, at, signed in found_rows}

    def same_as(self, client_id: ClientId, sha256: str) -> Attachment | None:
        """An attachment of this client with exactly this content, if there is one."""
        return next(iter(self._read(_SAME, client=client_id, sha256=sha256)), None)

    def _read(self, which: Question, **values: object) -> tuple[Attachment, ...]:
        return tuple(Attachment(*row) for row in self._rows(which, **values))
