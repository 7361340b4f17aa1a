"""What the counselor can do with reminders."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.due_dates import (
    LaterChoice,
    due_since,
    later_choices,
    next_due,
    next_session_from,
    put_off,
    settled,
    with_sessions,
)
from vitalshift_desktop.domain.problems import IsNotOfThisClient, NotFound, PutOffToThePast, SessionsNeedAClient
from vitalshift_desktop.domain.recurrence import changed, checked_rule, first_session_day
from vitalshift_desktop.domain.reminders import Outcome, Reminder, ReminderDetails, ReminderId
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.reminder_lines import (
    Most,
    ReminderGroups,
    ReminderLine,
    Which,
    reminder_groups,
    reminder_lines,
)
from vitalshift_desktop.services.session_reminders import current_session_days
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ReminderId(0)


@dataclass(frozen=True, slots=True)
class WaysOff:
    """To when something can be put off in one step, and the day after a skip; None when it would be closed."""

    choices: tuple[LaterChoice, ...]
    next_if_skipped: date | None = None
    can_skip: bool = True


class Reminders:
    """The reminders of the practice."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    # ------------------------------------------------------------ looking

    def list(self, day: date, which: Which = Which.ALL, most: Most | None = None) -> ReminderGroups:
        """The open reminders: overdue, today, this week and later, as seen from this day."""
        with self._vault.read() as work:
            return reminder_groups(work, day, which, most)

    def get(self, reminder_id: ReminderId) -> Reminder:
        """One reminder; raises NotFound."""
        with self._vault.read() as work:
            return work.reminders.get(reminder_id)

    def of_client(self, client_id: ClientId) -> tuple[ReminderLine, ...]:
        """The open reminders of one client, the earliest first."""
        with self._vault.read() as work:
            return reminder_lines(work, work.reminders.open_of_client(client_id), today(self._clock))

    def count_due(self) -> int:
        """How many open reminders are due by now, for the number in the navigation."""
        with self._vault.read() as work:
            return _count_due(work, self._clock.now())

    def all_open(self) -> tuple[Reminder, ...]:
        """All open reminders, the earliest first, such as for a calendar file."""
        with self._vault.read() as work:
            return work.reminders.all_open()

    def ways_off(self, reminder_id: ReminderId) -> WaysOff:
        """To when a reminder can be put off in one step, the client's next session first, and what a skip leads to."""
        day = today(self._clock)
        with self._vault.read() as work:
            reminder = work.reminders.get(reminder_id)
            sessions = _sessions_of(work, reminder.details.client_id)
            choices = later_choices(reminder, day, self._clock.now(), sessions)
            return WaysOff(choices, next_due(reminder, day, _counted_days(work, reminder), Outcome.SKIPPED))

    # ------------------------------------------------------------ acting

    def add(self, details: ReminderDetails, *, by: object = None) -> Reminder:
        """A new reminder, its time on the wall clock here, due on the first day of its rule.

        Raises TextIsMissing, TextTooLong, SessionsNeedAClient, RepeatsNever, RepeatsTooRarely, TooManyTimes,
        EndsBeforeItStarts or IsNotOfThisClient.
        """
        tidy = checked_rule(replace(details, zone=self._clock.zone()).checked())
        with self._vault.write() as work:
            demand_own(work, tidy)
            new = self._with_session(work, Reminder(_NOT_YET, tidy, anchor=tidy.due_on))
            reminder = work.reminders.add(new)
            work.audit.append(AuditAct.REMINDER_ADDED, f"reminder:{reminder.id}")
        return self._published(reminder, by)

    def change(self, reminder_id: ReminderId, details: ReminderDetails, *, by: object = None) -> Reminder:
        """Put these details in place of the earlier ones; a new day or rhythm is counted from that day.

        Raises what `add` raises, for a rule or a day that was changed.
        """
        tidy = replace(details, zone=self._clock.zone()).checked()
        with self._vault.write() as work:
            before = work.reminders.get(reminder_id)
            demand_own(work, tidy)
            reminder = self._with_session(work, changed(before, tidy))
            self._save(work, reminder, AuditAct.REMINDER_CHANGED)
        return self._published(reminder, by)

    def done(self, reminder_id: ReminderId, *, by: object = None) -> Reminder:
        """It is done; a repeating one is due again, any other is closed."""
        return self._settled(reminder_id, Outcome.DONE, AuditAct.REMINDER_DONE, by)

    def skip(self, reminder_id: ReminderId, *, by: object = None) -> Reminder:
        """It is left out this time; a repeating one is due again, any other is closed."""
        return self._settled(reminder_id, Outcome.SKIPPED, AuditAct.REMINDER_CHANGED, by)

    def later(self, reminder_id: ReminderId, until: date, *, by: object = None) -> Reminder:
        """Put it off to a day, this once; raises PutOffToThePast."""
        if until < today(self._clock):
            raise PutOffToThePast
        return self._put_off(reminder_id, until, None, by)

    def with_next_session(self, reminder_id: ReminderId, *, by: object = None) -> Reminder:
        """Put it off to the client's next session, and move it along with that; raises SessionsNeedAClient."""
        with self._vault.read() as work:
            details = work.reminders.get(reminder_id).details
            if details.client_id is None:
                raise SessionsNeedAClient
            day, sessions = today(self._clock), _sessions_of(work, details.client_id)
            chosen = max(day, details.due_on + timedelta(days=1))
            since = next_session_from(chosen, day, self._clock.now(), sessions)
            until = first_session_day(since, current_session_days(work, details.client_id))
        return self._put_off(reminder_id, until, since, by)

    def remove(self, reminder_id: ReminderId, *, by: object = None) -> Reminder:
        """Take it away and hand it back for `restore`."""
        with self._vault.write() as work:
            reminder = work.reminders.remove(reminder_id)
            work.audit.append(AuditAct.REMINDER_DELETED, f"reminder:{reminder_id}")
        return self._published(reminder, by)

    def restore(self, reminder: Reminder, *, by: object = None) -> Reminder:
        """Put it back as it was: one that was removed, or one that was done, skipped, changed or put off since."""
        with self._vault.write() as work:
            _put_back(work, reminder)
            work.audit.append(AuditAct.REMINDER_ADDED, f"reminder:{reminder.id}", again=True)
        return self._published(reminder, by)

    def _with_session(self, work: UnitOfWork, reminder: Reminder) -> Reminder:
        """The reminder on the day of the session it is due with, where it is due with one."""
        details = reminder.details
        if details.session_from is None or details.client_id is None:
            return reminder
        day, sessions = today(self._clock), _sessions_of(work, details.client_id)
        since = next_session_from(details.session_from, day, self._clock.now(), sessions)
        moved = replace(reminder, details=replace(details, session_from=since))
        return with_sessions(moved, current_session_days(work, details.client_id))

    def _put_off(self, reminder_id: ReminderId, until: date, session_from: date | None, by: object) -> Reminder:
        with self._vault.write() as work:
            before = work.reminders.get(reminder_id)
            reminder = put_off(before, until, self._clock.now(), session_from=session_from)
            self._save(work, reminder, AuditAct.REMINDER_CHANGED)
        return self._published(reminder, by)

    def _settled(self, reminder_id: ReminderId, what: Outcome, act: AuditAct, by: object) -> Reminder:
        with self._vault.write() as work:
            before = work.reminders.get(reminder_id)
            days = _counted_days(work, before)
            reminder = settled(before, what, self._clock.now(), today(self._clock), days)
            self._save(work, reminder, act, outcome=what.value)
        return self._published(reminder, by)

    def _save(self, work: UnitOfWork, reminder: Reminder, act: AuditAct, **detail: str) -> None:
        work.reminders.save(reminder)
        work.audit.append(act, f"reminder:{reminder.id}", **detail)

    def _published(self, reminder: Reminder, by: object) -> Reminder:
        self._events.publish(Changed(Subject.REMINDERS, reminder.details.client_id, by))
        return reminder


