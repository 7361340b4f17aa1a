from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.clients.conftest import TODAY, Added, Held
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientId, ClientStatus, Phase
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.services.client_lines import ClientLine
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.client_list import ClientList
from vitalshift_desktop.ui.clients.list_rows import Order, entries
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.privacy import Privacy


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> ClientList:
    made = ClientList(desk.privacy)
    qtbot.addWidget(made)
    made.resize(248, 700)
    return made


def show(clients: ClientList, workspace: Workspace) -> None:
    clients.show_lines(workspace.clients.lines(), TODAY)
    clients.show()


def names(clients: ClientList) -> list[str]:
    return [row.text for row in clients.rows.rows]


def test_typing_finds_a_name_without_its_accents_and_a_code(
    shown: ClientList, workspace: Workspace, added: Added
) -> None:
    added("Björn Åke", code="0815")
    added("Maren Tveit", legal_name="Marentine")
    show(shown, workspace)
    QTest.keyClicks(shown.filter, "ake bj")
    assert names(shown) == ["Björn Åke"]
    QTest.keyClick(shown.filter, Qt.Key.Key_Escape)
    assert names(shown) == ["Björn Åke", "Maren Tveit"]
    QTest.keyClicks(shown.filter, "0815")
    assert names(shown) == ["Björn Åke"]


def test_a_closed_client_is_found_among_all(shown: ClientList, workspace: Workspace, added: Added) -> None:
    closed = added("Wren Alder")
    workspace.clients.set_status(closed, ClientStatus.CLOSED)
    added("Maren Tveit")
    show(shown, workspace)
    QTest.keyClicks(shown.filter, "wren")
    assert names(shown) == []
    assert not shown._among_all.isHidden()
    shown._among_all.click()
    assert names(shown) == ["Wren Alder"]
    assert shown.status.text() == "All, 2"
    assert shown.rows.rows[0].detail == "Closed, 0 sessions"


def test_a_name_nobody_has_is_said_in_words(shown: ClientList, workspace: Workspace, added: Added) -> None:
    added("Maren Tveit")
    show(shown, workspace)
    QTest.keyClicks(shown.filter, "zz")
    assert shown._nobody.text() == "No client here has this name or code."
    assert shown._among_all.isHidden()


def test_a_row_says_which_session_is_next_and_when(
    shown: ClientList, workspace: Workspace, added: Added, held: Held
) -> None:
    maren, odalys, wren = added("Maren Tveit"), added("Odalys Perez"), added("Wren Alder")
    held(maren, 7)
    workspace.sessions.plan(maren, TODAY, time(13, 30), 50, Modality.IN_PERSON)
    held(odalys, 7)
    show(shown, workspace)
    details = {row.key: (row.detail, row.right.partition(" ")[0]) for row in shown.rows.rows}
    assert details == {
        maren: ("Session 2, Beginning", "Today"),
        odalys: ("Session 1, Beginning", ""),
        wren: ("No session yet", ""),
    }


def test_clients_can_stand_by_their_next_session(shown: ClientList, workspace: Workspace, added: Added) -> None:
    for place, name in enumerate(("Anselm V", "Calix M", "Wren A")):
        day = TODAY + timedelta(days=3 - place)
        workspace.sessions.plan(added(name), day, time(9, 0), 50, Modality.VIDEO)
    added("Bruno N")
    show(shown, workspace)
    shown.choose_order(Order.NEXT_SESSION)
    assert names(shown) == ["Wren A", "Calix M", "Anselm V", "Bruno N"]
    assert shown.order.accessibleName() == "Order: By next session"


def test_a_mark_has_an_icon_and_its_word_and_leads_when_asked(
    shown: ClientList, workspace: Workspace, added: Added, held: Held
) -> None:
    added("Anselm Vogt")
    odalys = added("Odalys Perez")
    for days_ago, score in ((56, 8), (49, 8), (42, 8), (35, 8), (28, 8), (21, 8), (14, 3)):
        held(odalys, days_ago, score)
    show(shown, workspace)
    shown.choose_order(Order.NEEDS_A_LOOK)
    first = shown.rows.rows[0]
    assert (first.key, first.icon, first.tip) == (odalys, "link-break", "Marked drop")
    assert "Marked drop" in first.spoken


