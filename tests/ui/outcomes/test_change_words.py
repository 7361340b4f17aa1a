from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tests.domain.examples import FIRST_DAY
from tests.domain.given_forms import SOURCE, form, forms, measure
from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import (
    TOTAL,
    Band,
    Bands,
    ChangeValue,
    ClinicalSide,
    Cutoff,
    Direction,
    Instrument,
    Rule,
)
from vitalshift_desktop.domain.measures.results import Status
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.outcome_change import change_of
from vitalshift_desktop.domain.outcomes import MeasureCourse, measure_courses
from vitalshift_desktop.ui.outcomes.change_words import change_paragraphs, source_lines


def _course(given: Sequence[Scored], opened_on: date | None = FIRST_DAY) -> MeasureCourse:
    (course,) = measure_courses(given, (), {}, opened_on)
    return course


def _said(given: Sequence[Scored], opened_on: date | None = FIRST_DAY) -> str:
    course = _course(given, opened_on)
    return " ".join(change_paragraphs(course, TOTAL, change_of(course)))


def _sources(definition: Instrument) -> tuple[str, ...]:
    course = _course(forms(12, definition=definition))
    return source_lines(change_of(course), course, TOTAL)


def test_recovered_is_called_reliable_improvement_now_under_the_cutoff() -> None:
    said = _said(forms(15, 9))
    assert "Reliable improvement, now under the cut-off (caseness ≥ 10)." in said
    assert "recovered" not in said.lower()


def test_where_higher_is_better_it_is_now_over_the_cutoff() -> None:
    wellbeing = measure(
        direction=Direction.HIGHER, cutoffs=(Cutoff("screening", 12, ClinicalSide.AT_OR_BELOW, SOURCE),)
    )
    assert "Reliable improvement, now over the cut-off (screening ≤ 12)." in _said(forms(9, 18, definition=wellbeing))


def test_without_a_published_value_it_says_so() -> None:
    said = _said(forms(20, 4, definition=measure(changes=())))
    assert "there is no published value" in said
    assert "eliable improvement" not in said


def test_the_published_value_stands_with_its_confidence_and_source() -> None:
    ninety = measure(changes=(ChangeValue(6, 90, Source(Standing.CONFIRMED, "Somebody 2013")),))
    assert "A difference of 6 or more counts (90 % confidence; Somebody 2013)." in _said(
        forms(18, 12, definition=ninety)
    )
    unknown = measure(changes=(ChangeValue(6, None, SOURCE),))
    assert "confidence not published" in _said(forms(18, 12, definition=unknown))


def test_the_baseline_says_why_it_is_the_baseline() -> None:
    near = "the first complete form within 14 days of the beginning"
    assert near in _said(forms(18, 12))
    late = _said(forms(18, 12), FIRST_DAY - timedelta(days=40))
    assert "the first complete form, 40 days after the beginning; none lies within 14 days of it" in late
    assert "Baseline 18, 11 December 2025: the first complete form." in _said(forms(18, 12), None)


def test_a_change_of_key_is_said_and_the_new_baseline_with_it() -> None:
    newer = measure(version="2", rule=Rule.MEAN)
    said = _said([form(1, 22), form(6, 15, newer), form(7, 8, newer)])
    assert "the first complete form scored as it is now" in said
    assert "scored in another way (version 2 after 1)" in said


def test_what_is_not_compared_is_counted() -> None:
    said = _said([*forms(18, 12), form(3, 4, status=Status.PRORATED)])
    assert "1 form since the baseline is not compared" in said


def test_no_reliable_change_is_said_after_six_scores_and_never_as_a_forecast() -> None:
    said = _said(forms(14, 13, 13, 15, 14, 13))
    assert "No reliable change after 6 scores, and still on the clinical side of the cut-off." in said
    assert "expected" not in said
    assert "No reliable change after" not in _said(forms(14, 13, 13, 15, 14))


def test_every_figure_has_its_source_and_what_is_missing_is_called_unpublished() -> None:
    bands = Bands((Band("low", 0), Band("high", 10)), Source(Standing.SECONDARY, "A vendor's page"))
    plain = measure()
    with_bands = replace(plain, scores=(replace(plain.scores[0], bands=bands),))
    assert "Bands: A vendor's page (secondary source)" in _sources(with_bands)
    assert _sources(measure(cutoffs=(), changes=())) == (
        "Cut-off: no published value.",
        "Bands: no published value.",
        "Reliable change: no published value.",
    )


def test_before_a_complete_form_there_is_nothing_to_compare() -> None:
    assert "No complete form yet" in _said(forms(None, None))