def _put_back(work: UnitOfWork, reminder: Reminder) -> None:
    try:
        work.reminders.remove(reminder.id)
    except NotFound:
        pass  # it was removed; one that was done, skipped or put off since is still there
    work.reminders.restore(reminder)


def demand_own(work: UnitOfWork, details: ReminderDetails) -> None:
    """See that the goal and the clause a reminder is about are this client's; raises IsNotOfThisClient or NotFound."""
    client_id = details.client_id
    if details.goal_id is not None and work.goals.get(details.goal_id).client_id != client_id:
        raise IsNotOfThisClient
    if details.clause_id is not None:
        theirs = work.agreements.versions(client_id) if client_id is not None else ()
        if details.clause_id not in {version.clause_id for version in theirs}:
            raise IsNotOfThisClient


def _count_due(work: UnitOfWork, now: datetime) -> int:
    """How many open reminders are due by an instant; in no zone is it later than the day after."""
    closures, until = work.closures.all(), now.date() + timedelta(days=1)
    return sum(due_since(one, closures) <= now for one in work.reminders.open_days(until))


def _sessions_of(work: UnitOfWork, client_id: ClientId | None) -> tuple[Session, ...]:
    return work.sessions.of_client(client_id) if client_id is not None else ()


def _counted_days(work: UnitOfWork, reminder: Reminder) -> tuple[date, ...]:
    client_id = reminder.details.client_id
    return current_session_days(work, client_id) if client_id is not None else ()
