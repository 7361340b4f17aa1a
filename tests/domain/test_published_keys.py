"""M08 to M25 by a second formula, which knows no item by its turning.

Each score is a constant plus a sum of coefficients times answers, typed here from the published keys and not read
from the instrument files.
"""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.measures.scoring import one_decimal, score
from vitalshift_desktop.services.instruments import instrument, instruments


def _plus(*items: int, times: int = 1) -> dict[int, int]:
    return dict.fromkeys(items, times)


_ALL10, _ALL12 = _plus(*range(1, 11)), _plus(*range(1, 13))
# For each score: what stands without any answer, and the coefficient of each item.
_KEYS: dict[tuple[str, str], tuple[int, dict[int, int]]] = {
    ("phq9", "total"): (0, _plus(*range(1, 10))),
    ("gad7", "total"): (0, _plus(*range(1, 8))),
    ("phq2", "total"): (0, _plus(1, 2)),
    ("gad2", "total"): (0, _plus(1, 2)),
    ("phq4", "total"): (0, _plus(1, 2, 3, 4)),
    ("phq4", "gad2"): (0, _plus(1, 2)),
    ("phq4", "phq2"): (0, _plus(3, 4)),
    ("core10", "total"): (8, {**_ALL10, 2: -1, 3: -1}),
    ("wsas", "total"): (0, _plus(1, 2, 3, 4, 5)),
    ("pdss_sr", "total"): (0, _plus(*range(1, 8))),
    ("spin", "total"): (0, _plus(*range(1, 18))),
    ("mini_spin", "total"): (0, _plus(1, 2, 3)),
    ("swls", "total"): (0, _plus(1, 2, 3, 4, 5)),
    ("who5", "total"): (0, _plus(1, 2, 3, 4, 5, times=4)),
    ("k10", "total"): (0, _ALL10),
    ("rses", "total"): (15, {**_ALL10, **_plus(2, 5, 6, 8, 9, times=-1)}),
    ("haq2", "total"): (35, {**_plus(*range(1, 20)), **_plus(4, 8, 11, 16, 19, times=-1)}),
    ("wai_sr_c", "total"): (0, _ALL12),
    ("wai_sr_c", "task"): (0, _plus(1, 2, 10, 12)),
    ("wai_sr_c", "bond"): (0, _plus(3, 5, 7, 9)),
    ("wai_sr_c", "goal"): (0, _plus(4, 6, 8, 11)),
    ("wai_s_c", "total"): (16, {**_ALL12, 4: -1, 10: -1}),
    ("wai_s_c", "task"): (0, _plus(1, 2, 8, 12)),
    ("wai_s_c", "bond"): (0, _plus(3, 5, 7, 9)),
    ("wai_s_c", "goal"): (16, {4: -1, 6: 1, 10: -1, 11: 1}),
    ("dass21", "depression"): (0, _plus(3, 5, 10, 13, 16, 17, 21, times=2)),
    ("dass21", "anxiety"): (0, _plus(2, 4, 7, 9, 15, 19, 20, times=2)),
    ("dass21", "stress"): (0, _plus(1, 6, 8, 11, 12, 14, 18, times=2)),
    ("oci_r", "total"): (0, _plus(*range(1, 19))),
    ("oci_r", "hoarding"): (0, _plus(1, 7, 13)),
    ("oci_r", "checking"): (0, _plus(2, 8, 14)),
    ("oci_r", "ordering"): (0, _plus(3, 9, 15)),
    ("oci_r", "neutralising"): (0, _plus(4, 10, 16)),
    ("oci_r", "washing"): (0, _plus(5, 11, 17)),
    ("oci_r", "obsessing"): (0, _plus(6, 12, 18)),
    ("oci_r", "oci_12"): (0, _plus(2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18)),
    ("pcl5", "total"): (0, _plus(*range(1, 21))),
    ("pcl5", "b"): (0, _plus(*range(1, 6))),
    ("pcl5", "c"): (0, _plus(6, 7)),
    ("pcl5", "d"): (0, _plus(*range(8, 15))),
    ("pcl5", "e"): (0, _plus(*range(15, 21))),
    ("fq", "total"): (0, _plus(*range(2, 17))),
    ("fq", "agoraphobia"): (0, _plus(5, 6, 8, 12, 15)),
    ("fq", "blood_injury"): (0, _plus(2, 4, 10, 13, 16)),
    ("fq", "social"): (0, _plus(3, 7, 9, 11, 14)),
    ("iapt_phobia", "social"): (0, _plus(1)),
    ("iapt_phobia", "agoraphobia"): (0, _plus(2)),
    ("iapt_phobia", "specific"): (0, _plus(3)),
}  # fmt: skip


def _answers(draw: st.DataObject, form: Instrument) -> list[int]:
    return [draw.draw(st.integers(*form.ends(item))) for item in range(1, len(form.items) + 1)]


def test_each_shipped_score_but_the_check_in_has_its_second_key_here() -> None:
    shipped = {(form.id, one.key) for form in instruments().values() for one in form.scores}
    assert {key for key in shipped if key[0] != "vs_checkin"} == set(_KEYS)


@pytest.mark.parametrize("name", sorted({form for form, _ in _KEYS}))
@given(st.data())
def test_scores_agree_with_coefficients_typed_from_the_published_key(name: str, data: st.DataObject) -> None:
    """M08 to M25 by a second formula."""
    form = instrument(name)
    given_answers = np.array(_answers(data, form))
    for key, found in score(form, [int(answer) for answer in given_answers]).scores.items():
        constant, coefficients = _KEYS[name, key]
        row = np.array([coefficients.get(item, 0) for item in range(1, len(form.items) + 1)])
        assert found.value == constant + int(row @ given_answers)


@given(st.lists(st.none() | st.integers(0, 4), min_size=10, max_size=10))
def test_m13_and_m14_agree_with_ten_times_the_mean_of_what_was_answered(answers: list[int | None]) -> None:
    turned = [4 - a if i in (1, 2) and a is not None else a for i, a in enumerate(answers)]
    given_ones = [Fraction(a) for a in turned if a is not None]
    found = score(instrument("core10"), answers).total
    assert found is not None
    if len(given_ones) < 9:
        assert found.value is None
    else:
        assert found.value == pytest.approx(float(10 * sum(given_ones, Fraction(0)) / len(given_ones)), abs=1e-9)


@given(st.lists(st.integers(0, 10), min_size=4, max_size=4))
def test_the_check_in_is_the_mean_of_its_four_answers_with_one_decimal(answers: list[int]) -> None:
    found = score(instrument("vs_checkin"), answers)
    assert found.total is not None
    assert found.total.value == pytest.approx(np.floor(10 * np.mean(answers) + 0.5) / 10, abs=1e-9)
    assert [part.value for part in found.subscales] == answers


@pytest.mark.parametrize("name", sorted(instruments()))
def test_no_published_band_or_cutoff_is_touched_by_rounding(name: str) -> None:
    """A score just under a band shows the band's own number with one decimal and still lies under it."""
    for one in instrument(name).scores:
        for lower, upper in zip(one.bands.bands, one.bands.bands[1:], strict=False) if one.bands else ():
            just_under = upper.low - 0.04
            assert one_decimal(just_under) == upper.low
            assert one.bands is not None
            assert one.bands.name_of(just_under) == lower.name
