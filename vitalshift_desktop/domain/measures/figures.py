"""Where a figure comes from: every number of an instrument that is not a count carries its source."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How well a figure is confirmed; the values are the tags that instrument files use."""

    CONFIRMED = "V"
    SECONDARY = "V2"
    COMPUTED = "C"
    UNCONFIRMED = "K"
    OWN = "D"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was seen, in words for a reader, and how well it is confirmed there."""

    standing: Standing
    words: str
