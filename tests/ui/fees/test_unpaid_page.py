from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.fees import ChargeState
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.fees.unpaid_page import UnpaidFees
from vitalshift_desktop.ui.money_words import money_words

OpenFees = Callable[[], UnpaidFees]


@pytest.fixture
def open_fees(qtbot: QtBot, world: World, desk: Desk) -> OpenFees:
    """Opens the page of unpaid fees; it hears of every change."""

    def opened() -> UnpaidFees:
        page = UnpaidFees(desk)
        qtbot.addWidget(page)
        page.resize(900, 600)
        bridge = EventBridge(world.workspace.events, page)
        bridge.changed.connect(page.hear)
        with qtbot.waitExposed(page):
            page.show()
        page.focus_first()
        return page

    return opened


def words_of(page: QWidget) -> list[str]:
    QApplication.processEvents()  # what was just put into a layout is shown in the next turn
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_unpaid_sessions_stand_by_client_and_go_when_they_are_paid(
    world: World, open_fees: OpenFees, wished: Wished
) -> None:
    client = world.client()
    world.workspace.fees.agree(client.id, 12000, world.today - timedelta(days=30))
    first, second = world.held(client, -9), world.held(client, -2)
    page = open_fees()
    assert page.total.text() == f"{money_words(24000, 'CAD')} for 2 sessions"
    assert [row.line.session.id for row in page.rows] == [first.id, second.id]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_P)
    assert page.total.text() == f"{money_words(12000, 'CAD')} for 1 session"
    assert page.focusWidget() is page.rows[0]
    page.rows[0].act.click()
    assert "Nothing is unpaid." in words_of(page)
    wished.undo()
    assert [row.line.session.id for row in page.rows] == [second.id]


def test_missed_sessions_are_asked_about_and_waived_ones_counted_apart(world: World, open_fees: OpenFees) -> None:
    client = world.client()
    world.workspace.fees.agree(client.id, 12000, world.today - timedelta(days=30))
    missed, other = world.planned(client, -3), world.planned(client, -2)
    for session in (missed, other):
        world.workspace.sessions.set_attendance(session.id, Attendance.DID_NOT_ATTEND)
    page = open_fees()
    assert page.total.text() == ""
    page.rows[0].act.click()
    QTest.keyClick(page.rows[1], Qt.Key.Key_W)
    states = [world.workspace.fees.of_session(session.id) for session in (missed, other)]
    assert [fee.state for fee in states if fee] == [ChargeState.DUE, ChargeState.WAIVED]
    assert f"Waived so far: 1 session, {money_words(12000, 'CAD')}." in words_of(page)


def test_only_initials_are_shown_while_names_are_hidden(world: World, open_fees: OpenFees, desk: Desk) -> None:
    client = world.client("Maren Tolliver")
    world.workspace.fees.agree(client.id, 12000, world.today - timedelta(days=30))
    world.held(client, -2)
    page = open_fees()
    desk.privacy.set_on(True)
    shown = words_of(page) + [part.accessibleName() for part in page.findChildren(QWidget)]
    assert not [words for words in shown if "Maren" in words or "Tolliver" in words]
    assert "M. T." in words_of(page)


def test_a_session_whose_note_was_begun_is_due_at_once(world: World, open_fees: OpenFees) -> None:
    client = world.client()
    world.workspace.fees.agree(client.id, 12000, world.today - timedelta(days=30))
    session = world.planned(client, -1)
    page = open_fees()
    assert page.rows == []
    world.workspace.notes.start(session.id)
    assert [row.line.session.id for row in page.rows] == [session.id]
