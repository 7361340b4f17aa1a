"""What the counselor can do with sessions."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import NoteAlreadySigned, SessionsClash, StillInUse
from vitalshift_desktop.domain.sessions import (
    LONGEST_MINUTES,
    SHORTEST_MINUTES,
    Attendance,
    CancelledBy,
    Modality,
    Session,
    SessionId,
    at_local,
    first_clash,
    same_time_later,
)
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.episodes import episode_for
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.services.session_lines import (
    DayLines,
    SessionLine,
    Suggestion,
    free_times,
    session_lines,
    sessions_of_days,
)
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = SessionId(0)


class Sessions:
    """The sessions of the practice."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, needs_a_look: NeedsALook) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._needs_a_look = needs_a_look

    # ------------------------------------------------------------ looking

    def get(self, session_id: SessionId) -> SessionLine:
        """One session; raises NotFound."""
        with self._vault.read() as work:
            return session_lines(work, (work.sessions.get(session_id),), self._needs_a_look.all(work))[0]

    def day(self, day: date) -> tuple[SessionLine, ...]:
        """The sessions of one civil day in order of time."""
        with self._vault.read() as work:
            return session_lines(work, sessions_of_days(work, day, day), self._needs_a_look.all(work))

    def week(self, monday: date) -> tuple[DayLines, ...]:
        """Seven days from this one on, each with its sessions and the times between them that are free."""
        days = [monday + timedelta(days=place) for place in range(7)]
        with self._vault.read() as work:
            minutes = work.practice.get().session_minutes
            sessions = sessions_of_days(work, days[0], days[-1])
            lines = session_lines(work, sessions, self._needs_a_look.all(work))
        return tuple(_day_lines(day, lines, minutes) for day in days)

    def of_client(self, client_id: ClientId) -> tuple[SessionLine, ...]:
        """All sessions of one client, newest first."""
        with self._vault.read() as work:
            return session_lines(work, work.sessions.of_client(client_id)[::-1])

    def next_suggestion(self, session_id: SessionId) -> Suggestion:
        """When this client could come next: the same weekday and wall-clock time, in the first week still to come."""
        with self._vault.read() as work:
            return self._suggestion(work, work.sessions.get(session_id))

    # ------------------------------------------------------------ planning

    def plan(
        self,
        client_id: ClientId,
        day: date,
        clock: time,
        minutes: int,
        modality: Modality,
        *,
        allow_clash: bool = False,
        by: object = None,
    ) -> Session:
        """Plan a session at a wall-clock time here; SessionsClash with the other one, unless that is allowed.

        It joins the episode of its day: raises EpisodeHasEnded after the last one.
        """
        zone = self._clock.zone()
        wanted = Session(_NOT_YET, client_id, at_local(day, clock, zone), zone, minutes, modality)
        with self._vault.write() as work:
            work.clients.get(client_id)
            session = _added(work, wanted, AuditAct.SESSION_PLANNED, allow_clash=allow_clash)
        return self._published(session, by)

    def start_unplanned(self, client_id: ClientId, *, by: object = None) -> Session:
        """A session that begins now and was not planned; held like the client's last one."""
        now, zone = self._clock.now().replace(second=0, microsecond=0), self._clock.zone()
        with self._vault.write() as work:
            work.clients.get(client_id)
            last = work.sessions.last_of((client_id,), now).get(client_id)
            modality = last.modality if last else Modality.IN_PERSON
            minutes = work.practice.get().session_minutes
            begun = Session(_NOT_YET, client_id, now, zone, minutes, modality, Attendance.ATTENDED)
            session = _added(work, begun, AuditAct.SESSION_STARTED, allow_clash=True)
        return self._published(session, by)

    def book_next(self, session_id: SessionId, starts: datetime | None = None, *, by: object = None) -> Session:
        """Plan the next session like this one, at the suggested time unless another is given; raises SessionsClash."""
        with self._vault.write() as work:
            last = work.sessions.get(session_id)
            at = starts or self._suggestion(work, last).starts
            wanted = Session(_NOT_YET, last.client_id, at, last.zone, last.minutes, last.modality)
            session = _added(work, wanted, AuditAct.SESSION_PLANNED, allow_clash=False)
        return self._published(session, by)

    def move(
        self,
        session_id: SessionId,
        day: date,
        clock: time,
        minutes: int,
        *,
        allow_clash: bool = False,
        by: object = None,
    ) -> Session:
        """Give a session another time or length; raises SessionsClash, or NoteAlreadySigned once its note is signed."""
        zone = self._clock.zone()
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            _refuse_signed(work, session_id)
            moved = replace(session, starts=at_local(day, clock, zone), zone=zone, minutes=minutes)
            _refuse_clash(work, moved, allow_clash=allow_clash)
            self._save(work, moved, AuditAct.SESSION_CHANGED)
        return self._published(moved, by)

    def set_modality(self, session_id: SessionId, modality: Modality, *, by: object = None) -> Session:
        """Say how client and counselor meet."""
        with self._vault.write() as work:
            session = replace(work.sessions.get(session_id), modality=modality)
            self._save(work, session, AuditAct.SESSION_CHANGED)
        return self._published(session, by)

    def remove(self, session_id: SessionId, *, by: object = None) -> Session:
        """Take a planned session out of the calendar and hand it back for `restore`; StillInUse for any other."""
        with self._vault.write() as work:
            if work.sessions.get(session_id).attendance is not Attendance.PLANNED:
                raise StillInUse
            session = work.sessions.remove(session_id)
            recount_reminders(work, session.client_id)
            work.audit.append(AuditAct.SESSION_REMOVED, f"session:{session_id}")
        return self._published(session, by)

    def restore(self, session: Session, *, by: object = None) -> Session:
        """Put a removed session back as it was."""
        with self._vault.write() as work:
            work.sessions.restore(session)
            recount_reminders(work, session.client_id)
            work.audit.append(AuditAct.SESSION_PLANNED, f"session:{session.id}", again=True)
        return self._published(session, by)

    # ------------------------------------------------------------ attendance

    def set_attendance(
        self,
        session_id: SessionId,
        attendance: Attendance,
        cancelled_by: CancelledBy | None = None,
        *,
        late_notice: bool = False,
        by: object = None,
    ) -> Session:
        """Say whether the client came. A session with a signed note stays held: NoteAlreadySigned."""
        with self._vault.write() as work:
            session = work.sessions.get(session_id).marked(attendance, cancelled_by, late_notice=late_notice)
            if not session.was_held:
                _refuse_signed(work, session_id)
            self._save(work, session, AuditAct.SESSION_ATTENDANCE_SET, attendance=attendance.value)
        return self._published(session, by)

    def put_note_aside(self, session_id: SessionId, *, aside: bool = True, by: object = None) -> Session:
        """Say that no note will be written for a session for now, or that one will after all."""
        with self._vault.write() as work:
            session = replace(work.sessions.get(session_id), note_put_aside=aside)
            self._save(work, session, AuditAct.SESSION_CHANGED, note_put_aside=aside)
        return self._published(session, by)

    # ------------------------------------------------------------ within one unit of work

    def _suggestion(self, work: UnitOfWork, session: Session) -> Suggestion:
        now, weeks = self._clock.now(), 1
        while same_time_later(session, weeks) <= now:
            weeks += 1
        wanted = replace(session, id=_NOT_YET, starts=same_time_later(session, weeks), attendance=Attendance.PLANNED)
        after = max(now, session.ends)
        already = work.sessions.next_of((session.client_id,), after).get(session.client_id)
        return Suggestion(wanted.starts, _clash(work, wanted), already)

    def _save(self, work: UnitOfWork, session: Session, act: AuditAct, **detail: str | bool) -> None:
        work.sessions.save(session)
        recount_reminders(work, session.client_id)
        work.audit.append(act, f"session:{session.id}", **detail)

    def _published(self, session: Session, by: object) -> Session:
        self._events.publish(Changed(Subject.SESSIONS, session.client_id, by))
        return session


