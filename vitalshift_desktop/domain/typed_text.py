"""What may be typed or pasted into a text of the record, and what is taken out of it first."""

import re
from dataclasses import dataclass

LONGEST_TEXT = 200_000
"""Characters that one text may reach by pasting, about a hundred pages: beyond that typing is no longer at once."""
_BREAKS = re.compile("\r\n|[\r\u2028\u2029\u0085\x0b\x0c]")
# Control characters; marks that turn the reading direction of what follows (they can make a sentence read as another
# one; the marks for one place, U+200E, U+200F and U+061C, stay: Hebrew and Arabic need them); halves of characters;
# codes that are no characters, some of which Qt keeps for itself; the sign for a picture; the mark of a file's begin.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that can be kept and shown, and how many characters were taken out of it."""

    text: str
    removed: int = 0


def cleaned(text: str) -> Cleaned:
    """The text with line feeds for all kinds of breaks, without characters that cannot be seen and do harm."""
    fit, removed = _UNFIT.subn("", _BREAKS.sub("\n", text))
    return Cleaned(fit, removed)


def has_room(length: int, replaced: int, added: int) -> bool:
    """Whether so many characters may be pasted into a text of this length in place of so many."""
    return not added or length - replaced + added <= LONGEST_TEXT
