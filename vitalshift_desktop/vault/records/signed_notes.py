"""Signed notes as the check of a vault reads them: a few at a time, and compared with what the audit trail keeps."""

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.vault.tables.notes import NoteRow

# The newest entry of each note counts: a number can be given again once its note was disposed of.
_OTHERWISE: Final = text(
    "SELECT note.id FROM note JOIN ("
    " SELECT CAST(substr(obj, 6) AS INTEGER) AS signed_id, json_extract(detail, '$.fingerprint') AS kept, max(id)"
    " FROM audit WHERE what = 'note.signed' AND obj LIKE 'note:%' GROUP BY obj"
    ") ON note.id = signed_id WHERE note.signed_at IS NOT NULL AND note.fingerprint IS NOT kept"
)

# Entries of earlier versions keep no fingerprint; those of a note that had the number before are the older ones.
_ADDED: Final = text(
    "SELECT CAST(substr(obj, instr(obj, ':') + 1) AS INTEGER), json_extract(detail, '$.additions'),"
    " json_extract(detail, '$.fingerprint') FROM audit WHERE what = :act ORDER BY id"
)
Kept = dict[int, dict[int, str | None]]


def kept_additions(connection: Connection, act: AuditAct) -> Kept:
    """What the audit trail keeps of additions: by the number of what was added to, the fingerprint of each by place."""
    kept: Kept = {}
    for number, place, fingerprint in connection.execute(_ADDED, {"act": act.value}):
        places = kept.setdefault(int(number), {})
        if int(place) in places:  # begins again: the number was given to another one
            places.clear()
        places[int(place)] = fingerprint
    return kept


def added_otherwise(kept: Mapping[int, Mapping[int, str | None]], number: int, found: Sequence[str]) -> bool:
    """Whether the additions of these fingerprints are others or fewer than the audit trail keeps.

    One without an entry cannot be compared, as in the sample practice, or after a salvage whose trail was cut off.
    """
    known = kept.get(number, {})
    is_lost = len(found) < max(known, default=0)
    return is_lost or any(known.get(place) not in (None, one) for place, one in enumerate(found, 1))


def signed_ids_after(connection: Connection, note_id: int, most: int) -> list[int]:
    """The ids of signed notes above this one, at most so many, in order."""
    query = select(NoteRow.id).where(NoteRow.id > note_id, NoteRow.signed_at.is_not(None))
    return list(connection.scalars(query.order_by(NoteRow.id).limit(most)))


def signed_otherwise(connection: Connection) -> set[int]:
    """The ids of notes whose fingerprint is not the one that the audit trail kept when they were signed."""
    return {int(row[0]) for row in connection.execute(_OTHERWISE)}
