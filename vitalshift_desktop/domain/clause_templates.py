"""Wording to begin a clause from: as it is usually put, in plain language, and for kinds of work that need another."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from vitalshift_desktop.domain.agreements import DraftClause, Topic


class WordingKind(StrEnum):
    """For whom a wording is; the special ones stand in the order in which they are chosen for a client."""

    STANDARD = "standard"
    PLAIN = "plain"
    MINORS = "minors"
    INTERPRETER = "interpreter"
    COACHING = "coaching"
    ONLINE = "online"
    OWN = "own"


GAP = "…"
"""Marks what is still to be filled in, at the end of a wording or before a space."""


@dataclass(frozen=True, slots=True)
class ClauseTemplate:
    """What one clause may say; the standard wording is always there, the counselor's own one may be."""

    topic: Topic
    wordings: Mapping[WordingKind, str]

    def suited(self, kinds: Collection[WordingKind]) -> WordingKind:
        """The first kind of these that has a wording of its own; else the counselor's own one, or the standard one."""
        known = (kind for kind in WordingKind if kind in kinds and kind in self.wordings)
        usual = WordingKind.OWN if WordingKind.OWN in self.wordings else WordingKind.STANDARD
        return next(known, usual)

    def with_own(self, wording: str | None) -> "ClauseTemplate":
        """The same with the counselor's own wording; None leaves it as it is."""
        return self if wording is None else replace(self, wordings={**self.wordings, WordingKind.OWN: wording})

    def draft(self, kinds: Collection[WordingKind] = ()) -> DraftClause:
        """The clause as it would be proposed first to a client of these kinds."""
        return DraftClause(self.topic, self.wordings[self.suited(kinds)])


def kinds_of_work(
    *, is_minor: bool, with_interpreter: bool, is_coaching: bool, is_online: bool
) -> frozenset[WordingKind]:
    """The kinds of wording that fit the work with a client."""
    fits = {
        WordingKind.MINORS: is_minor,
        WordingKind.INTERPRETER: with_interpreter,
        WordingKind.COACHING: is_coaching,
        WordingKind.ONLINE: is_online,
    }
    return frozenset(kind for kind, does in fits.items() if does)


def has_gap(wording: str) -> bool:
    """Whether something is still to be filled in."""
    return GAP in wording
