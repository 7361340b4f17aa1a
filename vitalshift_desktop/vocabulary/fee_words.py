"""Words for fees."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.fees import ChargeState, PaidBy
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _charge_state() -> Words:
    return {
        ChargeState.DUE: _("Due"),
        ChargeState.PAID: _("Paid"),
        ChargeState.WAIVED: _("Waived"),
        ChargeState.NOT_CHARGED: _("Not charged"),
    }


def _charge_state_in_sentence() -> Words:
    return {
        ChargeState.DUE: _("due"),
        ChargeState.PAID: _("paid"),
        ChargeState.WAIVED: _("waived"),
        ChargeState.NOT_CHARGED: _("not charged"),
    }


def _paid_by() -> Words:
    return {
        PaidBy.CASH: _("Cash"),
        PaidBy.TRANSFER: _("Transfer"),
        PaidBy.CARD: _("Card"),
        PaidBy.OTHER: _("Another way"),
    }


def _paid_by_in_sentence() -> Words:
    return {
        PaidBy.CASH: _("in cash"),
        PaidBy.TRANSFER: _("by transfer"),
        PaidBy.CARD: _("by card"),
        PaidBy.OTHER: _("another way"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {ChargeState: _charge_state, PaidBy: _paid_by}

IN_SENTENCE: Mapping[type[StrEnum], Callable[[], Words]] = {
    ChargeState: _charge_state_in_sentence,
    PaidBy: _paid_by_in_sentence,
}
