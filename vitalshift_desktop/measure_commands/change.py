"""`measure change`: reliable change between two scores, from an SD and a reliability that somebody published."""

from argparse import Namespace

from vitalshift_desktop.domain.measures.classes import ChangeClass, ChangeFlag, Classified, classify
from vitalshift_desktop.domain.measures.cutoffs import Boundary
from vitalshift_desktop.domain.measures.instrument import Direction
from vitalshift_desktop.domain.measures.reliable_change import (
    Precision,
    change_index,
    move_by_precision,
    precision_of,
)
from vitalshift_desktop.measure_commands.report import Report, shown
from vitalshift_desktop.measure_commands.typed import WrongInput, number, plain, within
from vitalshift_desktop.words import _


def change(parsed: Namespace) -> Report:
    """The error of the measure, the change index, the class and its flags; raises WrongInput."""
    better = Direction(parsed.better)
    confidence = within(number(parsed.confidence, "--confidence"), 1, 99.9999, "--confidence")
    precision = _precision(number(parsed.sd, "--sd"), number(parsed.reliability, "--reliability"), confidence)
    first, last = number(parsed.first, "--first"), number(parsed.last, "--last")
    boundary = None if parsed.cutoff is None else Boundary(number(parsed.cutoff, "--cutoff"), better)
    index = change_index(first, last, precision)
    found = classify(first, last, move_by_precision(first, last, precision, better), boundary)
    answer: dict[str, object] = {
        "se": precision.se,
        "sdiff": precision.sdiff,
        "critical": precision.critical,
        "rc": index,
        "class": found.change.value,
        "flags": [flag.value for flag in found.flags],
    }
    return Report(_words(precision, index, found, confidence), answer)


def _precision(sd: float, reliability: float, confidence: float) -> Precision:
    if sd <= 0:
        raise WrongInput(_("--sd: a standard deviation is greater than 0."))
    if not 0 <= reliability < 1:
        raise WrongInput(_("--reliability: a reliability is from 0 to less than 1."))
    precision = precision_of(sd, reliability, confidence)
    if precision is None or precision.sdiff <= 0:
        raise WrongInput(_("With these numbers no reliable change can be worked out."))
    return precision


def _words(precision: Precision, index: float, found: Classified, confidence: float) -> tuple[str, ...]:
    return (
        _("Standard error {se}, of a difference {sdiff}").format(se=shown(precision.se), sdiff=shown(precision.sdiff)),
        _("Critical change {points} points, at {confidence} %").format(
            points=shown(precision.critical), confidence=plain(confidence)
        ),
        _("Change index {index}").format(index=shown(index)),
        _class_words(found.change),
        *(_flag_words(flag) for flag in found.flags),
    )


def _class_words(change: ChangeClass) -> str:
    return {
        ChangeClass.RECOVERED: _("Recovered: reliable improvement, now past the cut-off"),
        ChangeClass.IMPROVED: _("Improved: reliable improvement"),
        ChangeClass.UNCHANGED: _("Unchanged: no reliable change"),
        ChangeClass.DETERIORATED: _("Deteriorated: reliable worsening"),
    }[change]


def _flag_words(flag: ChangeFlag) -> str:
    return {
        ChangeFlag.STARTED_IN_FUNCTIONAL_RANGE: _("The first score lies on the functional side of the cut-off."),
        ChangeFlag.CROSSED_CUTOFF_NOT_RELIABLE: _("The cut-off was crossed, but the change is not reliable."),
        ChangeFlag.FELL_INTO_CLINICAL_RANGE: _("The last score lies on the clinical side, the first one did not."),
    }[flag]
