from collections import Counter
from datetime import time, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.test_bulk_reading import statements
from tests.ui.clients.conftest import TODAY, Added, Held
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.clients_page import ClientsPage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.device_settings import DeviceSettings


def views(workspace: Workspace) -> int:
    return sum(1 for row in workspace.audit.rows() if row.act == AuditAct.CLIENT_VIEWED)


def service(page: ClientsPage) -> str:
    return page.workspace.header.service.text()


def test_without_clients_the_page_offers_the_first_one(qtbot: QtBot, page: ClientsPage, desk: Desk) -> None:
    page.show()
    page.focus_first()
    assert page.nobody.isVisible()
    assert page.list.isHidden() or not page.list.isVisible()
    with qtbot.waitSignal(desk.wishes.new_client):
        QTest.keyClick(page.nobody.button, Qt.Key.Key_Space)


def test_a_client_added_elsewhere_stands_in_the_list(page: ClientsPage, added: Added) -> None:
    page.show()
    maren = added("Maren Tveit")
    assert page.list.isVisible()
    assert page.list.shown_ids() == (maren,)


def test_one_opening_is_one_view_in_the_audit_trail(page: ClientsPage, workspace: Workspace, added: Added) -> None:
    maren, wren = added("Maren Tveit"), added("Wren Alder")
    page.open_client(maren, "overview")
    page.show()
    page.step_tab(1)
    page.open_client(maren, "alliance")
    page.look_again()
    assert views(workspace) == 1
    page.open_client(wren, "overview")
    assert views(workspace) == 2
    page.hide()
    page.open_client(wren, "overview")
    assert views(workspace) == 3


def test_arrows_in_the_list_open_nobody_until_enter(
    qtbot: QtBot, page: ClientsPage, workspace: Workspace, added: Added
) -> None:
    added("Anselm Vogt")
    maren = added("Maren Tveit")
    with qtbot.waitActive(page):
        page.show()
    page.list.rows.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.list.rows, Qt.Key.Key_Down)
    assert (page.client_id, views(workspace)) == (None, 0)
    QTest.keyClick(page.list.rows, Qt.Key.Key_Return)
    assert (page.client_id, views(workspace)) == (maren, 1)
    assert page.workspace.header.name.text() == "Maren Tveit"


def test_the_next_and_previous_client_are_those_of_the_list(page: ClientsPage, added: Added) -> None:
    anselm, maren, wren = added("Anselm Vogt"), added("Maren Tveit"), added("Wren Alder")
    page.open_client(maren, "alliance")
    page.show()
    page.step_client(1)
    assert (page.client_id, page.workspace.tab) == (wren, "alliance")
    page.step_client(1)
    assert page.client_id == wren
    page.step_client(-2)
    assert page.client_id == anselm
    page.workspace.header.next.click()
    assert page.client_id == maren


def test_tabs_carry_their_counts_and_go_around(page: ClientsPage, added: Added) -> None:
    page.open_client(added("Maren Tveit"), "overview")
    page.show()
    tabs = page.workspace.header.tabs
    assert [tabs.accessibleTabName(place) for place in range(3)] == ["Overview", "Sessions, 3", "Alliance"]
    page.step_tab(-1)
    assert page.workspace.tab == "alliance"
    page.step_tab(1)
    assert page.workspace.tab == "overview"


def test_hiding_the_list_is_kept_for_the_next_time(page: ClientsPage, desk: Desk, added: Added, tmp_path: Path) -> None:
    page.open_client(added("Maren Tveit"), "overview")
    page.show()
    page.list.filter.setFocus()
    page.toggle_list()
    assert not page.list.isVisible()
    assert not DeviceSettings(tmp_path / "device" / "settings.ini").client_list_shown
    assert page.workspace.header.back.isVisible()
    page.workspace.header.back.click()
    assert page.list.isVisible()
    assert desk.settings.client_list_shown
    assert not page.workspace.header.back.isVisible()


def test_each_tab_keeps_whether_it_shows_the_list(page: ClientsPage, added: Added) -> None:
    page.open_client(added("Maren Tveit"), "overview")
    page.show()
    page.step_tab(1)
    page.toggle_list()
    page.step_tab(-1)
    assert page.list.isVisible()
    page.step_tab(1)
    assert not page.list.isVisible()


def test_beside_the_chart_the_list_starts_hidden_and_no_other_tab_minds(
    page: ClientsPage, desk: Desk, added: Added
) -> None:
    page.open_client(added("Maren Tveit"), "alliance")
    page.show()
    assert not page.list.isVisible()
    assert page.workspace.header.back.isVisible()
    page.toggle_list()
    assert page.list.isVisible()
    page.toggle_list()
    assert desk.settings.client_list_shown
    page.step_tab(1)
    assert page.list.isVisible()


