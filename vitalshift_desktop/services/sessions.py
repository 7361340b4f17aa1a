"""What the counselor can do with sessions."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.attendance import check_its_day_has_come
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.closures import Closure, closure_on
from vitalshift_desktop.domain.problems import StillInUse
from vitalshift_desktop.domain.session_course import SessionMove
from vitalshift_desktop.domain.sessions import (
    Attendance,
    CancelledBy,
    Modality,
    Session,
    SessionId,
    at_local,
    same_time_later,
)
from vitalshift_desktop.services.attendance import AttendanceActs
from vitalshift_desktop.services.clock import Clock, today
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
from vitalshift_desktop.services.session_planning import added, clash_of, refuse_signed, refuse_unfit
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.vault.records.session_facts import SessionFacts
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = SessionId(0)


class Sessions(AttendanceActs):
    """The sessions of the practice."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, needs_a_look: NeedsALook) -> None:
        super().__init__(vault, clock, events)
        self._needs_a_look = needs_a_look
        # What was kept about sessions that were removed, for whoever puts one back.
        self._facts_of_removed: dict[SessionId, tuple[SessionFacts, tuple[SessionMove, ...]]] = {}

    # ------------------------------------------------------------ looking

    def get(self, session_id: SessionId) -> SessionLine:
        """One session; raises NotFound."""
        with self._vault.read() as work:
            return session_lines(work, (work.sessions.get(session_id),), self._needs_a_look.all(work))[0]

    def client_of(self, session_id: SessionId) -> ClientId:
        """Whose session it is; raises NotFound."""
        with self._vault.read() as work:
            return work.sessions.get(session_id).client_id

    def day(self, day: date) -> tuple[SessionLine, ...]:
        """The sessions of one civil day in order of time."""
        with self._vault.read() as work:
            return session_lines(work, sessions_of_days(work, day, day), self._needs_a_look.all(work))

    def week(self, monday: date) -> tuple[DayLines, ...]:
        """Seven days from this one on, each with its sessions and the times between them that are free."""
        days = [monday + timedelta(days=place) for place in range(7)]
        with self._vault.read() as work:
            minutes = work.practice.get().session_minutes
            closures = work.closures.between(days[0], days[-1])
            sessions = sessions_of_days(work, days[0], days[-1])
            lines = session_lines(work, sessions, self._needs_a_look.all(work))
        return tuple(_day_lines(day, lines, minutes, closures) for day in days)

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
        allow_closed: bool = False,
        by: object = None,
    ) -> Session:
        """Plan a session at a wall-clock time here.

        Raises SessionsClash with the other one, and PracticeIsClosed, unless that is allowed. It joins the episode of
        its day: raises EpisodeHasEnded after the last one.
        """
        zone = self._clock.zone()
        wanted = Session(_NOT_YET, client_id, at_local(day, clock, zone), zone, minutes, modality)
        with self._vault.write() as work:
            work.clients.get(client_id)
            refuse_unfit(work, wanted, allow_clash=allow_clash, allow_closed=allow_closed)
            session = added(work, wanted, AuditAct.SESSION_PLANNED)
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
            session = added(work, begun, AuditAct.SESSION_STARTED)
        return self._published(session, by)

    def book_next(self, session_id: SessionId, starts: datetime | None = None, *, by: object = None) -> Session:
        """Plan the next session like this one, at the suggested time unless another is given.

        Raises SessionsClash or PracticeIsClosed.
        """
        with self._vault.write() as work:
            last = work.sessions.get(session_id)
            at = starts or self._suggestion(work, last).starts
            wanted = Session(_NOT_YET, last.client_id, at, last.zone, last.minutes, last.modality)
            refuse_unfit(work, wanted, allow_clash=False, allow_closed=False)
            session = added(work, wanted, AuditAct.SESSION_PLANNED)
        return self._published(session, by)

    def move(
        self,
        session_id: SessionId,
        day: date,
        clock: time,
        minutes: int,
        *,
        allow_clash: bool = False,
        allow_closed: bool = False,
        asked_by: CancelledBy | None = None,
        by: object = None,
    ) -> Session:
        """Give a session another time or length, with who asked for it; one of a standing appointment moves alone.

        Raises what `plan` raises, NoteAlreadySigned once its note is signed, and SessionIsAhead for one that was held
        and would move to a day to come.
        """
        zone = self._clock.zone()
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            refuse_signed(work, session_id)
            moved = replace(session, starts=at_local(day, clock, zone), zone=zone, minutes=minutes)
            check_its_day_has_come(moved.attendance, moved, today(self._clock))
            allow_closed = allow_closed or moved.day == session.day
            refuse_unfit(work, moved, allow_clash=allow_clash, allow_closed=allow_closed)
            if moved.day != session.day:
                moved = replace(moved, episode_id=episode_for(work, moved.client_id, moved.day))
            if moved.starts != session.starts:
                now = self._clock.now()
                work.session_courses.add_move(SessionMove(session.id, session.starts, session.zone, asked_by, now))
            self._save(work, moved, AuditAct.SESSION_CHANGED)
        return self._published(moved, by)

    def put_back(self, session: Session, *, by: object = None) -> Session:
        """Give a session again the time, length and modality it had before it was moved or changed.

        What was marked since, such as attendance or another file, stays. Raises NoteAlreadySigned, and SessionIsAhead
        for one that was held meanwhile and would go back to a day to come.
        """
        with self._vault.write() as work:
            refuse_signed(work, session.id)
            now = work.sessions.get(session.id)
            had = replace(now, starts=session.starts, zone=session.zone, minutes=session.minutes)
            had = replace(had, modality=session.modality)
            check_its_day_has_come(had.attendance, had, today(self._clock))
            if had.client_id == session.client_id:
                had = replace(had, episode_id=session.episode_id)
            work.session_courses.forget_moves_from(session)
            self._save(work, had, AuditAct.SESSION_CHANGED, undone=True)
        return self._published(had, by)

    def set_modality(self, session_id: SessionId, modality: Modality, *, by: object = None) -> Session:
        """Say how client and counselor meet; raises NoteAlreadySigned once that was signed."""
        with self._vault.write() as work:
            refuse_signed(work, session_id)
            session = replace(work.sessions.get(session_id), modality=modality)
            self._save(work, session, AuditAct.SESSION_CHANGED)
        return self._published(session, by)

    def remove(self, session_id: SessionId, *, by: object = None) -> Session:
        """Take a planned session out of the calendar and hand it back for `restore`; StillInUse for any other.

        One of a standing appointment goes alone and is not made again.
        """
        with self._vault.write() as work:
            if work.sessions.get(session_id).attendance is not Attendance.PLANNED:
                raise StillInUse
            facts = work.session_facts.taken(session_id), work.session_courses.moves_of(session_id)
            session = work.sessions.remove(session_id)
            recount_reminders(work, session.client_id)
            work.audit.append(AuditAct.SESSION_REMOVED, f"session:{session_id}")
        self._facts_of_removed[session_id] = facts
        return self._published(session, by)

    def restore(self, session: Session, *, by: object = None) -> Session:
        """Put a removed session back as it was."""
        with self._vault.write() as work:
            work.sessions.restore(session)
            if session.id in self._facts_of_removed:
                facts, moves = self._facts_of_removed[session.id]
                work.session_facts.put(session.id, facts)
                for move in moves:
                    work.session_courses.add_move(move)
            recount_reminders(work, session.client_id)
            work.audit.append(AuditAct.SESSION_PLANNED, f"session:{session.id}", again=True)
        return self._published(session, by)

    # ------------------------------------------------------------ within one unit of work

    def _suggestion(self, work: UnitOfWork, session: Session) -> Suggestion:
        now, weeks = self._clock.now(), 1
        closures = work.closures.all()
        while _is_past_or_closed(same_time_later(session, weeks), session.zone, now, closures):
            weeks += 1
        wanted = replace(session, id=_NOT_YET, starts=same_time_later(session, weeks), attendance=Attendance.PLANNED)
        after = max(now, session.ends)
        already = work.sessions.next_of((session.client_id,), after).get(session.client_id)
        return Suggestion(wanted.starts, clash_of(work, wanted), already)


def _is_past_or_closed(starts: datetime, zone: str, now: datetime, closures: Iterable[Closure]) -> bool:
    day = starts.astimezone(ZoneInfo(zone)).date()
    return starts <= now or closure_on(day, closures) is not None


def _day_lines(day: date, lines: tuple[SessionLine, ...], minutes: int, closures: Iterable[Closure]) -> DayLines:
    own = tuple(line for line in lines if line.session.day == day)
    return DayLines(day, own, free_times((line.session for line in own), minutes), closure_on(day, closures))
