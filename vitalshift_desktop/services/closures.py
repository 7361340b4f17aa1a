"""What the counselor can do about times in which the practice is closed."""

from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.closures import Closure, ClosureId, closure_on
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import EpisodeHasEnded
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.domain.standing import StandingAppointment, day_for
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.session_lines import SessionLine, session_lines, sessions_of_days
from vitalshift_desktop.services.session_planning import clash_of, written
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ClosureId(0)


@dataclass(frozen=True, slots=True)
class ClosureDone:
    """What a closure did to the calendar, and all that stood before, for whoever takes it back.

    `stays` are planned sessions in the time that nobody moved: not of a standing appointment, or with something
    hanging on them.
    """

    closure: Closure
    before: Closure | None
    changed: tuple[Session, ...] = ()
    """The sessions that were moved or left out, as they were."""
    moved: tuple[Session, ...] = ()
    came_back: tuple[Session, ...] = ()
    stays: tuple[Session, ...] = ()

    @property
    def touched(self) -> tuple[Session, ...]:
        """Every session that came, went or moved."""
        return (*self.came_back, *self.moved, *self.changed)

    @property
    def left_out(self) -> int:
        """How many sessions went without another time."""
        return len(self.changed) - len(self.moved)


class Closures:
    """The times in which the practice is closed."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    # ------------------------------------------------------------ looking

    def all(self) -> tuple[Closure, ...]:
        """All of them, the earliest first."""
        with self._vault.read() as work:
            return work.closures.all()

    def between(self, first: date, last: date) -> tuple[Closure, ...]:
        """Those that have a day between two, both included."""
        with self._vault.read() as work:
            return work.closures.between(first, last)

    def covers(self, day: date) -> Closure | None:
        """The closure of a day, if the practice is closed on it."""
        with self._vault.read() as work:
            return closure_on(day, work.closures.between(day, day))

    def get(self, closure_id: ClosureId) -> Closure:
        """One of them; raises NotFound."""
        with self._vault.read() as work:
            return work.closures.get(closure_id)

    def planned_in(self, first: date, last: date) -> tuple[SessionLine, ...]:
        """The planned sessions between two days, both included, that a closure would touch."""
        with self._vault.read() as work:
            return session_lines(work, _planned(work, first, last))

    # ------------------------------------------------------------ changing

    def add(self, closure: Closure, *, by: object = None) -> ClosureDone:
        """Close the practice; its standing appointments move or are left out, as the closure says.

        Raises EndsBeforeItStarts, ClosureTooLong, TextTooLong or HiddenCharacters.
        """
        checked = _checked(replace(closure, id=_NOT_YET))
        with self._vault.write() as work:
            added = work.closures.add(checked)
            done = self._applied(work, added, None)
            work.audit.append(AuditAct.CLOSURE_ADDED, f"closure:{added.id}")
        return self._published(done, by)

    def change(self, closure: Closure, *, by: object = None) -> ClosureDone:
        """Put a closure right; what it left out on days that are open now comes back. Raises as `add` does."""
        checked = _checked(closure)
        with self._vault.write() as work:
            before = work.closures.get(closure.id)
            work.closures.save(checked)
            done = self._applied(work, checked, before)
            work.audit.append(AuditAct.CLOSURE_CHANGED, f"closure:{closure.id}")
        return self._published(done, by)

    def remove(self, closure_id: ClosureId, *, by: object = None) -> ClosureDone:
        """Be open after all: what was left out and still lies ahead comes back; what was moved stays where it is."""
        with self._vault.write() as work:
            closure = work.closures.get(closure_id)
            work.closures.remove(closure_id)
            done = ClosureDone(closure, closure, came_back=self._come_back(work, closure))
            work.audit.append(AuditAct.CLOSURE_REMOVED, f"closure:{closure_id}")
        return self._published(done, by)

    def put_back(self, done: ClosureDone, *, by: object = None) -> None:
        """Let the closure and every session it touched stand as they stood; what was marked since stays."""
        with self._vault.write() as work:
            self._closure_back(work, done)
            for session in (*done.came_back, *done.moved):
                _take_out_if_planned(work, session)
            for session in done.changed:
                work.sessions.restore(session)
            for client_id in {session.client_id for session in done.touched}:
                recount_reminders(work, client_id)
            work.audit.append(AuditAct.CLOSURE_CHANGED, f"closure:{done.closure.id}", undone=True)
        self._published(done, by)

    # ------------------------------------------------------------ within one unit of work

    def _closure_back(self, work: UnitOfWork, done: ClosureDone) -> None:
        there = any(one.id == done.closure.id for one in work.closures.all())
        if done.before is None:
            work.closures.remove(done.closure.id)
        elif there:
            work.closures.save(done.before)
        else:
            work.closures.restore(done.before)

    def _applied(self, work: UnitOfWork, closure: Closure, before: Closure | None) -> ClosureDone:
        came_back = () if before is None else self._come_back(work, before)
        changed: list[Session] = []
        moved: list[Session] = []
        stays: list[Session] = []
        closures = work.closures.all()
        for session in _planned(work, max(closure.first_day, today(self._clock)), closure.last_day):
            appointment = None if session.standing_id is None else work.standing.get(session.standing_id)
            is_its_own = appointment is not None and appointment.client_id == session.client_id
            if appointment is None or not is_its_own or not work.sessions.remove_unless_used(session.id):
                stays.append(session)
                continue
            changed.append(session)
            moved.extend(self._moved(work, session, appointment, closures))
        for client_id in {session.client_id for session in changed}:
            recount_reminders(work, client_id)
        return ClosureDone(closure, before, tuple(changed), tuple(moved), came_back, tuple(stays))

    def _moved(
        self, work: UnitOfWork, session: Session, appointment: StandingAppointment, closures: tuple[Closure, ...]
    ) -> tuple[Session, ...]:
        """The session on its other day, unless there is none or that time is taken."""
        occurrence = session.occurrence or session.day
        there = day_for(appointment, occurrence, closures)
        if there is None:
            return ()
        wanted = appointment.session(occurrence, there)
        return () if clash_of(work, wanted) is not None else (written(work, wanted),)

    def _come_back(self, work: UnitOfWork, closure: Closure) -> tuple[Session, ...]:
        """Make the occurrences that a closure left out, on days to come that are open now."""
        closures = work.closures.all()
        back: list[Session] = []
        for appointment in work.standing.with_days_in(closure.first_day, closure.last_day):
            back.extend(self._come_back_of(work, appointment, closure, closures))
        clients: set[ClientId] = {session.client_id for session in back}
        for client_id in clients:
            recount_reminders(work, client_id)
        return tuple(back)

    def _come_back_of(
        self, work: UnitOfWork, appointment: StandingAppointment, closure: Closure, closures: tuple[Closure, ...]
    ) -> list[Session]:
        made_until = appointment.made_until or closure.first_day
        first, last = max(closure.first_day, today(self._clock)), min(closure.last_day, made_until)
        there = {session.occurrence for session in work.sessions.of_standing([appointment.id])}
        missing = [day for day in appointment.days(first, last) if day not in there and not closure_on(day, closures)]
        try:
            return [written(work, appointment.session(day)) for day in missing]
        except EpisodeHasEnded:
            return []

    def _published(self, done: ClosureDone, by: object) -> ClosureDone:
        self._events.publish(Changed(Subject.CLOSURES, by=by))
        if done.touched:
            self._events.publish(Changed(Subject.SESSIONS, by=by))
        return done


def _checked(closure: Closure) -> Closure:
    check_visible(closure.cover, closure.words)
    return closure.checked()


def _planned(work: UnitOfWork, first: date, last: date) -> list[Session]:
    if last < first:
        return []
    return [one for one in sessions_of_days(work, first, last) if one.attendance is Attendance.PLANNED]


def _take_out_if_planned(work: UnitOfWork, session: Session) -> None:
    there = work.sessions.of_ids([session.id]).get(session.id)
    if there is not None and there.attendance is Attendance.PLANNED:
        work.sessions.remove_unless_used(session.id)
