"""What hangs on a note: its text, the goals it touched and what was added after signing."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.notes import Addendum, Section
from vitalshift_desktop.vault.records.shelf import among, columns_of, rows
from vitalshift_desktop.vault.tables.attachments import AttachmentRow
from vitalshift_desktop.vault.tables.notes import AddendumRow, NoteGoalRow, NoteRow, NoteTextRow
from vitalshift_desktop.vault.tables.sessions import SessionRow


@dataclass(frozen=True, slots=True)
class EarlierText:
    """What stood under a heading the time before, and the civil day of that session."""

    day: date
    text: str


_TEXTS = (
    select(NoteTextRow.note_id, *columns_of(NoteTextRow, Section))
    .where(among(NoteTextRow.note_id))
    .order_by(NoteTextRow.note_id, NoteTextRow.position)
)
_GOALS = select(NoteGoalRow.note_id, NoteGoalRow.goal_id).where(among(NoteGoalRow.note_id))
_ADDENDA = (
    select(AddendumRow.note_id, *columns_of(AddendumRow, Addendum))
    .where(among(AddendumRow.note_id))
    .order_by(AddendumRow.id)
)
_EARLIER = (
    select(SessionRow.starts, SessionRow.zone, NoteTextRow.text)
    .select_from(SessionRow)
    .join(NoteRow, NoteRow.session_id == SessionRow.id)
    .join(NoteTextRow, NoteTextRow.note_id == NoteRow.id)
    .where(
        SessionRow.client_id == bindparam("client"),
        SessionRow.starts < bindparam("before"),
        func.trim(NoteTextRow.text) != "",
        or_(
            NoteTextRow.key == bindparam("key"),
            and_(bindparam("heading") != "", func.lower(NoteTextRow.heading) == func.lower(bindparam("heading"))),
        ),
    )
    .order_by(SessionRow.starts.desc(), NoteTextRow.position)
    .limit(1)
)
_FILES = (
    select(AttachmentRow.note_id, AttachmentRow.sha256)
    .where(among(AttachmentRow.note_id))
    .order_by(AttachmentRow.note_id, AttachmentRow.sha256)
)
_SURPLUS = delete(NoteTextRow).where(
    NoteTextRow.note_id == bindparam("note"), NoteTextRow.position >= bindparam("count")
)
_NEW_TEXT = upsert(NoteTextRow)
_WRITE_TEXT = _NEW_TEXT.on_conflict_do_update(
    index_elements=[NoteTextRow.note_id, NoteTextRow.position],
    set_={name: _NEW_TEXT.excluded[name] for name in ("key", "text", "heading", "alike")},
)


def texts_of(connection: Connection, note_ids: Collection[int]) -> dict[int, tuple[Section, ...]]:
    """The sections of some notes, in their order."""
    sections: defaultdict[int, list[Section]] = defaultdict(list)
    for note_id, *section in rows(connection, _TEXTS, ids=list(note_ids)):
        sections[note_id].append(Section(*section))
    return {note_id: tuple(theirs) for note_id, theirs in sections.items()}


def goals_of(connection: Connection, note_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """The goals that some notes touched."""
    goals: defaultdict[int, set[int]] = defaultdict(set)
    for note_id, goal_id in rows(connection, _GOALS, ids=list(note_ids)):
        goals[note_id].add(goal_id)
    return {note_id: frozenset(theirs) for note_id, theirs in goals.items()}


def files_of(connection: Connection, note_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The hashes of the files that hang on some notes, sorted."""
    files: defaultdict[int, list[str]] = defaultdict(list)
    for note_id, sha256 in rows(connection, _FILES, ids=list(note_ids)):
        files[note_id].append(sha256)
    return {note_id: tuple(theirs) for note_id, theirs in files.items()}


def addenda_of(connection: Connection, note_ids: Collection[int]) -> dict[int, tuple[Addendum, ...]]:
    """What was added to some notes, oldest first."""
    addenda: defaultdict[int, list[Addendum]] = defaultdict(list)
    for note_id, *added in rows(connection, _ADDENDA, ids=list(note_ids)):
        addenda[note_id].append(Addendum(*added))
    return {note_id: tuple(theirs) for note_id, theirs in addenda.items()}


def earlier_text(connection: Connection, client_id: int, before: datetime, section: Section) -> EarlierText | None:
    """What stood last under this heading, by its key or its words, in a note of an earlier session of this client."""
    values = {"client": client_id, "before": before, "key": section.key, "heading": section.heading}
    found = next(iter(rows(connection, _EARLIER, **values)), None)
    return None if found is None else EarlierText(found[0].astimezone(ZoneInfo(found[1])).date(), found[2])


def write_text(connection: Connection, note_id: int, sections: Sequence[Section]) -> None:
    """Write the sections of a note in place of the ones before."""
    texts = [{"note_id": note_id, "position": position} | asdict(section) for position, section in enumerate(sections)]
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
