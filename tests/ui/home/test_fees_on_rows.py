from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.services.world import World
from tests.ui.home.on_screen import button, items, names, press
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.fees import ChargeState, PaidBy
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.money_words import money_words

OpenPage = Callable[[], HomePage]


@pytest.fixture
def maren(world: World) -> Client:
    """A client who pays 120 for a session."""
    client = world.client()
    world.workspace.fees.agree(client.id, 12000, world.today - timedelta(days=30))
    return client


def state(world: World, session_id: object) -> ChargeState | None:
    fee = world.workspace.fees.of_session(session_id)  # type: ignore[arg-type]  # it is one
    return fee.state if fee else None


def test_one_click_on_the_row_says_it_was_paid_and_undo_takes_it_back(
    world: World, open_page: OpenPage, wished: Wished, maren: Client
) -> None:
    held = world.held(maren, at=time(8, 0))
    world.signed(held)
    page = open_page()
    paid = button(page, f"today.fee.{held.id}")
    assert paid.text() == f"Mark {money_words(12000, 'CAD')} paid"
    paid.click()
    assert state(world, held.id) is ChargeState.PAID
    assert wished.undos[0][0] == f"Maren T., Mon 2 March: {money_words(12000, 'CAD')} paid 2 Mar."
    assert names(page)[0].endswith(f"{money_words(12000, 'CAD')} paid 2 Mar")
    wished.undo()
    assert state(world, held.id) is ChargeState.DUE


def test_p_says_it_was_paid_in_the_way_of_last_time(
    world: World, open_page: OpenPage, wished: Wished, maren: Client
) -> None:
    world.workspace.fees.charge(world.held(maren, -7).id, ChargeState.PAID, method=PaidBy.TRANSFER)
    held = world.held(maren, at=time(8, 0))
    page = open_page()
    press(page, Qt.Key.Key_P)
    fee = world.workspace.fees.of_session(held.id)
    assert fee is not None
    assert fee.charge is not None
    assert fee.charge.method is PaidBy.TRANSFER
    press(page, Qt.Key.Key_P)
    assert len(wished.undos) == 1


def test_without_a_fee_p_asks_for_the_amount(world: World, open_page: OpenPage, desk_charges: list[object]) -> None:
    held = world.held(world.client(), at=time(8, 0))
    page = open_page()
    press(page, Qt.Key.Key_P)
    assert desk_charges == [held.id]


def test_a_missed_session_asks_whether_it_is_charged_and_charges_nothing_itself(
    world: World, open_page: OpenPage, maren: Client
) -> None:
    session = world.planned(maren, at=time(8, 0))
    page = open_page()
    press(page, Qt.Key.Key_D)
    assert world.workspace.sessions.get(session.id).session.attendance is Attendance.DID_NOT_ATTEND
    assert state(world, session.id) is None
    assert button(page, f"today.fee.{session.id}").text() == f"Charge {money_words(12000, 'CAD')}?"


def test_b_books_the_next_session_at_the_same_time(
    world: World, open_page: OpenPage, wished: Wished, maren: Client
) -> None:
    held = world.held(maren, at=time(8, 0))
    page = open_page()
    press(page, Qt.Key.Key_B)
    booked = world.workspace.sessions.of_client(maren.id)[0].session
    assert (booked.day, booked.local_start.time()) == (held.day + timedelta(days=7), time(8, 0))
    press(page, Qt.Key.Key_B)
    assert wished.plans == [maren.id]
    assert len(items(page)) == 1


def test_a_row_stands_in_two_lines_where_a_long_name_leaves_no_room(world: World, open_page: OpenPage) -> None:
    long = world.client("Bartholomea-Wilhelmina van der Longname")
    world.workspace.fees.agree(long.id, 12000, world.today)
    held = world.held(long, at=time(7, 0))
    world.planned(world.client("Maren T."), at=time(11, 0))
    page = open_page()
    page.resize(880, 600)
    QApplication.processEvents()
    row, paid = items(page)[0], button(page, f"today.fee.{held.id}")
    assert paid.mapTo(row, paid.rect().bottomRight()).x() < row.width()
    assert row.mapTo(page, row.rect().topRight()).x() <= page.day._left.width()


def test_a_session_of_later_today_that_was_canceled_late_asks_at_once(
    world: World, open_page: OpenPage, maren: Client
) -> None:
    later = world.planned(maren, at=time(15, 0))
    world.workspace.sessions.set_attendance(later.id, Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True)
    page = open_page()
    assert button(page, f"today.fee.{later.id}").text() == f"Charge {money_words(12000, 'CAD')}?"
    assert state(world, later.id) is None
