"""Who does what until the next session, as far as the plan of a note says so itself.

A sentence that begins with "I" or "Me:" is the counselor's, one that begins with "Client:" or the client's own name is
the client's; for any other nobody is named, and none is guessed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\d{1,2}[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?]) +")
_MINE = re.compile(r"(?:I|I['’](?:ll|m|ve|d))\s|(?:me|mine|counsell?or|therapist)\s*:\s*", re.IGNORECASE)
_THEIRS = re.compile(r"client(?:\s*:|\s)\s*", re.IGNORECASE)
LONGEST_PLAN = 20_000
"""A plan longer than this many characters is looked at only so far."""


class Promiser(StrEnum):
    """Who is to do it."""

    COUNSELOR = "counselor"
    CLIENT = "client"
    NOBODY_NAMED = "nobody_named"


@dataclass(frozen=True, slots=True)
class Promise:
    """One sentence of the plan, word for word, and whose it is."""

    who: Promiser
    words: str


def promises(plan: str, client_name: str) -> tuple[Promise, ...]:
    """The sentences of a plan in their order, without bullets; nothing of them is left out or changed."""
    lines = (_BULLET.sub("", line).strip() for line in plan[:LONGEST_PLAN].splitlines())
    sentences = (words for line in lines for words in _SENTENCE_END.split(line) if words)
    return tuple(Promise(_whose(words, client_name), words) for words in sentences)


def words_of(given: tuple[Promise, ...], who: Promiser) -> str:
    """All that one of them is to do, one after the other."""
    return " ".join(promise.words for promise in given if promise.who is who)


def _whose(words: str, client_name: str) -> Promiser:
    mine = _MINE.match(words)
    if mine is not None and (words[0].isupper() or ":" in mine[0]):
        return Promiser.COUNSELOR
    first = client_name.split(maxsplit=1)[0] if client_name.strip() else ""
    if _THEIRS.match(words) or (first and re.match(rf"{re.escape(first)}(?:\s*:|\s|[,.!?]|$)", words)):
        return Promiser.CLIENT
    return Promiser.NOBODY_NAMED
