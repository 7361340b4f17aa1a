"""Saving the text of a draft in plain statements, since it happens every two seconds while somebody types."""

from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.domain.problems import TextNotStorable
from vitalshift_desktop.vault.connection import RawConnection
from vitalshift_desktop.vault.tables.columns import utc_text

_HEAD = "UPDATE note SET changed_at=?, version=? WHERE id=? AND version=? AND signed_at IS NULL"
_TEXT = "UPDATE note_text SET text=? WHERE note_id=? AND position=? AND key=?"


def write_draft(raw: RawConnection, before: Note, note: Note) -> bool:
    """Write what is different from `before`; False if the vault holds another note than that. Raises TextNotStorable.

    Inside a transaction of the caller's, who drops it after False.
    """
    head = raw.execute(_HEAD, (utc_text(note.changed_at), note.version, note.id, before.version))
    if head.rowcount != 1 or len(before.sections) != len(note.sections):
        return False
    for position, (was, section) in enumerate(zip(before.sections, note.sections, strict=True)):
        if section == was:
            continue
        try:
            text = raw.execute(_TEXT, (section.text, note.id, position, section.key))
        except UnicodeEncodeError:
            raise TextNotStorable from None
        if text.rowcount != 1:
            return False
    return True
