"""Whether an instrument holds together: what a file or a measure of one's own may say, and where it does not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from vitalshift_desktop.domain.measures.instrument import (
    TOLERANCE,
    TOTAL,
    AnswerFlag,
    Bands,
    Instrument,
    Licence,
    Score,
)
from vitalshift_desktop.domain.measures.scoring import ends_of

MOST_ITEMS, LOWEST, HIGHEST = 200, -100, 1000
LONGEST_WORD, LONGEST_TEXT = 120, 2000
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_VERSION = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True, slots=True)
class Fault:
    """The place in the file, and what was expected there, in English words for whoever wrote the file."""

    place: str
    expected: str


class _Must(NamedTuple):
    """One thing that must be so."""

    place: str
    holds: bool
    expected: str


def fault_of(instrument: Instrument) -> Fault | None:
    """The first thing that does not hold together; None where all does."""
    for check in (_names, _scale, _wording, _extras):
        for must in check(instrument):
            if not must.holds:
                return Fault(must.place, must.expected)
    for place, one in enumerate(instrument.scores):
        for must in _score(instrument, one):
            if not must.holds:
                return Fault(f"scores[{place}].{must.place}", must.expected)
    return None


def _names(instrument: Instrument) -> Iterator[_Must]:
    yield _Must("id", bool(_ID.fullmatch(instrument.id)), "lower case letters, digits and _, 40 at most")
    yield _Must("version", bool(_VERSION.fullmatch(instrument.version)), "a whole number as a text")
    yield _Must("name", _is_word(instrument.name), _A_WORD)
    yield _Must("full_name", len(instrument.full_name) <= LONGEST_TEXT, _SHORTER)
    for key in ("about", "asks", "notice", "source"):
        yield _Must(key, len(getattr(instrument, key)) <= LONGEST_TEXT, _SHORTER)
    yield _Must("source", bool(instrument.source.strip()), "where the form and its key come from")


def _scale(instrument: Instrument) -> Iterator[_Must]:
    yield _Must("items", 1 <= len(instrument.items) <= MOST_ITEMS, f"1 to {MOST_ITEMS} items")
    yield _Must("high", _is_scale(instrument.low, instrument.high), _A_SCALE)
    yield _Must("items", _are_apart(item.key for item in instrument.items), "another key for each item")
    for number, item in enumerate(instrument.items, start=1):
        yield _Must(f"items[{number - 1}].key", bool(_ID.fullmatch(item.key)), "lower case letters, digits and _")
        yield _Must(f"items[{number - 1}].high", _is_scale(*instrument.ends(number)), _A_SCALE)
    words, wanted = len(instrument.answer_words), instrument.high - instrument.low + 1
    yield _Must("answer_words", words in (0, wanted), f"{wanted} texts, one for each answer, or none")
    yield _Must("answer_words", all(map(_is_word, instrument.answer_words)), _A_WORD)
    yield _Must("scores", bool(instrument.scores), "at least one score")
    yield _Must("scores", _are_apart(one.key for one in instrument.scores), "another key for each score")
    yield _Must("scores", TOTAL not in [one.key for one in instrument.scores[1:]], "the total first")


def _wording(instrument: Instrument) -> Iterator[_Must]:
    for place, item in enumerate(instrument.items):
        said = item.client_words + item.counselor_words
        if instrument.licence is Licence.SCORING:
            yield _Must(f"items[{place}].client_words", not said, "no wording: this form is for scoring only")
        else:
            yield _Must(f"items[{place}].client_words", bool(item.client_words.strip()), "the wording of the item")
        yield _Must(f"items[{place}].client_words", len(said) <= LONGEST_TEXT, _SHORTER)
    if instrument.licence is Licence.SCORING:
        yield _Must("asks", not instrument.asks, "no wording: this form is for scoring only")
        yield _Must("answer_words", not instrument.answer_words, "no wording: this form is for scoring only")
    if instrument.licence is Licence.WORDING:
        yield _Must("notice", bool(instrument.notice.strip()), "the notice that allows its wording to be shown")


def _extras(instrument: Instrument) -> Iterator[_Must]:
    critical, pattern, count = instrument.critical, instrument.pattern, len(instrument.items)
    if critical is not None:
        yield _Must("critical.item", 1 <= critical.item <= count, _AN_ITEM)
        if 1 <= critical.item <= count:
            low, high = instrument.ends(critical.item)
            yield _Must("critical.at", low < critical.at <= high, "an answer above the lowest")
        yield _Must("critical.topic", _is_word(critical.topic), _A_WORD)
    yield _Must("soft_items", _are_items(instrument.soft_items, count, may_be_none=True), _ITEMS)
    yield _Must("flags", _are_apart(flag.name for flag in instrument.flags), "another name for each flag")
    for place, flag in enumerate(instrument.flags):
        yield _Must(f"flags[{place}].name", bool(_ID.fullmatch(flag.name)), "lower case letters, digits and _")
        yield _Must(f"flags[{place}].words", _is_word(flag.words), _A_WORD)
        yield _Must(f"flags[{place}].leaves_out", _are_items(flag.leaves_out, count), _ITEMS)
        yield _Must(f"flags[{place}].highs", _are_ends(instrument, flag), "the upper end of each score that it changes")
    if pattern is not None:
        for name, (items, needed) in pattern.groups.items():
            yield _Must(f"pattern.groups {name}", _are_items(items, count) and 1 <= needed <= len(items), _ITEMS)


def _score(instrument: Instrument, one: Score) -> Iterator[_Must]:
    yield _Must("key", bool(_ID.fullmatch(one.key)), "lower case letters, digits and _")
    yield _Must("name", _is_word(one.name), _A_WORD)
    has_items = _are_items(one.items, len(instrument.items))
    yield _Must("items", has_items, _ITEMS)
    yield _Must("reversed", one.reversed <= set(one.items), "items of this score")
    yield _Must("may_miss", 0 <= one.may_miss < len(one.items), "fewer than the items of this score")
    if has_items:
        low, high = ends_of(instrument, one)
        yield _Must("low", abs(low - one.low) < TOLERANCE, f"{float(low):g}, as its items make it")
        yield _Must("high", abs(high - one.high) < TOLERANCE, f"{float(high):g}, as its items make it")
    yield from _figures(one)
    if one.bands is not None:
        yield _Must("bands", _are_bands(one, one.bands), "names with rising beginnings, the first at the lower end")


def _figures(one: Score) -> Iterator[_Must]:
    for place, cutoff in enumerate(one.cutoffs):
        yield _Must(f"cutoffs[{place}].at", one.low <= cutoff.at <= one.high, _ON_SCALE)
        yield _Must(f"cutoffs[{place}].name", _is_word(cutoff.name), _A_WORD)
    for place, change in enumerate(one.changes):
        yield _Must(f"changes[{place}].points", 0 < change.points <= one.high - one.low, "a difference on the scale")
        yield _Must(
            f"changes[{place}].confidence", change.confidence is None or 50 <= change.confidence < 100, "percent"
        )
    for place, norm in enumerate(one.norms):
        yield _Must(f"norms[{place}].mean", one.low <= norm.mean <= one.high, _ON_SCALE)
        yield _Must(f"norms[{place}].n", norm.n is None or norm.n >= 1, "the number of people")
        yield _Must(f"norms[{place}].sd", 0 < norm.sd <= one.high - one.low, "a difference on the scale")
    for place, found in enumerate(one.reliabilities):
        yield _Must(f"reliabilities[{place}].value", 0 <= found.value <= 1, "a number from 0 to 1")


_A_WORD = f"a line of {LONGEST_WORD} characters at most"
_SHORTER = f"{LONGEST_TEXT} characters at most"
_A_SCALE = f"answers from low to high, between {LOWEST} and {HIGHEST}"
_AN_ITEM = "the number of an item, from 1"
_ITEMS = "numbers of items, from 1, each once"
_ON_SCALE = "a number between the ends of the score"


def _are_ends(instrument: Instrument, flag: AnswerFlag) -> bool:
    """Whether a flag names, for each score that loses items but not all of them, the end that is left to it."""
    wanted = {}
    for one in instrument.scores:
        left = tuple(item for item in one.items if item not in flag.leaves_out and 1 <= item <= len(instrument.items))
        if left and len(left) < len(one.items):
            wanted[one.key] = float(ends_of(instrument, replace(one, items=left))[1])
    return flag.highs.keys() == wanted.keys() and all(
        abs(high - wanted[key]) < TOLERANCE for key, high in flag.highs.items()
    )


def _is_word(text: str) -> bool:
    return bool(text.strip()) and len(text) <= LONGEST_WORD and len(text.splitlines()) == 1


def _is_scale(low: int, high: int) -> bool:
    return LOWEST <= low < high <= HIGHEST


def _are_apart(names: Iterable[str]) -> bool:
    found = list(names)
    return len(set(found)) == len(found)


def _are_items(items: Iterable[int], count: int, *, may_be_none: bool = False) -> bool:
    found = list(items)
    is_full = may_be_none or bool(found)
    return is_full and len(set(found)) == len(found) and all(1 <= item <= count for item in found)


def _are_bands(one: Score, bands: Bands) -> bool:
    lows = [band.low for band in bands.bands]
    named = all(map(_is_word, (band.name for band in bands.bands))) and _are_apart(band.name for band in bands.bands)
    rising = lows == sorted(set(lows)) and bool(lows) and lows[0] == one.low and lows[-1] <= one.high
    return named and rising
