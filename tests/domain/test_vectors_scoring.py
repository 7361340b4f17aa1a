"""M08 to M26: scores of published forms; test_published_keys.py checks each of them by a second formula."""

from fractions import Fraction

import pytest

from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import ClinicalSide, Cutoff, Direction, Instrument, Item, Rule, Score
from vitalshift_desktop.domain.measures.results import Result, Risk, RiskState, Status
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.services.instruments import instrument

_B = None  # a blank


def _scored(name: str, answers: list[int | None], *flags: str) -> Result:
    return score(instrument(name), answers, flags)


def _total(name: str, answers: list[int | None], *flags: str) -> float | None:
    total = _scored(name, answers, *flags).total
    assert total is not None
    return total.value


def _band(name: str, answers: list[int | None]) -> str | None:
    total = _scored(name, answers).total
    assert total is not None
    return total.band


def _parts(name: str, answers: list[int | None]) -> dict[str, float | None]:
    return {part.key: part.value for part in _scored(name, answers).subscales}


# ---------------------------------------------------------------- the vectors


@pytest.mark.parametrize(
    ("answers", "total", "band", "risk"),
    [
        pytest.param([2, 2, 1, 3, 0, 1, 2, 0, 1], 12, "moderate", RiskState.ENDORSED, id="M08"),
        pytest.param([0, 0, 0, 0, 0, 0, 0, 0, 1], 1, "minimal", RiskState.ENDORSED, id="M09"),
        pytest.param([1, 1, 1, 1, 0, 0, 0, 0, 0], 4, "minimal", RiskState.NONE, id="M10"),
        pytest.param([1, 1, 1, 1, 1, 0, 0, 0, 0], 5, "mild", RiskState.NONE, id="M10"),
        pytest.param([3, 3, 3, 2, 2, 2, 2, 2, 1], 20, "severe", RiskState.ENDORSED, id="M10"),
    ],
)
def test_m08_to_m10_phq_9(answers: list[int | None], total: int, band: str, risk: RiskState) -> None:
    assert (_total("phq9", answers), _band("phq9", answers)) == (total, band)
    assert _scored("phq9", answers).risk == Risk(9, answers[8], risk)


@pytest.mark.parametrize(
    ("answers", "total", "band"),
    [
        ([2, 2, 2, 2, 1, 1, 0], 10, "moderate"),
        ([3, 3, 2, 2, 2, 1, 1], 14, "moderate"),
        ([3, 3, 3, 2, 2, 1, 1], 15, "severe"),
    ],
)
def test_m11_gad_7(answers: list[int | None], total: int, band: str) -> None:
    assert (_total("gad7", answers), _band("gad7", answers)) == (total, band)


def test_m12_core_10_turns_its_second_and_third_item() -> None:
    answers: list[int | None] = [3, 1, 3, 1, 1, 0, 2, 2, 3, 1]
    assert (_total("core10", answers), _band("core10", answers)) == (17, "moderate")
    assert _scored("core10", answers).risk == Risk(6, 0, RiskState.NONE)


def test_m13_core_10_makes_up_one_missing_item() -> None:
    found = _scored("core10", [3, 2, 2, 1, 1, 0, _B, 2, 3, 1])
    assert found.status is Status.PRORATED
    assert _total("core10", [3, 2, 2, 1, 1, 0, _B, 2, 3, 1]) == pytest.approx(16.6667, abs=5e-5)


def test_m14_core_10_with_more_missing_and_without_its_critical_item() -> None:
    """E7: nothing answered is no zero, and more than a tenth missing is no score."""
    two = _scored("core10", [3, 2, 2, 1, 1, 0, _B, 2, _B, 1])
    none = _scored("core10", [_B] * 10)
    no_risk = _scored("core10", [3, 2, 2, 1, 1, _B, 1, 2, 3, 1])
    assert (two.status, none.status, no_risk.status) == (Status.INCOMPLETE, Status.NOT_COMPUTABLE, Status.PRORATED)
    assert [found.total and found.total.value for found in (two, none)] == [None, None]
    assert none.risk == no_risk.risk == Risk(6, None, RiskState.NOT_ANSWERED)
    assert _total("core10", [3, 2, 2, 1, 1, _B, 1, 2, 3, 1]) == pytest.approx(10 * Fraction(16, 9))


def test_m15_wsas_and_work_that_does_not_apply() -> None:
    assert (_total("wsas", [5, 4, 4, 3, 4]), _band("wsas", [5, 4, 4, 3, 4])) == (20, "significant")
    without = _scored("wsas", [_B, 4, 4, 3, 4], "not_working").total
    assert without is not None
    assert (without.value, without.high, without.status, without.band) == (15, 32, Status.OK, None)
    assert not without.is_comparable
    assert _scored("wsas", [5, 4, _B, 3, 4]).status is Status.INCOMPLETE


_M16: list[int | None] = [2, 2, 1, 3, 2, 3, 2, 1, 2, 0, 3, 2, 2, 1, 1, 0, 3, 2, 2, 3]
_M17: list[int | None] = [2, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0]