def test_down_leads_into_the_list_and_enter_opens(
    qtbot: QtBot, shown: ClientList, workspace: Workspace, added: Added
) -> None:
    added("Anselm Vogt")
    maren = added("Maren Tveit")
    with qtbot.waitActive(shown):
        show(shown, workspace)
    shown.filter.setFocus()
    QTest.keyClick(shown.filter, Qt.Key.Key_Down)
    assert shown.rows.hasFocus()
    QTest.keyClick(shown.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.opened) as opened:
        QTest.keyClick(shown.rows, Qt.Key.Key_Return)
    assert opened.args == [maren]


def test_enter_in_the_filter_opens_the_first_that_is_left(
    qtbot: QtBot, shown: ClientList, workspace: Workspace, added: Added
) -> None:
    added("Anselm Vogt")
    maren = added("Maren Tveit")
    show(shown, workspace)
    QTest.keyClicks(shown.filter, "mar")
    with qtbot.waitSignal(shown.opened) as opened:
        QTest.keyClick(shown.filter, Qt.Key.Key_Return)
    assert opened.args == [maren]


def test_the_open_client_is_shown_even_when_the_filter_hid_them(
    shown: ClientList, workspace: Workspace, added: Added
) -> None:
    added("Anselm Vogt")
    closed = added("Maren Tveit")
    workspace.clients.set_status(closed, ClientStatus.CLOSED)
    show(shown, workspace)
    QTest.keyClicks(shown.filter, "ans")
    shown.select(closed)
    assert shown.rows.selected_key() == closed


def test_initials_or_codes_stand_for_names(qtbot: QtBot, qapp: object) -> None:
    privacy = Privacy()
    privacy.set_on(True)
    clients = ClientList(privacy)
    qtbot.addWidget(clients)
    details = ClientDetails(preferred_name="Maren Tveit", code="0147")
    line = ClientLine(Client(ClientId(1), details, ClientStatus.ACTIVE, TODAY), Phase.WORKING, None, 3)
    clients.show_lines((line,), TODAY)
    assert names(clients) == ["M. T."]
    privacy.set_use_codes(True)
    clients.show_lines((line,), TODAY)
    assert names(clients) == ["0147"]


def test_the_risk_word_stands_first_in_the_row_and_not_while_names_are_shortened(
    desk: Desk, workspace: Workspace, added: Added
) -> None:
    maren = added("Maren Tveit")
    workspace.files.set_risk_word(maren, "raised", "Said so on the phone.")
    (line,) = workspace.clients.lines()
    (entry,) = entries((line,), desk.privacy, TODAY)
    assert entry.row.detail == "raised · No session yet"
    desk.privacy.set_on(True)
    assert entries((line,), desk.privacy, TODAY)[0].row.detail == "No session yet"


def test_all_of_two_thousand_clients_are_there_and_one_is_found(qtbot: QtBot, qapp: object) -> None:
    clients = ClientList(Privacy())
    qtbot.addWidget(clients)
    since = date(2026, 1, 1)
    lines = [
        ClientLine(
            Client(ClientId(n), ClientDetails(preferred_name=f"Client {n:04d}"), ClientStatus.ACTIVE, since),
            Phase.WORKING,
            None,
            3,
        )
        for n in range(2000)
    ]
    clients.show_lines(lines, TODAY)
    assert clients.status.text() == "Active, 2000"
    QTest.keyClicks(clients.filter, "1234")
    assert names(clients) == ["Client 1234"]


def test_every_control_of_the_list_says_what_it_is(shown: ClientList, workspace: Workspace, added: Added) -> None:
    added("Maren Tveit")
    show(shown, workspace)
    controls = (shown.filter, shown.add, shown.status, shown.order, shown.rows)
    assert [control.accessibleName() for control in controls] == [
        "Filter",
        "New client",
        "Which clients: Active, 1",
        "Order: By name",
        "Clients",
    ]
