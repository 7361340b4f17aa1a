from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import FIRST_DAY, MAREN, session
from vitalshift_desktop.domain.fees import (
    Charge,
    ChargeState,
    FeeAgreement,
    FeeAgreementId,
    PaidBy,
    SessionFee,
    agreement_on,
    asks_for_charge,
    fee_of,
    sums_by_currency,
)
from vitalshift_desktop.domain.problems import AmountOutOfRange, TextTooLong
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Session

_ABSENT = (Attendance.CANCELLED, Attendance.DID_NOT_ATTEND)
_HELD = (Attendance.ATTENDED, Attendance.LATE)


def agreed(number: int, amount: int, from_day: date, words: str = "") -> FeeAgreement:
    return FeeAgreement(FeeAgreementId(number), MAREN, amount, "CAD", from_day, words)


def charged(one: Session, state: ChargeState, amount: int = 12000, method: PaidBy | None = None) -> Charge:
    return Charge(one.id, MAREN, state, amount, "CAD", FIRST_DAY, method)


def test_a_new_fee_holds_from_its_day_on_and_not_before() -> None:
    fees = (agreed(1, 12000, FIRST_DAY), agreed(2, 13000, FIRST_DAY + timedelta(days=30)))
    held = [agreement_on(fees, FIRST_DAY + timedelta(days=days)) for days in (-1, 0, 29, 30)]
    assert [one.amount if one else None for one in held] == [None, 12000, 12000, 13000]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20000)), max_size=6), st.integers(-5, 50))
def test_of_all_agreements_the_latest_that_has_begun_holds(given: list[tuple[int, int]], days: int) -> None:
    fees = [agreed(n, amount, FIRST_DAY + timedelta(days=at)) for n, (at, amount) in enumerate(given, 1)]
    day = FIRST_DAY + timedelta(days=days)
    begun = [one for one in fees if one.from_day <= day]
    held = agreement_on(reversed(fees), day)
    assert (held is None) == (not begun)
    assert held is None or all((one.from_day, one.id) <= (held.from_day, held.id) for one in begun)


@pytest.mark.parametrize("attendance", _HELD)
def test_a_held_session_is_due_as_agreed_without_a_word(attendance: Attendance) -> None:
    fee = fee_of(session(1, FIRST_DAY, attendance=attendance), (agreed(1, 12000, FIRST_DAY),), None)
    assert fee == SessionFee(ChargeState.DUE, 12000, "CAD")


@given(
    st.sampled_from(Attendance),
    st.sampled_from(CancelledBy),
    st.booleans(),
    st.integers(1, 20000),
    st.none() | st.sampled_from(ChargeState),
)
def test_an_absence_is_never_charged_by_itself(
    attendance: Attendance, by: CancelledBy, late: bool, amount: int, recorded: ChargeState | None
) -> None:
    one = session(1, FIRST_DAY).marked(attendance, by, late_notice=late)
    charge = None if recorded is None else charged(one, recorded, amount)
    fee = fee_of(one, (agreed(1, amount, FIRST_DAY),), charge)
    if recorded is not None:
        assert fee is not None
        assert fee.state is recorded
    elif attendance in _ABSENT:
        assert (fee is not None) == asks_for_charge(one)
        assert fee is None or fee.is_open
    else:
        assert (fee is not None and fee.is_due) == one.was_held


def test_only_a_missed_session_or_a_late_one_canceled_by_the_client_asks() -> None:
    one = session(1, FIRST_DAY)
    asked = {
        (by, late): asks_for_charge(one.marked(Attendance.CANCELLED, by, late_notice=late))
        for by in CancelledBy
        for late in (True, False)
    }
    assert [key for key, asks in asked.items() if asks] == [(CancelledBy.CLIENT, True)]
    assert asks_for_charge(one.marked(Attendance.DID_NOT_ATTEND))


def test_without_a_fee_or_with_a_free_one_nothing_is_due() -> None:
    one = session(1, FIRST_DAY)
    assert fee_of(one, (), None) is None
    assert fee_of(one, (agreed(1, 0, FIRST_DAY),), None) is None


def test_what_was_recorded_stays_when_the_fee_changes_later() -> None:
    one = session(1, FIRST_DAY)
    paid = charged(one, ChargeState.PAID, 9000, PaidBy.CASH)
    fee = fee_of(one, (agreed(1, 20000, FIRST_DAY),), paid)
    assert fee == SessionFee(ChargeState.PAID, 9000, "CAD", paid)


def test_only_a_paid_fee_has_a_way_of_paying() -> None:
    one = session(1, FIRST_DAY)
    assert charged(one, ChargeState.WAIVED, method=PaidBy.CASH).checked().method is None
    assert charged(one, ChargeState.PAID, method=PaidBy.CASH).checked().method is PaidBy.CASH


def test_amounts_and_words_that_cannot_be_are_refused() -> None:
    one = session(1, FIRST_DAY)
    for state in (ChargeState.DUE, ChargeState.PAID):
        with pytest.raises(AmountOutOfRange):
            charged(one, state, 0).checked()
    for amount in (-1, 100_000_001):
        with pytest.raises(AmountOutOfRange):
            agreed(1, amount, FIRST_DAY).checked()
    with pytest.raises(TextTooLong):
        agreed(1, 100, FIRST_DAY, "x" * 201).checked()
    assert agreed(1, 100, FIRST_DAY, " sliding   scale ").checked().words == "sliding scale"


def test_sums_keep_currencies_apart() -> None:
    fees = [
        SessionFee(ChargeState.DUE, amount, currency) for amount, currency in ((100, "CAD"), (5, "EUR"), (20, "CAD"))
    ]
    assert sums_by_currency(fees) == {"CAD": 120, "EUR": 5}
