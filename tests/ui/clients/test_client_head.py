from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients.conftest import Added, CountedTab
from vitalshift_desktop.domain.clients import ClientStatus, Phase
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.clients_page import ClientsPage
from vitalshift_desktop.ui.clients.phase_menu import PhaseMenu
from vitalshift_desktop.ui.clients.status_form import StatusForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme


def pick(menu: PhaseMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_the_menu_of_the_thread_sets_the_phase_and_it_can_be_undone(
    qtbot: QtBot, page: ClientsPage, desk: Desk, workspace: Workspace, added: Added
) -> None:
    maren = added("Maren Tveit")
    page.open_client(maren, "overview")
    page.show()
    header = page.workspace.header
    QTest.keyClick(header.thread_, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PhaseMenu)
    menu.close()
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        pick(menu, "Working")
    assert offered.args[0] == "The phase is Working from today on."
    assert current(workspace, page) is Phase.WORKING
    offered.args[1]()
    assert current(workspace, page) is Phase.BEGINNING


def current(workspace: Workspace, page: ClientsPage) -> Phase:
    assert page.client_id is not None
    return next(span.phase for span in workspace.clients.header(page.client_id).phases if span.is_current)


def test_choosing_the_phase_that_is_set_writes_nothing(page: ClientsPage, workspace: Workspace, added: Added) -> None:
    page.open_client(added("Maren Tveit"), "overview")
    page.show()
    before = len(workspace.audit.rows())
    pick(page.workspace.header._phases, "Beginning")
    assert len(workspace.audit.rows()) == before


def test_the_status_is_changed_with_its_reason(page: ClientsPage, workspace: Workspace, added: Added) -> None:
    maren = added("Maren Tveit")
    page.open_client(maren, "overview")
    page.show()
    more(page, "Change status…")
    form = page.findChild(StatusForm)
    assert isinstance(form, StatusForm)
    form.status.choose(ClientStatus.PAUSED)
    QTest.keyClicks(form.reason.edit, "away until May")
    QTest.keyClick(form.reason.edit, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert workspace.clients.get(maren).status is ClientStatus.PAUSED
    assert "away until May" in [entry.summary for entry in workspace.clients.timeline(maren)]
    assert page.workspace.header.status.text() == "Paused"
    assert page.list.rows.selected_key() == maren


def more(page: ClientsPage, words: str) -> None:
    actions = page.workspace.header.more.menu().actions()
    next(action for action in actions if action.text() == words).trigger()


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Client details…", "edit_client"),
        ("Plan a session…", "plan_session"),
        ("Progress summary…", "summary"),
        ("New reminder…", "new_reminder"),
    ],
)
def test_the_menu_of_the_client_asks_for_what_it_says(
    qtbot: QtBot, page: ClientsPage, desk: Desk, added: Added, words: str, wish: str
) -> None:
    maren = added("Maren Tveit")
    page.open_client(maren, "overview")
    page.show()
    with qtbot.waitSignal(getattr(desk.wishes, wish)) as asked:
        more(page, words)
    assert asked.args == [maren]


def test_initials_only_shortens_the_name_everywhere(page: ClientsPage, desk: Desk, added: Added) -> None:
    maren = added("Maren Tveit", code="0147")
    page.open_client(maren, "overview")
    page.show()
    desk.privacy.set_on(True)
    assert page.workspace.header.name.text() == "M. T."
    desk.privacy.set_use_codes(True)
    assert page.workspace.header.name.text() == "0147"
    spoken = [child.accessibleName() for child in page.findChildren(QWidget)]
    assert not [name for name in spoken if "Maren" in name]


def test_every_control_of_the_head_says_what_it_is(page: ClientsPage, added: Added) -> None:
    page.open_client(added("Maren Tveit"), "overview")
    page.show()
    header = page.workspace.header
    for control in (header.previous, header.next, header.more, header.tabs, header.thread_):
        assert control.accessibleName()
    assert header.thread_.accessibleDescription().startswith("Beginning")


def test_a_client_who_is_not_there_is_told_in_words(qtbot: QtBot, page: ClientsPage, desk: Desk, added: Added) -> None:
    maren = added("Maren Tveit")
    page.show()
    with qtbot.waitSignal(desk.wishes.trouble):
        page.open_client(type(maren)(999), "overview")
    assert page.client_id is None


def test_the_risk_word_stands_beside_the_name_as_a_word_and_hides_with_the_names(
    page: ClientsPage, desk: Desk, workspace: Workspace, added: Added
) -> None:
    maren = added("Maren Tveit")
    page.open_client(maren, "overview")
    page.show()
    risk = page.workspace.header.risk
    assert not risk.isVisible()
    word = workspace.files.set_risk_word(maren, "raised", "Said so on the phone.")
    page.look_again()
    assert (risk.isVisible(), risk.text(), risk.accessibleName()) == (True, "raised", "Risk word: raised")
    desk.privacy.set_on(True)
    page.look_again()
    assert not risk.isVisible()
    desk.privacy.set_on(False)
    workspace.files.take_back_risk_word(word)
    page.look_again()
    assert not risk.isVisible()


def test_with_large_text_no_part_of_the_head_is_cut_or_covers_another(
    page: ClientsPage, workspace: Workspace, added: Added
) -> None:
    theme().apply(ThemeMode.LIGHT, 200)
    page.resize(1170, 742)
    page.open_client(added("Wilhelmina Featherstonehaugh"), "overview")
    page.show()
    QApplication.processEvents()
    header = page.workspace.header
    for tab in ("overview", "sessions", "documents"):
        page.workspace.show_tab(tab)
        QApplication.processEvents()
        assert header.height() >= header.heightForWidth(header.width()), tab
    header.show_risk("Careful with what is left on the answering machine")
    QApplication.processEvents()
    thread = header.thread_
    assert thread.height() >= thread.sizeHint().height()
    shown = [header.name, header.status, header.risk, header.safety, header.start, header.service, thread, header.tabs]
    for part in shown:
        assert part.height() >= part.minimumSizeHint().height(), part.objectName()
    places = [QRect(part.mapTo(header, QPoint(0, 0)), part.size()) for part in shown]
    assert not [1 for one, other in combinations(places, 2) if one.intersects(other)]
    theme().apply(ThemeMode.LIGHT)


def test_with_large_text_a_long_name_is_seen_whole(page: ClientsPage, added: Added) -> None:
    theme().apply(ThemeMode.LIGHT, 200)
    page.resize(1000, 800)
    page.open_client(added("Wilhelmina Featherstonehaugh-Abernathy"), "overview")
    page.show()
    QApplication.processEvents()
    name = page.workspace.header.name
    assert name.heightForWidth(name.width()) <= name.height()
    assert QFontMetrics(name.font()).horizontalAdvance("Featherstonehaugh-Abernathy") <= name.width()
    theme().apply(ThemeMode.LIGHT)


def test_each_tab_looks_once_at_each_client_and_only_when_it_is_seen(page: ClientsPage, added: Added) -> None:
    maren, odalys = added("Maren Tveit"), added("Odalys Pereira")
    page.show()
    tab = page.workspace._tabs[1]
    assert isinstance(tab.page, CountedTab)
    page.open_client(maren, tab.key)
    page.open_client(odalys, "overview")
    assert tab.page.looked == [maren]
    page.open_client(odalys, tab.key)
    assert tab.page.looked == [maren, odalys]
