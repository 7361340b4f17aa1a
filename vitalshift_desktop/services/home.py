"""The day at a glance: what it holds, what to do next, and what deserves a look."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import islice

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.closures import closed_spans, closure_on
from vitalshift_desktop.domain.flags import Dismissal, Flag, FlagKind
from vitalshift_desktop.domain.lateness import lateness
from vitalshift_desktop.domain.prep import DaySession, focus
from vitalshift_desktop.domain.problems import TextIsMissing
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId
from vitalshift_desktop.services.backups import Backups
from vitalshift_desktop.services.checkins_due import checkins_due, other_reminders
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.home_page import NextDay, TodayPage
from vitalshift_desktop.services.home_week import week_days, week_facts
from vitalshift_desktop.services.inbox import what_waits
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.services.no_next_date import without_next_date
from vitalshift_desktop.services.prep_card import prep_card
from vitalshift_desktop.services.put_aside import PutAside, put_aside
from vitalshift_desktop.services.session_lines import DayLines, NoteState, SessionLine, session_lines, sessions_of_days
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

DAYS_AHEAD = 7


class Home:
    """The day's page."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, needs_a_look: NeedsALook, backups: Backups) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._needs_a_look = needs_a_look
        self._backups = backups

    def today(self, day: date | None = None) -> TodayPage:
        """The page of today, or of another day, which has no session with the primary button."""
        now, here = self._clock.now(), today(self._clock)
        shown = day or here
        backup = self._backups.state()
        with self._vault.read() as work:
            flags, foremost = self._needs_a_look.all(work), self._needs_a_look.foremost(work)
            ahead = sessions_of_days(work, shown, shown + timedelta(days=DAYS_AHEAD))
            own = [session for session in ahead if session.day == shown]
            following = _next_day([session for session in ahead if session.day > shown])
            unfinished = work.sessions.without_signed_note(now)
            # All lines at once: three lists of their own would ask everything three times.
            lines = iter(session_lines(work, (*own, *unfinished, *following[:1]), flags))
            rows, to_finish = tuple(islice(lines, len(own))), tuple(islice(lines, len(unfinished)))
            focused = focus(map(_day_session, rows), now) if shown == here else None
            line = next((row for row in rows if focused and row.session.id == focused.session.id), None)
            return TodayPage(
                day=shown,
                rows=rows,
                done=sum(1 for row in rows if _is_done(row, now)),
                focus=prep_card(work, line, now) if line else None,
                ended_first=focused is not None and focused.has_begun,
                flags=foremost,
                more_flags=flags[len(foremost) :],
                put_aside=work.dismissals.count(),
                checkins_due=checkins_due(work, rows, shown),
                other_reminders=other_reminders(work, shown),
                notes_to_finish=to_finish,
                overdue=self._overdue(work, unfinished, now),
                no_next_date=without_next_date(work, self._clock),
                tomorrow=next((NextDay(line.session.day, len(following), line) for line in lines), None),
                closure=closure_on(shown, work.closures.between(shown, shown)),
                backup=backup,
                inbox=what_waits(work, now),
            )

    def _overdue(self, work: UnitOfWork, sessions: Iterable[Session], now: datetime) -> frozenset[SessionId]:
        steps = work.note_templates.setting().late_hours
        closed = closed_spans(work.closures.all(), self._clock.zone())
        return frozenset(one.id for one in sessions if lateness(one.ends, now, steps, closed) is not None)

    def week(self, monday: date) -> tuple[DayLines, ...]:
        """Seven days from this one on, each with its sessions and what is free from now on."""
        with self._vault.read() as work:
            facts = week_facts(work, monday, zone=self._clock.zone(), now=self._clock.now())
            return week_days(facts, monday, session_lines(work, facts.own, self._needs_a_look.all(work)))

    def put_aside(self) -> tuple[PutAside, ...]:
        """The marks that were put aside, the latest first."""
        with self._vault.read() as work:
            return put_aside(work, self._needs_a_look.with_those_put_aside(work))

    def dismiss_flag(self, flag: Flag, reason: str, *, by: object = None) -> None:
        """Put a flag aside for good, with a reason (TextIsMissing without one).

        An answer to review is never put aside, only reviewed with the client: ValueError.
        """
        if flag.kind is FlagKind.ANSWER_TO_REVIEW:
            raise ValueError("an answer to review is closed by reviewing it")
        if not reason.strip():
            raise TextIsMissing
        with self._vault.write() as work:
            work.dismissals.add(Dismissal(flag.kind, flag.client_id, flag.key, reason.strip(), self._clock.now()))
            work.audit.append(AuditAct.FLAG_SETTLED, f"client:{flag.client_id}", kind=flag.kind.value)
        self._events.publish(Changed(Subject.MEASURES, flag.client_id, by))

    def bring_back_flag(self, flag: Flag | Dismissal, *, by: object = None) -> None:
        """Let a flag that was put aside stand again; raises NotFound."""
        with self._vault.write() as work:
            work.dismissals.remove(flag.kind, flag.client_id, flag.key)
            work.audit.append(AuditAct.FLAG_SETTLED, f"client:{flag.client_id}", kind=flag.kind.value, undone=True)
        self._events.publish(Changed(Subject.MEASURES, flag.client_id, by))


def _day_session(row: SessionLine) -> DaySession:
    return DaySession(row.session, has_note=row.note in (NoteState.DRAFT, NoteState.SIGNED))


def _is_done(row: SessionLine, now: datetime) -> bool:
    if not row.session.stands:
        return True
    return row.session.attendance is not Attendance.PLANNED and row.session.ends <= now


def _next_day(ahead: Iterable[Session]) -> tuple[Session, ...]:
    """The standing sessions of the first day that has any."""
    standing = [session for session in ahead if session.stands]
    return tuple(session for session in standing if session.day == standing[0].day)
