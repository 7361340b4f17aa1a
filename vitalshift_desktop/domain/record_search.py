"""Looking for words in the record: what was asked, what is found, and the sentence that shows it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.folding import folded

LONGEST_QUESTION = 400  # letters that are looked at; nobody types more
MOST_TERMS = 12
PREFIX_FROM = 3  # letters of a word before longer words count as well; with fewer nearly every entry would
LONGEST_SENTENCE = 240
_BEFORE_HIT = 90
_PHRASES = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)')
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|\n+")


class EntryKind(StrEnum):
    """What of the record can be searched. Process notes are not among it: they have a search of their own."""

    NOTE = "note"
    ADDENDUM = "addendum"
    CONTACT = "contact"
    GOAL = "goal"
    AGREEMENT = "agreement"
    ATTACHMENT = "attachment"
    SAFETY_PLAN = "safety_plan"
    CONSENT = "consent"
    COMMITMENT = "commitment"
    AGREED_BREAK = "agreed_break"
    BOUNDARY_EVENT = "boundary_event"
    WORKSHEET = "worksheet"
    CONSULTATION = "consultation"


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that stand together; with `is_open` the last word may go on."""

    text: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: all terms of the text, for one client, in some kinds, between two days (both included)."""

    text: str
    client_id: ClientId | None = None
    kinds: frozenset[EntryKind] = frozenset()
    first: date | None = None
    last: date | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the text."""
        return terms_of(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the record, and where in it stands what was looked for: begin and end of each place."""

    words: str
    marks: tuple[tuple[int, int], ...] = ()


def terms_of(text: str) -> tuple[Term, ...]:
    """What was typed, taken apart: phrases in quotation marks, single words; signs without letters are left out."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST_QUESTION])
    terms = []
    for found in _PHRASES.finditer(plain):
        phrase, word = found.groups()
        is_closed = phrase is not None and found.group(0)[-1:] in '"“”„«»' and len(found.group(0)) > 1
        words = _WORD.findall(phrase or word or "")
        if words:
            long_enough = len(words[-1]) >= PREFIX_FROM or not words[-1].isascii()
            terms.append(Term(phrase or word, long_enough and not is_closed))
    return tuple(terms[:MOST_TERMS])


def sentence_around(text: str, terms: tuple[Term, ...]) -> Sentence:
    """The sentence with most of the terms, the first of equals; the beginning where none of them stands in it."""
    wanted = [([folded(word) for word in _WORD.findall(term.text)], term.is_open) for term in terms]
    best, most = Sentence(""), -1
    for begin, end in _sentences(text):
        marks, different = _marks(text[begin:end], wanted)
        if different > most and text[begin:end].strip():
            best, most = _cut(text[begin:end], marks), different
        if most == len(wanted):
            break
    return best


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [found.end() for found in _END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _marks(sentence: str, wanted: list[tuple[list[str], bool]]) -> tuple[list[tuple[int, int]], int]:
    """Where the terms stand, and how many different ones do."""
    places = _places(sentence)
    marks, different = [], 0
    for words, is_open in wanted:
        theirs = [
            (places[at][0], places[at + len(words) - 1][1])
            for at in range(len(places) - len(words) + 1)
            if _stands(places[at : at + len(words)], words, is_open=is_open)
        ]
        marks += theirs
        different += bool(theirs)
    return _joined(marks), different


def _places(sentence: str) -> list[tuple[int, int, str]]:
    """Each word without accents and capitals, and where it begins and ends."""
    if sentence.isascii():  # as most are; then letters keep their places
        plain = sentence.casefold()
        return [(*found.span(), plain[found.start() : found.end()]) for found in _WORD.finditer(sentence)]
    return [(*found.span(), folded(found.group())) for found in _WORD.finditer(sentence)]


def _stands(places: list[tuple[int, int, str]], words: list[str], *, is_open: bool) -> bool:
    last = places[-1][2]
    if not (last.startswith(words[-1]) if is_open else last == words[-1]):
        return False
    return all(place[2] == word for place, word in zip(places, words[:-1], strict=False))


def _joined(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(marks):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _cut(sentence: str, marks: list[tuple[int, int]]) -> Sentence:
    """The sentence on one line, without what lies far from the first place in one that goes on and on."""
    begin, end = 0, len(sentence.rstrip())
    begin += len(sentence) - len(sentence.lstrip())
    if end - begin > LONGEST_SENTENCE:
        first = marks[0][0] if marks else begin
        start = max(begin, min(first - _BEFORE_HIT, end - LONGEST_SENTENCE))
        begin, end = _at_word(sentence, start, begin), min(end, start + LONGEST_SENTENCE)
    ahead = "…" if sentence[:begin].strip() else ""
    after = "…" if sentence[end:].strip() else ""
    words = "".join(" " if letter.isspace() else letter for letter in sentence[begin:end])
    shift = begin - len(ahead)
    kept = [(max(at, begin) - shift, min(to, end) - shift) for at, to in marks if at < end and to > begin]
    return Sentence(ahead + words + after, tuple(kept))


def _at_word(sentence: str, start: int, begin: int) -> int:
    """The beginning of the next word, unless it is far away."""
    space = sentence.find(" ", start, start + 30) if start > begin else -1
    return space + 1 if space >= 0 else start
