"""Scores from answers: the session check-in, with the rounding that every shown number uses."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.problems import AnswerOutOfRange, AnswersIncomplete

CHECKIN_ITEMS = 4
_TENTH = Decimal("0.1")


def one_decimal(value: float) -> float:
    """The value with one decimal for the screen and paper, halves away from zero: 7.25 gives 7.3, -0.25 gives -0.3."""
    return float(Decimal(repr(value)).quantize(_TENTH, rounding=ROUND_HALF_UP))


def checkin_score(answers: Sequence[int | None]) -> float | None:
    """The mean of the four answers (whole numbers, 0 to 10) with one decimal, halves up; None while one is missing."""
    given = [answer for answer in answers if answer is not None]
    if len(given) != CHECKIN_ITEMS or len(answers) != CHECKIN_ITEMS:
        return None
    return float((Decimal(sum(given)) / CHECKIN_ITEMS).quantize(_TENTH, rounding=ROUND_HALF_UP))


def check_answers(instrument: Instrument, answers: Sequence[int | None]) -> tuple[int, ...]:
    """The answers, all of them and on the scale; raises AnswersIncomplete or AnswerOutOfRange."""
    given = tuple(answer for answer in answers if answer is not None)
    if any(not instrument.low <= answer <= instrument.high for answer in given):
        raise AnswerOutOfRange
    if not len(given) == len(answers) == len(instrument.items):
        raise AnswersIncomplete
    return given
