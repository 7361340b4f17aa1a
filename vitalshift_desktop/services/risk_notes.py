"""The risk note that belongs to an answer: in the note of its session, where there is one."""

from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.measures.administration import AdministrationId
from vitalshift_desktop.domain.note_templates import RISK
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.notes import Notes
from vitalshift_desktop.services.shipped_templates import every_template, template_named
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


class NoteStanding(StrEnum):
    """How the note stands in which an answer can be written about."""

    NO_SESSION = "no_session"
    NOT_BEGUN = "not_begun"
    OPEN = "open"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class RiskNotePlace:
    """The session whose note it is, None where the answer has none and the client has none today."""

    session_id: SessionId | None
    standing: NoteStanding


class RiskNotes:
    """Finds the note, and puts the headings of the risk note into it."""

    def __init__(self, vault: Vault, clock: Clock, notes: Notes) -> None:
        self._vault = vault
        self._clock = clock
        self._notes = notes

    def place(self, administration_id: AdministrationId) -> RiskNotePlace:
        """Where it is to be written: the session in which the form was given, else the client's of today. NotFound."""
        with self._vault.read() as work:
            session = self._session(work, administration_id)
            if session is None:
                return RiskNotePlace(None, NoteStanding.NO_SESSION)
            head = work.notes.heads((session.id,)).get(session.id)
        if head is None:
            return RiskNotePlace(session.id, NoteStanding.NOT_BEGUN)
        return RiskNotePlace(session.id, NoteStanding.SIGNED if head.is_signed else NoteStanding.OPEN)

    def begin(self, administration_id: AdministrationId, *, by: object = None) -> RiskNotePlace:
        """Begin the note as a risk note, or put its headings below those of an open one; a signed one stays as it is.

        Raises NotFound, or as `Notes.add_part` does.
        """
        place = self.place(administration_id)
        if place.session_id is None or place.standing is NoteStanding.SIGNED:
            return place
        if place.standing is NoteStanding.NOT_BEGUN:
            self._notes.start(place.session_id, RISK, by=by)
            return place
        with self._vault.read() as work:
            note = work.notes.of_session(place.session_id)
            shape = template_named(RISK, every_template(work))
        if (
            note is not None
            and shape is not None
            and not all(note.has_section(heading.key) for heading in shape.headings)
        ):
            self._notes.add_part(note.id, RISK, base_version=note.version, by=by)
        return place

    def _session(self, work: UnitOfWork, administration_id: AdministrationId) -> Session | None:
        form = work.measures.get(administration_id)
        if form.session_id is not None:
            return work.sessions.get(form.session_id)
        now, day = self._clock.now(), today(self._clock)
        begun = [one for one in work.sessions.of_client(form.client_id) if one.day == day and one.starts <= now]
        return next((one for one in reversed(begun) if one.stands), None)
