"""The one list of reviews that fall due on their own, gathered from all subjects."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backup_rules import DRILL_EVERY, LONGEST_WITHOUT
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId, ClientStatus
from vitalshift_desktop.domain.closures import open_day
from vitalshift_desktop.domain.due_dates import later_days
from vitalshift_desktop.domain.problems import PutOffToThePast
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKey, ReviewKind
from vitalshift_desktop.services import (
    boundary_events,
    clause_reviews,
    commitment_reviews,
    consents,
    goal_views,
    measures_due,
)
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.reminders import WaysOff
from vitalshift_desktop.vault.backups.backup_notes import last_drill
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

Source = Callable[[UnitOfWork, date], tuple[ReviewDue, ...]]
AHEAD = timedelta(days=31)
"""How far ahead the list looks at reviews that have a day."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review, its client, and the day it stands on: when it fell due, or to which it was put off."""

    review: ReviewDue
    due_on: date
    client: Client | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """The reviews of all subjects as of a day, and the clients they are about."""

    day: date
    reviews: Sequence[ReviewDue]
    clients: Mapping[ClientId, Client]


def review_ways_off(today: date) -> WaysOff:
    """To when a review can be put off in one step."""
    return WaysOff(later_days(today), can_skip=False)


class Reviews:
    """What is to be looked at again, whatever it is about; done by doing it, or put off."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._found: _Found | None = None
        events.subscribe(self._on_changed)

    def list(self) -> tuple[ReviewLine, ...]:
        """The reviews that are due or fall due within a month, the earliest first.

        None of work that is closed, and none of a goal or a clause that an open reminder is about already.
        """
        day = today(self._clock)
        with self._vault.read() as work:
            if self._found is None or self._found.day != day:
                self._found = _found_on(work, day)
            found, clients = self._found.reviews, self._found.clients
            goals, clauses = work.reminders.linked()
            put_off, closures = work.reviews.put_off(), work.closures.all()
        lines = [
            ReviewLine(
                review=one,
                due_on=open_day(max(one.due_on, put_off.get(one.key, one.due_on)), closures),
                client=clients.get(one.client_id) if one.client_id is not None else None,
            )
            for one in found
            if not (one.kind is ReviewKind.GOAL and one.object_id in goals)
            and not (one.kind is ReviewKind.CLAUSE and one.object_id in clauses)
        ]
        going_on = [line for line in lines if line.client is None or line.client.status is not ClientStatus.CLOSED]
        return tuple(sorted(going_on, key=lambda line: (line.due_on, line.review.kind, line.review.client_id or 0)))

    def later(self, key: ReviewKey, until: date | None, *, by: object = None) -> None:
        """Put a review off to a day, or with None take that back; raises PutOffToThePast."""
        if until is not None and until < today(self._clock):
            raise PutOffToThePast
        with self._vault.write() as work:
            work.reviews.put_off_until(key, until, self._clock.now())
            about = "practice" if key.client_id is None else f"client:{key.client_id}"
            work.audit.append(AuditAct.REVIEW_PUT_OFF, about, kind=key.kind.value, until=str(until or ""))
        self._events.publish(Changed(Subject.REMINDERS, key.client_id, by))

    def _on_changed(self, changed: Changed) -> None:
        """What is due is found again after any change but those of reminders: nothing of it comes from them."""
        if changed.subject is not Subject.REMINDERS:
            self._found = None


def _found_on(work: UnitOfWork, day: date) -> _Found:
    ahead = [review for source in _ON_A_DAY for review in source(work, day + AHEAD)]
    found = _once((*ahead, *(review for source in _BY_NOW for review in source(work, day))))
    return _Found(day, found, work.clients.of_ids({one.client_id for one in found if one.client_id is not None}))


def _once(found: Iterable[ReviewDue]) -> Sequence[ReviewDue]:
    """Each review once, since the day it fell due first: a clause's own day may come while its notes suggest it too."""
    first: dict[ReviewKey, ReviewDue] = {}
    for one in found:
        if one.key not in first or one.due_on < first[one.key].due_on:
            first[one.key] = one
    return tuple(first.values())


def clauses_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    """The clauses in force whose own day for looking at them again comes by a day."""
    return tuple(
        ReviewDue(ReviewKind.CLAUSE, clause.review_on, clause.client_id, clause.clause_id, clause.topic.value)
        for clause in work.agreements.due(day)
        if clause.review_on is not None
    )


def _plans_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    return work.reviews.safety_plans(day)


def _measures_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    """The measures that sessions went by without."""
    return tuple(
        ReviewDue(ReviewKind.MEASURE, one.due.since or day, one.client.id, one.use.id, one.instrument.name)
        for one in measures_due.waiting(work, day)
    )


def care_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    """A backup that is overdue or falls due, and the restore drill; none for a sample practice."""
    if work.practice.get().is_sample:
        return ()
    good = [backup.made for backup in work.backups.made() if backup.is_good]
    if not good:
        return ()
    drill = last_drill(work.meta)
    dated = (
        ReviewDue(ReviewKind.BACKUP, (max(good) + LONGEST_WITHOUT).date()),
        ReviewDue(ReviewKind.RESTORE_DRILL, ((drill.at if drill else min(good)) + DRILL_EVERY).date()),
    )
    return tuple(one for one in dated if one.due_on <= day)


_ON_A_DAY: tuple[Source, ...] = (clauses_due, goal_views.reviews_due, consents.reviews_due, _plans_due)
_BY_NOW: tuple[Source, ...] = (
    clause_reviews.reviews_due,
    boundary_events.reviews_due,
    commitment_reviews.reviews_due,
    _measures_due,
    care_due,
)
