from datetime import date

import pytest

from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.results import Reason, ScoreResult, Status
from vitalshift_desktop.services.score_lines import ScoreLine
from vitalshift_desktop.ui.score_words import line_words, number_words, result_words


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (ScoreResult("total", 12, Status.OK, None, 0, 27, "moderate"), "12, moderate"),
        (ScoreResult("total", 16.66667, Status.PRORATED, Reason.FEW_ITEMS_MISSING, 0, 40), "16.7, prorated"),
        (ScoreResult("total", 15, Status.OK, Reason.ITEMS_LEFT_OUT, 0, 32), "15 of 32, items left out"),
        (ScoreResult("total", None, Status.INCOMPLETE, Reason.ITEMS_MISSING, 0, 27), "no score, items left blank"),
        (ScoreResult("total", None, Status.NOT_COMPUTABLE, Reason.NOTHING_ANSWERED, 0, 27), "nothing answered"),
    ],
)
def test_a_score_is_said_with_its_band_or_with_what_is_unusual(result: ScoreResult, words: str) -> None:
    assert result_words(result) == words


def test_halves_go_away_from_zero_and_whole_scores_stay_whole() -> None:
    assert [number_words(value) for value in (16.65, 0.25, 12.0, 0)] == ["16.7", "0.3", "12", "0"]
    assert [number_words(value) for value in (123456.7, 1234567, -0.04)] == ["123456.7", "1234567", "0"]


def test_parts_are_named_and_a_guardian_is_said() -> None:
    parts = (
        ("Depression", ScoreResult("d", 22, Status.OK, None, 0, 42, "severe")),
        ("Stress", ScoreResult("s", 18, Status.OK, None, 0, 42, "mild")),
    )
    line = ScoreLine("Some measure", date(2026, 3, 4), Rater.CLIENT, parts)
    assert line_words(line) == "Depression 22, severe; Stress 18, mild"
    guardian = ScoreLine("Some measure", date(2026, 3, 4), Rater.GUARDIAN, parts[:1])
    assert line_words(guardian) == "Guardian: Depression 22, severe"
