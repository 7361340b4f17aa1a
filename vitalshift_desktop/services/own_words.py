"""Words of the counselor's own, chosen so that they can be looked for where none of them may stand."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from vitalshift_desktop.vault.unit_of_work import UnitOfWork

MOST_NAMES = 8
MOST_OTHERS = 12
SHORTEST = 6
LONG = 9
LONGEST = 60
_CLIENTS_READ = 4
Thing = TypeVar("Thing")
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},{LONGEST}}}")


def chosen_words(work: UnitOfWork, dice: random.Random) -> tuple[str, ...]:
    """Names of some clients and rare words from notes of a few others; other ones each time, never shown to anybody."""
    clients = work.clients.all()
    named = _sample([name for client in clients for name in _names(client.name)], MOST_NAMES, dice)
    read = _sample([client.id for client in clients], _CLIENTS_READ, dice)
    notes = (note for client_id in read for note in work.notes.of_client(client_id))
    texts = (section.text for note in notes for section in note.sections)
    return (*named, *_rare(texts, dice))


def _names(name: str) -> Iterable[str]:
    """The long words of a name, or the whole name where it has none."""
    words = _WORD.findall(name)
    whole = name.strip()[:LONGEST]
    return words or ([whole] if sum(letter.isalpha() for letter in whole) >= SHORTEST else [])


def _rare(texts: Iterable[str], dice: random.Random) -> Sequence[str]:
    """Long words that stand there least often; short ones where there are no others."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WORD.findall(text))
    words = list(counts)
    dice.shuffle(words)
    return sorted(words, key=lambda word: (len(word) < LONG, counts[word]))[:MOST_OTHERS]


def _sample(things: Sequence[Thing], most: int, dice: random.Random) -> list[Thing]:
    return dice.sample(list(dict.fromkeys(things)), min(most, len(set(things))))
