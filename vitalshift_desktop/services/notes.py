"""What the counselor can do with progress notes."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.measures.instrument import CHECKIN, AdministrationState, Rater
from vitalshift_desktop.domain.notes import Addendum, Note, NoteId, Section, Template, empty_sections
from vitalshift_desktop.domain.problems import DiskFull, NoteAlreadySigned, NoteChangedElsewhere
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId, number_of
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.services.note_views import (
    PLAN,
    Missing,
    OpenNote,
    SigningSheet,
    filled_sections,
    last_time,
    words_in,
)
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = NoteId(0)
SITTING = timedelta(minutes=10)
"""Saves of one draft that follow each other within this time are one act of writing in the audit trail."""


class Notes:
    """The progress notes of the practice, one for each session."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, needs_a_look: NeedsALook) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._needs_a_look = needs_a_look
        self._last_draft: Note | None = None  # as it was saved, so that the next save need not read it again

    def start(self, session_id: SessionId, template: Template | None = None, *, by: object = None) -> Note:
        """The note of a session, begun now unless it exists; a planned session that has come counts as attended.

        Opening one that exists is a view, which the audit trail keeps where it can be written.
        Without a template the one this client's latest note has is used, else data, assessment, plan.
        """
        with self._vault.read() as work:  # an older note opens where nothing can be written, too
            existing = work.notes.of_session(session_id)
        if existing is not None:
            self._enter_view(existing)
            return existing
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            shape = template or work.notes.last_template(session.client_id) or Template.DAP
            self._begin(work, session)
            note = work.notes.add(self._empty(session, shape))
            work.audit.append(AuditAct.NOTE_STARTED, f"note:{note.id}", session=session_id)
        return self._published(note, by)

    def get(self, note_id: NoteId) -> OpenNote:
        """One note with its session, its client and what was written the time before; raises NotFound."""
        with self._vault.read() as work:
            note = work.notes.get(note_id)
            sessions = work.sessions.of_client(note.client_id)
            session = next(one for one in sessions if one.id == note.session_id)
            return OpenNote(
                note=note,
                session=session,
                client=work.clients.get(note.client_id),
                number=number_of(session, sessions),
                last=last_time(work, sessions, session.starts),
                unaltered=note.is_unaltered,
            )

    def save_draft(
        self, note_id: NoteId, sections: tuple[Section, ...], *, base_version: int, by: object = None
    ) -> Note:
        """Save the text as it stands in the editor.

        Raises NoteChangedElsewhere when the stored version is not the one the editor began from, NoteAlreadySigned or
        TextTooLong. Saves that follow each other closely leave one entry in the audit trail.
        """
        note = self._saved_quickly(note_id, sections, base_version)
        if note is None:
            with self._vault.write() as work:
                before = _expected(work, note_id, base_version)
                note = before.written(sections, self._clock.now())
                self._save_writing(work, before, note)
        self._last_draft = note
        return self._published(note, by)

    def change_template(self, note_id: NoteId, template: Template, *, base_version: int, by: object = None) -> Note:
        """Put the same text under other headings; raises as `save_draft` does."""
        with self._vault.write() as work:
            note = _expected(work, note_id, base_version).reshaped(template, self._clock.now())
            work.notes.save(note, expected_version=base_version)
            work.audit.append(AuditAct.NOTE_WRITTEN, f"note:{note_id}", template=template.value)
        return self._published(note, by)

    def touch_goals(self, note_id: NoteId, goals: frozenset[GoalId], *, by: object = None) -> Note:
        """Say which goals the session worked on; raises NoteAlreadySigned."""
        with self._vault.write() as work:
            before = work.notes.get(note_id)
            note = before.touching(frozenset(int(goal) for goal in goals), self._clock.now())
            work.notes.save(note, expected_version=before.version)
            work.audit.append(AuditAct.NOTE_WRITTEN, f"note:{note_id}", goals=len(goals))
        return self._published(note, by)

    def signing_sheet(self, note_id: NoteId) -> SigningSheet:
        """What signing this note would lock, and what is missing around it."""
        with self._vault.read() as work:
            note = work.notes.get(note_id)
            return SigningSheet(
                note=note,
                words=words_in(note),
                filled=filled_sections(note),
                goals_touched=len(note.goals_touched),
                missing=self._missing(work, note),
            )

    def sign(self, note_id: NoteId, *, by: object = None) -> Note:
        """Sign the note. After this it can only be added to. Raises NoteIsEmpty or NoteAlreadySigned."""
        with self._vault.write() as work:
            signer = work.practice.get().counselor_name
            note = work.notes.get(note_id).signed(self._clock.now(), signer)
            work.notes.save(note, expected_version=note.version)
            work.audit.append(AuditAct.NOTE_SIGNED, f"note:{note_id}", fingerprint=note.fingerprint)
        return self._published(note, by)

    def add_addendum(self, note_id: NoteId, text: str, reason: str, service_day: date, *, by: object = None) -> Note:
        """Add to a signed note, with the reason and the day it is about; raises NoteNotSigned or NoteIsEmpty."""
        with self._vault.write() as work:
            signer = work.practice.get().counselor_name
            addendum = Addendum(text.strip(), reason.strip(), self._clock.now(), service_day, signer)
            note = work.notes.get(note_id).added(addendum)
            work.notes.append(note)
            work.audit.append(AuditAct.NOTE_AMENDED, f"note:{note_id}", additions=len(note.addenda))
        return self._published(note, by)

    # ------------------------------------------------------------ within one unit of work

    def _enter_view(self, note: Note) -> None:
        if self._vault.read_only:
            return
        with suppress(DiskFull), self._vault.write() as work:  # a full drive must not keep anybody from reading
            work.audit.append(AuditAct.NOTE_VIEWED, f"note:{note.id}")

    def _begin(self, work: UnitOfWork, session: Session) -> None:
        has_come = session.attendance is Attendance.PLANNED and session.day <= today(self._clock)
        begun = replace(session.marked(Attendance.ATTENDED) if has_come else session, note_put_aside=False)
        if begun != session:
            work.sessions.save(begun)
            recount_reminders(work, session.client_id)
            self._needs_a_look.forget(
                session.client_id
            )  # a session more that was held can move the numbers of later ones

    def _empty(self, session: Session, template: Template) -> Note:
        now = self._clock.now()
        return Note(_NOT_YET, session.id, session.client_id, template, empty_sections(template), now, now)

    def _saved_quickly(self, note_id: NoteId, sections: tuple[Section, ...], base_version: int) -> Note | None:
        """The note, if it is the draft saved last and nothing but its text is to be written; else None."""
        before = self._last_draft
        if before is None or (before.id, before.version) != (note_id, base_version):
            return None
        note = before.written(sections, self._clock.now())
        if _begins_a_sitting(before, note) or not self._vault.save_draft(before, note):
            return None
        return note

    def _save_writing(self, work: UnitOfWork, before: Note, note: Note) -> None:
        work.notes.save_text(note, expected_version=before.version)
        if _begins_a_sitting(before, note):
            work.audit.append(AuditAct.NOTE_WRITTEN, f"note:{note.id}", version=note.version)

    def _missing(self, work: UnitOfWork, note: Note) -> tuple[Missing, ...]:
        session = work.sessions.get(note.session_id)
        given = work.measures.of_session(session.id)
        upcoming = work.sessions.next_of((note.client_id,), max(self._clock.now(), session.ends))
        is_missing = {
            Missing.PLAN_EMPTY: not note.section(PLAN).strip(),
            Missing.CHECKIN_MISSING: not any(
                one.instrument_id == CHECKIN and one.rater is Rater.CLIENT and one.state is AdministrationState.ANSWERED
                for one in given
            ),
            Missing.ATTENDANCE_OPEN: session.attendance is Attendance.PLANNED,
            Missing.NEXT_SESSION_NONE: note.client_id not in upcoming,
        }
        return tuple(missing for missing in Missing if is_missing[missing])

    def _published(self, note: Note, by: object) -> Note:
        self._events.publish(Changed(Subject.NOTES, note.client_id, by))
        return note


def _begins_a_sitting(before: Note, note: Note) -> bool:
    return before.version == 1 or note.changed_at - before.changed_at >= SITTING


def _expected(work: UnitOfWork, note_id: NoteId, base_version: int) -> Note:
    note = work.notes.get(note_id)
    if note.is_signed:
        raise NoteAlreadySigned
    if note.version != base_version:
        raise NoteChangedElsewhere
    return note
