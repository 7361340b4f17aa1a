"""Instrument files that a person was given by somebody else: refused with a place, and never a fault or a flood."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.services.test_instruments import FROM_A_FILE
from tests.services.world import World
from vitalshift_desktop.domain.problems import HiddenCharacters, InstrumentFileWrong
from vitalshift_desktop.services.instrument_writing import instrument_text

GOOD = json.loads(instrument_text(FROM_A_FILE))


def with_score(**changes: object) -> dict[str, Any]:
    return {**GOOD, "scores": [{**GOOD["scores"][0], **changes}]}


def source(words: str = "seen") -> dict[str, str]:
    return {"standing": "V", "words": words}


def cutoff(at: object, words: str = "seen") -> dict[str, object]:
    return {"name": "line", "at": at, "side": "at_or_above", "source": source(words)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 100_000, "calm.json"),
        ('{"a":' * 50_000, "calm.json"),
        ("1" * 5_000, "1111"),
        (json.dumps(with_score(cutoffs=[cutoff(10**400)])), "1000"),
        (json.dumps(with_score(cutoffs=[cutoff(20)])).replace('"at": 20', '"at": 1e400'), "cutoffs[0].at"),
        (json.dumps(with_score(cutoffs=[cutoff(20)])).replace('"at": 20', '"at": NaN'), "NaN"),
        (json.dumps(GOOD).replace('"name":', '"name": "Another", "name":', 1), "name"),
        (json.dumps({**GOOD, "name": "two\nlines"}), "name"),
        (json.dumps(with_score(cutoffs=[cutoff(20)] * 201)), "cutoffs"),
        (json.dumps(with_score(cutoffs=[cutoff(20, "w" * 2_001)])), "words"),
        (json.dumps(with_score(norms=[{"group": "all", "mean": 20, "sd": 1, "n": -5, "source": source()}])), "norms"),
        (json.dumps({**GOOD, "id": "../../x"}), "id"),
        (json.dumps(with_score(factor="1/0")), "factor"),
    ],
)
def test_a_hostile_file_is_refused_with_its_place(world: World, text: str, place: str) -> None:
    rows = world.rows()
    with pytest.raises(InstrumentFileWrong) as refused:
        world.workspace.instruments.add_file(text, "calm.json")
    assert place in refused.value.place
    assert len(refused.value.place) + len(refused.value.expected) < 200
    assert world.rows() == rows


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("seen", "se\\u202een"),
        lambda text: text.replace("seen", "se\\u0000en"),
        lambda text: text.replace("seen", "se\\ud800en"),
    ],
)
def test_what_cannot_be_seen_is_refused_in_a_source_too(world: World, change: Callable[[str], str]) -> None:
    text = change(json.dumps(with_score(cutoffs=[cutoff(20)])))
    with pytest.raises(HiddenCharacters):
        world.workspace.instruments.add_file(text, "calm.json")
