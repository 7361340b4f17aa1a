"""What deserves a look across the practice, kept until something changes that it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.alliance import AllianceCourse, TalkedThrough, alliance_course
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId, ClientStatus
from vitalshift_desktop.domain.flags import (
    MOST_FLAGS,
    Flag,
    agreement_flag,
    answer_flags,
    drop_flag,
    early_flag,
    needs_a_look,
)
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.scoring import checkin_score
from vitalshift_desktop.domain.sessions import numbered
from vitalshift_desktop.services import instruments
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_RESTS_ON = (Subject.CLIENTS, Subject.SESSIONS, Subject.MEASURES, Subject.AGREEMENTS, Subject.PRACTICE)


class OfClient(Protocol):
    """Anything that belongs to one client."""

    @property
    def client_id(self) -> ClientId:
        """The client it belongs to."""


Owned = TypeVar("Owned", bound=OfClient)


class NeedsALook:
    """The flags of all clients; looked for again after a change or on another day."""

    def __init__(self, clock: Clock, events: Events) -> None:
        self._clock = clock
        self._flags: tuple[Flag, ...] | None = None
        self._day: date | None = None
        events.subscribe(self._on_changed)

    def all(self, work: UnitOfWork) -> tuple[Flag, ...]:
        """Every flag that stands, the most pressing first, those put aside left out."""
        day = today(self._clock)
        if self._flags is None or self._day != day:
            found = tuple(_flags(work, day))
            self._flags = needs_a_look(found, work.dismissals.all(), most=len(found))
            self._day = day
        return self._flags

    def foremost(self, work: UnitOfWork) -> tuple[Flag, ...]:
        """The flags for the day's page: every answer to review, then at most five others."""
        return needs_a_look(self.all(work), most=MOST_FLAGS)

    def forget(self) -> None:
        """Look again next time."""
        self._flags = None

    def _on_changed(self, changed: Changed) -> None:
        if changed.subject in _RESTS_ON:
            self.forget()


def _flags(work: UnitOfWork, day: date) -> Iterable[Flag]:
    clients = work.clients.all()
    yield from _answer_flags(work, clients)
    yield from _checkin_flags(work, clients)
    due: Mapping[ClientId, list[ClauseVersion]] = _by_client(work.agreements.due(day))
    for client in clients:
        flag = agreement_flag(client.id, due.get(client.id, ()), day)
        if flag is not None and client.status is not ClientStatus.CLOSED:
            yield flag


def _answer_flags(work: UnitOfWork, clients: tuple[Client, ...]) -> Iterable[Flag]:
    known = {client.id for client in clients}
    ids = instruments.with_critical_item()
    waiting = {given.client_id for given in work.measures.unreviewed(ids)} & known
    given = [one for instrument_id in ids for one in work.measures.of_clients(waiting, instrument_id)]
    for client_id, own in _by_client(given).items():
        yield from answer_flags(client_id, instruments.instruments(), own)


def _checkin_flags(work: UnitOfWork, clients: tuple[Client, ...]) -> Iterable[Flag]:
    courses = _courses(work, [client.id for client in clients if client.status is not ClientStatus.CLOSED])
    if not courses:
        return
    early = _early_scores(work.measures.early([client.id for client in clients], CHECKIN, EARLY_SESSIONS))
    threshold = work.practice.get().low_checkin_under
    for client_id, course in courses.items():
        for flag in (drop_flag(client_id, course), early_flag(client_id, course, early, threshold)):
            if flag is not None:
                yield flag


def _courses(work: UnitOfWork, client_ids: list[ClientId]) -> dict[ClientId, AllianceCourse]:
    given = _by_client(work.measures.of_clients(client_ids, CHECKIN))
    talked: Mapping[ClientId, list[TalkedThrough]] = _by_client(work.talked_through.all())
    return {
        client_id: alliance_course(sessions, numbered(sessions), given[client_id], talked.get(client_id, ()))
        for client_id, sessions in work.sessions.of_clients(given.keys()).items()
    }


def _early_scores(given: Iterable[Administration]) -> tuple[float, ...]:
    answered = (
        checkin_score(one.answers)
        for one in given
        if one.rater is Rater.CLIENT and one.state is AdministrationState.ANSWERED
    )
    return tuple(score for score in answered if score is not None)


def _by_client(things: Iterable[Owned]) -> dict[ClientId, list[Owned]]:
    found: defaultdict[ClientId, list[Owned]] = defaultdict(list)
    for thing in things:
        found[thing.client_id].append(thing)
    return dict(found)
