"""A safety plan in the client's words: its parts, its versions, and what changed from one to the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, TextIsMissing, TextTooLong

SafetyPlanId = NewType("SafetyPlanId", int)
_WORDS = re.compile(r"\s+|[^\s]+")


class PlanPart(StrEnum):
    """The parts of a plan in their order; each is the name of its field in `SafetyPlan`."""

    WARNING_SIGNS = "warning_signs"
    OWN_STEPS = "own_steps"
    PEOPLE_AND_PLACES = "people_and_places"
    WHOM_TO_CALL = "whom_to_call"
    SAFER = "safer"


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """What stands in a plan; `review_on` is the day on which it is to be looked at again."""

    warning_signs: str = ""
    own_steps: str = ""
    people_and_places: str = ""
    whom_to_call: str = ""
    safer: str = ""
    review_on: date | None = None

    def text(self, part: PlanPart) -> str:
        """What stands in one part."""
        return str(getattr(self, part.value))

    def with_text(self, part: PlanPart, text: str) -> "SafetyPlan":
        """The same plan with other words in one part."""
        return SafetyPlan(**{field.name: getattr(self, field.name) for field in fields(self)} | {part.value: text})

    @property
    def has_text(self) -> bool:
        """Whether anything is written in it."""
        return any(self.text(part).strip() for part in PlanPart)

    def storable(self) -> "SafetyPlan":
        """The same plan; raises TextTooLong or HiddenCharacters for words that no draft may hold either."""
        texts = [self.text(part) for part in PlanPart]
        if any(len(text) > LONGEST_TEXT for text in texts):
            raise TextTooLong
        check_visible(*texts)
        return self

    def checked(self, today: date) -> "SafetyPlan":
        """The same plan without stray spaces, fit to be put in force.

        Raises TextIsMissing for an empty one, DateIsImpossible for a review before today, or as `storable` does.
        """
        plan = self.storable()
        for part in PlanPart:
            plan = plan.with_text(part, plan.text(part).strip())
        if not plan.has_text:
            raise TextIsMissing
        if plan.review_on is not None and plan.review_on < today:
            raise DateIsImpossible
        return plan


@dataclass(frozen=True, slots=True)
class SafetyPlanVersion:
    """A plan that was put in force on a civil day; the versions of a client are numbered from 1 and never change."""

    id: SafetyPlanId
    client_id: ClientId
    number: int
    plan: SafetyPlan
    in_force_on: date
    recorded_at: datetime


class PieceKind(StrEnum):
    """Whether a piece of text stands in both versions, in the later one only, or only in the earlier one."""

    SAME = "same"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a part, as they stand beside those of the version before."""

    kind: PieceKind
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """What changed from one wording to the next, word by word: what is gone stands before what came in its place."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    return tuple(_pieces(old, new)) if before != after else _whole(after)


def changed_parts(before: SafetyPlan, after: SafetyPlan) -> tuple[PlanPart, ...]:
    """The parts whose words are not the same."""
    return tuple(part for part in PlanPart if before.text(part) != after.text(part))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(PieceKind.SAME, "".join(new[new_from:new_to]))
            continue
        if old_to > old_from:
            yield Piece(PieceKind.GONE, "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Piece(PieceKind.ADDED, "".join(new[new_from:new_to]))


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(PieceKind.SAME, text),) if text else ()
