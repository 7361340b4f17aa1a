from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.cutoffs import Boundary, boundary_of
from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import ClinicalSide, Cutoff, Direction
from vitalshift_desktop.domain.measures.on_track import OnTrack, Silence, TrackWord, on_track
from vitalshift_desktop.domain.measures.reliable_change import baseline

_CASE = boundary_of(Cutoff("caseness", 10, ClinicalSide.AT_OR_ABOVE, Source(Standing.OWN, "invented")))
_TOTALS = st.lists(st.none() | st.integers(0, 27), max_size=12)
_INTAKE = date(2026, 3, 2)


def _track(scores: list[int | None]) -> OnTrack:
    return on_track(scores, 6, _CASE, Direction.LOWER)


@pytest.mark.parametrize(
    ("scores", "word", "silence"),
    [
        ([12, 14, 18], TrackWord.WORSE, None),
        ([12, None, 9, 6], TrackWord.BETTER, None),
        ([14, 13, 15, 12, 12, 11], TrackWord.NO_RELIABLE_CHANGE, None),
        ([14, 13, 15, 12, 12], TrackWord.NO_STATEMENT, Silence.TOO_EARLY),
        ([14, 13, 15, 12, 12, 9], TrackWord.NO_STATEMENT, Silence.NOT_CLINICAL_NOW),
        ([20, 2], TrackWord.NO_STATEMENT, Silence.FEW_SCORES),
        ([9, 12, 20], TrackWord.NO_STATEMENT, Silence.BASELINE_NOT_CLINICAL),
        ([10, 10, 4], TrackWord.BETTER, None),
        ([], TrackWord.NO_STATEMENT, Silence.FEW_SCORES),
    ],
)
def test_each_word_has_its_facts(scores: list[int | None], word: TrackWord, silence: Silence | None) -> None:
    found = _track(scores)
    given = [score for score in scores if score is not None]
    assert (found.word, found.silence, found.n, found.points) == (word, silence, len(given), 6)
    assert (found.first, found.latest) == ((given[0], given[-1]) if given else (None, None))


def test_without_a_published_change_or_a_cutoff_nothing_is_said() -> None:
    assert on_track([20, 15, 5], None, _CASE, Direction.LOWER).silence is Silence.NO_CHANGE_VALUE
    assert on_track([20, 15, 5], 6, None, Direction.LOWER).silence is Silence.BASELINE_NOT_CLINICAL


@given(_TOTALS)
def test_turning_the_scale_round_changes_no_word(scores: list[int | None]) -> None:
    turned = on_track(
        [None if score is None else 27 - score for score in scores],
        6,
        Boundary(17, Direction.HIGHER, is_itself_clinical=True),
        Direction.HIGHER,
    )
    assert (turned.word, turned.silence) == (_track(scores).word, _track(scores).silence)


@given(_TOTALS, st.integers(0, 12))
def test_a_blank_changes_nothing(scores: list[int | None], place: int) -> None:
    assert _track([*scores[:place], None, *scores[place:]]) == _track(scores)


def test_the_baseline_is_the_first_complete_score_near_intake() -> None:
    days = [_INTAKE + timedelta(days=day) for day in (-15, -14, 0, 14, 15)]
    assert baseline([(days[0], 5), (days[1], None), (days[2], 20), (days[3], 2)], _INTAKE) == 2
    assert baseline([(days[1], 5)], _INTAKE) == 0
    assert baseline([(days[3], 5)], _INTAKE) == 0
    assert baseline([(days[0], 5), (days[4], 5)], _INTAKE) is None
