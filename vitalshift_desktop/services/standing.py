"""What the counselor can do with standing appointments."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import EpisodeHasEnded, StandingClashes
from vitalshift_desktop.domain.sessions import Session, StandingId
from vitalshift_desktop.domain.standing import (
    HORIZON_WEEKS,
    StandingAppointment,
    StandingDetails,
    to_make,
    week_of,
)
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.session_planning import clash_of, written
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.services.standing_sessions import (
    Planned,
    is_planned_for,
    put_planned_back,
    taken_out,
    taken_over,
)
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = StandingId(0)


@dataclass(frozen=True, slots=True)
class StandingChange:
    """What was done to a standing appointment, and all that stood before, for whoever takes it back."""

    appointment: StandingAppointment
    before: Planned
    kept: tuple[Session, ...] = ()
    """Sessions that could not go, because something hangs on them already."""


class StandingAppointments:
    """The standing appointments of the practice."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def of_client(self, client_id: ClientId) -> tuple[StandingAppointment, ...]:
        """All of one client, the earliest first, ended ones too."""
        with self._vault.read() as work:
            return work.standing.of_client(client_id)

    def get(self, standing_id: StandingId) -> StandingAppointment:
        """One of them; raises NotFound."""
        with self._vault.read() as work:
            return work.standing.get(standing_id)

    def make(
        self, client_id: ClientId, details: StandingDetails, *, allow_clash: bool = False, by: object = None
    ) -> StandingChange:
        """Agree on a standing appointment and plan its sessions as far as the horizon.

        Raises what `StandingDetails.checked` raises, EpisodeHasEnded, and StandingClashes unless that is allowed.
        """
        checked, zone = details.checked(today(self._clock)), self._clock.zone()
        with self._vault.write() as work:
            work.clients.get(client_id)
            before = self._planned(work, client_id)
            appointment = work.standing.add(StandingAppointment(_NOT_YET, client_id, zone, checked))
            appointment = self._made(work, appointment, allow_clash=allow_clash)
            self._enter(work, AuditAct.STANDING_MADE, appointment)
        return self._published(StandingChange(appointment, before), by)

    def change_from(
        self,
        standing_id: StandingId,
        day: date,
        details: StandingDetails,
        *,
        allow_clash: bool = False,
        by: object = None,
    ) -> StandingChange:
        """Change the occurrence of this day and all that follow; what lies before stays as it was.

        Planned sessions keep what hangs on them and move within their week. Raises what `make` raises.
        """
        with self._vault.write() as work:
            old = work.standing.get(standing_id)
            before = self._planned(work, old.client_id)
            checked = details.checked(today(self._clock))
            following = [one for one in before.sessions if one.standing_id == old.id and _occurrence(one) >= day]
            work.standing.save(old.ended(day - timedelta(days=1)))
            new = work.standing.add(StandingAppointment(_NOT_YET, old.client_id, self._clock.zone(), checked))
            called_off = _weeks_called_off(work, old, day)
            due = to_make(new, today(self._clock), work.closures.all())
            wanted = [one for one in due.sessions if week_of(_occurrence(one)) not in called_off]
            done = taken_over(work, following, wanted)
            new = replace(new, made_until=due.made_until)
            work.standing.save(new)
            self._refuse_clashes(work, done.standing, allow_clash=allow_clash)
            self._enter(work, AuditAct.STANDING_CHANGED, new)
        return self._published(StandingChange(new, before, done.kept), by)

    def end(self, standing_id: StandingId, last_day: date, *, by: object = None) -> StandingChange:
        """Let it take place for the last time on or before a day; planned sessions after that day go."""
        with self._vault.write() as work:
            old = work.standing.get(standing_id)
            before = self._planned(work, old.client_id)
            ended = old.ended(last_day)
            work.standing.save(ended)
            after = [one for one in before.sessions if one.standing_id == old.id and _occurrence(one) > last_day]
            kept = taken_out(work, after)
            self._enter(work, AuditAct.STANDING_ENDED, ended)
        return self._published(StandingChange(ended, before, kept), by)

    def put_back(self, change: StandingChange, *, by: object = None) -> None:
        """Let everything stand again as it was before; what was marked or written since stays."""
        with self._vault.write() as work:
            put_planned_back(work, change.appointment.client_id, change.before)
            recount_reminders(work, change.appointment.client_id)
            work.audit.append(AuditAct.STANDING_CHANGED, f"standing:{change.appointment.id}", undone=True)
        self._published(change, by)

    def top_up(self, *, by: object = None) -> int:
        """Plan what is due up to the horizon; how many sessions were planned.

        One unit of work, and none at all while nothing is due; no occurrence is made twice. A time that is taken by
        now is planned all the same: both were agreed on, and the day's page shows them beside each other.
        """
        if self._vault.read_only:
            return 0
        day = today(self._clock)
        horizon = day + timedelta(weeks=HORIZON_WEEKS)
        with self._vault.read() as work:
            if not _due(work, horizon):
                return 0
        with self._vault.write() as work:
            closures = work.closures.all()
            made = 0
            for appointment in _due(work, horizon):
                due = to_make(appointment, day, closures)
                made += _all_written(work, due.sessions)
                work.standing.save(replace(appointment, made_until=due.made_until))
                recount_reminders(work, appointment.client_id)
            if made:
                work.audit.append(AuditAct.STANDING_TOPPED_UP, "practice", sessions=made)
        if made:
            self._events.publish(Changed(Subject.SESSIONS, by=by))
        return made

    # ------------------------------------------------------------ within one unit of work

    def _made(self, work: UnitOfWork, appointment: StandingAppointment, *, allow_clash: bool) -> StandingAppointment:
        due = to_make(appointment, today(self._clock), work.closures.all())
        sessions = [written(work, session) for session in due.sessions]
        self._refuse_clashes(work, sessions, allow_clash=allow_clash)
        made = replace(appointment, made_until=due.made_until)
        work.standing.save(made)
        return made

    def _refuse_clashes(self, work: UnitOfWork, sessions: Iterable[Session], *, allow_clash: bool) -> None:
        if allow_clash:
            return
        found = [(session, clash_of(work, session)) for session in sessions]
        clashes = tuple((session, other) for session, other in found if other is not None)
        if clashes:
            raise StandingClashes(clashes)

    def _planned(self, work: UnitOfWork, client_id: ClientId) -> Planned:
        appointments = work.standing.of_client(client_id)
        sessions = work.sessions.of_standing([one.id for one in appointments])
        return Planned(appointments, tuple(one for one in sessions if is_planned_for(one, client_id)))

    def _enter(self, work: UnitOfWork, act: AuditAct, appointment: StandingAppointment) -> None:
        recount_reminders(work, appointment.client_id)
        work.audit.append(act, f"standing:{appointment.id}")

    def _published(self, change: StandingChange, by: object) -> StandingChange:
        self._events.publish(Changed(Subject.SESSIONS, change.appointment.client_id, by))
        return change


