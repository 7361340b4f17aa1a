"""Which signed notes were signed late, by the hours that were chosen."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from vitalshift_desktop.domain.closures import closed_spans
from vitalshift_desktop.domain.lateness import Late, Span, lateness
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.vault.records.notes import NoteHead
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def late_when_signed(work: UnitOfWork, session: Session, signed_at: datetime) -> Late | None:
    """How late a note of this session is when signed at this instant."""
    closed = closed_spans(work.closures.all(), session.zone)
    return lateness(session.ends, signed_at, work.note_templates.setting().late_hours, closed)


def late_notes(
    work: UnitOfWork, sessions: Iterable[Session], heads: Mapping[SessionId, NoteHead]
) -> dict[SessionId, Late]:
    """The notes of these sessions that were signed late; all others are left out."""
    steps, closures = work.note_templates.setting().late_hours, work.closures.all()
    found: dict[SessionId, Late] = {}
    spans: dict[str, tuple[Span, ...]] = {}
    for session in sessions:
        head = heads.get(session.id)
        if head is not None and head.signed_at is not None:
            if session.zone not in spans:
                spans[session.zone] = closed_spans(closures, session.zone)
            late = lateness(session.ends, head.signed_at, steps, spans[session.zone])
            if late is not None:
                found[session.id] = late
    return found
