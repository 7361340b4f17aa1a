"""How much of one text stands in another: for text that was brought over from the last note."""

from collections.abc import Sequence

MOST_WORDS = 20_000
"""Beyond this many words, after what both begin and end with, the rest of a text counts as different."""


def likeness(one: str, other: str) -> float:
    """The share of words two texts have in common in the same order, 0.0 to 1.0; 1.0 for two empty texts.

    2 · L / (a + b), where a and b are the numbers of words and L the length of their longest common subsequence.
    The form is that of the ratio in Ratcliff and Metzener, "Pattern Matching: The Gestalt Approach", Dr. Dobb's
    Journal, July 1988, as Python's difflib has it, with the longest common subsequence for the matched blocks, so
    that it does not depend on which text comes first. L is counted with one bit for each word, after Hyyrö,
    "Bit-Parallel LCS-length Computation Revisited", AWOCA 2004: 20,000 words against 20,000 take about 0.1 s.
    """
    first, second = one.split(), other.split()
    total = len(first) + len(second)
    return 2 * common_words(first, second) / total if total else 1.0


def percent_alike(one: str, other: str) -> int:
    """The likeness of two texts in whole percent; 100 only when every word is the same, 0 only when none is."""
    ratio = likeness(one, other)
    return 100 if ratio == 1.0 else min(99, max(1, round(ratio * 100))) if ratio else 0


def common_words(first: Sequence[str], second: Sequence[str]) -> int:
    """The length of the longest common subsequence of two lists of words."""
    begin = _same_from_the_start(first, second)
    first, second = first[begin:], second[begin:]
    end = _same_from_the_start(first[::-1], second[::-1])
    return begin + end + _bit_parallel(first[: len(first) - end], second[: len(second) - end])


def _same_from_the_start(first: Sequence[str], second: Sequence[str]) -> int:
    pairs = zip(first, second, strict=False)
    return next((place for place, (one, two) in enumerate(pairs) if one != two), min(len(first), len(second)))


def _bit_parallel(first: Sequence[str], second: Sequence[str]) -> int:
    first, second = first[:MOST_WORDS], second[:MOST_WORDS]
    places: dict[str, int] = {}
    for place, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << place
    every = (1 << len(first)) - 1
    open_places = every
    for word in second:
        hit = open_places & places.get(word, 0)
        if hit:
            open_places = ((open_places + hit) | (open_places - hit)) & every
    return len(first) - open_places.bit_count()
