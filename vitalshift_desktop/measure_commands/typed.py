"""Numbers as they are typed on the command line, and what is said when they are none."""

import math
import re
from fractions import Fraction

from vitalshift_desktop.words import _

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_LONGEST = 60
_MOST_NUMBERS = 2000
_SMALLEST, _LARGEST = 1e-9, 1e9


class WrongInput(Exception):
    """Something typed cannot be used; the message is one sentence that says what."""


def number(text: str, name: str) -> float:
    """A number with a decimal point, of a size that occurs; `name` says where it was typed. Raises WrongInput."""
    bare = text.strip()
    value = float(bare) if _NUMBER.fullmatch(bare) else math.nan
    if not math.isfinite(value):
        raise WrongInput(_('{name}: "{text}" is not a number.').format(name=name, text=quoted(bare)))
    if value and not _SMALLEST <= abs(value) <= _LARGEST:
        raise WrongInput(_('{name}: "{text}" is too small or too large.').format(name=name, text=quoted(bare)))
    return value


def whole(text: str, name: str) -> int:
    """A whole number; raises WrongInput."""
    value = number(text, name)
    if not value.is_integer() or Fraction(text.strip()) != int(value):
        raise WrongInput(_('{name}: "{text}" is not a whole number.').format(name=name, text=quoted(text.strip())))
    return int(value)


def numbers(text: str, name: str) -> tuple[float | None, ...]:
    """Numbers between commas, None for each blank; raises WrongInput."""
    return tuple(number(part, name) if part else None for part in _parts(text, name))


def whole_numbers(text: str, name: str) -> tuple[int | None, ...]:
    """Whole numbers between commas, None for each blank; raises WrongInput."""
    return tuple(whole(part, name) if part else None for part in _parts(text, name))


def without_blanks(text: str, name: str) -> tuple[float, ...]:
    """Numbers between commas, none of them left out; raises WrongInput."""
    given = numbers(text, name)
    full = tuple(value for value in given if value is not None)
    if len(full) < len(given):
        raise WrongInput(_("{name}: a number is missing between the commas.").format(name=name))
    return full


def within(value: float, low: float, high: float, name: str) -> float:
    """The value, which lies from `low` to `high`; raises WrongInput."""
    if not low <= value <= high:
        raise WrongInput(
            _("{name}: {value} is not from {low} to {high}.").format(
                name=name, value=plain(value), low=plain(low), high=plain(high)
            )
        )
    return value


def plain(value: float) -> int | float:
    """The number without an empty decimal place: 12 for 12.0."""
    return int(value) if float(value).is_integer() else value


def _parts(text: str, name: str) -> list[str]:
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > _MOST_NUMBERS:
        raise WrongInput(_("{name}: more than {most} numbers.").format(name=name, most=_MOST_NUMBERS))
    return parts


def quoted(text: str) -> str:
    """What was typed, short enough to be said again."""
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= _LONGEST else tidy[: _LONGEST - 1] + "…"
