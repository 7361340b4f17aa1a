"""Signed notes as the check of a vault reads them: a few at a time, and compared with what the audit trail keeps."""

from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.vault.tables.notes import NoteRow

# The newest entry of each note counts: a number can be given again once its note was disposed of.
_OTHERWISE: Final = text(
    "SELECT note.id FROM note JOIN ("
    " SELECT CAST(substr(obj, 6) AS INTEGER) AS signed_id, json_extract(detail, '$.fingerprint') AS kept, max(id)"
    " FROM audit WHERE what = 'note.signed' AND obj LIKE 'note:%' GROUP BY obj"
    ") ON note.id = signed_id WHERE note.signed_at IS NOT NULL AND note.fingerprint IS NOT kept"
)


def signed_ids_after(connection: Connection, note_id: int, most: int) -> list[int]:
    """The ids of signed notes above this one, at most so many, in order."""
    query = select(NoteRow.id).where(NoteRow.id > note_id, NoteRow.signed_at.is_not(None))
    return list(connection.scalars(query.order_by(NoteRow.id).limit(most)))


def signed_otherwise(connection: Connection) -> set[int]:
    """The ids of notes whose fingerprint is not the one that the audit trail kept when they were signed."""
    return {int(row[0]) for row in connection.execute(_OTHERWISE)}
