"""Every form by its key: reversal, blanks, prorating, what is left out, and the critical item beside it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import (
    Band,
    Bands,
    ClinicalSide,
    Cutoff,
    Direction,
    Instrument,
    Item,
    Pattern,
    Rule,
    Score,
)
from vitalshift_desktop.domain.measures.results import Reason, RiskState, Status
from vitalshift_desktop.domain.measures.scoring import complete_total, ends_of, score
from vitalshift_desktop.domain.problems import AnswerCountWrong, AnswerFlagUnknown, AnswerOutOfRange
from vitalshift_desktop.services.instruments import instrument, instruments

SEEN = Source(Standing.OWN, "invented for this test")
_BLANK = None


def form(one: Score, items: int = 4, low: int = 0, high: int = 10, pattern: Pattern | None = None) -> Instrument:
    questions = tuple(Item(f"q{n}", "A question") for n in range(items))
    return Instrument("form", "1", "Form", questions, low, high, scores=(one,), pattern=pattern)


def total(rule: Rule = Rule.SUM, low: float = 0, high: float = 40, **more: object) -> Score:
    return Score("total", "Total", (1, 2, 3, 4), rule, Direction.LOWER, low, high, **more)  # type: ignore[arg-type]  # a key of tests


def test_turned_items_count_from_the_other_end() -> None:
    turned = form(total(reversed=frozenset({2, 4})))
    assert score(turned, (1, 2, 3, 4)).scores["total"].value == 1 + 8 + 3 + 6


@given(st.integers(-5, 5), st.integers(1, 9), st.data())
def test_turning_twice_is_the_identity(low: int, width: int, data: st.DataObject) -> None:
    answers = data.draw(st.lists(st.integers(low, low + width), min_size=4, max_size=4))
    all_turned = form(
        total(low=4 * low, high=4 * (low + width), reversed=frozenset({1, 2, 3, 4})), low=low, high=low + width
    )
    once = [low + low + width - answer for answer in answers]
    assert score(all_turned, once).scores["total"].value == sum(answers)


def test_a_form_in_millimetres_gives_tenths_exactly() -> None:
    """M26: 92, 88, 90 and 87 mm are 35.7, and 94, 91, 90 and 85 are 36 and not a hair less."""
    lines = form(total(factor=Fraction(1, 10)), high=100)
    assert score(lines, (92, 88, 90, 87)).scores["total"].value == 35.7
    assert score(lines, (94, 91, 90, 85)).scores["total"].value == 36.0
    cut = Cutoff("yours", 36, ClinicalSide.AT_OR_BELOW, SEEN)
    assert [cut.is_clinical(value) for value in (35.7, 36.0, 36.1)] == [True, True, False]


def test_the_highest_rule_takes_the_worst_answer() -> None:
    assert score(form(total(Rule.HIGHEST, high=10)), (1, 7, 3, 0)).scores["total"].value == 7


def test_a_mean_is_not_rounded() -> None:
    assert score(form(total(Rule.MEAN, high=10)), (7, 7, 7, 8)).scores["total"].value == 7.25


@pytest.mark.parametrize(
    ("may_miss", "answers", "value", "status", "reason"),
    [
        (0, (1, 2, 3, 4), 10.0, Status.OK, None),
        (0, (1, _BLANK, 3, 4), None, Status.INCOMPLETE, Reason.ITEMS_MISSING),
        (1, (1, _BLANK, 3, 5), 12.0, Status.PRORATED, Reason.FEW_ITEMS_MISSING),
        (1, (1, _BLANK, _BLANK, 5), None, Status.INCOMPLETE, Reason.ITEMS_MISSING),
        (3, (_BLANK,) * 4, None, Status.NOT_COMPUTABLE, Reason.NOTHING_ANSWERED),
        (0, (0, 0, 0, 0), 0.0, Status.OK, None),
    ],
)
def test_blanks_are_made_up_only_where_the_key_allows_for_them(
    may_miss: int, answers: tuple[int | None, ...], value: float | None, status: Status, reason: Reason | None
) -> None:
    result = score(form(total(may_miss=may_miss)), answers)
    assert (result.scores["total"].value, result.status, result.reason) == (value, status, reason)


def test_a_band_reaches_to_the_beginning_of_the_next() -> None:
    bands = Bands((Band("low", 0), Band("mild", 11), Band("moderate", 15)), SEEN)
    assert [bands.name_of(value) for value in (-1, 0, 10.99, 11, 14.4, 15, 40)] == [
        None, "low", "low", "mild", "mild", "moderate", "moderate",
    ]  # fmt: skip
    assert bands.name_of(0.1 + 0.2 + 10.7) == "mild"


def test_what_does_not_apply_is_left_out_and_the_score_is_compared_with_nothing() -> None:
    wsas = instrument("wsas")
    result = score(wsas, (_BLANK, 4, 4, 3, 4), ("not_working",))
    found = result.scores["total"]
    assert (found.value, found.high, found.band, found.is_comparable) == (15.0, 32, None, False)
    assert (result.status, result.reason, result.left_out) == (Status.OK, Reason.ITEMS_LEFT_OUT, ("not_working",))
    answered_all_the_same = score(wsas, (8, 4, 4, 3, 4), ("not_working",)).scores["total"]
    assert answered_all_the_same.value == 15.0
    assert score(wsas, (_BLANK, 4, _BLANK, 3, 4), ("not_working",)).status is Status.INCOMPLETE
    assert score(wsas, (5, 4, 4, 3, 4)).scores["total"].is_comparable


def test_a_critical_item_is_never_made_up_and_stands_beside_the_prorated_score() -> None:
    result = score(instrument("core10"), (3, 2, 2, 1, 1, _BLANK, 2, 2, 3, 1))
    assert (result.status, result.scores["total"].band) == (Status.PRORATED, "moderate")
    assert result.risk is not None
    assert (result.risk.state, result.risk.answer) == (RiskState.NOT_ANSWERED, None)


def test_a_form_without_a_total_says_how_its_worst_part_fared() -> None:
    dass, answers = instrument("dass21"), [1] * 21
    assert score(dass, answers).total is None
    assert score(dass, answers).status is Status.OK
    assert score(dass, [*answers[:20], _BLANK]).status is Status.INCOMPLETE
    phobia = instrument("iapt_phobia")
    partly = score(phobia, [4, _BLANK, 1])
    assert (partly.status, partly.reason) == (Status.INCOMPLETE, Reason.ITEMS_MISSING)
    assert score(phobia, [_BLANK] * 3).status is Status.NOT_COMPUTABLE
    assert len(score(dass, answers).subscales) == 3


@pytest.mark.parametrize(
    ("answers", "counts", "is_met"),
    [
        ((2, 2, 0, 0), {"one": 2, "other": 0}, False),
        ((2, 0, 0, 2), {"one": 1, "other": 1}, True),
        ((0, 2, _BLANK, 0), {"one": 1, "other": 0}, None),
        ((0, 1, _BLANK, 2), {"one": 0, "other": 1}, False),
    ],
)
def test_a_pattern_is_counted_and_blanks_leave_it_open(
    answers: tuple[int | None, ...], counts: dict[str, int], is_met: bool | None
) -> None:
    pattern = Pattern(2, {"one": ((1, 2), 1), "other": ((3, 4), 1)}, SEEN)
    result = score(form(total(), pattern=pattern), answers)
    assert (result.endorsed, result.pattern_met) == (counts, is_met)


def test_what_does_not_fit_the_form_is_refused() -> None:
    phq9 = instrument("phq9")
    with pytest.raises(AnswerCountWrong):
        score(phq9, (0,) * 8)
    with pytest.raises(AnswerOutOfRange):
        score(phq9, (*(0,) * 8, 4))
    with pytest.raises(AnswerFlagUnknown):
        score(phq9, (0,) * 9, ("not_working",))


@given(st.permutations(range(1, 5)), st.lists(st.integers(0, 10), min_size=4, max_size=4))
def test_the_order_in_which_a_key_names_its_items_changes_nothing(order: list[int], answers: list[int]) -> None:
    one = Score("total", "Total", tuple(order), Rule.SUM, Direction.LOWER, 0, 40)
    assert score(form(one), answers).scores["total"].value == sum(answers)
    assert ends_of(form(one), one) == (Fraction(0), Fraction(40))


@given(st.sampled_from([one for one in instruments().values() if one.total]), st.data())
def test_the_quick_total_of_a_whole_form_is_the_total_and_there_is_none_of_one_with_a_blank(
    form: Instrument, data: st.DataObject
) -> None:
    answers: list[int | None] = [data.draw(st.integers(*form.ends(item))) for item in range(1, len(form.items) + 1)]
    assert complete_total(form, answers) == score(form, answers).scores["total"].value
    assert form.total is not None
    answers[data.draw(st.sampled_from(form.total.items)) - 1] = None
    assert complete_total(form, answers) is None


def test_an_instrument_without_a_total_has_no_quick_one() -> None:
    for form in (one for one in instruments().values() if one.total is None):
        assert complete_total(form, [form.ends(item)[0] for item in range(1, len(form.items) + 1)]) is None
