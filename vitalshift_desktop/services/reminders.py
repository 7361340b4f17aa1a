"""What the counselor can do with reminders."""

from dataclasses import replace
from datetime import date, datetime

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.due_dates import LaterChoice, due_since, is_due, later_choices, put_off, settled
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.reminders import Outcome, Reminder, ReminderDetails, ReminderId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.reminder_lines import ReminderGroups, ReminderLine, reminder_groups, reminder_lines
from vitalshift_desktop.services.session_reminders import current_session_days
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ReminderId(0)


class Reminders:
    """The reminders of the practice."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._bell_asked_at: datetime | None = None

    # ------------------------------------------------------------ looking

    def list(self, day: date) -> ReminderGroups:
        """All open reminders: overdue, today, this week and later, as seen from this day."""
        with self._vault.read() as work:
            return reminder_groups(work, day)

    def get(self, reminder_id: ReminderId) -> Reminder:
        """One reminder; raises NotFound."""
        with self._vault.read() as work:
            return work.reminders.get(reminder_id)

    def of_client(self, client_id: ClientId) -> tuple[ReminderLine, ...]:
        """The open reminders of one client, the earliest first."""
        with self._vault.read() as work:
            still_open = [reminder for reminder in work.reminders.of_client(client_id) if reminder.is_open]
            return reminder_lines(work, still_open, today(self._clock))

    def due_now(self) -> int:
        """How many reminders fell due since this was asked last; all that are due the first time."""
        now, asked_at = self._clock.now(), self._bell_asked_at
        with self._vault.read() as work:
            due = [reminder for reminder in work.reminders.all_open() if is_due(reminder.details, now)]
        self._bell_asked_at = now
        return sum(1 for reminder in due if asked_at is None or due_since(reminder.details) > asked_at)

    def count_due(self) -> int:
        """How many open reminders are due by now, for the number in the navigation."""
        now = self._clock.now()
        with self._vault.read() as work:
            return sum(1 for reminder in work.reminders.all_open() if is_due(reminder.details, now))

    def later_choices(self, reminder_id: ReminderId) -> tuple[LaterChoice, ...]:
        """To when a reminder can be put off in one step; the client's next session leads."""
        with self._vault.read() as work:
            reminder = work.reminders.get(reminder_id)
            client_id = reminder.details.client_id
            sessions = work.sessions.of_client(client_id) if client_id is not None else ()
            return later_choices(reminder, today(self._clock), self._clock.now(), sessions)

    # ------------------------------------------------------------ acting

    def add(self, details: ReminderDetails, *, by: object = None) -> Reminder:
        """A new reminder, its time on the wall clock here; raises TextIsMissing or TextTooLong."""
        tidy = replace(details, zone=self._clock.zone()).checked()
        with self._vault.write() as work:
            reminder = work.reminders.add(Reminder(_NOT_YET, tidy, anchor=tidy.due_on))
            work.audit.append(AuditAct.REMINDER_ADDED, f"reminder:{reminder.id}")
        return self._published(reminder, by)

    def change(self, reminder_id: ReminderId, details: ReminderDetails, *, by: object = None) -> Reminder:
        """Put these details in place of the earlier ones; a new day or rhythm is counted from that day."""
        tidy = replace(details, zone=self._clock.zone()).checked()
        with self._vault.write() as work:
            before = work.reminders.get(reminder_id)
            is_same_rhythm = (tidy.due_on, tidy.repeat) == (before.details.due_on, before.details.repeat)
            reminder = replace(before, details=tidy, anchor=before.anchor if is_same_rhythm else tidy.due_on)
            self._save(work, reminder, AuditAct.REMINDER_CHANGED)
        return self._published(reminder, by)

    def done(self, reminder_id: ReminderId, *, by: object = None) -> Reminder:
        """It is done; a repeating one is due again, any other is closed."""
        return self._settled(reminder_id, Outcome.DONE, AuditAct.REMINDER_DONE, by)

    def skip(self, reminder_id: ReminderId, *, by: object = None) -> Reminder:
        """It is left out this time; a repeating one is due again, any other is closed."""
        return self._settled(reminder_id, Outcome.SKIPPED, AuditAct.REMINDER_CHANGED, by)

    def later(self, reminder_id: ReminderId, until: date, *, by: object = None) -> Reminder:
        """Put it off to a day, this once."""
        with self._vault.write() as work:
            reminder = put_off(work.reminders.get(reminder_id), until, self._clock.now())
            self._save(work, reminder, AuditAct.REMINDER_CHANGED)
        return self._published(reminder, by)

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

    def _settled(self, reminder_id: ReminderId, what: Outcome, act: AuditAct, by: object) -> Reminder:
        with self._vault.write() as work:
            before = work.reminders.get(reminder_id)
            client_id = before.details.client_id
            days = current_session_days(work, client_id) if client_id is not None else ()
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
