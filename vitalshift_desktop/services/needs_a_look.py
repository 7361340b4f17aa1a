"""What deserves a look across the practice, kept until something changes that it rests on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from vitalshift_desktop.domain.alliance import AllianceCourse, TalkedThrough, alliance_course
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.flags import (
    MOST_FLAGS,
    Flag,
    agreement_flag,
    answer_flags,
    drop_flag,
    early_flag,
    needs_a_look,
    silence_flag,
)
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.measures.scoring import checkin_score
from vitalshift_desktop.domain.sessions import in_episode, numbered
from vitalshift_desktop.services.answers import asked_of, who_may_be_asked_about
from vitalshift_desktop.services.blind_ratings import open_checkins_of, open_early_checkins
from vitalshift_desktop.services.clause_reviews import together_due
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.measures_due import paused_ids
from vitalshift_desktop.services.silence_watch import SilenceWatch
from vitalshift_desktop.services.worse_scores import worse_flags
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_RESTS_ON = (Subject.CLIENTS, Subject.SESSIONS, Subject.MEASURES, Subject.AGREEMENTS, Subject.PRACTICE)

_ONLY_SILENCE_RESTS_ON = (Subject.CONTACTS, Subject.CLOSURES)


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
        self._found: tuple[Flag, ...] = ()
        self._day: date | None = None
        # The first scores of each client, by far the most that is looked at; only a client's own changes touch them.
        self._early: dict[ClientId, tuple[float, ...]] = {}
        # What waits for a review and what is worse, and whose forms are to be read again; None: everybody's.
        self._answers: dict[ClientId, tuple[Flag, ...]] = {}
        self._worse: dict[ClientId, tuple[Flag, ...]] = {}
        # The course of the current episode of every open client who answered a check-in; read again as those are.
        self._courses: dict[ClientId, AllianceCourse] = {}
        self._unread: set[ClientId] | None = None
        self._silence = SilenceWatch(clock)
        events.subscribe(self._on_changed)

    def all(self, work: UnitOfWork) -> tuple[Flag, ...]:
        """Every flag that stands, the most pressing first, those put aside left out."""
        day = today(self._clock)
        if self._flags is None or self._day != day:
            self._read_forms(work)
            answers = (flag for flags in self._answers.values() for flag in flags)
            quiet = (silence_flag(one, silence) for one, silence in self._silence.all(work).items())
            found = (*answers, *_flags(work, day, self._early, self._worse, self._courses), *quiet)
            self._flags = needs_a_look(found, work.dismissals.all(), most=len(found))
            self._found = found
            self._day = day
        return self._flags

    def foremost(self, work: UnitOfWork) -> tuple[Flag, ...]:
        """The flags for the day's page: every answer to review, then at most five others."""
        return needs_a_look(self.all(work), most=MOST_FLAGS)

    def with_those_put_aside(self, work: UnitOfWork) -> tuple[Flag, ...]:
        """Every flag that would stand if none had been put aside."""
        self.all(work)
        return self._found

    def forget(self, client_id: ClientId | None = None) -> None:
        """Look again next time: at all, or of the first scores only at this client's."""
        self._flags = None
        self._silence.forget(client_id)
        if client_id is None:
            self._early.clear()
            self._unread = None
        else:
            self._early.pop(client_id, None)
            if self._unread is not None:
                self._unread.add(client_id)

    def _read_forms(self, work: UnitOfWork) -> None:
        if self._unread is None:
            self._answers.clear()
            self._worse.clear()
            self._courses.clear()
            to_review, to_score = who_may_be_asked_about(work), _open_clients(work.clients.statuses())
        else:
            to_review = to_score = self._unread
        if to_review:
            asked = asked_of(work, to_review, self._clock.zone())
            self._answers |= {one: answer_flags(one, asked.get(one, ())) for one in to_review}
        if to_score:
            worse = worse_flags(work, to_score)
            self._worse |= {one: worse.get(one, ()) for one in to_score}
            self._courses |= _courses(work, list(to_score))
        self._unread = set()

    def _on_changed(self, changed: Changed) -> None:
        if changed.subject in _RESTS_ON:
            self.forget(changed.client_id)
        elif changed.subject in _ONLY_SILENCE_RESTS_ON:
            self._silence.forget(changed.client_id)
            self._flags = None  # the forms of nobody are to be read again


def _flags(
    work: UnitOfWork,
    day: date,
    early: dict[ClientId, tuple[float, ...]],
    worse: Mapping[ClientId, tuple[Flag, ...]],
    courses: Mapping[ClientId, AllianceCourse],
) -> Iterable[Flag]:
    statuses = work.clients.statuses()
    quiet = paused_ids(work)  # nothing is asked of them, and nothing is said about what they gave before
    yield from (flag for flag in _checkin_flags(work, statuses, early, courses) if flag.client_id not in quiet)
    for client_id in _open_clients(statuses) - quiet:
        yield from worse.get(client_id, ())
    due = _by_client(work.agreements.due(day))
    together = together_due(work, day)
    waiting = due.keys() | together.keys()
    for client_id in (one for one, status in statuses.items() if one in waiting and status is not ClientStatus.CLOSED):
        flag = agreement_flag(client_id, due.get(client_id, ()), day, together.get(client_id))
        if flag is not None:
            yield flag


def _checkin_flags(
    work: UnitOfWork,
    statuses: Mapping[ClientId, ClientStatus],
    early: dict[ClientId, tuple[float, ...]],
    courses: Mapping[ClientId, AllianceCourse],
) -> Iterable[Flag]:
    is_open = _open_clients(statuses)
    if not any(client_id in is_open for client_id in courses):
        return
    _look_at_early(work, [client_id for client_id in statuses if client_id not in early], early)
    scores = tuple(score for client_id in statuses for score in early[client_id])
    threshold = work.practice.get().low_checkin_under
    for client_id, course in ((one, courses[one]) for one in statuses if one in is_open and one in courses):
        for flag in (drop_flag(client_id, course), early_flag(client_id, course, scores, threshold)):
            if flag is not None:
                yield flag


def _open_clients(statuses: Mapping[ClientId, ClientStatus]) -> set[ClientId]:
    return {client_id for client_id, status in statuses.items() if status is not ClientStatus.CLOSED}


def _look_at_early(
    work: UnitOfWork, client_ids: Collection[ClientId], early: dict[ClientId, tuple[float, ...]]
) -> None:
    """Add the first scores of these clients to those that are known."""
    given = _by_client(open_early_checkins(work, client_ids, EARLY_SESSIONS)) if client_ids else {}
    early.update({client_id: _early_scores(given.get(client_id, ())) for client_id in client_ids})


def _courses(work: UnitOfWork, client_ids: list[ClientId]) -> dict[ClientId, AllianceCourse]:
    """The courses of the current episodes of those clients who answered a check-in."""
    given = _by_client(open_checkins_of(work, client_ids))
    talked: Mapping[ClientId, list[TalkedThrough]] = _by_client(work.talked_through.all())
    classed = _by_client(work.classed_marks.of_clients(given.keys()))
    current = work.episodes.current_of(given.keys())
    sessions = {
        client_id: in_episode(theirs, current[client_id].id if client_id in current else None)
        for client_id, theirs in work.sessions.of_clients(given.keys()).items()
    }
    return {
        client_id: alliance_course(
            own, numbered(own), given[client_id], talked.get(client_id, ()), classed.get(client_id, ())
        )
        for client_id, own in sessions.items()
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
