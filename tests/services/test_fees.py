from datetime import time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.fees import ChargeState, PaidBy
from vitalshift_desktop.domain.problems import (
    AmountOutOfRange,
    DateIsImpossible,
    FeeNotAgreed,
    NotFound,
    StillInUse,
)
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy

FEE = 12000


def test_a_held_session_is_due_as_agreed_and_paid_by_one_act_that_can_be_undone(world: World) -> None:
    fees, client = world.workspace.fees, world.client()
    fees.agree(client.id, FEE, world.today - timedelta(days=30), "Sliding scale")
    session = world.held(client, -1)
    due = fees.of_session(session.id)
    assert due is not None
    assert (due.state, due.amount, due.currency) == (ChargeState.DUE, FEE, "CAD")
    before = fees.charge(session.id, ChargeState.PAID, method=PaidBy.TRANSFER)
    paid = fees.of_session(session.id)
    assert paid is not None
    assert paid.charge is not None
    assert (paid.state, paid.charge.day, paid.charge.method) == (ChargeState.PAID, world.today, PaidBy.TRANSFER)
    assert fees.last_method(client.id) is PaidBy.TRANSFER
    fees.put_back(session.id, before)
    assert fees.of_session(session.id) == due


def test_an_absence_is_charged_only_when_somebody_says_so(world: World) -> None:
    fees, client = world.workspace.fees, world.client()
    fees.agree(client.id, FEE, world.today - timedelta(days=30))
    missed, late, in_time = (world.planned(client, days) for days in (-3, -2, -1))
    sessions = world.workspace.sessions
    sessions.set_attendance(missed.id, Attendance.DID_NOT_ATTEND)
    sessions.set_attendance(late.id, Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True)
    sessions.set_attendance(in_time.id, Attendance.CANCELLED, CancelledBy.CLIENT)
    page = fees.unpaid()
    assert (page.clients, [line.session.id for _client, line in page.to_decide]) == ((), [missed.id, late.id])
    fees.charge(missed.id, ChargeState.DUE)
    fees.charge(late.id, ChargeState.NOT_CHARGED)
    page = fees.unpaid()
    assert (page.to_decide, page.sums) == ((), {"CAD": FEE})


def test_what_is_unpaid_is_summed_by_client_the_oldest_first_and_waived_fees_stand_apart(world: World) -> None:
    fees = world.workspace.fees
    maren, wren = world.client(), world.client("Wren A.")
    for client, amount in ((maren, FEE), (wren, 8000)):
        fees.agree(client.id, amount, world.today - timedelta(days=30))
    mine, theirs = [world.held(maren, days) for days in (-2, -1)], world.held(wren, -9)
    world.planned(maren, 5)
    waived = world.held(wren, -8)
    fees.charge(waived.id, ChargeState.WAIVED)
    page = fees.unpaid()
    assert [(one.client.id, one.sums) for one in page.clients] == [
        (wren.id, {"CAD": 8000}),
        (maren.id, {"CAD": 2 * FEE}),
    ]
    assert [line.session.id for line in page.clients[1].lines] == [one.id for one in mine]
    assert (page.sums, page.waived, page.waived_sums) == ({"CAD": 8000 + 2 * FEE}, 1, {"CAD": 8000})
    fees.charge(theirs.id, ChargeState.PAID)
    own = fees.of_client(wren.id)
    assert (own.due, own.waived, own.in_force and own.in_force.amount) == ((), 1, 8000)


def test_sessions_from_before_the_first_agreement_are_not_due(world: World) -> None:
    client = world.client()
    world.held(client, -1)
    world.workspace.fees.agree(client.id, FEE, world.today)
    assert world.workspace.fees.unpaid().clients == ()
    day_of = world.held(client, 0, time(0, 10))
    assert [line.session.id for line in world.workspace.fees.of_client(client.id).due] == [day_of.id]


def test_without_an_agreement_the_amount_is_asked_for(world: World) -> None:
    fees, session = world.workspace.fees, world.held(world.client(), -1)
    rows = world.rows()
    with pytest.raises(FeeNotAgreed):
        fees.charge(session.id, ChargeState.PAID)
    for amount in (0, -5, 10**9):
        with pytest.raises(AmountOutOfRange):
            fees.charge(session.id, ChargeState.PAID, amount=amount)
    with pytest.raises(DateIsImpossible):
        fees.charge(session.id, ChargeState.PAID, amount=FEE, day=world.today + timedelta(days=1))
    assert (world.rows(), fees.of_session(session.id)) == (rows, None)
    fees.charge(session.id, ChargeState.PAID, amount=9000, method=PaidBy.CASH)
    paid = fees.of_session(session.id)
    assert paid is not None
    assert paid.amount == 9000


def test_an_agreement_can_be_put_right_taken_out_and_put_back(world: World) -> None:
    fees, client = world.workspace.fees, world.client()
    agreement = fees.agree(client.id, FEE, world.today)
    world.held(client, 0, time(9, 0))
    right = fees.change(type(agreement)(agreement.id, client.id, 9000, "CAD", world.today, "  agreed   by phone "))
    assert (right.words, fees.of_client(client.id).sums) == ("agreed by phone", {"CAD": 9000})
    removed = fees.remove(agreement.id)
    assert fees.of_client(client.id).agreements == ()
    fees.restore(removed)
    assert fees.of_client(client.id).agreements == (right,)
    with pytest.raises(DateIsImpossible):
        fees.agree(client.id, FEE, world.today + timedelta(days=4000))
    with pytest.raises(NotFound):
        fees.agree(type(client.id)(999), FEE, world.today)


def test_the_currency_is_the_practices_own_and_what_was_agreed_keeps_its_own(world: World) -> None:
    fees, client = world.workspace.fees, world.client()
    fees.agree(client.id, FEE, world.today - timedelta(days=9))
    first = world.held(client, -2)
    fees.set_currency("EUR")
    fees.agree(client.id, 9000, world.today - timedelta(days=1))
    second = world.held(client, 0, time(9, 0))
    known = [fees.of_session(one.id) for one in (first, second)]
    assert [(fee.amount, fee.currency) for fee in known if fee] == [(FEE, "CAD"), (9000, "EUR")]
    with pytest.raises(ValueError, match="currency"):
        fees.set_currency("XXX")


def test_a_planned_session_that_was_paid_ahead_is_not_thrown_away(world: World) -> None:
    client = world.client()
    ahead = world.planned(client, 3)
    world.workspace.fees.charge(ahead.id, ChargeState.PAID, amount=FEE)
    with pytest.raises(StillInUse):
        world.workspace.sessions.remove(ahead.id)


def test_each_act_about_fees_leaves_one_entry_without_the_amount_and_one_piece_of_news(world: World) -> None:
    fees, client = world.workspace.fees, world.client()
    session = world.held(client, -1)
    rows, heard = world.rows(), len(world.heard)
    agreement = fees.agree(client.id, FEE, world.today, "Sliding scale")
    fees.charge(session.id, ChargeState.PAID, amount=FEE)
    fees.put_back(session.id, None)
    fees.restore(fees.remove(agreement.id))
    fees.change(agreement)
    assert world.rows() - rows == 6 == len(world.heard) - heard
    assert {change.subject for change in world.heard[heard:]} == {Subject.FEES}
    entries = world.workspace.audit.rows()[:6]
    assert {entry.act for entry in entries} == {
        AuditAct.FEE_AGREED,
        AuditAct.FEE_RECORDED,
        AuditAct.FEE_AGREEMENT_REMOVED,
    }
    assert not any("12000" in str(entry.detail) or "Sliding" in str(entry.detail) for entry in entries)
