"""How an agreement was made: on paper, drawn on the screen or spoken, by whom, and in which words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    AgreedByOneOfTwo,
    DrawingIsMissing,
    NameIsMissing,
    NobodyAgreed,
    TextTooLong,
)
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole

Point = tuple[int, int]
Stroke = tuple[Point, ...]
DRAWING_WIDTH, DRAWING_HEIGHT = 1000, 250
"""The size of a drawing in steps; every point lies inside it, edges included."""
MOST_POINTS = 5000
"""What one drawing may hold: some minutes of drawing. A name takes about 300."""


class AgreedHow(StrEnum):
    """How the agreement was made."""

    ON_PAPER = "on_paper"
    DRAWN = "drawn"
    VERBAL = "verbal"


class PartyKind(StrEnum):
    """As what somebody agreed."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who agreed, by the name of that day, and what they drew; `strokes` are points in the drawing."""

    kind: PartyKind
    name: str
    strokes: tuple[Stroke, ...] = ()

    @property
    def has_drawn(self) -> bool:
        """Whether there is more than a tap or two: one stroke of at least three points."""
        return any(len(stroke) > 2 for stroke in self.strokes)

    def checked(self) -> "Party":
        """The same without stray spaces and with every point inside the drawing.

        Raises NameIsMissing, HiddenCharacters, or TextTooLong for a long name or too many points.
        """
        tidy = replace(self, name=self.name.strip(), strokes=tuple(_inside(stroke) for stroke in self.strokes))
        if not tidy.name:
            raise NameIsMissing
        check_visible(tidy.name)
        if len(tidy.name) > LONGEST_FIELD or sum(map(len, tidy.strokes)) > MOST_POINTS:
            raise TextTooLong
        return tidy


@dataclass(frozen=True, slots=True)
class HowAgreed:
    """The act of agreeing: `words` are what was said; `serial` is that of the page that was signed, if we printed it.

    Only what was drawn on the screen carries strokes.
    """

    how: AgreedHow
    parties: tuple[Party, ...]
    words: str = ""
    serial: str = ""

    def checked(self) -> "HowAgreed":
        """The same, tidy; raises NobodyAgreed, DrawingIsMissing, TextTooLong, HiddenCharacters, or as a party does."""
        drawn = self.how is AgreedHow.DRAWN
        parties = tuple((one if drawn else replace(one, strokes=())).checked() for one in self.parties)
        if not parties:
            raise NobodyAgreed
        if drawn and not all(one.has_drawn for one in parties):
            raise DrawingIsMissing
        words = self.words.strip() if self.how is AgreedHow.VERBAL else ""
        if len(words) > LONGEST_TEXT:
            raise TextTooLong
        check_visible(words)
        return replace(self, parties=parties, words=words)


def strokes_text(strokes: Iterable[Stroke]) -> str:
    """A drawing as text: a stroke on each line, its points as "x,y"; "" for none."""
    return "\n".join(" ".join(f"{x},{y}" for x, y in stroke) for stroke in strokes)


def strokes_from_text(text: str) -> tuple[Stroke, ...] | None:
    """The drawing that was written as text, every point inside; None for a text that is none, or too long."""
    strokes = tuple(tuple(point.split(",") for point in line.split()) for line in text.splitlines())
    points = [point for stroke in strokes for point in stroke]
    are_points = all(len(point) == 2 and all(map(_is_number, point)) for point in points)
    if not are_points or len(points) > MOST_POINTS:
        return None
    return tuple(_inside(tuple((int(x), int(y)) for x, y in stroke)) for stroke in strokes if stroke)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 5


def possible_parties(client_names: Iterable[str], people: Iterable[PersonDetails], day: date) -> tuple[Party, ...]:
    """Who can agree on a day: the client, or each member of a joint file, then whoever consents for them."""
    clients = [Party(PartyKind.CLIENT, name) for name in client_names if name.strip()]
    others = [Party(_kind(person), person.name) for person in people if _consents(person, day)]
    return (*clients, *others)


def demand_jointly(parties: Iterable[Party], people: Iterable[PersonDetails], day: date) -> None:
    """Raise AgreedByOneOfTwo where somebody agreed who consents only together with another, and no other one did.

    Somebody who may consent alone, or the client, can agree without the others.
    """
    agreed = {(one.kind, one.name) for one in parties}
    there = [one for one in people if _consents(one, day) and (_kind(one), one.name.strip()) in agreed]
    jointly = sum(one.consent is ConsentPart.JOINTLY for one in there)
    if jointly == 1 and not any(one.consent is ConsentPart.ALONE for one in there):
        raise AgreedByOneOfTwo


def _consents(person: PersonDetails, day: date) -> bool:
    return person.may_consent and person.consent is not ConsentPart.NONE and person.stands_on(day)


def _kind(person: PersonDetails) -> PartyKind:
    return PartyKind.SUBSTITUTE if person.role is RelatedRole.SUBSTITUTE else PartyKind.GUARDIAN


def _inside(stroke: Stroke) -> Stroke:
    return tuple((min(max(x, 0), DRAWING_WIDTH), min(max(y, 0), DRAWING_HEIGHT)) for x, y in stroke)
