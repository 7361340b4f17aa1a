"""Saving what lies ahead as a calendar file, with the clients' codes and nothing else of the record."""

import hashlib
import hmac
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.calendar_file import CalendarEntry, calendar_text
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.due_dates import heeded_day
from vitalshift_desktop.domain.recurrence import first_after
from vitalshift_desktop.domain.reminders import Counted, Reminder
from vitalshift_desktop.domain.sessions import Attendance, Session, at_local
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import write_atomically
from vitalshift_desktop.vault.meta import CALENDAR_SALT
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault
from vitalshift_desktop.words import _

ENDING = ".ics"
REMINDERS_AHEAD = timedelta(days=183)
SESSIONS_AHEAD = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class SavedCalendar:
    """What was saved: the file, its serial, and how many sessions and reminders stand in it."""

    file: Path
    serial: str
    sessions: int
    reminders: int


class CalendarExport:
    """A file leaves only together with its entry in the trail: both or neither."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def save(self, file: Path, *, with_sessions: bool) -> SavedCalendar:
        """Write the reminders of the next six months, and all sessions planned if wanted.

        Raises FolderIsReadOnly, DiskFull or DriveFailed; then nothing is entered.
        """
        written: list[Path] = []
        try:
            with self._vault.write() as work:
                serial = work.disclosures.next_serial(today(self._clock).year)
                sessions = tuple(self._sessions(work)) if with_sessions else ()
                reminders = tuple(self._reminders(work))
                content = calendar_text((*sessions, *reminders), serial, self._clock.now()).encode()
                saved = SavedCalendar(file, serial, len(sessions), len(reminders))
                work.audit.append(
                    AuditAct.CALENDAR_SAVED,
                    serial=serial,
                    sha256=hashlib.sha256(content).hexdigest(),
                    sessions=saved.sessions,
                    reminders=saved.reminders,
                )
                with told_as_problems():
                    write_atomically(file, content)
                written.append(file)
        except BaseException:
            for one in written:
                one.unlink(missing_ok=True)  # no file without its line in the trail
            raise
        self._events.publish(Changed(Subject.DISCLOSURES))
        return saved

    def _sessions(self, work: UnitOfWork) -> Iterator[CalendarEntry]:
        now = self._clock.now()
        planned = [one for one in work.sessions.between(now, now + SESSIONS_AHEAD) if _is_planned(one)]
        codes, name = _codes(work, {one.client_id for one in planned}), _Names(work)
        for one in planned:
            title = codes.get(one.client_id) or _("Appointment")
            yield CalendarEntry(name.of("session", one.id), title, one.starts, one.ends)

    def _reminders(self, work: UnitOfWork) -> Iterator[CalendarEntry]:
        first, now = today(self._clock), self._clock.now()
        closures, name = work.closures.all(), _Names(work)
        reminders = work.reminders.all_open()
        codes = _codes(work, {one.details.client_id for one in reminders if one.details.client_id is not None})
        for one in reminders:
            details = one.details
            code = codes.get(details.client_id) if details.client_id is not None else None
            title = _("Reminder, {code}").format(code=code) if code else _("Reminder")
            last = first + REMINDERS_AHEAD
            days = {heeded_day(replace(details, due_on=day), closures) for day in _days(one, last)}
            for day in sorted(day for day in days if first <= day <= last):
                starts = at_local(day, details.at, details.zone) if details.at else day
                if not isinstance(starts, datetime) or starts > now:
                    yield CalendarEntry(name.of("reminder", one.id, day), title, starts, reminds=True)


class _Names:
    """Names of events: the same in each file of one vault, and nothing can be read from them."""

    def __init__(self, work: UnitOfWork) -> None:
        salt = work.meta.get(CALENDAR_SALT)
        if salt is None:
            salt = secrets.token_hex(16)
            work.meta.set(CALENDAR_SALT, salt)
        self._salt = bytes.fromhex(salt)

    def of(self, kind: str, number: int, day: date | None = None) -> str:
        about = f"{kind}:{number}:{day or ''}"
        return str(UUID(bytes=hmac.digest(self._salt, about.encode(), "sha256")[:16], version=4))


def _is_planned(session: Session) -> bool:
    return session.attendance is Attendance.PLANNED


def _codes(work: UnitOfWork, ids: set[ClientId]) -> Mapping[ClientId, str]:
    return {client_id: client.code for client_id, client in work.clients.of_ids(ids).items()}


def _days(reminder: Reminder, last: date) -> Iterator[date]:
    """The days on which it will be due by the calendar; its next one alone where that hangs on something else."""
    day: date | None = reminder.details.due_on
    repeat = reminder.details.repeat
    times = repeat.times if repeat is not None else 1
    while day is not None and day <= last and (times is None or times > 0):
        yield day
        if repeat is None or repeat.counted is Counted.DONE:
            return
        times = None if times is None else times - 1
        day = first_after(repeat, reminder.anchor, day)
