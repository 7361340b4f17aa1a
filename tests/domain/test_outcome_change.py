from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import FIRST_DAY, weekly
from tests.domain.given_forms import SOURCE, form, forms, measure
from vitalshift_desktop.domain.measures.classes import ChangeClass, ChangeFlag
from vitalshift_desktop.domain.measures.instrument import ClinicalSide, Cutoff, Rule
from vitalshift_desktop.domain.measures.on_track import Silence, TrackWord
from vitalshift_desktop.domain.measures.reliable_change import Move
from vitalshift_desktop.domain.measures.results import Reason, Status
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.outcome_change import (
    BaselineReason,
    ByPlace,
    Change,
    Side,
    by_place,
    change_of,
    paired_reading,
    used_cutoff,
)
from vitalshift_desktop.domain.outcomes import MeasureCourse, measure_courses
from vitalshift_desktop.domain.sessions import Modality, numbered

_BEGIN = FIRST_DAY - timedelta(days=2)


def _course(given: Sequence[Scored], opened_on: date | None = _BEGIN) -> MeasureCourse:
    (course,) = measure_courses(given, (), {}, opened_on)
    return course


def _change(given: Sequence[Scored], opened_on: date | None = _BEGIN) -> Change:
    change = change_of(_course(given, opened_on))
    assert change is not None
    return change


def test_the_baseline_is_the_first_complete_score_within_14_days_of_the_beginning() -> None:
    change = _change([form(1, None, status=Status.INCOMPLETE), form(2, 18), form(3, 20), form(4, 11)])
    assert (change.baseline.place, change.baseline.value) == (1, 18)
    assert (change.baseline.reason, change.baseline.days_in) == (BaselineReason.NEAR_BEGIN, 9)
    assert (change.latest, change.points, change.n, change.passed_over) == (11, -7, 3, 0)


@pytest.mark.parametrize(("days", "reason"), [(14, BaselineReason.NEAR_BEGIN), (15, BaselineReason.FIRST_COMPLETE)])
def test_after_14_days_the_first_complete_score_is_taken_and_that_is_said(days: int, reason: BaselineReason) -> None:
    change = _change([form(1, 18), form(2, 11)], FIRST_DAY - timedelta(days=days))
    assert (change.baseline.place, change.baseline.reason, change.baseline.days_in) == (0, reason, days)


def test_without_an_episode_nobody_knows_when_it_began() -> None:
    assert _change(forms(18, 11), None).baseline.reason is BaselineReason.BEGIN_UNKNOWN


def test_after_a_change_of_key_the_first_score_of_the_new_one_is_the_baseline() -> None:
    newer = measure(version="2", rule=Rule.MEAN)
    change = _change([form(1, 22), form(2, 20), form(7, 15, newer), form(8, 8, newer)])
    assert (change.baseline.place, change.baseline.reason) == (2, BaselineReason.NEW_KEY)
    assert (change.points, change.n) == (-7, 2)


def test_a_change_of_the_published_number_is_reliable_and_one_point_less_is_not() -> None:
    assert _change(forms(18, 12)).classified is not None
    assert _class(forms(18, 12)) is ChangeClass.IMPROVED
    assert _class(forms(18, 13)) is ChangeClass.UNCHANGED
    assert _class(forms(12, 18)) is ChangeClass.DETERIORATED
    assert _class(forms(15, 9)) is ChangeClass.RECOVERED


def test_crossing_the_cutoff_without_a_reliable_change_is_a_flag_and_no_class() -> None:
    change = _change(forms(12, 9))
    assert change.classified is not None
    assert change.classified.change is ChangeClass.UNCHANGED
    assert change.classified.flags == (ChangeFlag.CROSSED_CUTOFF_NOT_RELIABLE,)


def test_without_a_published_value_nothing_is_classified() -> None:
    change = _change(forms(20, 4, definition=measure(changes=())))
    assert (change.published, change.classified) == (None, None)
    assert change.track.silence is Silence.NO_CHANGE_VALUE


def test_one_score_is_no_change() -> None:
    change = _change(forms(18))
    assert not change.has_second
    assert change.classified is None


