"""Cut-offs between a clinical and a functional group, and on which side of one a score lies.

Source: Jacobson & Truax 1991, criteria a, b and c. Everything is in units of the score.
"""

from dataclasses import dataclass

from vitalshift_desktop.domain.measures.instrument import ClinicalSide, Cutoff, Direction

_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Group:
    """Mean and standard deviation of a group, the standard deviation greater than 0."""

    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class Boundary:
    """A cut-off with its sides; the value itself lies on the clinical side or, where that is not said, on neither."""

    at: float
    better: Direction
    is_itself_clinical: bool = False

    def is_clinical(self, value: float) -> bool:
        """True strictly on the clinical side, and at the cut-off where it is itself clinical."""
        beyond = self._toward_better(value)
        return beyond < -_TOLERANCE or (self.is_itself_clinical and beyond <= _TOLERANCE)

    def is_functional(self, value: float) -> bool:
        """True strictly on the functional side."""
        return self._toward_better(value) > _TOLERANCE

    def _toward_better(self, value: float) -> float:
        return value - self.at if self.better is Direction.HIGHER else self.at - value


def boundary_of(cutoff: Cutoff) -> Boundary:
    """A published cut-off: the value itself is clinical."""
    better = Direction.LOWER if cutoff.side is ClinicalSide.AT_OR_ABOVE else Direction.HIGHER
    return Boundary(cutoff.at, better, is_itself_clinical=True)


def cutoff_a(clinical: Group, better: Direction) -> float:
    """Criterion a = M1 + 2 s1, two SD better than the clinical mean; signs are turned where lower is better."""
    return clinical.mean + _sign(better) * 2 * clinical.sd


def cutoff_b(functional: Group, better: Direction) -> float:
    """Criterion b = M0 − 2 s0, two SD worse than the functional mean, with the functional group's own SD."""
    return functional.mean - _sign(better) * 2 * functional.sd


def cutoff_c(clinical: Group, functional: Group) -> float:
    """Criterion c = (s0 M1 + s1 M0) / (s0 + s1), as far from either mean, counted in each group's SD."""
    return (functional.sd * clinical.mean + clinical.sd * functional.mean) / (functional.sd + clinical.sd)


def preferred_cutoff(clinical: Group, functional: Group | None, better: Direction) -> float | None:
    """Criterion c where both groups are known and overlap (2 SD from each mean), a where only the clinical one is.

    None where the groups do not overlap: then no cut-off is preferred here.
    """
    if functional is None:
        return cutoff_a(clinical, better)
    overlap = _sign(better) * (cutoff_a(clinical, better) - cutoff_b(functional, better))
    return cutoff_c(clinical, functional) if overlap >= -_TOLERANCE else None


def _sign(better: Direction) -> int:
    return 1 if better is Direction.HIGHER else -1
