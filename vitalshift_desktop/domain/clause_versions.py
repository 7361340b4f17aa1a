"""The versions of a clause through time: the one in force on a day, its draft, and what follows what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.agreements import (
    ClauseId,
    ClauseState,
    ClauseVersion,
    DraftClause,
    Topic,
    next_version,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import ReviewBeforeStart, TwoVersionsInForce


@dataclass(frozen=True, slots=True)
class OpenClause:
    """A clause with a version in force, with a draft, or with both."""

    clause_id: ClauseId
    topic: Topic
    current: ClauseVersion | None
    draft: ClauseVersion | None

    @property
    def next_number(self) -> int:
        """The number of the version that follows the one in force; a draft has it already."""
        if self.draft is not None:
            return self.draft.number
        return self.current.number + 1 if self.current is not None else 1


def was_in_force(version: ClauseVersion, day: date) -> bool:
    """Whether both sides went by a version on a day; its last day is the one before it was ended or replaced."""
    if version.state is ClauseState.PROPOSED or version.effective_on > day:
        return False
    return version.ended_on is None or day < version.ended_on


def version_on(versions: Iterable[ClauseVersion], clause_id: ClauseId, day: date) -> ClauseVersion | None:
    """The version of a clause that was in force on a day; None where none was."""
    held = [one for one in versions if one.clause_id == clause_id and was_in_force(one, day)]
    return max(held, key=lambda one: one.number, default=None)


def in_force_on(versions: Iterable[ClauseVersion], day: date) -> tuple[ClauseVersion, ...]:
    """All that was in force on a day, in the order of topics."""
    every = tuple(versions)
    held = (version_on(every, clause_id, day) for clause_id in dict.fromkeys(one.clause_id for one in every))
    return tuple(sorted((one for one in held if one is not None), key=lambda one: list(Topic).index(one.topic)))


def open_clauses(versions: Iterable[ClauseVersion]) -> tuple[OpenClause, ...]:
    """The clauses that are in force or proposed, in the order they were begun."""
    found: dict[ClauseId, OpenClause] = {}
    for version in versions:
        before = found.get(version.clause_id) or OpenClause(version.clause_id, version.topic, None, None)
        if version.is_in_force:
            found[version.clause_id] = replace(before, current=version)
        elif version.state is ClauseState.PROPOSED:
            found[version.clause_id] = replace(before, draft=version)
    return tuple(found.values())


def clause_for(draft: DraftClause, clauses: Sequence[OpenClause]) -> OpenClause | None:
    """The clause of which this becomes the next version: the one it names, or the first on its topic in force."""
    if draft.clause_id is not None:
        return next((clause for clause in clauses if clause.clause_id == draft.clause_id), None)
    same = [clause for clause in clauses if clause.topic is draft.topic]
    return min(same, key=lambda clause: clause.current is None, default=None)


def proposed(draft: DraftClause, clause_id: ClauseId, client_id: ClientId, number: int, on: date) -> ClauseVersion:
    """The draft of a clause's next version; `effective_on` is the day it was proposed until it is agreed."""
    version = next_version(draft, None, clause_id, client_id, on)
    return replace(version, number=number, state=ClauseState.PROPOSED)


def draft_of(version: ClauseVersion) -> DraftClause:
    """A version as it would be proposed or agreed again, unchanged; the reason of a draft goes along."""
    reason = version.reason if version.state is ClauseState.PROPOSED else ""
    return DraftClause(
        version.topic, version.wording, version.negotiated, version.words_of, reason, clause_id=version.clause_id
    )


def is_same(draft: DraftClause, version: ClauseVersion) -> bool:
    """Whether agreeing on a draft would leave a version as it is."""
    return (draft.wording, draft.negotiated, draft.words_of) == (
        version.wording,
        version.negotiated,
        version.words_of,
    )


def check_follows(version: ClauseVersion, on: date) -> None:
    """Raises TwoVersionsInForce when what begins on this day would begin before the version in force."""
    if on < version.effective_on:
        raise TwoVersionsInForce(version)


def check_review(start: date, review_on: date | None) -> None:
    """Raises ReviewBeforeStart for a day of looking again that lies before the start."""
    if review_on is not None and review_on < start:
        raise ReviewBeforeStart
