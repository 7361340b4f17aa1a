"""Scores in words: "12, moderate", and why there is none where there is none."""

from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.results import Reason, ScoreResult, Status
from vitalshift_desktop.domain.measures.scoring import one_decimal
from vitalshift_desktop.services.score_lines import ScoreLine
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


def number_words(value: float) -> str:
    """A score for the screen: whole where it is whole, else with one decimal."""
    shown = one_decimal(value) + 0.0  # without the sign of a zero
    return f"{shown:.0f}" if shown == int(shown) else f"{shown:.1f}"


def mean_words(value: float) -> str:
    """A mean, a check-in's score or an edge of the usual range, always with one decimal, halves away from zero."""
    return f"{one_decimal(value) + 0.0:.1f}"


def result_words(result: ScoreResult) -> str:
    """Such as "12, moderate", "17, prorated" or "15 of 32, items left out"."""
    if result.value is None:
        return _("no score, items left blank") if result.status is Status.INCOMPLETE else _("nothing answered")
    value = number_words(result.value)
    if result.reason is Reason.ITEMS_LEFT_OUT:
        return _("{value} of {high}, items left out").format(value=value, high=number_words(result.high))
    said = [value, *([result.band] if result.band else [])]
    return ", ".join([*said, _("prorated")] if result.status is Status.PRORATED else said)


def line_words(line: ScoreLine) -> str:
    """The scores of one form without its name, such as "12, moderate"; of a guardian's it says so."""
    parts = [f"{name} {result_words(result)}".strip() for name, result in line.parts]
    words = "; ".join(parts)
    return (
        _("{rater}: {scores}").format(rater=label(line.rater), scores=words) if line.rater is Rater.GUARDIAN else words
    )
