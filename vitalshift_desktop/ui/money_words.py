"""Money and fees as people read them, in the counselor's own figures."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from vitalshift_desktop.domain.fees import FeeAgreement, SessionFee
from vitalshift_desktop.domain.money import digits_of
from vitalshift_desktop.ui.dates_in_words import full_day, short_day
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _

_SIGNS = {
    "CAD": "$", "USD": "$", "AUD": "$", "NZD": "$", "SGD": "$", "HKD": "$", "GBP": "£", "EUR": "€", "JPY": "¥",
    "INR": "₹", "KRW": "₩",
}  # fmt: skip


def money_words(amount: int, currency: str) -> str:
    """Such as "$120.00", from minor units."""
    digits = digits_of(currency)
    sign = _SIGNS.get(currency, f"{currency}\u00a0")
    return QLocale().toCurrencyString(amount / 10**digits, sign, digits)


def amount_text(amount: int, currency: str) -> str:
    """Such as "120.00", as it stands in a field."""
    digits = digits_of(currency)
    return QLocale().toString(amount / 10**digits, "f", digits)


def sums_words(sums: Mapping[str, int]) -> str:
    """Such as "$360.00"; each currency by its code where there are several."""
    if len(sums) == 1:
        return next(money_words(amount, currency) for currency, amount in sums.items())
    return " + ".join(f"{amount_text(amount, currency)}\u00a0{currency}" for currency, amount in sums.items())


def group_sign() -> str:
    """What stands between thousands where the counselor lives."""
    return QLocale().groupSeparator()


def fee_words(fee: SessionFee) -> str:
    """Such as "$120.00 due" or "$120.00 paid 12 Mar, by transfer"."""
    money = money_words(fee.amount, fee.currency)
    if fee.state is None:
        return _("{money}: charge as agreed?").format(money=money)
    words = _("{money} {state}").format(money=money, state=in_sentence(fee.state)) if fee.amount else ""
    charge = fee.charge
    if charge is None or not fee.amount or fee.is_due:
        return words or in_sentence(fee.state)
    words = _("{fee} {day}").format(fee=words, day=short_day(charge.day))
    return words if charge.method is None else f"{words}, {in_sentence(charge.method)}"


def short_fee_words(fee: SessionFee) -> str:
    """Such as "$120.00 due" or only "paid" for a narrow column; "Charge?" where somebody has to say."""
    if fee.state is None:
        return _("Charge?")
    return fee_words(fee) if fee.is_due else label(fee.state)


def agreement_words(agreement: FeeAgreement) -> str:
    """Such as "$120.00 for a session, from 3 January 2026"; without the words of the agreement."""
    return _("{money} for a session, from {day}").format(
        money=money_words(agreement.amount, agreement.currency), day=full_day(agreement.from_day)
    )
