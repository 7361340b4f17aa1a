"""What the agreement form offers: the clauses in force, the starter, and every other topic."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vitalshift_desktop.domain.agreements import ClauseVersion, DraftClause, Topic


@dataclass(frozen=True, slots=True)
class Offer:
    """Wording to begin from, the version it would follow, and whether it is ticked from the start."""

    draft: DraftClause
    standing: ClauseVersion | None
    chosen: bool


def offers(
    in_force: Sequence[ClauseVersion], starters: Sequence[DraftClause], only: Topic | None = None
) -> tuple[Offer, ...]:
    """The clauses in force ticked, or the whole starter where there are none; with `only`, that topic alone."""
    standing = tuple(Offer(draft_of(clause), clause, chosen=True) for clause in in_force)
    if only is not None:
        return tuple(offer for offer in standing if offer.draft.topic is only)
    known = {clause.topic for clause in in_force}
    new = (Offer(draft, None, chosen=not in_force) for draft in starters if draft.topic not in known)
    return (*standing, *new)


def other_offer(topic: Topic, in_force: Iterable[ClauseVersion], starters: Iterable[DraftClause]) -> Offer:
    """A topic that was not offered at first: as it stands, as the starter has it, or empty."""
    standing = next((clause for clause in in_force if clause.topic is topic), None)
    if standing is not None:
        return Offer(draft_of(standing), standing, chosen=True)
    draft = next((draft for draft in starters if draft.topic is topic), DraftClause(topic, ""))
    return Offer(draft, None, chosen=True)


def draft_of(clause: ClauseVersion) -> DraftClause:
    """The clause as it would be proposed again, unchanged."""
    return DraftClause(clause.topic, clause.wording, clause.negotiated, clause.words_of)
