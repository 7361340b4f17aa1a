"""The class of a change: what reliable change and the cut-off say together.

Source: Jacobson & Truax 1991; the flags are no classes but stand beside them.
"""

from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.measures.cutoffs import Boundary
from vitalshift_desktop.domain.measures.reliable_change import Move


class ChangeClass(StrEnum):
    """The classes; recovered reads "reliable improvement, now under the cut-off" on screen."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"


class ChangeFlag(StrEnum):
    """What a class alone would hide."""

    STARTED_IN_FUNCTIONAL_RANGE = "started_in_functional_range"
    CROSSED_CUTOFF_NOT_RELIABLE = "crossed_cutoff_not_reliable"
    FELL_INTO_CLINICAL_RANGE = "fell_into_clinical_range"


@dataclass(frozen=True, slots=True)
class Classified:
    """One class and the flags that hold, in the order of ChangeFlag."""

    change: ChangeClass
    flags: tuple[ChangeFlag, ...] = ()


def classify(first: float, last: float, move: Move, boundary: Boundary | None = None) -> Classified:
    """The class of a change from `first` to `last`; without a cut-off nobody can be recovered and no flag holds.

    Recovered: reliably better, first on the clinical and last on the functional side. Improved: reliably better
    otherwise. Deteriorated: reliably worse. Unchanged: the rest.
    """
    if boundary is None:
        return Classified(_class(move, has_crossed=False))
    was_clinical, was_functional = boundary.is_clinical(first), boundary.is_functional(first)
    has_crossed = was_clinical and boundary.is_functional(last)
    holds = {
        ChangeFlag.STARTED_IN_FUNCTIONAL_RANGE: was_functional,
        ChangeFlag.CROSSED_CUTOFF_NOT_RELIABLE: has_crossed and move is not Move.BETTER,
        ChangeFlag.FELL_INTO_CLINICAL_RANGE: was_functional and boundary.is_clinical(last),
    }
    return Classified(_class(move, has_crossed=has_crossed), tuple(flag for flag in ChangeFlag if holds[flag]))


def _class(move: Move, *, has_crossed: bool) -> ChangeClass:
    if move is Move.BETTER:
        return ChangeClass.RECOVERED if has_crossed else ChangeClass.IMPROVED
    return ChangeClass.DETERIORATED if move is Move.WORSE else ChangeClass.UNCHANGED
