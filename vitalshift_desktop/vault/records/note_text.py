"""What hangs on a note: its text, the goals it touched and what was added after signing."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Integer, bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.notes import Addendum, Section
from vitalshift_desktop.vault.tables.notes import AddendumRow, NoteGoalRow, NoteTextRow

# Plain statements, made once: a draft is saved every two seconds while somebody types.
_OF_NOTES = bindparam("note_ids", expanding=True, type_=Integer())
_TEXTS = (
    select(NoteTextRow.note_id, NoteTextRow.key, NoteTextRow.text)
    .where(NoteTextRow.note_id.in_(_OF_NOTES))
    .order_by(NoteTextRow.note_id, NoteTextRow.position)
)
_GOALS = select(NoteGoalRow.note_id, NoteGoalRow.goal_id).where(NoteGoalRow.note_id.in_(_OF_NOTES))
_ADDENDA = select(AddendumRow).where(AddendumRow.note_id.in_(_OF_NOTES)).order_by(AddendumRow.id)
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
    for note_id, key, text in connection.connection().execute(_TEXTS, {"note_ids": list(note_ids)}):
        sections[note_id].append(Section(key, text))
    return {note_id: tuple(theirs) for note_id, theirs in sections.items()}


def goals_of(connection: Connection, note_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """The goals that some notes touched."""
    goals: defaultdict[int, set[int]] = defaultdict(set)
    for note_id, goal_id in connection.connection().execute(_GOALS, {"note_ids": list(note_ids)}):
        goals[note_id].add(goal_id)
    return {note_id: frozenset(theirs) for note_id, theirs in goals.items()}


def addenda_of(connection: Connection, note_ids: Collection[int]) -> dict[int, tuple[Addendum, ...]]:
    """What was added to some notes, oldest first."""
    addenda: defaultdict[int, list[Addendum]] = defaultdict(list)
    for row in connection.scalars(_ADDENDA, {"note_ids": list(note_ids)}):
        added = Addendum(row.text, row.reason, row.written_at, row.service_day, row.signer)
        addenda[row.note_id].append(added)
    return {note_id: tuple(theirs) for note_id, theirs in addenda.items()}


def write_text(connection: Connection, note_id: int, sections: Sequence[Section]) -> None:
    """Write the sections of a note in place of the ones before."""
    rows = [
        {"note_id": note_id, "position": position, "key": section.key, "text": section.text}
        for position, section in enumerate(sections)
    ]
    writer = connection.connection()
    if rows:
        writer.execute(_WRITE_TEXT, rows)
    writer.execute(_SURPLUS, {"note": note_id, "count": len(rows)})


def write_goals(connection: Connection, note_id: int, goals: frozenset[int]) -> None:
    """Write which goals a note touched."""
    known = goals_of(connection, (note_id,)).get(note_id, frozenset())
    writer = connection.connection()
    if gone := known - goals:
        writer.execute(delete(NoteGoalRow).where(NoteGoalRow.note_id == note_id, NoteGoalRow.goal_id.in_(gone)))
    if new := goals - known:
        writer.execute(insert(NoteGoalRow), [{"note_id": note_id, "goal_id": goal_id} for goal_id in new])
