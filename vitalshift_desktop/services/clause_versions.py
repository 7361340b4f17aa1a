"""How drafts become the versions that are in force, written into the vault."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from vitalshift_desktop.domain.agreements import ClauseVersion, DraftClause, next_version
from vitalshift_desktop.domain.clause_versions import (
    OpenClause,
    check_follows,
    check_review,
    clause_for,
    is_same,
    open_clauses,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def brought_into_force(
    work: UnitOfWork, client_id: ClientId, clauses: Iterable[DraftClause], on: date, review_on: date | None
) -> tuple[ClauseVersion, ...]:
    """The versions that these clauses are from a day on, written into the vault; a draft of theirs goes into them.

    Raises ReviewBeforeStart, or TwoVersionsInForce for a day before a version that is in force began.
    """
    check_review(on, review_on)
    standing = list(open_clauses(work.agreements.versions(client_id)))
    agreed = []
    for draft in clauses:
        clause = clause_for(draft, standing)
        if clause is not None:
            standing.remove(clause)
        agreed.append(_agreed(work, client_id, draft, clause, on, review_on))
    return tuple(agreed)


def _agreed(
    work: UnitOfWork,
    client_id: ClientId,
    draft: DraftClause,
    clause: OpenClause | None,
    on: date,
    review_on: date | None,
) -> ClauseVersion:
    current = clause.current if clause is not None else None
    if current is not None:
        check_follows(current, on)
        if is_same(draft, current):
            return _kept(work, current, review_on)
        work.agreements.save_version(current.replaced(on))
    clause_id = clause.clause_id if clause is not None else work.agreements.add_clause(client_id, draft.topic)
    version = replace(next_version(draft, current, clause_id, client_id, on), review_on=review_on)
    if clause is not None and clause.draft is not None:
        version = replace(version, number=clause.draft.number)
        work.agreements.save_draft(version)
    else:
        work.agreements.add_version(version)
    return version


def _kept(work: UnitOfWork, current: ClauseVersion, review_on: date | None) -> ClauseVersion:
    kept = replace(current, review_on=review_on)
    work.agreements.save_version(kept)
    return kept
