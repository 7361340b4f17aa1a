"""Says whether a word is right: by a word list, the practice's own words, and the names it knows."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import partial

from vitalshift_desktop.domain.spelling import is_of_language, key_of, plain, unaccented
from vitalshift_desktop.services.dictionaries import WordList

MOST_SUGGESTIONS = 6
_MOST_KNOWN = 50_000


class Speller:
    """Remembers what it looked up; used by one thread at a time."""

    def __init__(self, language: str, words: WordList, right: Iterable[str]) -> None:
        self.language = language
        self._words = words
        self._right = {key_of(word) for word in right}
        self._known: dict[str, bool] = {}

    def is_right(self, word: str) -> bool:
        """Whether the word needs no mark."""
        known = self._known.get(word)
        if known is None:
            known = self._look_up(word)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[word] = known
        return known

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first, with the apostrophe that was typed."""
        asked = plain(word)
        found = sorted(self._words.suggest(asked), key=partial(_unlike, asked))[:MOST_SUGGESTIONS]
        return tuple(one.replace("'", "’") if "’" in word else one for one in found)

    def learn(self, words: Iterable[str]) -> None:
        """Let these count as right from now on."""
        self._right |= {key_of(word) for word in words}
        self._known.clear()

    def forget(self, word: str) -> None:
        """Let the word list alone judge a word again."""
        self._right.discard(key_of(word))
        self._known.clear()

    def _look_up(self, word: str) -> bool:
        if key_of(word) in self._right or not is_of_language(word, self.language):
            return True
        composed = plain(word)
        return self._words.check(composed) or self._words.check(unaccented(composed))


def _unlike(asked: str, offered: str) -> float:
    """How little a suggestion has of the letters that were typed, in their order; the list's own order breaks ties."""
    return -SequenceMatcher(None, asked.casefold(), offered.casefold()).ratio()