def _occurrence(session: Session) -> date:
    return session.occurrence or session.day


def _weeks_called_off(work: UnitOfWork, old: StandingAppointment, day: date) -> set[date]:
    """The weeks from a day on for which the counselor said already what became of the appointment, such as called off.

    A session that went to another file is settled as well.
    """
    settled = [one for one in work.sessions.of_standing([old.id]) if not is_planned_for(one, old.client_id)]
    return {week_of(_occurrence(one)) for one in settled if _occurrence(one) >= day}


def _due(work: UnitOfWork, horizon: date) -> list[StandingAppointment]:
    """Those that go on and are not planned as far as this day yet."""
    return [one for one in work.standing.not_made_until(horizon) if _belongs_to_the_episode_now(work, one)]


def _belongs_to_the_episode_now(work: UnitOfWork, appointment: StandingAppointment) -> bool:
    """False for an appointment of an episode that is over, also when the client came back for another one."""
    current = work.episodes.current(appointment.client_id)
    if current is None:
        return True
    return current.is_open and (current.number == 1 or appointment.details.first_day >= current.opened_on)


def _all_written(work: UnitOfWork, sessions: Iterable[Session]) -> int:
    made = 0
    for session in sessions:
        try:
            written(work, session)
        except EpisodeHasEnded:
            break
        made += 1
    return made
