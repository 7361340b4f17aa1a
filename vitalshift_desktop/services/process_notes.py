"""What the counselor can do with process notes. No other service, and nothing that prints, reads them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.jurisdictions import ProcessNoteRules
from vitalshift_desktop.domain.process_notes import ProcessNote, ProcessNoteId, checked
from vitalshift_desktop.domain.sessions import Session, SessionId, numbered
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.jurisdictions import process_note_rules
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ProcessNoteId(0)
SITTING = timedelta(minutes=10)
"""Saves that follow each other within this time are one act of writing in the audit trail, as with other notes."""


@dataclass(frozen=True, slots=True)
class ProcessNoteLine:
    """One note in the list of a client, with its day and the number of its session, if it is about one."""

    note: ProcessNote
    day: date
    session_no: int | None = None


class ProcessNotes:
    """The counselor's own reflections, apart from the record."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    # ------------------------------------------------------------ looking

    def rules(self) -> ProcessNoteRules:
        """What holds for process notes where the counselor works."""
        with self._vault.read() as work:
            return process_note_rules(work.practice.get().jurisdiction)

    def of_session(self, session_id: SessionId) -> tuple[Session, ProcessNote | None]:
        """A session and the note about it, if one was begun; raises NotFound."""
        with self._vault.read() as work:
            return work.sessions.get(session_id), work.process_notes.of_session(session_id)

    def get(self, note_id: ProcessNoteId) -> ProcessNote:
        """One note; raises NotFound."""
        with self._vault.read() as work:
            return work.process_notes.get(note_id)

    def find(self, client_id: ClientId, words: str = "") -> tuple[ProcessNoteLine, ...]:
        """The notes of one client that hold all these words, the newest first; without words all of them.

        Capitals and accents make no difference. This is the only search that looks into process notes.
        """
        wanted = folded(words).split()
        with self._vault.read() as work:
            notes = work.process_notes.of_client(client_id)
            sessions = {session.id: session for session in work.sessions.of_client(client_id)}
        numbers = numbered(tuple(sessions.values()))
        lines = (_line(note, sessions, numbers) for note in notes if _holds(note.text, wanted))
        return tuple(sorted(lines, key=lambda line: (line.day, line.note.id), reverse=True))

    # ------------------------------------------------------------ acting

    def begin(
        self, client_id: ClientId, text: str, *, session_id: SessionId | None = None, by: object = None
    ) -> ProcessNote:
        """A new note about a session, or without one about today; AlreadyRecorded when the session has one."""
        now = self._clock.now()
        with self._vault.write() as work:
            day = work.sessions.get(session_id).day if session_id is not None else today(self._clock)
            note = work.process_notes.add(ProcessNote(_NOT_YET, client_id, session_id, day, checked(text), now, now))
            work.audit.append(AuditAct.PROCESS_NOTE_STARTED, f"process_note:{note.id}")
        return self._published(note, by)

    def save(self, note_id: ProcessNoteId, text: str, *, base_version: int, by: object = None) -> ProcessNote:
        """Save the text as it stands in the editor.

        Raises NoteChangedElsewhere when the stored version is not the one the editor began from, or TextTooLong.
        """
        with self._vault.write() as work:
            before = work.process_notes.get(note_id)
            note = before.written(text, self._clock.now())
            work.process_notes.save(note, expected_version=base_version)
            _enter_sitting(work, before, note)
        return self._published(note, by)

    def move(self, note_id: ProcessNoteId, day: date, *, by: object = None) -> ProcessNote:
        """Say which day a note without a session is about."""
        with self._vault.write() as work:
            before = work.process_notes.get(note_id)
            note = before.about(day, self._clock.now())
            work.process_notes.save(note, expected_version=before.version)
            work.audit.append(AuditAct.PROCESS_NOTE_WRITTEN, f"process_note:{note_id}")
        return self._published(note, by)

    def remove(self, note_id: ProcessNoteId, *, by: object = None) -> ProcessNote:
        """Take it away and hand it back for `restore`."""
        with self._vault.write() as work:
            note = work.process_notes.remove(note_id)
            work.audit.append(AuditAct.PROCESS_NOTE_REMOVED, f"process_note:{note_id}")
        return self._published(note, by)

    def restore(self, note: ProcessNote, *, by: object = None) -> ProcessNote:
        """Put a removed note back as it was; AlreadyRecorded when its session has another one by now.

        Where its session went to another file meanwhile it follows.
        """
        with self._vault.write() as work:
            if note.session_id is not None:
                note = replace(note, client_id=work.sessions.get(note.session_id).client_id)
            work.process_notes.restore(note)
            work.audit.append(AuditAct.PROCESS_NOTE_STARTED, f"process_note:{note.id}", again=True)
        return self._published(note, by)

    def _published(self, note: ProcessNote, by: object) -> ProcessNote:
        self._events.publish(Changed(Subject.PROCESS_NOTES, note.client_id, by))
        return note


def _line(note: ProcessNote, sessions: dict[SessionId, Session], numbers: dict[SessionId, int]) -> ProcessNoteLine:
    session = sessions.get(note.session_id) if note.session_id is not None else None
    if session is None:
        return ProcessNoteLine(note, note.day)
    return ProcessNoteLine(note, session.day, numbers.get(session.id))


def _holds(text: str, wanted: list[str]) -> bool:
    if not wanted:
        return True
    plain = folded(text)
    return all(word in plain for word in wanted)


def _enter_sitting(work: UnitOfWork, before: ProcessNote, note: ProcessNote) -> None:
    if before.version == 1 or note.changed_at - before.changed_at >= SITTING:
        work.audit.append(AuditAct.PROCESS_NOTE_WRITTEN, f"process_note:{note.id}", version=note.version)
