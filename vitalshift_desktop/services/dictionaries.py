"""The word lists of this computer, through Enchant; no other file knows it.

Enchant would keep lists of its own beside the settings of the user, and read words from there. It is given a place
where no folder can be, so that it neither writes nor reads anything there: own words lie in the vault.
"""

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any, Protocol

_LIBRARY = "libenchant-2.so.2"


class WordList(Protocol):
    """What knows how words are spelled."""

    def check(self, word: str) -> bool:
        """Whether the word stands in it."""

    def suggest(self, word: str) -> list[str]:
        """Words like it, the likeliest first."""


@cache
def _enchant() -> Any | None:  # noqa: ANN401 - the package has no types
    """The package with its library, or None where one of the two is missing."""
    os.environ["ENCHANT_CONFIG_DIR"] = sys.executable  # a file: nothing can be made or read below it
    try:
        _name_the_library()
        import enchant
    except (ImportError, OSError, AssertionError, AttributeError):
        return None
    return enchant


def _name_the_library() -> None:
    """Tell the package where the library is; it would start other programs to find out. OSError where it is missing."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(_LIBRARY)
    loaded = (line.split(maxsplit=5)[-1] for line in Path("/proc/self/maps").read_text("utf-8").splitlines())
    os.environ["PYENCHANT_LIBRARY_PATH"] = next(path for path in loaded if Path(path).name.startswith("libenchant-2"))


def library_is_there() -> bool:
    """Whether spelling can be checked at all on this computer."""
    return _enchant() is not None


def languages() -> tuple[str, ...]:
    """The word lists that are installed, by name such as "en_CA"; none where the library is missing."""
    enchant = _enchant()
    return tuple(sorted(name for name in enchant.list_languages() if "_" in name)) if enchant else ()


def word_list(language: str) -> WordList | None:
    """Load a word list, which takes a moment; None where there is none for this language."""
    enchant = _enchant()
    if enchant is None:
        return None
    try:
        found: WordList = enchant.Broker().request_dict(language)
    except enchant.errors.Error:
        return None
    return found
