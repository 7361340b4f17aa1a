"""Writes an instrument in the format of its file: the text that a vault keeps of what a form was scored with."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from vitalshift_desktop.domain.measures.figures import Source
from vitalshift_desktop.domain.measures.instrument import (
    AnswerFlag,
    Bands,
    ChangeValue,
    Critical,
    Cutoff,
    Instrument,
    Item,
    Norm,
    Pattern,
    Score,
)

Written = dict[str, Any]


def instrument_text(instrument: Instrument) -> str:
    """The instrument as JSON, always the same text for the same instrument; what is empty is left out."""
    return json.dumps(_instrument(instrument), ensure_ascii=False, separators=(",", ":"))


def fingerprint(instrument: Instrument) -> str:
    """SHA-256 of the text, in hexadecimal: two definitions are the same exactly when this is."""
    return hashlib.sha256(instrument_text(instrument).encode()).hexdigest()


def _instrument(one: Instrument) -> Written:
    written = {
        "id": one.id,
        "version": one.version,
        "name": one.name,
        "full_name": one.full_name,
        "about": one.about,
        "licence": one.licence.value,
        "notice": one.notice,
        "source": one.source,
        "key_source": one.key_source and _source(one.key_source),
        "asks": one.asks,
        "low": one.low,
        "high": one.high,
        "answer_words": list(one.answer_words),
        "items": [_item(item) for item in one.items],
        "scores": [_score(score) for score in one.scores],
        "critical": one.critical and _critical(one.critical),
        "soft_items": list(one.soft_items),
        "flags": [_flag(flag) for flag in one.flags],
        "pattern": one.pattern and _pattern(one.pattern),
    }
    return _full(written)


def _full(written: Mapping[str, Any]) -> Written:
    """Without what is empty; a zero is not."""
    return {key: value for key, value in written.items() if value not in (None, "", [], {})}


def _item(item: Item) -> Written:
    return _full(
        {
            "key": item.key,
            "client_words": item.client_words,
            "counselor_words": item.counselor_words,
            "low": item.low,
            "high": item.high,
        }
    )


def _score(score: Score) -> Written:
    written = {
        "key": score.key,
        "name": score.name,
        "items": list(score.items),
        "rule": score.rule.value,
        "direction": score.direction.value,
        "low": _number(score.low),
        "high": _number(score.high),
        "reversed": sorted(score.reversed),
        "factor": None if score.factor == 1 else str(score.factor),
        "may_miss": score.may_miss or None,
        "bands": score.bands and _bands(score.bands),
        "cutoffs": [_cutoff(one) for one in score.cutoffs],
        "changes": [_change(one) for one in score.changes],
        "norms": [_norm(one) for one in score.norms],
        "reliabilities": [
            {"kind": one.kind, "value": _number(one.value), "source": _source(one.source)}
            for one in score.reliabilities
        ],
    }
    return _full(written)


def _cutoff(one: Cutoff) -> Written:
    return {"name": one.name, "at": _number(one.at), "side": one.side.value, "source": _source(one.source)}


def _change(one: ChangeValue) -> Written:
    written = {"points": _number(one.points), "confidence": one.confidence, "note": one.note}
    return _full(written | {"source": _source(one.source)})


def _norm(one: Norm) -> Written:
    written = {"group": one.group, "mean": _number(one.mean), "sd": _number(one.sd), "n": one.n}
    return _full(written | {"source": _source(one.source)})


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _source(source: Source) -> Written:
    return {"standing": source.standing.value, "words": source.words}


def _bands(bands: Bands) -> Written:
    return {
        "bands": [{"name": band.name, "low": _number(band.low)} for band in bands.bands],
        "source": _source(bands.source),
    }


def _critical(critical: Critical) -> Written:
    return {"item": critical.item, "at": critical.at, "topic": critical.topic}


def _flag(flag: AnswerFlag) -> Written:
    return {
        "name": flag.name,
        "words": flag.words,
        "leaves_out": sorted(flag.leaves_out),
        "highs": {key: _number(high) for key, high in flag.highs.items()},
    }


def _pattern(pattern: Pattern) -> Written:
    return {
        "endorsed_from": pattern.endorsed_from,
        "groups": [
            {"name": name, "items": list(items), "needed": needed} for name, (items, needed) in pattern.groups.items()
        ],
        "source": _source(pattern.source),
    }
