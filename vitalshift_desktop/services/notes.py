"""What the counselor can do with progress notes."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.note_templates import NoteTemplate
from vitalshift_desktop.domain.notes import (
    Addendum,
    AdditionKind,
    Note,
    NoteId,
    Section,
    addendum_fingerprint,
    empty_sections,
)
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    DiskFull,
    NoteAlreadySigned,
    NoteChangedElsewhere,
    NotFound,
)
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId, number_of
from vitalshift_desktop.services.blind_ratings import shut_sessions
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.late_notes import late_when_signed
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.services.note_views import OpenNote, SigningSheet, last_time, shape_of
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.services.shipped_templates import every_template, first_shape, template_named
from vitalshift_desktop.services.signing import signing_sheet_of, with_likeness
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

    def start(self, session_id: SessionId, template: str | None = None, *, by: object = None) -> Note:
        """The note of a session, begun now unless it exists; a planned session that has come counts as attended.

        Opening one that exists is a view, which the audit trail keeps where it can be written.
        Without a template the one this client's latest note has is used, unless it is for once or put away; else the
        usual one.
        """
        with self._vault.read() as work:  # an older note opens where nothing can be written, too
            existing = work.notes.of_session(session_id)
        if existing is not None:
            self._enter_view(existing)
            return existing
        with self._vault.write() as work:
            note = self.begun(work, session_id, template)
        return self._published(note, by)

    def begun(self, work: UnitOfWork, session_id: SessionId, template: str | None = None) -> Note:
        """The same within somebody's unit of work, who tells of it; of a session without a note. Raises NotFound."""
        session = work.sessions.get(session_id)
        shape = _shape(work, session, template)
        self._begin(work, session)
        note = work.notes.add(self._empty(session, shape))
        work.audit.append(AuditAct.NOTE_STARTED, f"note:{note.id}", session=session_id)
        return note

    def goals_touched(self, note_id: NoteId) -> frozenset[int]:
        """The goals that a note has to do with; raises NotFound."""
        with self._vault.read() as work:
            return work.notes.get(note_id).goals_touched

    def get(self, note_id: NoteId) -> OpenNote:
        """One note with its session, its client and what was written the time before; raises NotFound."""
        with self._vault.read() as work:
            note = work.notes.get(note_id)
            sessions = work.sessions.of_client(note.client_id)
            session = next(one for one in sessions if one.id == note.session_id)
            template, hints = shape_of(work, note)
            return OpenNote(
                note=note,
                session=session,
                client=work.clients.get(note.client_id),
                number=number_of(session, sessions),
                last=last_time(work, sessions, session.starts),
                unaltered=note.is_unaltered,
                template=template,
                hints=hints,
                earlier={} if note.is_signed else work.notes.earlier_texts(note, session.starts),
                late=late_when_signed(work, session, note.signed_at) if note.signed_at else None,
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

    def change_template(self, note_id: NoteId, template: str, *, base_version: int, by: object = None) -> Note:
        """Put the same text under another template's headings; raises NotFound, or as `save_draft` does."""
        with self._vault.write() as work:
            before = _expected(work, note_id, base_version)
            old = template_named(before.template, every_template(work))
            note = before.reshaped(_template(work, template), self._clock.now(), before=old)
            self._save_shape(work, note, base_version)
        return self._published(note, by)

    def add_part(self, note_id: NoteId, template: str, *, base_version: int, by: object = None) -> Note:
        """Put the headings of another template below those of the note; raises as `change_template` does."""
        with self._vault.write() as work:
            before = _expected(work, note_id, base_version)
            note = before.with_part(_template(work, template), self._clock.now())
            self._save_shape(work, note, base_version)
        return self._published(note, by)

    def put_back(self, earlier: Note, *, base_version: int, by: object = None) -> Note:
        """Take a change of template or an added part back: exactly, unless something was written since `base_version`.

        Then every word stays: the earlier template comes back, and added headings go where they are still empty.
        Raises NoteAlreadySigned, or NotFound where that template is gone.
        """
        with self._vault.write() as work:
            now, at = work.notes.get(earlier.id), self._clock.now()
            if now.version == base_version:
                note = now.put_back(earlier, at)
            elif now.template == earlier.template:
                note = now.without_empty({one.key for one in now.sections if not earlier.has_section(one.key)}, at)
            else:
                changed = template_named(now.template, every_template(work))
                note = now.reshaped(_template(work, earlier.template), at, before=changed)
            self._save_shape(work, note, now.version)
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
            return signing_sheet_of(work, work.notes.get(note_id), self._clock.now())

    def sign(self, note_id: NoteId, *, by: object = None) -> Note:
        """Sign the note. After this it can only be added to. Raises NoteIsEmpty or NoteAlreadySigned."""
        with self._vault.write() as work:
            signer = work.practice.get().counselor_name
            draft = work.notes.get(note_id)
            compared = with_likeness(work, draft, work.sessions.get(draft.session_id))
            note = compared.signed(self._clock.now(), signer)
            opens = shut_sessions(work, work.measures.of_session(draft.session_id))
            work.notes.save(note, expected_version=note.version)
            work.audit.append(AuditAct.NOTE_SIGNED, f"note:{note_id}", fingerprint=note.fingerprint)
        published = self._published(note, by)
        if opens:
            self._events.publish(Changed(Subject.MEASURES, note.client_id, by))
        return published

    def add_addendum(
        self,
        note_id: NoteId,
        text: str,
        reason: str,
        service_day: date,
        kind: AdditionKind = AdditionKind.ADDENDUM,
        *,
        by: object = None,
    ) -> Note:
        """Add to a signed note, with the reason and the day it is about.

        Raises NoteNotSigned, NoteIsEmpty, TextTooLong, HiddenCharacters, or DateIsImpossible for a day to come.
        """
        check_visible(reason)
        if service_day > today(self._clock):
            raise DateIsImpossible
        with self._vault.write() as work:
            signer = work.practice.get().counselor_name
            addendum = Addendum(text.strip(), reason.strip(), self._clock.now(), service_day, signer, kind)
            note = work.notes.get(note_id).added(addendum)
            work.notes.append(note)
            sealed, count = addendum_fingerprint(note.addenda[-1]), len(note.addenda)
            facts = {"additions": count, "kind": kind.value, "fingerprint": sealed}
            work.audit.append(AuditAct.NOTE_AMENDED, f"note:{note_id}", **facts)
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

    def _empty(self, session: Session, template: NoteTemplate) -> Note:
        now, sections = self._clock.now(), empty_sections(template.headings)
        return Note(_NOT_YET, session.id, session.client_id, template.key, sections, now, now)

    def _save_shape(self, work: UnitOfWork, note: Note, base_version: int) -> None:
        work.notes.save(note, expected_version=base_version)
        work.audit.append(AuditAct.NOTE_WRITTEN, f"note:{note.id}", template=note.template)

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


def _template(work: UnitOfWork, key: str) -> NoteTemplate:
    found = template_named(key, every_template(work))
    if found is None:
        raise NotFound
    return found


def _shape(work: UnitOfWork, session: Session, wanted: str | None) -> NoteTemplate:
    if wanted is not None:
        return _template(work, wanted)
    templates = every_template(work)
    once = [template.key for template in templates if not template.repeats or template.put_away]
    last = work.notes.last_template(session.client_id, but=once)
    return first_shape(last, work.note_templates.setting().usual_template, templates)
