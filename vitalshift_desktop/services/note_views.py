"""Notes as the editor, the signing sheet and the prep card show them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.lateness import Late
from vitalshift_desktop.domain.note_templates import PLAN, NoteTemplate, hint_of
from vitalshift_desktop.domain.notes import Note, Section
from vitalshift_desktop.domain.sessions import Session, numbered
from vitalshift_desktop.services.shipped_templates import every_template, shipped_templates, template_named
from vitalshift_desktop.vault.records.note_text import EarlierText
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

LONGEST_SUMMARY = 120
_SENTENCE_END = re.compile(r" (?:(?<=[.!?] )|(?<=[.!?][”’)] ))")


class Missing(StrEnum):
    """What a signing sheet points out; none of it keeps a note from being signed."""

    PLAN_EMPTY = "plan_empty"
    GOALS_UNTOUCHED = "goals_untouched"
    CHECKIN_MISSING = "checkin_missing"
    ATTENDANCE_OPEN = "attendance_open"
    NEXT_SESSION_NONE = "next_session_none"


@dataclass(frozen=True, slots=True)
class LastTime:
    """The session before: its day and number, the first lines of its note, and what was planned."""

    day: date
    number: int
    summary: str
    plan: str


@dataclass(frozen=True, slots=True)
class OpenNote:
    """One note with all that stands around it; `unaltered` is False when signed text lost its fingerprint.

    `template` is None where it was taken out; `hints` and `earlier` go by the key of a section: what belongs there,
    and for a note that is not signed what stood there the time before.
    """

    note: Note
    session: Session
    client: Client
    number: int | None
    last: LastTime | None
    unaltered: bool
    template: NoteTemplate | None
    hints: Mapping[str, str]
    earlier: Mapping[str, EarlierText]
    late: Late | None


@dataclass(frozen=True, slots=True)
class SigningSheet:
    """What signing locks, counted, and what is missing; `filled` are the sections with text and their likeness."""

    note: Note
    words: int
    filled: tuple[Section, ...]
    empty: tuple[Section, ...]
    goals_touched: int
    ratings: int
    files: int
    missing: tuple[Missing, ...]
    late: Late | None


def summary_of(note: Note) -> str:
    """The first sentences of a note, at most 120 characters; the plan speaks only where nothing else was written."""
    texts = [section.text.strip() for section in note.sections if section.key != PLAN]
    return beginning_of(next((text for text in texts if text), note.section(PLAN).strip()))


def beginning_of(text: str) -> str:
    """The first sentences of a text, at most 120 characters, from its first paragraph."""
    # So many words are more than enough, since each takes a letter and a space; the rest of a long note is left alone.
    words = text.split("\n\n", 1)[0].split(None, LONGEST_SUMMARY)[:LONGEST_SUMMARY]
    first, *others = _SENTENCE_END.split(" ".join(words))
    summary = first
    for sentence in others:
        if len(summary) + 1 + len(sentence) > LONGEST_SUMMARY:
            break
        summary = f"{summary} {sentence}"
    return summary if len(summary) <= LONGEST_SUMMARY else summary[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"


def last_time(work: UnitOfWork, sessions: Iterable[Session], before: datetime) -> LastTime | None:
    """The latest held session of one client that began before an instant and has a written note."""
    held = sorted((s for s in sessions if s.was_held and s.starts < before), key=lambda s: s.starts)
    numbers = numbered(held)
    for session in reversed(held):
        note = work.notes.of_session(session.id)
        if note is not None and note.has_text:
            return LastTime(session.day, numbers[session.id], summary_of(note), note.section(PLAN).strip())
    return None


def words_in(note: Note) -> int:
    """How many words a note holds."""
    return sum(len(section.text.split()) for section in note.sections)


def shape_of(work: UnitOfWork, note: Note) -> tuple[NoteTemplate | None, dict[str, str]]:
    """The template of a note, and the hint under each of its headings."""
    own = template_named(note.template, every_template(work))
    return own, {one.key: hint_of(one.key, own, shipped_templates()) for one in note.sections}