def test_m16_pcl_5_counts_its_clusters() -> None:
    found = _scored("pcl5", _M16)
    assert (_total("pcl5", _M16), _parts("pcl5", _M16)) == (37, {"b": 10, "c": 5, "d": 11, "e": 11})
    assert (found.endorsed, found.pattern_met) == ({"b": 4, "c": 2, "d": 4, "e": 4}, True)


def test_m17_pcl_5_meets_the_pattern_below_its_cutoff() -> None:
    found = _scored("pcl5", _M17)
    assert (_total("pcl5", _M17), found.pattern_met) == (12, True)
    (cutoff,) = instrument("pcl5").scores[0].cutoffs
    assert not cutoff.is_clinical(12)


def test_m18_pdss_sr() -> None:
    assert _total("pdss_sr", [2, 2, 2, 1, 1, 1, 0]) == 9


def test_m19_wai_sr() -> None:
    answers: list[int | None] = [4, 3, 5, 4, 5, 4, 5, 4, 4, 3, 4, 4]
    assert (_total("wai_sr_c", answers), _parts("wai_sr_c", answers)) == (49, {"task": 14, "bond": 19, "goal": 16})


def test_m20_wai_s_is_not_keyed_like_wai_sr() -> None:
    """E1."""
    answers: list[int | None] = [6, 5, 6, 2, 7, 6, 6, 5, 6, 3, 6, 6]
    assert (_total("wai_s_c", answers), _parts("wai_s_c", answers)) == (70, {"task": 22, "bond": 25, "goal": 23})


def test_m21_haq_ii() -> None:
    assert _total("haq2", [5, 5, 6, 2, 5, 4, 5, 1, 5, 5, 2, 5, 6, 6, 5, 3, 4, 5, 2]) == 96


def test_m22_dass_21_has_doubled_parts_and_no_total() -> None:
    found = _scored("dass21", [1, 2, 0, 1, 2, 1, 0, 2, 1, 1, 2, 1, 3, 0, 1, 2, 1, 2, 0, 1, 2])
    parts = {part.key: (part.value, part.band) for part in found.subscales}
    assert parts == {"depression": (22, "severe"), "anxiety": (12, "moderate"), "stress": (18, "mild")}
    assert found.total is None


def test_m23_rses_is_pinned_to_one_order_of_items() -> None:
    """E2: the other order's key would give 18."""
    answers: list[int | None] = [2, 1, 2, 2, 1, 2, 2, 1, 0, 2]
    assert _total("rses", answers) == 20
    other = {3, 5, 8, 9, 10}
    assert sum(3 - (a or 0) if i in other else (a or 0) for i, a in enumerate(answers, 1)) == 18


def test_m24_oci_r_and_the_shorter_form_within_it() -> None:
    answers: list[int | None] = [0, 2, 1, 0, 3, 2, 1, 3, 1, 0, 3, 2, 0, 2, 2, 1, 2, 3]
    assert (_total("oci_r", answers), _band("oci_r", answers)) == (28, "severe")
    parts = {"hoarding": 1, "checking": 7, "ordering": 4, "neutralising": 1, "washing": 8, "obsessing": 7, "oci_12": 26}
    assert _parts("oci_r", answers) == parts


def test_m25_four_short_forms() -> None:
    assert (_total("who5", [3, 2, 3, 2, 3]), _band("who5", [3, 2, 3, 2, 3])) == (52, None)
    (cutoff,) = instrument("who5").scores[0].cutoffs
    assert [cutoff.is_clinical(value) for value in (50, 52)] == [True, False]
    assert (_total("swls", [4, 3, 4, 5, 3]), _band("swls", [4, 3, 4, 5, 3])) == (19, "slightly dissatisfied")
    assert (_total("phq4", [1, 2, 1, 1]), _band("phq4", [1, 2, 1, 1])) == (5, "mild")
    assert _parts("phq4", [1, 2, 1, 1]) == {"gad2": 3, "phq2": 2}
    spin: list[int | None] = [2, 1, 3, 2, 1, 2, 2, 1, 3, 2, 3, 2, 1, 2, 3, 1, 2]
    assert (_total("spin", spin), _band("spin", spin)) == (33, "moderate")


_LINES = Score("total", "Total", (1, 2, 3, 4), Rule.SUM, Direction.HIGHER, 0, 40, factor=Fraction(1, 10))
_FOUR_LINES = Instrument(
    "own", "1", "Four lines", tuple(Item(f"line_{n}") for n in range(1, 5)), 0, 100, scores=(_LINES,)
)


def test_m26_lines_in_millimetres_against_a_cut_of_ones_own() -> None:
    """E12 and E15: under 36 by either reading; 94 + 91 + 90 + 85 mm are exactly 36."""
    found = score(_FOUR_LINES, [92, 88, 90, 87]).total
    assert found is not None
    assert found.value == 35.7
    assert Cutoff("own", 36, ClinicalSide.AT_OR_BELOW, Source(Standing.OWN, "invented")).is_clinical(found.value)
    assert found.value < 36
    exact = score(_FOUR_LINES, [94, 91, 90, 85]).total
    assert exact is not None
    assert exact.value == 36
