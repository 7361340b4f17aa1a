"""What hangs on a note: its text, the goals it touched and what was added after signing."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.notes import Addendum, Section
from vitalshift_desktop.vault.records.shelf import among, columns_of, rows
from vitalshift_desktop.vault.tables.notes import AddendumRow, NoteGoalRow, NoteTextRow

_TEXTS = (
    select(NoteTextRow.note_id, NoteTextRow.key, NoteTextRow.text)
    .where(among(NoteTextRow.note_id))
    .order_by(NoteTextRow.note_id, NoteTextRow.position)
)
_GOALS = select(NoteGoalRow.note_id, NoteGoalRow.goal_id).where(among(NoteGoalRow.note_id))
_ADDENDA = (
    select(AddendumRow.note_id, *columns_of(AddendumRow, Addendum))
    .where(among(AddendumRow.note_id))
    .order_by(AddendumRow.id)
)
_SURPLUS = delete(NoteTextRow).where(
    NoteTextRow.note_id == bindparam("note"), NoteTextRow.position >= bindparam("count")
)
_NEW_TEXT = upsert(NoteTextRow)
_WRITE_TEXT = _NEW_TEXT.on_conflict_do_update(
    index_elements=[NoteTextRow.note_id, NoteTextRow.position],
    set_={"key": _NEW_TEXT.excluded.key, "text": _NEW_TEXT.excluded.text},
)


def texts_of(connection: Connection, note_ids: Collection[int]) -> dict[int, tuple[Section, ...]]:
    """The sections of some notes, in their order."""
    sections: defaultdict[int, list[Section]] = defaultdict(list)
    for note_id, key, text in rows(connection, _TEXTS, ids=list(note_ids)):
        sections[note_id].append(Section(key, text))
    return {note_id: tuple(theirs) for note_id, theirs in sections.items()}


def goals_of(connection: Connection, note_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """The goals that some notes touched."""
    goals: defaultdict[int, set[int]] = defaultdict(set)
    for note_id, goal_id in rows(connection, _GOALS, ids=list(note_ids)):
        goals[note_id].add(goal_id)
    return {note_id: frozenset(theirs) for note_id, theirs in goals.items()}


def addenda_of(connection: Connection, note_ids: Collection[int]) -> dict[int, tuple[Addendum, ...]]:
    """What was added to some notes, oldest first."""
    addenda: defaultdict[int, list[Addendum]] = defaultdict(list)
    for note_id, *added in rows(connection, _ADDENDA, ids=list(note_ids)):
        addenda[note_id].append(Addendum(*added))
    return {note_id: tuple(theirs) for note_id, theirs in addenda.items()}


def write_text(connection: Connection, note_id: int, sections: Sequence[Section]) -> None:
    """Write the sections of a note in place of the ones before."""
    texts = [
        {"note_id": note_id, "position": position, "key": section.key, "text": section.text}
        for position, section in enumerate(sections)
    ]
    writer = connection.connection()
    if texts:
        writer.execute(_WRITE_TEXT, texts)
    writer.execute(_SURPLUS, {"note": note_id, "count": len(texts)})


def write_goals(connection: Connection, note_id: int, goals: frozenset[int]) -> None:
    """Write which goals a note touched."""
    known = goals_of(connection, (note_id,)).get(note_id, frozenset())
    writer = connection.connection()
    if gone := known - goals:
        writer.execute(delete(NoteGoalRow).where(NoteGoalRow.note_id == note_id, NoteGoalRow.goal_id.in_(gone)))
    if new := goals - known:
        writer.execute(insert(NoteGoalRow), [{"note_id": note_id, "goal_id": goal_id} for goal_id in new])
