"""What a command answers, for a person and for a program."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from vitalshift_desktop.words import _

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Report:
    """Lines for a person, rounded; and the same for a program, not rounded."""

    words: tuple[str, ...]
    answer: dict[str, object]


def shown(value: float | None) -> str:
    """A number for a person: two decimals at most, halves away from zero; "none" where there is none."""
    if value is None:
        return _("none")
    with_places = Decimal(repr(float(value)))
    rounded = with_places.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP) if abs(value) < 10**15 else with_places
    text = f"{rounded:f}".rstrip("0").rstrip(".") if rounded % 1 else f"{rounded:.0f}"
    return "0" if text == "-0" else text


def sessions(numbers: Sequence[int]) -> str:
    """Session numbers for a person: "3, 7", or "none"."""
    return ", ".join(map(str, numbers)) or _("none")
