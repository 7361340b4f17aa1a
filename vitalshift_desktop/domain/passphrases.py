"""How strong a passphrase is, as facts that a page can put into words."""

from dataclasses import dataclass
from enum import StrEnum


class StrengthReason(StrEnum):
    """The one fact about a passphrase that matters most for its strength."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    COMMON = "common"
    REPEATED = "repeated"
    KEYBOARD = "keyboard"
    SEQUENCE = "sequence"
    DATE = "date"
    GUESSABLE = "guessable"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Strength:
    """The strength of a passphrase.

    `score` runs from 0 (weakest) to 4; `guesses_log10` is the power of ten of the guesses an attacker needs on
    average; `words` and `characters` count what was typed; `acceptable` says whether a vault takes it.
    """

    score: int
    guesses_log10: float
    words: int
    characters: int
    acceptable: bool
    reason: StrengthReason
