"""A measure that the counselor defines is checked, scored like any other, and can be changed again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.custom import CustomMeasure, OwnFigure, custom_of
from vitalshift_desktop.domain.measures.figures import Standing
from vitalshift_desktop.domain.measures.instrument import ClinicalSide, Critical, Direction, Licence, Rule
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.domain.measures.soundness import fault_of
from vitalshift_desktop.domain.problems import (
    FigureOffScale,
    HiddenCharacters,
    Problem,
    ScaleImpossible,
    SourceIsMissing,
    TextIsMissing,
    TextTooLong,
)
from vitalshift_desktop.services.instrument_files import read_instrument
from vitalshift_desktop.services.instrument_writing import instrument_text

SOURCE = "Our own manual, page 4"
FOUR = ("Me", "Close ones", "Outside", "All in all")
LINES = CustomMeasure(
    "Four lines", FOUR, 0, 100, Direction.HIGHER, SOURCE, in_millimetres=True, cutoff=OwnFigure(36, SOURCE)
)
SLEEP = CustomMeasure(
    "Sleep", ("I lay awake.", "I woke rested."), 0, 4, Direction.LOWER, SOURCE, reversed=frozenset({2}),
    cutoff=OwnFigure(5, SOURCE), change=OwnFigure(2.5, "A letter of the author"),
    answer_words=("Never", "Rarely", "Some nights", "Most nights", "Every night"), asks="In the last week:",
)  # fmt: skip


def test_a_critical_item_is_told_by_its_own_words_unless_it_has_a_topic() -> None:
    watched = replace(SLEEP, critical=Critical(1, 3, " lying awake "))
    assert watched.checked().instrument("own_1", "1").critical == Critical(1, 3, "lying awake")
    untold = replace(SLEEP, critical=Critical(1, 3, "")).checked().instrument("own_1", "1")
    assert untold.critical == Critical(1, 3, "I lay awake.")
    assert custom_of(read_instrument(instrument_text(untold), "own_1")).critical == untold.critical
    assert fault_of(untold) is None


@pytest.mark.parametrize("critical", [Critical(3, 1, ""), Critical(0, 1, ""), Critical(1, 0, ""), Critical(1, 5, "")])
def test_a_critical_item_is_an_item_and_asks_from_an_answer_above_the_lowest(critical: Critical) -> None:
    with pytest.raises(ScaleImpossible):
        replace(SLEEP, critical=critical).checked()


def test_lines_in_millimetres_are_scored_in_centimetres_exactly() -> None:
    """M26: 92, 88, 90 and 87 mm are 35.7, under a cut-off of 36 under either convention."""
    lines = LINES.checked().instrument("own_1", "1")
    (total,) = lines.scores
    assert (total.low, total.high) == (0, 40)
    value = score(lines, (92, 88, 90, 87)).scores["total"].value
    assert value == 35.7
    (cutoff,) = total.cutoffs
    assert (cutoff.side, cutoff.is_clinical(value), cutoff.at) == (ClinicalSide.AT_OR_BELOW, True, 36)


def test_a_measure_has_its_key_its_figures_and_their_sources() -> None:
    sleep = SLEEP.checked().instrument("own_2", "3")
    (total,) = sleep.scores
    assert (sleep.id, sleep.version, sleep.licence, sleep.critical) == ("own_2", "3", Licence.OWN, None)
    assert (total.low, total.high, score(sleep, (4, 4)).scores["total"].value) == (0, 8, 4.0)
    assert total.cutoffs[0].side is ClinicalSide.AT_OR_ABOVE
    assert (total.changes[0].points, total.changes[0].confidence) == (2.5, None)
    assert total.changes[0].source.words == "A letter of the author"
    assert {total.cutoffs[0].source.standing, total.changes[0].source.standing} == {Standing.OWN}


@pytest.mark.parametrize("measure", [LINES, SLEEP, replace(SLEEP, rule=Rule.MEAN, cutoff=None, change=None)])
def test_a_measure_holds_together_is_kept_as_a_file_and_can_be_changed_again(measure: CustomMeasure) -> None:
    instrument = measure.checked().instrument("own_1", "1")
    assert fault_of(instrument) is None
    assert read_instrument(instrument_text(instrument), "own_1") == instrument
    assert custom_of(instrument) == measure


@given(st.integers(-100, 500), st.integers(1, 100), st.integers(1, 8), st.sampled_from(list(Rule)), st.booleans())
def test_any_measure_that_passes_holds_together(low: int, width: int, items: int, rule: Rule, lines: bool) -> None:
    texts = tuple(f"Item {number}" for number in range(items))
    measure = CustomMeasure("Any", texts, low, low + width, Direction.HIGHER, SOURCE, rule, in_millimetres=lines)
    assert fault_of(measure.checked().instrument("own_1", "1")) is None


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"name": " "}, TextIsMissing),
        ({"items": ()}, TextIsMissing),
        ({"items": ("One", " ")}, TextIsMissing),
        ({"source": ""}, SourceIsMissing),
        ({"cutoff": OwnFigure(5, " ")}, SourceIsMissing),
        ({"change": OwnFigure(2, "")}, SourceIsMissing),
        ({"low": 4}, ScaleImpossible),
        ({"high": 1001}, ScaleImpossible),
        ({"reversed": frozenset({3})}, ScaleImpossible),
        ({"answer_words": ("Never",)}, ScaleImpossible),
        ({"cutoff": OwnFigure(8.5, SOURCE)}, FigureOffScale),
        ({"change": OwnFigure(0, SOURCE)}, FigureOffScale),
        ({"change": OwnFigure(9, SOURCE)}, FigureOffScale),
        ({"name": "x" * 121}, TextTooLong),
        ({"asks": "turned \u202e around"}, HiddenCharacters),
    ],
)
def test_what_cannot_be_a_measure_is_refused(change: dict[str, object], problem: type[Problem]) -> None:
    with pytest.raises(problem):
        replace(SLEEP, **change).checked()  # type: ignore[arg-type]  # fields by name
