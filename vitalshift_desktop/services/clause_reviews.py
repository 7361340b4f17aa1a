"""What the counselor can do about looking at all clauses together again."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.agreements import ClauseVersion, in_force
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clause_reviews import (
    ClauseReview,
    ClauseReviewId,
    ReviewCause,
    ReviewFacts,
    ReviewRhythm,
    TogetherDue,
    age_reached,
    causes,
    next_session,
)
from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Where one client's clauses stand: reviewed last, to be reviewed from which session, and why already now."""

    held: int
    next_session: int
    causes: tuple[ReviewCause, ...]
    age: int | None
    reviews: tuple[ClauseReview, ...]

    @property
    def is_due(self) -> bool:
        """Whether there is a reason to look at them now."""
        return bool(self.causes)


class ClauseReviews:
    """The reviews of the clauses of the practice's clients."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def state(self, client_id: ClientId) -> ReviewState | None:
        """Where a client's clauses stand; None while none is in force, or no work is going on."""
        day = today(self._clock)
        with self._vault.read() as work:
            rhythm = work.terms.get().review
            facts = next(iter(facts_of(work, rhythm, (client_id,))), None)
            if facts is None:
                return None
            reviews = work.clause_reviews.of_clients((client_id,)).get(client_id, ())
        return ReviewState(
            held=facts.held,
            next_session=next_session(facts, rhythm),
            causes=causes(facts, rhythm, day),
            age=age_reached(facts, day),
            reviews=reviews[::-1],
        )

    def record(self, client_id: ClientId, reviewed_on: date, words: str = "", *, by: object = None) -> ClauseReview:
        """Write down that all clauses were looked at together on a day, and what came of it.

        Clauses whose own day for looking again had come by then have none any more. Raises NotFound where nothing is
        in force, ReviewBeforeStart, DateIsImpossible, TextTooLong or HiddenCharacters.
        """
        with self._vault.write() as work:
            facts = next(iter(work.clause_reviews.facts((client_id,))), None)
            if facts is None:
                raise NotFound
            held = _held_by(work, client_id, reviewed_on)
            new = ClauseReview(ClauseReviewId(0), client_id, reviewed_on, held, facts.work, words)
            review = work.clause_reviews.add(new.checked(facts.since, today(self._clock)), self._clock.now())
            for version in in_force(work.agreements.versions(client_id)):
                if version.review_on is not None and version.review_on <= reviewed_on:
                    work.agreements.save_version(replace(version, review_on=None))
            work.audit.append(AuditAct.CLAUSES_REVIEWED, f"client:{client_id}", session=review.session_no)
        self._events.publish(Changed(Subject.AGREEMENTS, client_id, by))
        return review

    def take_back(self, review: ClauseReview, before: Sequence[ClauseVersion] = (), *, by: object = None) -> None:
        """Say that a review was written down by mistake: it stays in the record and counts no more.

        `before` are the versions as they were before it; a day for looking again that it cleared stands again, unless
        something else has happened to that version since. Raises AlreadyRecorded where it was taken back before.
        """
        days = {(one.clause_id, one.number): one.review_on for one in before}
        with self._vault.write() as work:
            work.clause_reviews.take_back(review.id, self._clock.now())
            for version in in_force(work.agreements.versions(review.client_id)):
                day = days.get((version.clause_id, version.number))
                if version.review_on is None and day is not None:
                    work.agreements.save_version(replace(version, review_on=day))
            work.audit.append(AuditAct.CLAUSES_REVIEW_TAKEN_BACK, f"client:{review.client_id}")
        self._events.publish(Changed(Subject.AGREEMENTS, review.client_id, by))


def _held_by(work: UnitOfWork, client_id: ClientId, day: date) -> int:
    """How many sessions of the current episode were held by a day."""
    episode = work.episodes.current(client_id)
    theirs = [session for session in work.sessions.of_client(client_id) if session.day <= day]
    return sum(session.was_held and episode is not None and session.episode_id == episode.id for session in theirs)


def facts_of(work: UnitOfWork, rhythm: ReviewRhythm, client_ids: Collection[ClientId]) -> tuple[ReviewFacts, ...]:
    """What decides about the reviews of those of these clients whose work is going on with a clause in force."""
    found = work.clause_reviews.facts(client_ids)
    days = _days_after(work, [facts for facts in found if facts.last is None], rhythm)
    return tuple(replace(facts, days=tuple(days.get(facts.client_id, ()))) for facts in found)


def _days_after(work: UnitOfWork, waiting: Sequence[ReviewFacts], rhythm: ReviewRhythm) -> dict[ClientId, list[date]]:
    """The days of the sessions that a review could have fallen on, until one lies after what was agreed."""
    days: dict[ClientId, list[date]] = {}
    number = rhythm.first
    while waiting := [facts for facts in waiting if facts.held >= number]:
        sessions = work.sessions.nth_of([facts.client_id for facts in waiting], number)
        for facts in waiting:
            days.setdefault(facts.client_id, []).append(sessions[facts.client_id].day)
        waiting = [facts for facts in waiting if days[facts.client_id][-1] <= facts.since]
        number += rhythm.every
    return days


def together_due(work: UnitOfWork, day: date) -> dict[ClientId, TogetherDue]:
    """Whose clauses are to be looked at together by this day, and why."""
    rhythm = work.terms.get().review
    going_on = [key for key, status in work.clients.statuses().items() if status is not ClientStatus.CLOSED]
    due = [(facts, why) for facts in facts_of(work, rhythm, going_on) if (why := causes(facts, rhythm, day))]
    days = _fell_due(work, [facts for facts, _why in due], rhythm)
    return {
        facts.client_id: TogetherDue(
            days.get(facts.client_id, day), why, next_session(facts, rhythm), age_reached(facts, day)
        )
        for facts, why in due
    }


def reviews_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    """One review for each client whose clauses are to be looked at together by this day, the longest waiting first."""
    due = together_due(work, day).items()
    reviews = [ReviewDue(ReviewKind.AGREEMENT, one.since, client_id) for client_id, one in due]
    return tuple(sorted(reviews, key=lambda review: review.due_on))


def _fell_due(work: UnitOfWork, due: Sequence[ReviewFacts], rhythm: ReviewRhythm) -> dict[ClientId, date]:
    """The day of the session with which a review fell due; nothing for those that another change asked for."""
    found = {facts.client_id: facts.days[-1] for facts in due if facts.days and facts.days[-1] > facts.since}
    by_number: defaultdict[int, list[ClientId]] = defaultdict(list)
    for facts in due:
        number = next_session(facts, rhythm)
        if facts.last is not None and facts.held >= number:
            by_number[number].append(facts.client_id)
    for number, clients in by_number.items():
        found |= {client_id: session.day for client_id, session in work.sessions.nth_of(clients, number).items()}
    return found
