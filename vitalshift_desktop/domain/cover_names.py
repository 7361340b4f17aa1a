"""Whether a text has a name that its client asked not to be used."""

import re
import unicodedata
from collections.abc import Sequence

_WORDS = re.compile(r"[^\W\d_]+")
_SHORTEST = 2


def has_name(names: Sequence[str], text: str) -> bool:
    """Whether any word of these names, of two letters or more, stands in the text as a word, in any case of letters.

    What stands beside a hyphen or an apostrophe is a word too, as in “Maren’s”.
    """
    looked_for = {word for name in names for word in _words(name) if len(word) >= _SHORTEST}
    return bool(looked_for & _words(text))


def _words(text: str) -> set[str]:
    return set(_WORDS.findall(unicodedata.normalize("NFC", text).casefold()))
