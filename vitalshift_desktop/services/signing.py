"""What stands around the signing of a note: what it locks, what is missing, what is as last time, how late it is."""

from datetime import datetime

from vitalshift_desktop.domain.goals import GoalStatus
from vitalshift_desktop.domain.likeness import percent_alike
from vitalshift_desktop.domain.measures.administration import AdministrationState, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.note_templates import PLAN
from vitalshift_desktop.domain.notes import Note, Section
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.services.late_notes import late_when_signed
from vitalshift_desktop.services.note_views import Missing, SigningSheet, words_in
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def signing_sheet_of(work: UnitOfWork, note: Note, now: datetime) -> SigningSheet:
    """What signing this note now would lock, and what stands around it."""
    session = work.sessions.get(note.session_id)
    compared = with_likeness(work, note, session)
    return SigningSheet(
        note=note,
        words=words_in(note),
        filled=tuple(section for section in compared.sections if section.text.strip()),
        empty=tuple(section for section in note.sections if not section.text.strip()),
        goals_touched=len(note.goals_touched),
        ratings=sum(one.session_id == session.id for one in work.goals.ratings_of_client(note.client_id)),
        files=len(note.attachments),
        missing=_missing(work, note, session, now),
        late=late_when_signed(work, session, now),
    )


def with_likeness(work: UnitOfWork, note: Note, session: Session) -> Note:
    """The note, saying for each section with text how much of it stood under this heading the time before."""
    earlier = work.notes.earlier_texts(note, session.starts)
    filled = [section for section in note.sections if section.text.strip() and section.key in earlier]
    return note.compared({one.key: percent_alike(earlier[one.key].text, one.text) for one in filled})


def _missing(work: UnitOfWork, note: Note, session: Session, now: datetime) -> tuple[Missing, ...]:
    upcoming = work.sessions.next_of((note.client_id,), max(now, session.ends))
    has_goals = any(goal.status is GoalStatus.ACTIVE for goal in work.goals.of_client(note.client_id))
    is_missing = {
        Missing.PLAN_EMPTY: any(_is_empty_plan(section) for section in note.sections),
        Missing.CHECKIN_MISSING: not _has_checkin(work, session),
        Missing.GOALS_UNTOUCHED: has_goals and not note.goals_touched,
        Missing.ATTENDANCE_OPEN: session.attendance is Attendance.PLANNED,
        Missing.NEXT_SESSION_NONE: note.client_id not in upcoming,
    }
    return tuple(missing for missing in Missing if is_missing[missing])


def _is_empty_plan(section: Section) -> bool:
    return section.key == PLAN and not section.text.strip()


def _has_checkin(work: UnitOfWork, session: Session) -> bool:
    """Whether the client answered, or it was said why not."""
    if any(one.instrument_id == CHECKIN for one in work.measures_not_given.of_session(session.id)):
        return True
    return any(
        one.instrument_id == CHECKIN and one.rater is Rater.CLIENT and one.state is AdministrationState.ANSWERED
        for one in work.measures.of_session(session.id)
    )