def test_in_a_narrow_window_the_list_starts_hidden(page: ClientsPage, desk: Desk, added: Added) -> None:
    page.resize(1024, 622)
    page.show()
    added("Maren Tveit")
    assert page.list.isVisible()
    page.open_client(page.list.shown_ids()[0], "overview")
    assert not page.list.isVisible()
    page.toggle_list()
    assert page.list.isVisible()
    assert desk.settings.client_list_shown


def test_the_primary_button_starts_the_session_that_is_due(
    qtbot: QtBot, page: ClientsPage, desk: Desk, workspace: Workspace, added: Added
) -> None:
    maren = added("Maren Tveit", pronouns="she/her")
    planned = workspace.sessions.plan(maren, TODAY, time(13, 30), 50, Modality.VIDEO)
    page.open_client(maren, "overview")
    page.show()
    start = page.workspace.header.start
    assert start.accessibleName() == "Start session note, Maren Tveit"
    assert service(page).startswith("Counseling, session 1 today at ")
    assert service(page).endswith(", by video")
    with qtbot.waitSignal(desk.wishes.note) as asked:
        start.click()
    assert asked.args == [planned.id]
    workspace.notes.start(planned.id)
    assert start.text() == "Finish note"


def test_without_a_session_today_a_new_note_begins(
    qtbot: QtBot, page: ClientsPage, desk: Desk, workspace: Workspace, added: Added, held: Held
) -> None:
    maren = added("Maren Tveit")
    held(maren, 14)
    workspace.sessions.plan(maren, TODAY + timedelta(days=3), time(13, 30), 50, Modality.IN_PERSON)
    page.open_client(maren, "overview")
    page.show()
    assert "1 session since 16 February 2026 · Next: Thu 5 March, " in service(page)
    with qtbot.waitSignal(desk.wishes.unplanned_note) as asked:
        page.workspace.header.start.click()
    assert asked.args == [maren]


def test_a_client_without_a_session_says_so_and_offers_to_plan_one(
    qtbot: QtBot, page: ClientsPage, desk: Desk, workspace: Workspace, added: Added
) -> None:
    maren = added("Maren Tveit")
    page.open_client(maren, "overview")
    page.show()
    assert service(page) == "Counseling, no session yet · None planned"
    first = page.workspace.overview.first
    with qtbot.waitSignal(desk.wishes.plan_session) as asked:
        first.plan.click()
    assert asked.args == [maren]
    workspace.sessions.plan(maren, TODAY + timedelta(days=3), time(13, 30), 50, Modality.IN_PERSON)
    assert not first.isVisible()


def test_a_closed_client_is_found_by_name_by_status_and_by_opening(
    page: ClientsPage, workspace: Workspace, added: Added
) -> None:
    maren, wren = added("Maren Tveit"), added("Wren Alder")
    workspace.clients.set_status(wren, ClientStatus.CLOSED)
    page.show()
    page.look_again()
    assert page.list.shown_ids() == (maren,)
    page.list.filter.setText("wren")
    assert page.list.isVisible()
    assert page.list._among_all.isVisible()
    page.look_again()
    assert page.list._among_all.isVisible()
    page.list.filter.clear()
    page.look_again()
    page.list.choose_status(ClientStatus.CLOSED)
    assert page.list.shown_ids() == (wren,)
    page.list.choose_status(ClientStatus.ACTIVE)
    page.look_again()
    page.open_client(wren, "overview")
    assert wren in page.list.shown_ids()


def test_where_every_client_is_closed_the_list_is_still_there(
    page: ClientsPage, workspace: Workspace, added: Added
) -> None:
    wren = added("Wren Alder")
    workspace.clients.set_status(wren, ClientStatus.CLOSED)
    page.show()
    page.look_again()
    assert page.list.isVisible()
    assert not page.nobody.isVisible()


def test_after_a_change_the_open_tab_asks_once(page: ClientsPage, workspace: Workspace, added: Added) -> None:
    maren = added("Maren Tveit")
    page.open_client(maren, "overview")
    page.show()
    with statements() as sent:
        workspace.clients.timeline(maren)
    asked_by_the_tab = Counter(sent)
    with statements() as sent:
        workspace.events.publish(Changed(Subject.MEASURES, maren))
    rarest = min(asked_by_the_tab, key=lambda statement: Counter(sent)[statement])
    assert Counter(sent)[rarest] == asked_by_the_tab[rarest] == 1