def _added(work: UnitOfWork, wanted: Session, act: AuditAct, *, allow_clash: bool) -> Session:
    _refuse_clash(work, wanted, allow_clash=allow_clash)
    episode_id = episode_for(work, wanted.client_id, wanted.day)
    session = work.sessions.add(replace(wanted, episode_id=episode_id))
    recount_reminders(work, session.client_id)
    work.audit.append(act, f"session:{session.id}")
    return session


def _clash(work: UnitOfWork, session: Session) -> Session | None:
    earliest = session.starts - timedelta(minutes=LONGEST_MINUTES)
    return first_clash(session, work.sessions.between(earliest, session.ends))


def _refuse_clash(work: UnitOfWork, session: Session, *, allow_clash: bool) -> None:
    if not SHORTEST_MINUTES <= session.minutes <= LONGEST_MINUTES:
        raise ValueError("a session lasts from five minutes to twelve hours")  # the clash search reaches no further
    other = None if allow_clash else _clash(work, session)
    if other is not None:
        raise SessionsClash(other)


def _refuse_signed(work: UnitOfWork, session_id: SessionId) -> None:
    head = work.notes.heads((session_id,)).get(session_id)
    if head is not None and head.is_signed:
        raise NoteAlreadySigned


def _day_lines(day: date, lines: tuple[SessionLine, ...], minutes: int) -> DayLines:
    own = tuple(line for line in lines if line.session.day == day)
    return DayLines(day, own, free_times((line.session for line in own), minutes))
