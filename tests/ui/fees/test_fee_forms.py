from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.fees import ChargeState, PaidBy
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.fees.amount_field import AmountField
from vitalshift_desktop.ui.fees.charge_form import ChargeForm
from vitalshift_desktop.ui.fees.fee_form import FeeForm
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.money_words import money_words


def fee_form(desk: Desk, world: World, window: QWidget) -> FeeForm:
    form = FeeForm(desk, world.client().id, window)
    form.open()
    return form


def test_a_fee_is_agreed_with_one_field_and_enter_and_can_be_undone(
    desk: Desk, world: World, window: QWidget, wished: Wished
) -> None:
    form = fee_form(desk, world, window)
    QTest.keyClicks(form.amount.edit, "12,5")
    assert form.amount._understood.text() == money_words(1250, "CAD")
    QTest.keyClick(form.amount.edit, Qt.Key.Key_Return)
    (agreed,) = world.workspace.fees.of_client(form._client_id).agreements
    assert (agreed.amount, agreed.currency, agreed.from_day) == (1250, "CAD", world.today)
    assert wished.undos[0][0] == f"Fee agreed: Maren T., {money_words(1250, 'CAD')}."
    wished.undo()
    assert world.workspace.fees.of_client(form._client_id).agreements == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "This is no amount of money."),
        ("twelve", "This is no amount of money."),
        ("12.345", "This is no amount of money."),
        ("-5", "A fee lies between nothing and a million"),
        ("1000001", "A fee lies between nothing and a million"),
    ],
)
def test_an_amount_that_cannot_be_is_answered_with_a_sentence(
    desk: Desk, world: World, window: QWidget, typed: str, said: str
) -> None:
    form = fee_form(desk, world, window)
    QTest.keyClicks(form.amount.edit, typed)
    form.save.click()
    assert form.amount.error.startswith(said)
    assert form.isVisible()
    assert form.amount.text() == typed
    assert world.workspace.fees.of_client(form._client_id).agreements == ()


def test_a_day_out_of_reach_is_answered_with_a_sentence(desk: Desk, world: World, window: QWidget) -> None:
    form = fee_form(desk, world, window)
    form.amount.show_text("100")
    form.from_day.show_day(world.today + timedelta(days=3000))
    form.save.click()
    assert form.error.sentence().startswith("This date cannot be right.")


def test_the_latest_fee_can_be_taken_out_and_put_back(
    desk: Desk, world: World, window: QWidget, wished: Wished
) -> None:
    client = world.client()
    agreed = world.workspace.fees.agree(client.id, 12000, world.today, "Sliding scale")
    form = FeeForm(desk, client.id, window)
    form.open()
    (take_out,) = form.findChildren(QPushButton, "fee.take_out")
    take_out.click()
    assert world.workspace.fees.of_client(client.id).agreements == ()
    wished.undo()
    assert world.workspace.fees.of_client(client.id).agreements == (agreed,)


def test_a_charge_says_amount_day_and_way_of_paying(desk: Desk, world: World, window: QWidget, wished: Wished) -> None:
    session = world.held(world.client(), -1)
    form = ChargeForm(desk, session.id, window)
    form.open()
    QTest.keyClicks(form.amount.edit, "90")
    form.method.choose(PaidBy.CASH)
    form.day.show_day(world.today - timedelta(days=1))
    form.save.click()
    fee = world.workspace.fees.of_session(session.id)
    assert fee is not None
    assert fee.charge is not None
    assert (fee.state, fee.amount, fee.charge.method) == (ChargeState.PAID, 9000, PaidBy.CASH)
    assert fee.charge.day == world.today - timedelta(days=1)
    wished.undo()
    assert world.workspace.fees.of_session(session.id) is None


def test_a_waived_fee_needs_no_amount_and_has_no_way_of_paying(desk: Desk, world: World, window: QWidget) -> None:
    session = world.held(world.client(), -1)
    form = ChargeForm(desk, session.id, window)
    form.open()
    form.save.click()
    assert form.amount.error
    form.state.choose(ChargeState.WAIVED)
    form.state.picked.emit(ChargeState.WAIVED)
    assert not form.method.isVisible()
    form.save.click()
    fee = world.workspace.fees.of_session(session.id)
    assert fee is not None
    assert fee.state is ChargeState.WAIVED


def test_both_forms_are_opened_again_after_a_lock_with_what_was_typed(
    desk: Desk, world: World, window: QWidget
) -> None:
    session = world.held(world.client(), -1)
    forms: tuple[FeeForm | ChargeForm, ...] = (
        FeeForm(desk, session.client_id, window),
        ChargeForm(desk, session.id, window),
    )
    for form, field in zip(forms, ("fee.amount", "charge.amount"), strict=True):
        form.amount.show_text("77")
        kept = form.half_filled()
        assert kept is not None
        again = form_of(desk, kept.place, window)
        assert again is not None
        again.take_back(kept)
        (amount,) = again.findChildren(AmountField, field)
        assert amount.text() == "77"
