"""The instruments that come with the app keep to their schema, to their licence, and to what was published."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.domain.schemas import faults
from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.measures.figures import Standing
from vitalshift_desktop.domain.measures.instrument import Instrument, Licence
from vitalshift_desktop.domain.measures.results import RiskState, Status
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.services.instrument_files import InstrumentInvalid, read_instrument
from vitalshift_desktop.services.instrument_writing import instrument_text
from vitalshift_desktop.services.instruments import instruments

SCHEMA = json.loads(asset_text("schemas", "instrument.json"))
FILES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in assets_in("instruments", suffix=".json")
}
WITH_WORDING = {"vs_checkin", "phq9", "gad7", "phq2", "gad2", "phq4", "core10", "pcl5", "swls", "rses"}
SCORING_ONLY = {
    "wai_sr_c", "wai_s_c", "haq2", "wsas", "oci_r", "pdss_sr", "spin", "mini_spin", "fq", "iapt_phobia", "who5",
    "dass21", "k10",
}  # fmt: skip
EVERY = sorted(FILES)


def numbers_without_a_source(value: object, *, sourced: bool = False) -> Iterator[str]:
    """The figures that say nowhere near where they come from: bands, cut-offs, change values, norms, reliabilities."""
    if isinstance(value, list):
        for one in value:
            yield from numbers_without_a_source(one, sourced=sourced)
    if isinstance(value, dict):
        here = sourced or ("source" in value and bool(value["source"]["words"].strip()))
        yield from (f"{key}: {one}" for key, one in value.items() if type(one) in (int, float) and not here)
        for one in value.values():
            yield from numbers_without_a_source(one, sourced=here)


def test_every_instrument_keeps_to_the_schema_that_is_published_beside_it() -> None:
    assert [fault for name, data in FILES.items() for fault in faults(data, SCHEMA, name)] == []
    broken = {**FILES["phq9"], "licence": "free", "items": [{"key": "Q"}], "more": 1}
    assert len(faults(broken, SCHEMA, "broken")) == 3


def test_they_are_the_ones_that_are_promised() -> None:
    assert {name for name, found in instruments().items() if found.licence is Licence.WORDING} == WITH_WORDING
    assert {name for name, found in instruments().items() if found.licence is Licence.SCORING} == SCORING_ONLY
    assert instruments().keys() == WITH_WORDING | SCORING_ONLY


@pytest.mark.parametrize("name", sorted(SCORING_ONLY))
def test_a_form_for_scoring_only_has_no_wording_anywhere(name: str) -> None:
    data = FILES[name]
    assert all(item.keys() == {"key"} for item in data["items"])
    assert not {"asks", "answer_words", "critical"} & data.keys()


def test_a_form_for_scoring_only_that_has_wording_is_refused() -> None:
    for key, words in (("asks", "How often?"), ("answer_words", ["No", "A bit", "Some", "Much", "All"])):
        with pytest.raises(InstrumentInvalid, match=key):
            read_instrument(json.dumps({**FILES["spin"], key: words}), "spin.json")
    items = [{**item, "client_words": "I was afraid."} for item in FILES["spin"]["items"]]
    with pytest.raises(InstrumentInvalid, match=r"items\[0\]\.client_words"):
        read_instrument(json.dumps({**FILES["spin"], "items": items}), "spin.json")


@pytest.mark.parametrize("name", EVERY)
def test_each_figure_in_a_file_says_where_it_comes_from(name: str) -> None:
    data = FILES[name]
    figures = [one.get(kind, []) for one in data["scores"] for kind in ("cutoffs", "changes", "norms", "reliabilities")]
    assert list(numbers_without_a_source(figures)) == []
    assert list(numbers_without_a_source([one.get("bands", {}) for one in data["scores"]])) == []
    assert data["key_source"]["words"]
    assert list(numbers_without_a_source([{"at": 10, "source": {"words": " "}}])) == ["at: 10"]


@pytest.mark.parametrize("name", EVERY)
def test_what_is_read_and_written_again_is_the_same(name: str) -> None:
    found = instruments()[name]
    assert read_instrument(instrument_text(found), name) == found
    assert set(json.loads(instrument_text(found))) == set(FILES[name])


@pytest.mark.parametrize("name", EVERY)
def test_both_ends_of_each_score_are_reachable_and_nothing_lies_beyond(name: str) -> None:
    found = instruments()[name]
    for one in found.scores:
        low, high = answers_at(found, one.reversed, 0), answers_at(found, one.reversed, 1)
        values = (score(found, low).scores[one.key].value, score(found, high).scores[one.key].value)
        assert values == (one.low, one.high)


def answers_at(found: Instrument, turned: frozenset[int], end: int) -> list[int]:
    """The answers that bring a score with these turned items to its lower (0) or upper (1) end."""
    return [found.ends(item)[1 - end if item in turned else end] for item in range(1, len(found.items) + 1)]


@pytest.mark.parametrize("name", EVERY)
def test_one_blank_is_never_a_zero(name: str) -> None:
    found = instruments()[name]
    lowest: list[int | None] = [found.ends(item)[0] for item in range(1, len(found.items) + 1)]
    for one in found.scores:
        for item in one.items:
            result = score(found, [*lowest[: item - 1], None, *lowest[item:]]).scores[one.key]
            assert result.status is not Status.OK
            assert (result.value is not None) == (name == "core10")
    nothing = score(found, [None] * len(lowest))
    assert {one.status for one in nothing.scores.values()} == {Status.NOT_COMPUTABLE}
    assert nothing.risk is None or nothing.risk.state is RiskState.NOT_ANSWERED


def test_the_two_critical_items_speak_from_one_up() -> None:
    found = {name: one.critical for name, one in instruments().items() if one.critical}
    assert {name: (critical.item, critical.at) for name, critical in found.items()} == {
        "phq9": (9, 1),
        "core10": (6, 1),
    }


def test_what_is_not_confirmed_is_marked_so() -> None:
    unconfirmed = {name for name, one in instruments().items() if one.key_source is not None and is_open(one)}
    assert unconfirmed == {"wai_sr_c", "wai_s_c", "haq2", "oci_r", "fq"}


def is_open(found: Instrument) -> bool:
    return found.key_source is not None and found.key_source.standing is Standing.UNCONFIRMED


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"low": 3}, "high"),
        ({"items": []}, "items"),
        ({"version": "new"}, "version"),
        ({"id": "PHQ 9"}, "id"),
        ({"source": ""}, "source"),
        ({"key_source": {"standing": "V", "words": " "}}, "key_source.words"),
        ({"key_source": {"standing": "?", "words": "seen"}}, "key_source.standing"),
        ({"answer_words": ["No", "Yes"]}, "answer_words"),
        ({"critical": {"item": 10, "at": 1, "topic": "x"}}, "critical.item"),
        ({"critical": {"item": 9, "at": 0, "topic": "x"}}, "critical.at"),
        ({"soft_items": [0]}, "soft_items"),
        ({"notice": ""}, "notice"),
        ({"more": 1}, "more"),
    ],
)
def test_a_file_that_does_not_hold_together_is_refused_with_the_place(change: dict[str, object], place: str) -> None:
    with pytest.raises(InstrumentInvalid) as refused:
        read_instrument(json.dumps({**FILES["phq9"], **change}), "phq9.json")
    assert str(refused.value).startswith("phq9.json")
    assert place in str(refused.value)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"high": 28}, "scores[0].high"),
        ({"items": [1, 1]}, "scores[0].items"),
        ({"items": [1, 12]}, "scores[0].items"),
        ({"reversed": [10]}, "scores[0].reversed"),
        ({"may_miss": 9}, "scores[0].may_miss"),
        ({"factor": "0"}, "scores[0].factor"),
        ({"rule": "median"}, "scores[0].rule"),
        (
            {"cutoffs": [{"name": "x", "at": 40, "side": "at_or_above", "source": {"standing": "V", "words": "s"}}]},
            "at",
        ),
        ({"cutoffs": [{"name": "x", "at": 4, "side": "at_or_above"}]}, "scores[0].cutoffs[0].source"),
        ({"changes": [{"points": 0, "source": {"standing": "V", "words": "s"}}]}, "scores[0].changes[0].points"),
        ({"bands": {"bands": [{"name": "a", "low": 1}], "source": {"standing": "V", "words": "s"}}}, "bands"),
    ],
)
def test_a_score_that_does_not_hold_together_is_refused_with_the_place(change: dict[str, object], place: str) -> None:
    data = {**FILES["phq9"], "scores": [{**FILES["phq9"]["scores"][0], **change}]}
    with pytest.raises(InstrumentInvalid) as refused:
        read_instrument(json.dumps(data), "phq9.json")
    assert place in str(refused.value)


@pytest.mark.parametrize(
    ("name", "change", "place"),
    [
        ("wsas", {"name": "Not working"}, "flags[0].name"),
        ("wsas", {"leaves_out": [6]}, "flags[0].leaves_out"),
        ("wsas", {"highs": {"total": 40}}, "flags[0].highs"),
        ("wsas", {"highs": {}}, "flags[0].highs"),
        ("wsas", {"highs": {"total": 32, "task": 3}}, "flags[0].highs"),
        ("wsas", {"highs": {"total": "32"}}, "flags[0].highs.total"),
        ("pcl5", {"endorsed_from": "2"}, "pattern.endorsed_from"),
        ("pcl5", {"groups": [{"name": "b", "items": [1], "needed": 2}]}, "pattern.groups b"),
        ("pcl5", {"groups": [{"name": "b", "items": [21], "needed": 1}]}, "pattern.groups b"),
        ("pcl5", {"source": {"standing": "V", "words": ""}}, "pattern.source.words"),
    ],
)
def test_a_flag_or_a_pattern_that_does_not_fit_is_refused(name: str, change: dict[str, object], place: str) -> None:
    data = dict(FILES[name])
    if name == "wsas":
        data["flags"] = [{**data["flags"][0], **change}]
    else:
        data["pattern"] = {**data["pattern"], **change}
    with pytest.raises(InstrumentInvalid) as refused:
        read_instrument(json.dumps(data), "file")
    assert f"file.{place}: expected" in str(refused.value)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"id": NaN}', "[" * 100_000, "null"])
def test_what_is_no_instrument_at_all_is_refused(text: str) -> None:
    with pytest.raises(InstrumentInvalid):
        read_instrument(text, "a file")