def test_prorated_and_incomplete_forms_are_passed_over() -> None:
    latest = [form(3, 4, status=Status.PRORATED), form(4, None, status=Status.INCOMPLETE)]
    change = _change([*forms(18, 12), *latest, form(5, 3, reason=Reason.ITEMS_LEFT_OUT)])
    assert (change.latest_place, change.latest, change.passed_over) == (1, 12, 3)


def test_nothing_complete_is_no_change_at_all() -> None:
    assert change_of(_course(forms(None, None))) is None


def test_the_words_on_the_course_follow_the_baseline() -> None:
    assert _change(forms(18, 17, 11)).track.word is TrackWord.BETTER
    assert _change(forms(12, 12, 18)).track.word is TrackWord.WORSE
    assert _change(forms(14, 13, 13, 15, 14, 13)).track.word is TrackWord.NO_RELIABLE_CHANGE
    assert _change(forms(8, 8, 9)).track.silence is Silence.BASELINE_NOT_CLINICAL


def test_the_cutoff_for_caseness_is_used_before_others() -> None:
    screening = Cutoff("screening", 10, ClinicalSide.AT_OR_ABOVE, SOURCE)
    caseness = Cutoff("caseness", 8, ClinicalSide.AT_OR_ABOVE, SOURCE)
    total = measure(cutoffs=(screening, caseness)).total
    assert total is not None
    assert used_cutoff(total) == caseness
    assert used_cutoff(replace(total, cutoffs=(screening,))) == screening
    assert used_cutoff(replace(total, cutoffs=())) is None


@given(st.lists(st.integers(0, 27), min_size=2, max_size=12), st.lists(st.integers(0, 27), max_size=4))
def test_later_forms_never_change_the_baseline(values: list[int], later: list[int]) -> None:
    assert _change(forms(*values)).baseline == _change(forms(*values, *later)).baseline


_PAIRS = [
    ((16, 14), (9, 7), True, Move.BETTER),
    ((11, 9), (8, 6), True, Move.NOT_RELIABLE),
    ((18, 15), (12, 15), False, Move.BETTER),
    ((9, 7), (15, 7), False, Move.WORSE),
]


@pytest.mark.parametrize(("first", "last", "recovered", "move"), _PAIRS)
def test_m32_phq_and_gad_are_read_together(
    first: tuple[int, int], last: tuple[int, int], recovered: bool, move: Move
) -> None:
    phq, gad = (_course(forms(first[n], last[n], definition=measure(("phq9", "gad7")[n]))) for n in (0, 1))
    reading = paired_reading(phq, gad)
    assert reading is not None
    assert (reading.change.is_recovered, reading.change.move) == (recovered, move)


def test_only_days_on_which_both_were_complete_are_paired() -> None:
    phq = _course([form(1, 20), form(2, 16), form(3, 9), form(4, 2)])
    gad = _course([form(1, None, status=Status.INCOMPLETE), form(2, 14), form(3, 7)])
    reading = paired_reading(phq, gad)
    assert reading is not None
    assert (reading.first.phq, reading.first.gad, reading.last.phq, reading.last.gad) == (16, 14, 9, 7)
    assert paired_reading(phq, _course([form(2, 14)])) is None
    assert paired_reading(phq, _course([form(9, 14)])) is None


def test_in_person_and_online_are_counted_apart_and_forms_outside_sessions_are_neither() -> None:
    sessions = weekly(12)
    sessions[6:] = [
        replace(one, modality=Modality.VIDEO if n % 2 else Modality.PHONE) for n, one in enumerate(sessions[6:])
    ]
    filled_in = [form(n, 10 if n <= 6 else 13, session=n) for n in range(1, 12)] + [form(13, 27)]
    (course,) = measure_courses(filled_in, sessions, numbered(sessions))
    sides = by_place(course)
    assert sides == ByPlace(Side(6, 10), Side(5, 13))
    assert sides.can_be_read
    fewer = measure_courses(filled_in[:10], sessions, numbered(sessions))[0]
    assert by_place(fewer).online == Side(4, 13)
    assert not by_place(fewer).can_be_read


def _class(given_forms: Sequence[Scored]) -> ChangeClass | None:
    classified = _change(given_forms).classified
    return classified.change if classified else None
