"""Reads an instrument from the text of its file; the format is published as `resources/schemas/instrument.json`."""

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NoReturn

from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import (
    AnswerFlag,
    Band,
    Bands,
    ChangeValue,
    ClinicalSide,
    Critical,
    Cutoff,
    Direction,
    Instrument,
    Item,
    Licence,
    Norm,
    Pattern,
    Reliability,
    Rule,
    Score,
)
from vitalshift_desktop.domain.measures.soundness import LONGEST_TEXT, MOST_ITEMS, fault_of
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import InstrumentFileWrong
from vitalshift_desktop.services.sample_entry import Entry

LONGEST_FILE, MOST_DIGITS = 1_000_000, 15
_FACTOR = re.compile(r"[1-9][0-9]{0,5}(/[1-9][0-9]{0,5})?")


class InstrumentInvalid(ValueError):
    """The file does not keep to the format of an instrument; the message names the place and what was expected."""


def read_instrument(text: str, file: str) -> Instrument:
    """One instrument from its file's text; raises InstrumentInvalid, which names the place and what was expected."""
    found = read_kept(text, file)
    fault = fault_of(found)
    if fault is not None:
        raise InstrumentInvalid(f"{file}.{fault.place}: expected {fault.expected}")
    return found


def read_kept(text: str, file: str) -> Instrument:
    """One instrument from a text that was found in order when it was kept; raises InstrumentInvalid."""
    try:
        found = json.loads(text, parse_constant=_no_number, parse_int=_whole, object_pairs_hook=_each_key_once)
        return _instrument(Entry(found, file))
    except json.JSONDecodeError as error:
        raise InstrumentInvalid(f"{file}, line {error.lineno}, column {error.colno}: expected JSON") from None
    except RecursionError:
        raise InstrumentInvalid(f"{file}: expected fewer brackets inside brackets") from None
    except ValueError as error:
        raise InstrumentInvalid(str(error)) from None


def read_own_file(text: str, name: str) -> Instrument:
    """An instrument from a file of the counselor's; raises InstrumentFileWrong with the place, or HiddenCharacters."""
    if len(text) > LONGEST_FILE:
        raise InstrumentFileWrong(name, f"expected at most {LONGEST_FILE} characters")
    try:
        found = read_instrument(text, name)
    except InstrumentInvalid as error:
        place, _colon, expected = str(error).partition(": ")
        raise InstrumentFileWrong(place.removeprefix(f"{name}.").removeprefix(f"{name}, "), expected) from None
    check_visible(*_texts_in(json.loads(text), name))
    return found


def _texts_in(value: object, place: str) -> Iterator[str]:
    """Every text of a file; raises InstrumentFileWrong for a text or a list that no screen could show."""
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise InstrumentFileWrong(place, f"expected a text of {LONGEST_TEXT} characters at most")
        yield value
    elif isinstance(value, list):
        if len(value) > MOST_ITEMS:
            raise InstrumentFileWrong(place, f"expected a list of {MOST_ITEMS} at most")
        for part in value:
            yield from _texts_in(part, place)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts_in(part, key)


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word}: expected a number")


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"{digits[:MOST_DIGITS]}…: expected a number of {MOST_DIGITS} digits at most")
    return int(digits)


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of the file; a key that stands twice would be read otherwise than a person reads it."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"{twice[:40]}: expected once, not twice")
    return found


def _instrument(entry: Entry) -> Instrument:
    critical, pattern = entry.one("critical"), entry.one("pattern")
    found = Instrument(
        id=entry.text("id"),
        version=entry.text("version"),
        name=entry.text("name"),
        items=tuple(_item(one) for one in entry.each("items")),
        low=entry.whole("low"),
        high=entry.whole("high"),
        full_name=entry.text("full_name", ""),
        about=entry.text("about", ""),
        asks=entry.text("asks", ""),
        answer_words=entry.texts("answer_words"),
        scores=tuple(_score(one) for one in entry.each("scores")),
        critical=_critical(critical) if critical else None,
        soft_items=entry.wholes("soft_items"),
        flags=tuple(_flag(one) for one in entry.each("flags")),
        pattern=_pattern(pattern) if pattern else None,
        licence=entry.word("licence", Licence),
        notice=entry.text("notice", ""),
        source=entry.text("source"),
        key_source=_source(entry, "key_source"),
    )
    entry.finish()
    return found


