"""Standing appointments: the same weekday and wall-clock time, every so many weeks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dateutil.rrule import WEEKLY, rrule

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.closures import Closure, Lifting, closure_on
from vitalshift_desktop.domain.problems import DateIsImpossible, EndsBeforeItStarts
from vitalshift_desktop.domain.sessions import Modality, Session, SessionId, StandingId, at_local, checked_minutes

HORIZON_WEEKS = 8
LONGEST_STEP = 26
FARTHEST_YEARS = 5
_LONGEST_MOVE = 8
_NOT_YET = SessionId(0)


@dataclass(frozen=True, slots=True)
class StandingDetails:
    """What is agreed: the first day, which gives the weekday, the time, the length, the step in weeks, the last day."""

    first_day: date
    clock: time
    minutes: int = 50
    every_weeks: int = 1
    modality: Modality = Modality.IN_PERSON
    until: date | None = None

    def checked(self, today: date) -> "StandingDetails":
        """The same; raises EndsBeforeItStarts, DateIsImpossible, SessionTooShort or SessionTooLong.

        ValueError unless the step is 1 to 26 weeks.
        """
        if not 1 <= self.every_weeks <= LONGEST_STEP:
            raise ValueError(self.every_weeks)
        if abs((self.first_day - today).days) > FARTHEST_YEARS * 366:
            raise DateIsImpossible
        if self.until is not None and self.until < self.first_day:
            raise EndsBeforeItStarts
        checked_minutes(self.minutes)
        return replace(self, clock=self.clock.replace(second=0, microsecond=0))


@dataclass(frozen=True, slots=True)
class StandingAppointment:
    """One client's standing appointment; sessions were made up to and with the day `made_until`."""

    id: StandingId
    client_id: ClientId
    zone: str
    details: StandingDetails
    made_until: date | None = None

    def falls_on(self, day: date) -> bool:
        """Whether the appointment takes place on a day, closures apart."""
        return bool(self.days(day, day))

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """The days between two, both included, on which it takes place, closures apart."""
        end = last if self.details.until is None else min(last, self.details.until)
        start = max(first, self.details.first_day)
        if end < start:
            return ()
        rule = rrule(WEEKLY, dtstart=_midnight(self.details.first_day), interval=self.details.every_weeks)
        return tuple(found.date() for found in rule.between(_midnight(start), _midnight(end), inc=True))

    def next_day(self, day: date) -> date | None:
        """The first day on or after this one on which it takes place; None when it ended before."""
        start = max(day, self.details.first_day)
        return next(iter(self.days(start, start + timedelta(weeks=self.details.every_weeks))), None)

    def is_over(self, today: date) -> bool:
        """Whether it took place for the last time."""
        return self.next_day(today) is None

    def session(self, occurrence: date, on: date | None = None) -> Session:
        """The planned session of one occurrence, at its wall-clock time, on another day if one is given."""
        details = self.details
        return Session(
            _NOT_YET,
            self.client_id,
            at_local(on or occurrence, details.clock, self.zone),
            self.zone,
            details.minutes,
            details.modality,
            standing_id=self.id,
            occurrence=occurrence,
        )

    def ended(self, last_day: date) -> "StandingAppointment":
        """The same, for the last time on or before a day (or never, when that is before the first)."""
        return replace(self, details=replace(self.details, until=last_day))


@dataclass(frozen=True, slots=True)
class ToMake:
    """The sessions that are due to be made, and the day up to which this was looked at."""

    sessions: tuple[Session, ...]
    made_until: date


def to_make(appointment: StandingAppointment, today: date, closures: Iterable[Closure]) -> ToMake:
    """What is still to be made from today up to the horizon, each occurrence once.

    What the practice is closed for is left out or moved by weeks, as the closure says.
    """
    known = tuple(closures)
    horizon = today + timedelta(weeks=HORIZON_WEEKS)
    made = appointment.made_until
    first = today if made is None else max(today, made + timedelta(days=1))
    placed = ((day, day_for(appointment, day, known)) for day in appointment.days(first, horizon))
    sessions = tuple(appointment.session(day, on) for day, on in placed if on is not None)
    return ToMake(sessions, horizon if made is None else max(horizon, made))


def day_for(appointment: StandingAppointment, occurrence: date, closures: Iterable[Closure]) -> date | None:
    """The day on which an occurrence takes place: its own, a later one where the practice is closed, or none.

    Moved by as many weeks as it takes to be open again; left out where the appointment takes place then anyway.
    """
    known = tuple(closures)
    closure = closure_on(occurrence, known)
    if closure is None:
        return occurrence
    if closure.lifting is Lifting.LEAVE_OUT:
        return None
    for weeks in range(1, _LONGEST_MOVE + 1):
        day = occurrence + timedelta(weeks=weeks)
        if appointment.falls_on(day):
            return None
        if closure_on(day, known) is None:
            return day
    return None


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)
