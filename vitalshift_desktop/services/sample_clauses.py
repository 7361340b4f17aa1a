"""What is proposed in the sample practice, and when clauses were looked at together; days count from its writing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from vitalshift_desktop.domain.agreements import DraftClause, Topic, WordsOf
from vitalshift_desktop.domain.clause_reviews import ClauseReview, ClauseReviewId
from vitalshift_desktop.domain.clause_versions import clause_for, open_clauses, proposed
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_WRITTEN_AT = time(17, 30)


@dataclass(frozen=True, slots=True)
class SampleReview:
    """One look at all clauses: on which day, after which session, and what came of it."""

    day: int
    session: int
    words: str


@dataclass(frozen=True, slots=True)
class SampleClauses:
    """What stands beside the agreements of one client; each draft with the day on which it was proposed."""

    proposed: tuple[tuple[DraftClause, int], ...] = ()
    reviews: tuple[SampleReview, ...] = ()


NO_CLAUSES = SampleClauses()


def read_draft(entry: Entry) -> DraftClause:
    """The wording of a clause, agreed or proposed."""
    return DraftClause(
        topic=entry.word("topic", Topic),
        wording=entry.text("wording"),
        negotiated=entry.flag("negotiated"),
        words_of=entry.word("words_of", WordsOf, WordsOf.COUNSELOR),
        reason=entry.text("reason", ""),
    )


def read_clauses(entry: Entry) -> SampleClauses:
    """What is proposed to one client, and the reviews; raises SampleInvalid."""
    drafts, reviews = [], []
    for one in entry.each("proposed_clauses"):
        drafts.append((read_draft(one), one.whole("day")))
        one.finish()
    for one in entry.each("clause_reviews"):
        reviews.append(SampleReview(one.whole("day"), one.whole("session"), one.text("words", "")))
        one.finish()
    return SampleClauses(tuple(drafts), tuple(reviews))


def write_clauses(
    work: UnitOfWork,
    client_id: ClientId,
    sample: SampleClauses,
    on: Callable[[int], date],
    at: Callable[[int, time], datetime],
) -> None:
    """Write it, after the agreements and sessions of the client."""
    for draft, day in sample.proposed:
        clause = clause_for(draft, open_clauses(work.agreements.versions(client_id)))
        clause_id = clause.clause_id if clause else work.agreements.add_clause(client_id, draft.topic)
        number = clause.next_number if clause else 1
        work.agreements.add_version(proposed(draft.checked(), clause_id, client_id, number, on(day)))
    for facts in work.clause_reviews.facts((client_id,)):
        for one in sample.reviews:
            review = ClauseReview(ClauseReviewId(0), client_id, on(one.day), one.session, facts.work, one.words)
            work.clause_reviews.add(review.checked(facts.since, on(0)), at(one.day, _WRITTEN_AT))
