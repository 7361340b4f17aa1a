"""`measure course` and `measure chart`: the marked-drop rule and the control chart over a series of scores."""

from argparse import Namespace
from datetime import date

from vitalshift_desktop.domain.measures.control_chart import control_chart
from vitalshift_desktop.domain.measures.early_slope import early_slope
from vitalshift_desktop.domain.measures.marked_drop import Mark, MarkKind, Rating, Rule, UsualRange, marked_drops
from vitalshift_desktop.measure_commands.report import Report, sessions, shown
from vitalshift_desktop.measure_commands.typed import WrongInput, number, numbers, whole, within, without_blanks
from vitalshift_desktop.words import _

_ANY_DAY = date(2000, 1, 1)  # the rule looks at days for long gaps alone, and scores typed here have none


def course(parsed: Namespace) -> Report:
    """The usual range, the marks and the early slope of these scores; raises WrongInput."""
    rule = _rule(parsed)
    scores = numbers(parsed.scores, "--scores")
    for score in scores:
        if score is not None:
            within(score, rule.low, rule.high, "--scores")
    found = marked_drops([Rating(_ANY_DAY, score) for score in scores], rule)
    slope = early_slope(scores)
    answer: dict[str, object] = {
        "usual_range": _range_answer(found.usual_range),
        "marks": [_mark_answer(mark) for mark in found.marks],
        "slope_first_five": slope,
    }
    words = [_range_words(found.usual_range, found.n), *map(_mark_words, found.marks)]
    if not found.marks:
        words.append(_("No mark"))
    words.append(_("Slope over the first five sessions: {slope}").format(slope=shown(slope)))
    return Report(tuple(words), answer)


def chart(parsed: Namespace) -> Report:
    """Mean and limits, not clipped, with the sessions outside them; raises WrongInput."""
    scores = numbers(parsed.scores, "--scores")
    baseline = None if parsed.baseline is None else whole(parsed.baseline, "--baseline")
    if baseline is not None and baseline < 1:
        raise WrongInput(_("--baseline: at least 1 score is needed."))
    found = control_chart(scores, baseline)
    if found is None:
        raise WrongInput(_("--scores: no score was given."))
    signals = [index + 1 for index in found.signals]
    answer: dict[str, object] = {
        "mean": found.mean,
        "mean_moving_range": found.mean_moving_range,
        "lower": found.lower,
        "upper": found.upper,
        "moving_range_upper": found.moving_range_limit,
        "signals": signals,
    }
    words = (
        _("Mean {mean}, mean moving range {moving}").format(
            mean=shown(found.mean), moving=shown(found.mean_moving_range)
        ),
        _("Limits {lower} and {upper}").format(lower=shown(found.lower), upper=shown(found.upper))
        if found.lower is not None
        else _("No limits: the scores of the baseline do not vary."),
        _("Upper limit of the moving range {limit}").format(limit=shown(found.moving_range_limit)),
        _("Sessions outside the limits: {sessions}").format(sessions=sessions(signals)),
    )
    return Report(words, answer)


def _rule(parsed: Namespace) -> Rule:
    ends = without_blanks(parsed.range, "--range")
    if len(ends) != 2 or ends[0] >= ends[1]:
        raise WrongInput(_("--range: two numbers are needed, the lowest and the highest score."))
    minimum = whole(parsed.minimum, "--minimum")
    if minimum < 2:
        raise WrongInput(_("--minimum: at least 2 scores are needed."))
    return Rule(
        low=ends[0],
        high=ends[1],
        ratings_for_range=minimum,
        narrowest_share=within(number(parsed.share, "--share"), 0, 1, "--share"),
        fall_share=_early(parsed.early),
    )


def _early(text: str) -> float:
    share = within(number(text, "--early"), 0, 1, "--early")
    if not share:
        raise WrongInput(_("--early: a share is greater than 0."))
    return share


def _range_answer(usual: UsualRange | None) -> dict[str, object] | None:
    if usual is None:
        return None
    return {
        "mean": usual.mean,
        "mean_moving_range": usual.mean_moving_range,
        "lower": usual.lower,
        "upper": usual.upper,
        "n": usual.n,
    }


def _mark_answer(mark: Mark) -> dict[str, object]:
    return {
        "session": mark.index + 1,
        "kind": mark.kind.value,
        "score": mark.score,
        "lower": mark.lower,
        "n": mark.n,
        "back": None if mark.back is None else mark.back + 1,
    }


def _range_words(usual: UsualRange | None, n: int) -> str:
    if usual is None:
        return _("No usual range yet, from scores: {n}").format(n=n)
    return _("Usual range {lower} to {upper}, mean {mean}, from scores: {n}").format(
        lower=shown(usual.lower), upper=shown(usual.upper), mean=shown(usual.mean), n=usual.n
    )


def _mark_words(mark: Mark) -> str:
    if mark.kind is MarkKind.FALL:
        return _("Session {session}: early fall to {score}, from {previous} before").format(
            session=mark.index + 1, score=shown(mark.score), previous=shown(mark.previous)
        )
    said = _("Session {session}: marked drop, {score} under {lower}, from scores: {n}").format(
        session=mark.index + 1, score=shown(mark.score), lower=shown(mark.lower), n=mark.n
    )
    back = (
        _("still open") if mark.back is None else _("back in range in session {session}").format(session=mark.back + 1)
    )
    return f"{said}; {back}"
