"""What the index reads of each kind of entry: whose it is, of which day, whether it is final, and its words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.record_search import EntryKind
from vitalshift_desktop.vault.connection import RawConnection
from vitalshift_desktop.vault.tables.columns import utc_instant

KINDS = {
    EntryKind.NOTE: 1,
    EntryKind.ADDENDUM: 2,
    EntryKind.CONTACT: 3,
    EntryKind.GOAL: 4,
    EntryKind.AGREEMENT: 5,
    EntryKind.ATTACHMENT: 6,
    EntryKind.SAFETY_PLAN: 7,
    EntryKind.CONSENT: 11,
    EntryKind.COMMITMENT: 14,
    EntryKind.AGREED_BREAK: 15,
    EntryKind.BOUNDARY_EVENT: 8,
    EntryKind.WORKSHEET: 9,
    EntryKind.CONSULTATION: 10,
}
"""The numbers by which the vault knows the kinds; triggers write them, so they never change."""
VERSIONS = 10_000
"""A version of a clause is numbered by its clause times this, and its own number."""
UNDATED = date.min
"""The day of what has none; it counts as the oldest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in the index of one thing."""

    client_id: int | None
    day: date
    is_final: bool
    words: str


Reader = Callable[[RawConnection, int], Entry | None]


def _note(raw: RawConnection, note: int) -> Entry | None:
    head = raw.execute(
        "SELECT note.client_id, session.starts, session.zone, note.signed_at IS NOT NULL"
        " FROM note JOIN session ON session.id = note.session_id WHERE note.id = ?",
        (note,),
    ).fetchone()
    if head is None:
        return None
    texts = raw.execute("SELECT text FROM note_text WHERE note_id = ? ORDER BY position", (note,)).fetchall()
    client, starts, zone, is_signed = head
    return Entry(_number(client), _day(starts, zone), bool(is_signed), _joined(*(row[0] for row in texts)))


def _contact(raw: RawConnection, contact: int) -> Entry | None:
    head = raw.execute(
        "SELECT client_id, at, zone, signed_at IS NOT NULL, text, third_party, third_party_words"
        " FROM contact_note WHERE id = ?",
        (contact,),
    ).fetchone()
    if head is None:
        return None
    added = raw.execute("SELECT text, reason FROM contact_addition WHERE contact_id = ? ORDER BY id", (contact,))
    client, at, zone, is_signed, *words = head
    words += [part for row in added.fetchall() for part in row]
    replies = raw.execute("SELECT words FROM outreach_reply WHERE contact_id = ? ORDER BY id", (contact,))
    words += [row[0] for row in replies.fetchall()]
    owner = None if client is None else _number(client)
    return Entry(owner, _day(at, zone), bool(is_signed), _joined(*words))


def _goal(raw: RawConnection, goal: int) -> Entry | None:
    """A goal with the words of its levels and of its tasks as they stand, which lead to it."""
    head = raw.execute(
        "SELECT client_id, agreed_on, wording, short, much_less, less, hoped, more, much_more FROM goal WHERE id = ?",
        (goal,),
    ).fetchone()
    if head is None:
        return None
    tasks = raw.execute(
        "SELECT words FROM task JOIN task_state AS state ON state.task_id = task.id AND state.number ="
        " (SELECT max(number) FROM task_state WHERE task_id = task.id)"
        " WHERE goal_id = ? AND NOT is_removed ORDER BY task.id",
        (goal,),
    ).fetchall()
    client, day, *words = head
    on = date.fromisoformat(str(day)) if day else UNDATED
    return Entry(_number(client), on, False, _joined(*words, *(row[0] for row in tasks)))


def _boundary_event(raw: RawConnection, event: int) -> Entry | None:
    head = raw.execute(
        "SELECT client_id, day, facts, client_words, reaction, thinking, consulted FROM boundary_event WHERE id = ?",
        (event,),
    ).fetchone()
    if head is None:
        return None
    added = raw.execute("SELECT text FROM boundary_event_addition WHERE event_id = ? ORDER BY id", (event,))
    client, day, *words = head
    words += [row[0] for row in added.fetchall()]
    return Entry(_number(client), date.fromisoformat(str(day)), is_final=True, words=_joined(*words))


def _worksheet(raw: RawConnection, worksheet: int) -> Entry | None:
    head = raw.execute(
        "SELECT client_id, written_on, closed_at IS NOT NULL, what, why, whose_need, alternatives, consulted, happened"
        " FROM boundary_worksheet WHERE id = ?",
        (worksheet,),
    ).fetchone()
    if head is None:
        return None
    added = raw.execute("SELECT text FROM worksheet_addition WHERE worksheet_id = ? ORDER BY id", (worksheet,))
    client, written, is_closed, *words = head
    words += [row[0] for row in added.fetchall()]
    return Entry(_number(client), date.fromisoformat(str(written)), bool(is_closed), _joined(*words))


def _from(statement: str, *, is_final: bool) -> Reader:
    """Reads an entry with one statement: its client, its day or nothing, and the parts of its words."""

    def read(raw: RawConnection, item: int) -> Entry | None:
        row = raw.execute(statement, (item,)).fetchone()
        if row is None:
            return None
        client, day, *words = row
        on = date.fromisoformat(str(day)) if day else UNDATED
        return Entry(None if client is None else _number(client), on, is_final, _joined(*words))

    return read


READERS: dict[int, Reader] = {
    1: _note,
    3: _contact,
    2: _from(
        "SELECT note.client_id, addendum.service_day, addendum.text, addendum.reason"
        " FROM addendum JOIN note ON note.id = addendum.note_id WHERE addendum.id = ?",
        is_final=True,
    ),
    4: _goal,
    5: _from(
        "SELECT clause.client_id, effective_on, wording, reason"
        " FROM clause_version JOIN clause ON clause.id = clause_id"
        " WHERE clause_id = ?1 / 10000 AND number = ?1 % 10000",
        is_final=False,
    ),
    6: _from("SELECT client_id, day, name FROM attachment WHERE id = ?", is_final=False),
    8: _boundary_event,
    9: _worksheet,
    10: _from(
        "SELECT client_id, on_day, whom, question, advised, decided FROM consultation WHERE id = ?", is_final=True
    ),
    7: _from(
        "SELECT client_id, in_force_on, warning_signs, own_steps, people_and_places, whom_to_call, safer"
        " FROM safety_plan WHERE id = ?",
        is_final=True,
    ),
    11: _from(
        "SELECT client_id, given_on, explained, scope, recipient, purpose, consent.words, assent_words,"
        " consent_withdrawal.words FROM consent LEFT JOIN consent_withdrawal ON consent_id = id WHERE id = ?",
        is_final=True,
    ),
    14: _from(
        "SELECT client_id, agreed_on, client_does, counselor_does, reason FROM commitment"
        " WHERE id = ? AND taken_back_at IS NULL",
        is_final=True,
    ),
    15: _from(
        "SELECT client_id, agreed_on, words FROM agreed_break WHERE id = ? AND taken_back_at IS NULL", is_final=True
    ),
}


def _day(instant: object, zone: object) -> date:
    """The civil day of an instant where it was written."""
    return utc_instant(str(instant)).astimezone(ZoneInfo(str(zone))).date()


def _joined(*parts: object) -> str:
    return "\n\n".join(str(part) for part in parts if part)


def _number(value: object) -> int:
    return int(str(value))
