"""Where a course stands compared with its beginning, as facts for a sentence: no prediction, no colors.

VitalShift rule, for a symptom measure with a published reliable change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.measures.cutoffs import Boundary
from vitalshift_desktop.domain.measures.instrument import Direction
from vitalshift_desktop.domain.measures.reliable_change import Move, move_by_points

FEWEST_SCORES = 3
SCORES_FOR_NO_CHANGE = 6


class TrackWord(StrEnum):
    """What can be said."""

    WORSE = "worse"
    NO_RELIABLE_CHANGE = "no_reliable_change"
    BETTER = "better"
    NO_STATEMENT = "no_statement"


class Silence(StrEnum):
    """Why nothing is said."""

    NO_CHANGE_VALUE = "no_change_value"
    FEW_SCORES = "few_scores"
    BASELINE_NOT_CLINICAL = "baseline_not_clinical"
    TOO_EARLY = "too_early"
    NOT_CLINICAL_NOW = "not_clinical_now"


@dataclass(frozen=True, slots=True)
class OnTrack:
    """The word with its numbers: the baseline, the latest score, and from how many scores; `silence` of no statement.

    `first` and `latest` are None where nothing was given, `points` where no reliable change is published.
    """

    word: TrackWord
    silence: Silence | None
    first: float | None
    latest: float | None
    n: int
    points: float | None


def on_track(
    scores: Sequence[float | None], points: float | None, boundary: Boundary | None, better: Direction
) -> OnTrack:
    """What the latest score says against the first, from the baseline on in order of time; blanks are skipped.

    Worse or better: `points` or more from the baseline. No reliable change: fewer, after six scores, and still on
    the clinical side. Without a cut-off no baseline counts as clinical.
    """
    given = [score for score in scores if score is not None]
    said = _said(given, points, boundary, better)
    word, silence = (TrackWord.NO_STATEMENT, said) if isinstance(said, Silence) else (said, None)
    return OnTrack(word, silence, given[0] if given else None, given[-1] if given else None, len(given), points)


def _said(
    given: Sequence[float], points: float | None, boundary: Boundary | None, better: Direction
) -> TrackWord | Silence:
    if points is None:
        return Silence.NO_CHANGE_VALUE
    if len(given) < FEWEST_SCORES:
        return Silence.FEW_SCORES
    if boundary is None or not boundary.is_clinical(given[0]):
        return Silence.BASELINE_NOT_CLINICAL
    move = move_by_points(given[0], given[-1], points, better)
    if move is not Move.NOT_RELIABLE:
        return TrackWord.BETTER if move is Move.BETTER else TrackWord.WORSE
    return _without_change(len(given), is_clinical=boundary.is_clinical(given[-1]))


def _without_change(n: int, *, is_clinical: bool) -> TrackWord | Silence:
    if n < SCORES_FOR_NO_CHANGE:
        return Silence.TOO_EARLY
    return TrackWord.NO_RELIABLE_CHANGE if is_clinical else Silence.NOT_CLINICAL_NOW
