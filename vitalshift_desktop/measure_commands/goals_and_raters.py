"""`measure attainment` and `measure pair`: goal attainment scaling, and the agreement of client and counselor."""

from argparse import Namespace

from vitalshift_desktop.domain.measures.agreement_of_raters import PAIRS_FOR_R, RaterAgreement, rater_agreement
from vitalshift_desktop.domain.measures.attainment import (
    HIGHEST_LEVEL,
    LOWEST_LEVEL,
    Attainment,
    GoalLevel,
    attainment,
)
from vitalshift_desktop.domain.measures.results import Status
from vitalshift_desktop.measure_commands.report import Report, shown
from vitalshift_desktop.measure_commands.typed import WrongInput, numbers, whole_numbers, within, without_blanks
from vitalshift_desktop.words import _


def attained(parsed: Namespace) -> Report:
    """The T of these goals, or why there is none; raises WrongInput."""
    weights = without_blanks(parsed.weights, "--weights")
    levels = whole_numbers(parsed.levels, "--levels")
    if len(weights) != len(levels):
        raise _unequal("--weights", len(weights), "--levels", len(levels))
    if any(weight < 0 for weight in weights):
        raise WrongInput(_("--weights: a weight is 0 or greater."))
    for level in levels:
        if level is not None:
            within(level, LOWEST_LEVEL, HIGHEST_LEVEL, "--levels")
    found = attainment(GoalLevel(weight, level) for weight, level in zip(weights, levels, strict=True))
    return Report((_attainment_words(found),), {"status": found.status.value, "t": found.t})


def pair(parsed: Namespace) -> Report:
    """How far client and counselor lie apart, and whether they move together; raises WrongInput."""
    client, counselor = numbers(parsed.client, "--client"), numbers(parsed.counselor, "--counselor")
    if len(client) != len(counselor):
        raise _unequal("--client", len(client), "--counselor", len(counselor))
    found = rater_agreement(client, counselor)
    return Report(_pair_words(found), {"n": found.n, "discrepancy": found.discrepancy, "r": found.r})


def _unequal(one: str, n: int, other: str, m: int) -> WrongInput:
    return WrongInput(
        _("{one} has {n} places and {other} has {m}; both need as many.").format(one=one, n=n, other=other, m=m)
    )


def _attainment_words(found: Attainment) -> str:
    if found.status is Status.INCOMPLETE:
        return _("Goal attainment: incomplete, a level is missing")
    if found.t is None:
        return _("Goal attainment: not computable, no goal has both a weight and a level")
    return _("Goal attainment T = {t}").format(t=shown(found.t))


def _pair_words(found: RaterAgreement) -> tuple[str, ...]:
    if found.r is not None:
        together = _("Correlation over the sessions: {r}").format(r=shown(found.r))
    elif found.n < PAIRS_FOR_R:
        together = _("Correlation: none below {n} pairs").format(n=PAIRS_FOR_R)
    else:
        together = _("Correlation: none, one side does not vary")
    return (
        _("Sessions rated by both: {n}").format(n=found.n),
        _("Counselor minus client, on average: {points}").format(points=shown(found.discrepancy)),
        together,
    )