def _item(entry: Entry) -> Item:
    item = Item(
        key=entry.text("key"),
        client_words=entry.text("client_words", ""),
        counselor_words=entry.text("counselor_words", ""),
        low=entry.maybe_whole("low"),
        high=entry.maybe_whole("high"),
    )
    entry.finish()
    return item


def _score(entry: Entry) -> Score:
    bands = entry.one("bands")
    score = Score(
        key=entry.text("key"),
        name=entry.text("name"),
        items=entry.wholes("items"),
        rule=entry.word("rule", Rule),
        direction=entry.word("direction", Direction),
        low=entry.number("low"),
        high=entry.number("high"),
        reversed=frozenset(entry.wholes("reversed")),
        factor=_factor(entry),
        may_miss=entry.whole("may_miss", 0),
        bands=_bands(bands) if bands else None,
        cutoffs=tuple(_cutoff(one) for one in entry.each("cutoffs")),
        changes=tuple(_change(one) for one in entry.each("changes")),
        norms=tuple(_norm(one) for one in entry.each("norms")),
        reliabilities=tuple(_reliability(one) for one in entry.each("reliabilities")),
    )
    entry.finish()
    return score


def _factor(entry: Entry) -> Fraction:
    text = entry.text("factor", "1")
    if not _FACTOR.fullmatch(text):
        raise entry.wrong("factor", "a whole number or a fraction such as 1/10, as a text")
    return Fraction(text)


def _source(entry: Entry, key: str = "source") -> Source:
    inner = entry.required(key)
    source = Source(inner.word("standing", Standing), inner.text("words"))
    inner.finish()
    if not source.words.strip():
        raise inner.wrong("words", "where the figure was seen")
    return source


def _bands(entry: Entry) -> Bands:
    bands = Bands(tuple(_band(one) for one in entry.each("bands")), _source(entry))
    entry.finish()
    return bands


def _band(entry: Entry) -> Band:
    band = Band(entry.text("name"), entry.number("low"))
    entry.finish()
    return band


def _cutoff(entry: Entry) -> Cutoff:
    cutoff = Cutoff(entry.text("name"), entry.number("at"), entry.word("side", ClinicalSide), _source(entry))
    entry.finish()
    return cutoff


def _change(entry: Entry) -> ChangeValue:
    value = ChangeValue(entry.number("points"), entry.maybe_whole("confidence"), _source(entry), entry.text("note", ""))
    entry.finish()
    return value


def _norm(entry: Entry) -> Norm:
    norm = Norm(entry.text("group"), entry.number("mean"), entry.number("sd"), entry.maybe_whole("n"), _source(entry))
    entry.finish()
    return norm


def _reliability(entry: Entry) -> Reliability:
    found = Reliability(entry.text("kind"), entry.number("value"), _source(entry))
    entry.finish()
    return found


def _critical(entry: Entry) -> Critical:
    critical = Critical(entry.whole("item"), entry.whole("at"), entry.text("topic"))
    entry.finish()
    return critical


def _flag(entry: Entry) -> AnswerFlag:
    highs = entry.required("highs")
    flag = AnswerFlag(
        entry.text("name"),
        entry.text("words"),
        frozenset(entry.wholes("leaves_out")),
        {key: highs.number(key) for key in highs.names()},
    )
    entry.finish()
    return flag


def _pattern(entry: Entry) -> Pattern:
    groups = {}
    for one in entry.each("groups"):
        groups[one.text("name")] = (one.wholes("items"), one.whole("needed"))
        one.finish()
    pattern = Pattern(entry.whole("endorsed_from"), groups, _source(entry))
    entry.finish()
    return pattern
