"""Scores from answers: every form by its key, the session check-in, and the rounding that every shown number uses."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from vitalshift_desktop.domain.measures.instrument import (
    CHECKIN,
    TOTAL,
    AnswerFlag,
    Critical,
    Instrument,
    Pattern,
    Rule,
    Score,
)
from vitalshift_desktop.domain.measures.results import Reason, Result, Risk, RiskState, ScoreResult, Status
from vitalshift_desktop.domain.problems import (
    AnswerCountWrong,
    AnswerFlagUnknown,
    AnswerOutOfRange,
    AnswersIncomplete,
)

CHECKIN_ITEMS = 4
_TENTH = Decimal("0.1")
Answers = Sequence[int | None]


def score(instrument: Instrument, answers: Answers, flags: Sequence[str] = ()) -> Result:
    """All scores of one form, exact and never rounded; `answers` has one place for each item, None where it is blank.

    The session check-in alone is rounded: its score is by definition the mean with one decimal, halves away from zero.

    Turned items count low + high - answer. A score with blanks is worked out from its other items only where its key
    allows for so many of them (`may_miss`; sum or mean times all by answered items), is incomplete otherwise, and
    not computable when nothing of it was answered: a blank is never a zero. What was ticked in `flags` leaves items
    out and gives the score another end; such a score has no band and is compared with nothing. The critical item is
    never made up.

    Source: the key of each instrument; for missing items of the CORE family the rules of the CORE System Trust.
    Raises AnswerCountWrong, AnswerOutOfRange or AnswerFlagUnknown.
    """
    given = checked_blanks(instrument, answers)
    ticked = [_flag(instrument, name) for name in checked_flags(instrument, flags)]
    scores = {one.key: _scored(instrument, one, given, ticked) for one in instrument.scores}
    endorsed = _endorsed(instrument.pattern, given)
    return Result(
        instrument=instrument.id,
        version=instrument.version,
        scores=scores,
        risk=_risk(instrument.critical, given),
        left_out=tuple(flag.name for flag in ticked),
        endorsed=endorsed,
        pattern_met=_is_met(instrument.pattern, given, endorsed),
    )


def complete_total(instrument: Instrument, answers: Answers) -> float | None:
    """The total of a form with every item of it answered and nothing ticked beside, as `score` gives it, but quickly.

    None with a blank, or where the instrument has no total.
    """
    one = instrument.total
    if one is None:
        return None
    given = [(item, answers[item - 1]) for item in one.items]
    values = [_turned(instrument, one, item, answer) for item, answer in given if answer is not None]
    return _value(instrument, one, values) if len(values) == len(given) else None


def checked_blanks(instrument: Instrument, answers: Answers) -> tuple[int | None, ...]:
    """The answers, blanks among them, one for each item; raises AnswerCountWrong or AnswerOutOfRange."""
    if len(answers) != len(instrument.items):
        raise AnswerCountWrong(len(answers), len(instrument.items))
    for item, answer in enumerate(answers, start=1):
        low, high = instrument.ends(item)
        if answer is not None and not low <= answer <= high:
            raise AnswerOutOfRange
    return tuple(answers)


def checked_flags(instrument: Instrument, flags: Sequence[str]) -> tuple[str, ...]:
    """What was ticked, each once, in the order of the form; raises AnswerFlagUnknown."""
    known = [flag.name for flag in instrument.flags]
    if not set(flags) <= set(known):
        raise AnswerFlagUnknown
    return tuple(name for name in known if name in flags)


def ends_of(instrument: Instrument, one: Score) -> tuple[Fraction, Fraction]:
    """The lowest and the highest that a score can be, from its key and the scales of its items."""
    lows, highs = zip(*(instrument.ends(item) for item in one.items), strict=True)
    return _put_together(one, lows), _put_together(one, highs)


def _scored(instrument: Instrument, one: Score, given: Answers, ticked: Sequence[AnswerFlag]) -> ScoreResult:
    left_out = frozenset[int]().union(*(flag.leaves_out for flag in ticked)) & set(one.items)
    asked = [item for item in one.items if item not in left_out]
    values = [_turned(instrument, one, item, answer) for item in asked if (answer := given[item - 1]) is not None]
    high = next((flag.highs[one.key] for flag in ticked if one.key in flag.highs), one.high)
    status, reason = _status(one, len(asked), len(values))
    if status in (Status.INCOMPLETE, Status.NOT_COMPUTABLE):
        return ScoreResult(one.key, None, status, reason, one.low, high, is_comparable=not left_out)
    value = _value(instrument, one, values, len(asked))
    if left_out:
        return ScoreResult(one.key, value, status, reason or Reason.ITEMS_LEFT_OUT, one.low, high, is_comparable=False)
    band = one.bands.name_of(value) if one.bands else None
    return ScoreResult(one.key, value, status, reason, one.low, high, band)


def _status(one: Score, asked: int, answered: int) -> tuple[Status, Reason | None]:
    if not answered:
        return Status.NOT_COMPUTABLE, Reason.NOTHING_ANSWERED
    if answered == asked:
        return Status.OK, None
    if asked - answered <= one.may_miss:
        return Status.PRORATED, Reason.FEW_ITEMS_MISSING
    return Status.INCOMPLETE, Reason.ITEMS_MISSING


def _value(instrument: Instrument, one: Score, values: Sequence[int], asked: int | None = None) -> float:
    value = float(_put_together(one, values, asked))
    return one_decimal(value) if (instrument.id, one.key) == (CHECKIN, TOTAL) else value


def _put_together(one: Score, values: Sequence[int], asked: int | None = None) -> Fraction:
    if one.rule is Rule.HIGHEST:
        return max(values) * one.factor
    mean = Fraction(sum(values), len(values))
    return one.factor * (mean if one.rule is Rule.MEAN else mean * (asked or len(values)))


def _turned(instrument: Instrument, one: Score, item: int, answer: int) -> int:
    low, high = instrument.ends(item)
    return low + high - answer if item in one.reversed else answer


def _flag(instrument: Instrument, name: str) -> AnswerFlag:
    return next(flag for flag in instrument.flags if flag.name == name)


def _risk(critical: Critical | None, given: Answers) -> Risk | None:
    if critical is None:
        return None
    answer = given[critical.item - 1]
    if answer is None:
        return Risk(critical.item, None, RiskState.NOT_ANSWERED)
    return Risk(critical.item, answer, RiskState.ENDORSED if answer >= critical.at else RiskState.NONE)


def _endorsed(pattern: Pattern | None, given: Answers) -> Mapping[str, int] | None:
    if pattern is None:
        return None
    return {
        name: sum(_is_endorsed(pattern, given[item - 1]) for item in items)
        for name, (items, _) in pattern.groups.items()
    }


def _is_met(pattern: Pattern | None, given: Answers, endorsed: Mapping[str, int] | None) -> bool | None:
    if pattern is None or endorsed is None:
        return None
    open_ones = False
    for name, (items, needed) in pattern.groups.items():
        blanks = sum(given[item - 1] is None for item in items)
        if endorsed[name] + blanks < needed:
            return False
        open_ones = open_ones or endorsed[name] < needed
    return None if open_ones else True


def _is_endorsed(pattern: Pattern, answer: int | None) -> bool:
    return answer is not None and answer >= pattern.endorsed_from


def one_decimal(value: float) -> float:
    """The value with one decimal for the screen and paper, halves away from zero: 7.25 gives 7.3, -0.25 gives -0.3."""
    return float(Decimal(repr(value)).quantize(_TENTH, rounding=ROUND_HALF_UP))


def checkin_score(answers: Answers) -> float | None:
    """The mean of the four answers (whole numbers, 0 to 10) with one decimal, halves up; None while one is missing."""
    given = [answer for answer in answers if answer is not None]
    if len(given) != CHECKIN_ITEMS or len(answers) != CHECKIN_ITEMS:
        return None
    return float((Decimal(sum(given)) / CHECKIN_ITEMS).quantize(_TENTH, rounding=ROUND_HALF_UP))


def check_answers(instrument: Instrument, answers: Answers) -> tuple[int, ...]:
    """The answers, all of them and on the scale; raises AnswersIncomplete or AnswerOutOfRange."""
    given = tuple(answer for answer in answers if answer is not None)
    if any(not instrument.low <= answer <= instrument.high for answer in given):
        raise AnswerOutOfRange
    if not len(given) == len(answers) == len(instrument.items):
        raise AnswersIncomplete
    return given
