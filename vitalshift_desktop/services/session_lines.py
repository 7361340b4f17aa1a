"""Sessions as lists show them: with their client, number, phase and the state of their note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

from vitalshift_desktop.domain.clients import Client, ClientId, Phase
from vitalshift_desktop.domain.closures import Closure
from vitalshift_desktop.domain.fees import SessionFee
from vitalshift_desktop.domain.flags import Flag, FlagKind
from vitalshift_desktop.domain.lateness import Late
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.domain.phases import phase_on
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.fee_lines import fees_of_sessions
from vitalshift_desktop.services.late_notes import late_notes
from vitalshift_desktop.vault.records.notes import NoteHead
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


class NoteState(StrEnum):
    """How far the note of a session has come."""

    NONE = "none"
    DRAFT = "draft"
    SIGNED = "signed"
    PUT_ASIDE = "put_aside"


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session in a list; `number` is the one it has or would have, None for a missed or cancelled one.

    `absence` is the line kept of one that did not take place; `corrected` tells of attendance put right after signing.
    """

    session: Session
    client: Client
    number: int | None
    note: NoteState
    note_id: NoteId | None
    phase: Phase
    flags: tuple[Flag, ...] = ()
    absence: str = ""
    corrected: bool = False
    fee: SessionFee | None = None
    late: Late | None = None


@dataclass(frozen=True, slots=True)
class DayLines:
    """The sessions of one civil day in order of time, and the free times between them as instants (UTC).

    `closure` is set on a day on which the practice is closed.
    """

    day: date
    sessions: tuple[SessionLine, ...]
    gaps: tuple[tuple[datetime, datetime], ...] = ()
    closure: Closure | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """When the next session could be (UTC): the session it would clash with, and the one booked already, if any."""

    starts: datetime
    clash: Session | None = None
    already: Session | None = None


def session_lines(work: UnitOfWork, sessions: Sequence[Session], flags: Iterable[Flag] = ()) -> tuple[SessionLine, ...]:
    """The lines of these sessions in their order, read in bulk."""
    client_ids = {session.client_id for session in sessions}
    session_ids = [session.id for session in sessions]
    clients = work.clients.of_ids(client_ids)
    phases = work.clients.phase_marks_of(client_ids)
    heads = work.notes.heads(session_ids)
    earlier = work.sessions.held_before(session_ids)
    absences = work.session_facts.absences([session.id for session in sessions if not session.stands])
    corrected = {change.session_id for change in work.session_facts.changes(session_ids)}
    fees = fees_of_sessions(work, sessions)
    late = late_notes(work, sessions, heads)
    flags_of = flags_by_client(flags)
    return tuple(
        SessionLine(
            session=session,
            client=clients[session.client_id],
            number=earlier[session.id] + 1 if session.stands else None,
            note=_note_state(session, heads.get(session.id)),
            note_id=heads[session.id].id if session.id in heads else None,
            phase=phase_on(phases.get(session.client_id, ()), session.day),
            flags=flags_of.get(session.client_id, ()),
            absence=absences[session.id].line if session.id in absences else "",
            corrected=session.id in corrected,
            fee=fees.get(session.id),
            late=late.get(session.id),
        )
        for session in sessions
    )


def sessions_of_days(work: UnitOfWork, first: date, last: date) -> tuple[Session, ...]:
    """The sessions whose own civil day lies between two days, both included, in order of time."""
    start = datetime.combine(first, time.min, tzinfo=UTC) - timedelta(days=1)
    end = datetime.combine(last, time.min, tzinfo=UTC) + timedelta(days=2)
    return tuple(session for session in work.sessions.between(start, end) if first <= session.day <= last)


def free_times(sessions: Iterable[Session], minutes: int) -> tuple[tuple[datetime, datetime], ...]:
    """The times between the sessions of one day in which a session of so many minutes fits, as instants (UTC)."""
    standing = sorted((session for session in sessions if session.stands), key=lambda session: session.starts)
    between = ((before.ends, after.starts) for before, after in pairwise(standing))
    return tuple((start, end) for start, end in between if end - start >= timedelta(minutes=minutes))


def flags_by_client(flags: Iterable[Flag]) -> dict[ClientId, tuple[Flag, ...]]:
    """The flags of each client that has any, in their order; a silence is none of a session or of a score."""
    found: dict[ClientId, tuple[Flag, ...]] = {}
    for flag in (one for one in flags if one.kind is not FlagKind.LONG_SILENCE):
        found[flag.client_id] = (*found.get(flag.client_id, ()), flag)
    return found


def _note_state(session: Session, head: NoteHead | None) -> NoteState:
    if head is not None:
        return NoteState.SIGNED if head.is_signed else NoteState.DRAFT
    return NoteState.PUT_ASIDE if session.note_put_aside else NoteState.NONE
