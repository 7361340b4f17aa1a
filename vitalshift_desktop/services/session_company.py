"""What the counselor can write about where and with whom a session was held."""

from collections.abc import Iterable
from dataclasses import dataclass

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.online import OnlineStrip, carried
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.presence import Presence, PresentRole, checked_all
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.session_planning import refuse_signed
from vitalshift_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class OnlineView:
    """The online strip of a session; while nothing was written, what is carried over from last time."""

    session: Session
    strip: OnlineStrip
    is_written: bool
    is_signed: bool


@dataclass(frozen=True, slots=True)
class PresenceView:
    """Who was there beside client and counselor; `last_time` are those of the last session that somebody came to.

    `interpreter` is the language the client needs an interpreter for, "" where they need none.
    """

    session: Session
    present: tuple[Presence, ...]
    last_time: tuple[Presence, ...]
    is_signed: bool
    interpreter: str = ""

    @property
    def asks_interpreter(self) -> bool:
        """Whether an interpreter is needed and none is written down while that is still possible."""
        came = any(one.role is PresentRole.INTERPRETER for one in self.present)
        return bool(self.interpreter) and not came and not self.is_signed


class SessionCompany:
    """Online strips, and who was there."""

    def __init__(self, vault: Vault, events: Events) -> None:
        self._vault = vault
        self._events = events

    def online(self, session_id: SessionId) -> OnlineView:
        """The strip of one session, carried over from last time while nothing was written; raises NotFound."""
        with self._vault.read() as work:
            session = work.sessions.get(session_id)
            head = work.notes.heads((session_id,)).get(session_id)
            strip = work.session_facts.strip(session_id)
            is_signed = head is not None and head.is_signed
            offered = OnlineStrip() if is_signed else carried(work.session_facts.last_strip(session))
        return OnlineView(session, strip or offered, strip is not None, is_signed)

    def write_online(self, session_id: SessionId, strip: OnlineStrip, *, by: object = None) -> OnlineStrip:
        """Keep the strip; raises NotFound, NoteAlreadySigned, TextTooLong or HiddenCharacters."""
        check_visible(strip.location, strip.call_back, strip.platform, strip.interruptions)
        with self._vault.write() as work:
            session, checked = work.sessions.get(session_id), strip.checked()
            refuse_signed(work, session_id)
            work.session_facts.put_strip(session_id, checked)
            work.audit.append(AuditAct.SESSION_ONLINE_SET, f"session:{session_id}")
        self._events.publish(Changed(Subject.SESSIONS, session.client_id, by))
        return checked

    def present(self, session_id: SessionId) -> PresenceView:
        """Who was in one session; raises NotFound."""
        with self._vault.read() as work:
            session = work.sessions.get(session_id)
            head = work.notes.heads((session_id,)).get(session_id)
            present = work.session_facts.present((session_id,)).get(session_id, ())
            last_time = work.session_facts.last_present(session.client_id, session)
            language = work.files.get(session.client_id).interpreter_language.strip()
        return PresenceView(session, present, last_time, head is not None and head.is_signed, language)

    def write_present(
        self, session_id: SessionId, present: Iterable[Presence], *, by: object = None
    ) -> tuple[Presence, ...]:
        """Keep who was there; raises NotFound, NoteAlreadySigned, NameIsMissing, TextTooLong or HiddenCharacters."""
        checked = checked_all(present)
        check_visible(*(one.name for one in checked))
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            refuse_signed(work, session_id)
            work.session_facts.put_present(session_id, checked)
            work.audit.append(AuditAct.SESSION_PRESENCE_SET, f"session:{session_id}", people=len(checked))
        self._events.publish(Changed(Subject.SESSIONS, session.client_id, by))
        return checked
