"""How whole numbers of a scale are typed digit by digit, and read from a pasted line."""

from collections.abc import Sequence

Ends = tuple[int, int]
MOST_DIGITS = 9


def is_on(value: int | None, ends: Ends) -> bool:
    """Whether this is a number of the scale."""
    return value is not None and ends[0] <= value <= ends[1]


def can_be(text: str, ends: Ends) -> bool:
    """Whether a number of the scale begins like this."""
    return any(str(value).startswith(text) for value in range(ends[0], ends[1] + 1))


def can_grow(text: str, ends: Ends) -> bool:
    """Whether a longer number of the scale begins like this."""
    return any(str(value).startswith(text) and str(value) != text for value in range(ends[0], ends[1] + 1))


def is_whole(text: str) -> bool:
    """Whether a text is a whole number that any scale could have."""
    return text.removeprefix("-").isdecimal() and len(text) <= MOST_DIGITS


def pasted(text: str, scales: Sequence[Ends]) -> tuple[int, ...]:
    """The numbers of a line such as "8 7 9 6", "8,7,9,6" or "8796", one for each scale from the first on.

    Empty where it holds anything else, a number that is off its scale, or more numbers than there are scales.
    """
    parts = text.replace(",", " ").replace(";", " ").split()
    longest = max((len(str(high)) for _low, high in scales), default=0)
    if len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) > longest:
        parts = list(parts[0])
    if len(parts) > len(scales) or not all(map(is_whole, parts)):
        return ()
    numbers = tuple(int(part) for part in parts)
    return numbers if all(is_on(number, ends) for number, ends in zip(numbers, scales, strict=False)) else ()
