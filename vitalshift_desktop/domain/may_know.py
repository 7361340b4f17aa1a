"""Who may know what about a client: agreed on a day for the people around them, and kept as it was agreed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    AgreedByIsMissing,
    DateIsImpossible,
    NothingToKnow,
    TextTooLong,
)
from vitalshift_desktop.domain.related_people import RelatedPerson, RelatedPersonId, RelatedRole

MayKnowId = NewType("MayKnowId", int)


class Knowledge(StrEnum):
    """What there is to know, in the order in which it is shown."""

    ATTENDANCE = "attendance"
    FEES = "fees"
    GOALS = "goals"
    HOW_IT_GOES = "how_it_goes"
    SAFETY = "safety"
    MEASURES = "measures"
    SAID = "said"
    LETTERS = "letters"


class KnowAnswer(StrEnum):
    """Whether somebody may know it."""

    MAY_KNOW = "may_know"
    ASK_FIRST = "ask_first"
    NOT = "not"


Cells = dict[tuple[RelatedPersonId, Knowledge], KnowAnswer]
_COLUMNS = (RelatedRole.GUARDIAN, RelatedRole.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class MayKnowDetails:
    """What was agreed: for each person and each thing an answer, when, by whom, and in which words."""

    agreed_on: date
    agreed_by: str
    cells: tuple[tuple[RelatedPersonId, Knowledge, KnowAnswer], ...]
    words: str = ""

    def answer(self, person_id: RelatedPersonId, what: Knowledge) -> KnowAnswer:
        """What was agreed; where nothing was, the child is asked first."""
        found = (answer for person, thing, answer in self.cells if (person, thing) == (person_id, what))
        return next(found, KnowAnswer.ASK_FIRST)

    def names(self, person_id: RelatedPersonId) -> bool:
        """Whether anything was agreed about somebody."""
        return any(person == person_id for person, _what, _answer in self.cells)

    def checked(self, people: Collection[RelatedPersonId], today: date) -> "MayKnowDetails":
        """The same without stray spaces and without people who are not among these.

        Raises NothingToKnow, AgreedByIsMissing, DateIsImpossible, TextTooLong or HiddenCharacters.
        """
        kept = {(person, what): answer for person, what, answer in self.cells if person in people}
        cells = tuple((person, what, answer) for (person, what), answer in kept.items())
        tidy = replace(self, agreed_by=self.agreed_by.strip(), words=self.words.strip(), cells=cells)
        if not cells:
            raise NothingToKnow
        if not tidy.agreed_by:
            raise AgreedByIsMissing
        if self.agreed_on > today or self.agreed_on.year < 1900:
            raise DateIsImpossible
        if len(tidy.agreed_by) > LONGEST_FIELD or len(tidy.words) > LONGEST_TEXT:
            raise TextTooLong
        check_visible(tidy.agreed_by, tidy.words)
        return tidy


@dataclass(frozen=True, slots=True)
class MayKnow:
    """What was agreed for one client on a day; a later one takes its place, and this one stays."""

    id: MayKnowId
    client_id: ClientId
    details: MayKnowDetails
    recorded_at: datetime


def current(agreed: Iterable[MayKnow]) -> MayKnow | None:
    """What holds now: what was agreed last, of the same day what was written down last."""
    return max(agreed, key=lambda one: (one.details.agreed_on, one.id), default=None)


def asked_about(people: Iterable[RelatedPerson], agreed: MayKnow | None, day: date) -> tuple[RelatedPerson, ...]:
    """The people to agree about on a day: those who stand, parents and other guardians first."""
    standing = [one for one in people if one.details.stands_on(day)]
    named = {person for person, _what, _answer in agreed.details.cells} if agreed else set()
    return tuple(sorted(standing, key=lambda one: (one.details.role not in _COLUMNS, one.id not in named, one.id)))


def called(people: Iterable[RelatedPerson], name: str) -> RelatedPerson | None:
    """The one of these people who goes by a name; letters' size, accents and spaces do not count."""
    wanted = folded(" ".join(name.split()))
    return next((one for one in people if wanted and folded(one.details.name) == wanted), None)
