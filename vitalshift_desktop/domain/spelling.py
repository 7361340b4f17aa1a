"""Which words of a text are checked for their spelling, and in which language."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST_WORD = 60
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad]|['’](?=[^\W\d_]))*")
_NOT_PROSE = re.compile(r"[\d@_\\#]|://|^www\.|^[;/]|\.\w+\.|\w/\w+/")
_OTHER_SCRIPTS = {
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), "CYRILLIC"),
    "ar": "ARABIC",
    "fa": "ARABIC",
    "el": "GREEK",
    "he": "HEBREW",
    "hi": "DEVANAGARI",
}
NEVER_SET = ""


@dataclass(frozen=True, slots=True)
class SpellingChoice:
    """Whether spelling is checked, and by which word list; an empty language follows the computer."""

    is_on: bool = True
    language: str = NEVER_SET


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text and where it stands, counted in characters."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.text)


def words_in(text: str) -> Iterator[Word]:
    """The words to look up: no single letters, nothing with digits, no addresses, no CAPITALS and no CamelCase."""
    for chunk in _CHUNK.finditer(text):
        if _NOT_PROSE.search(chunk[0]):
            continue
        for found in _WORD.finditer(chunk[0]):
            word = found[0]
            if 1 < len(word) <= LONGEST_WORD and word[1:] == word[1:].lower():
                yield Word(chunk.start() + found.start(), word)


def word_at(text: str, place: int) -> Word | None:
    """The word that the caret stands in, before or behind."""
    return next((word for word in words_in(text) if word.start <= place <= word.end), None)


def plain(word: str) -> str:
    """A word as word lists have it: composed letters, straight apostrophes, no soft hyphens."""
    return unicodedata.normalize("NFC", word.replace("’", "'").replace("\u00ad", ""))


def unaccented(word: str) -> str:
    """The same letters without their accents; some word lists know café and naïve only so."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def key_of(word: str) -> str:
    """What is compared where capitals do not matter; a possessive counts as its owner."""
    return plain(word).casefold().removesuffix("'s")


def is_of_language(word: str, language: str) -> bool:
    """Whether a word is written in the letters of a language; others are not for its word list to judge."""
    script = _OTHER_SCRIPTS.get(language.partition("_")[0], "LATIN")
    return unicodedata.name(word[0], "").startswith(script)


def language_for(wanted: str, locale: str, known: Iterable[str]) -> str | None:
    """The word list to use: the one wanted, else that of the locale, else its language, else English; None if none."""
    lists = sorted(known)
    beginnings = (f"{locale.partition('_')[0]}_", "en_")
    for name in (wanted, locale.partition(".")[0]):
        if name in lists:
            return name
    near = (name for beginning in beginnings for name in ("en_US", *lists) if name.startswith(beginning))
    return next((name for name in near if name in lists), lists[0] if lists else None)
