"""Passphrases: one spelling for what is typed, and how hard one is to guess."""

import unicodedata

from vitalshift_desktop.domain.passphrases import Strength, StrengthReason

SHORTEST = 12
LEAST_GUESSES = 11.0  # powers of ten
GOOD_GUESSES = 13.0
_METER_SEES = 72  # zxcvbn refuses more
_BEST_SCORE = 4
_REASONS = {
    "repeat": StrengthReason.REPEATED,
    "spatial": StrengthReason.KEYBOARD,
    "sequence": StrengthReason.SEQUENCE,
    "date": StrengthReason.DATE,
    "regex": StrengthReason.DATE,
    "dictionary": StrengthReason.COMMON,
}


def normalized(passphrase: str) -> str:
    """The one spelling: composed characters (NFC), every Unicode space a plain space, nothing trimmed."""
    composed = unicodedata.normalize("NFC", passphrase)
    return "".join(" " if unicodedata.category(letter) == "Zs" else letter for letter in composed)


def passphrase_bytes(passphrase: str) -> bytearray:
    """The bytes a key is derived from, in memory that the caller wipes."""
    return bytearray(normalized(passphrase).encode("utf-8", "surrogatepass"))


def strength(passphrase: str) -> Strength:
    """How hard the passphrase is to guess; any length is accepted.

    A vault takes it from 12 characters and 10^11 guesses on; from 10^13 it is strong. The guesses are those of
    zxcvbn (Wheeler 2016) for the first 72 characters, a lower bound for longer ones.
    """
    typed = normalized(passphrase)
    if not typed:
        return Strength(0, 0.0, 0, 0, acceptable=False, reason=StrengthReason.EMPTY)
    guesses, reason = _guesses(typed[:_METER_SEES])
    long_enough = len(typed) >= SHORTEST
    return Strength(
        score=_score(guesses, long_enough=long_enough),
        guesses_log10=guesses,
        words=len(typed.split()),
        characters=len(typed),
        acceptable=long_enough and guesses >= LEAST_GUESSES,
        reason=_reason(guesses, reason, long_enough=long_enough),
    )


def _guesses(typed: str) -> tuple[float, StrengthReason]:
    from zxcvbn import zxcvbn  # its word lists load for 50 ms

    result = zxcvbn(typed, user_inputs=["vitalshift"])
    longest = max(result["sequence"], key=lambda part: len(part["token"]), default={"pattern": "bruteforce"})
    return float(result["guesses_log10"]), _REASONS.get(longest["pattern"], StrengthReason.GUESSABLE)


def _reason(guesses: float, pattern: StrengthReason, *, long_enough: bool) -> StrengthReason:
    if not long_enough:
        return StrengthReason.TOO_SHORT
    if guesses < LEAST_GUESSES:
        return pattern
    return StrengthReason.FAIR if guesses < GOOD_GUESSES else StrengthReason.STRONG


def _score(guesses: float, *, long_enough: bool) -> int:
    """0 and 1 are refused, 2 is barely hard enough, 3 is fair, 4 is strong."""
    if not long_enough or guesses < LEAST_GUESSES:
        return int(guesses >= LEAST_GUESSES / 2)
    steps = (LEAST_GUESSES, (LEAST_GUESSES + GOOD_GUESSES) / 2, GOOD_GUESSES)
    return min(_BEST_SCORE, 1 + sum(guesses >= step for step in steps))
