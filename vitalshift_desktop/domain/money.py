"""Money as whole minor units, and amounts as people type them."""

import re
from collections.abc import Mapping

from vitalshift_desktop.domain.problems import AmountNotUnderstood, AmountOutOfRange

MOST_MAJOR = 1_000_000
"""No fee is higher than this many whole units, such as dollars."""
CURRENCIES: Mapping[str, int] = {
    "CAD": 2, "USD": 2, "GBP": 2, "EUR": 2, "AUD": 2, "NZD": 2, "CHF": 2, "SEK": 2, "NOK": 2, "DKK": 2, "PLN": 2,
    "INR": 2, "ZAR": 2, "SGD": 2, "HKD": 2, "JPY": 0, "KRW": 0,
}  # fmt: skip
"""The currencies a practice can choose, by ISO 4217 code, with the digits of their minor unit."""
_USUAL = {"ca": "CAD", "us": "USD", "uk": "GBP", "gb": "GBP", "au": "AUD", "nz": "NZD", "ie": "EUR"}
_DIGITS_OF_A_GROUP = 3
_SHAPE = re.compile(r"\d+(?:[.,]\d+)*")


def digits_of(currency: str) -> int:
    """How many digits the minor unit of a currency has; two for an unknown one."""
    return CURRENCIES.get(currency, 2)


def usual_currency(jurisdiction: str) -> str:
    """The currency of a place such as "ca-on"; euros elsewhere."""
    return _USUAL.get(jurisdiction.partition("-")[0], "EUR")


def checked_amount(amount: int, currency: str) -> int:
    """The amount in minor units, if it can be a fee; raises AmountOutOfRange below zero or over a million units."""
    if not 0 <= amount <= MOST_MAJOR * 10 ** digits_of(currency):
        raise AmountOutOfRange
    return amount


def read_amount(text: str, currency: str, *, group: str = ",") -> int:
    """Minor units from what was typed; `group` is the sign between thousands where the counselor lives.

    Both "12.5" and "12,5" are twelve and a half. Raises AmountNotUnderstood or AmountOutOfRange.
    """
    bare = re.sub(r"[\s\u00a0\u202f'\u2019]", "", text)
    if bare.startswith(("-", "\u2212")) and _SHAPE.fullmatch(bare[1:]):
        raise AmountOutOfRange
    if not bare.isascii() or not _SHAPE.fullmatch(bare):
        raise AmountNotUnderstood
    whole, fraction = _parted(bare, group)
    digits = digits_of(currency)
    if len(fraction) > digits:
        raise AmountNotUnderstood
    if len(whole) > len(str(MOST_MAJOR)):
        raise AmountOutOfRange
    return checked_amount(int(whole) * 10**digits + int(fraction.ljust(digits, "0") or "0"), currency)


def _parted(bare: str, group: str) -> tuple[str, str]:
    """The whole units and what follows the decimal sign; the sign is the last one, unless it parts thousands."""
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return bare, ""
    sign, after = bare[last], bare[last + 1 :]
    is_group = len(after) == _DIGITS_OF_A_GROUP and (bare.count(sign) > 1 or sign == group)
    if is_group and len({*bare} & {".", ","}) == 1:
        return _without_groups(bare, sign), ""
    other = "," if sign == "." else "."
    if sign in bare[:last]:
        raise AmountNotUnderstood
    return _without_groups(bare[:last], other), after


def _without_groups(whole: str, sign: str) -> str:
    first, *others = whole.split(sign)
    if any(len(one) != _DIGITS_OF_A_GROUP for one in others) or (others and len(first) > _DIGITS_OF_A_GROUP):
        raise AmountNotUnderstood
    return first + "".join(others)
