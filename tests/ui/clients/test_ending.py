from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients.conftest import TODAY, Added, Held
from tests.ui.clients.test_client_head import more
from vitalshift_desktop.domain.clients import ClientId, ClientStatus, Phase, PhaseMark
from vitalshift_desktop.domain.consents import ConsentDetails, ConsentKind
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.clients_page import ClientsPage
from vitalshift_desktop.ui.clients.end_form import EndForm
from vitalshift_desktop.ui.clients.phase_form import PhaseForm
from vitalshift_desktop.ui.clients.return_page import ReturnPage
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def form_for(desk: Desk, client_id: ClientId, window: QWidget) -> EndForm:
    form = EndForm(desk, desk.workspace.clients.get(client_id), window)
    form.open()
    return form


def ended(workspace: Workspace, client_id: ClientId) -> None:
    workspace.episodes.end(client_id, Ending.PLANNED, DecidedBy.BOTH, TODAY, "As agreed")


def test_the_work_is_ended_with_its_code_and_the_whole_is_offered_back(
    desk: Desk, workspace: Workspace, window: QWidget, added: Added, held: Held, qtbot: QtBot
) -> None:
    maren = added("Maren Tveit")
    held(maren, 7)
    workspace.sessions.plan(maren, TODAY + timedelta(days=7), time(9, 0), 50, Modality.IN_PERSON)
    form = form_for(desk, maren, window)
    assert form.remove.text() == "Take out the 1 session that is planned"
    assert form.remove.isChecked()
    form.ending.choose(Ending.LOSS_OF_CONTACT)
    form.decided_by.choose(DecidedBy.OTHER)
    QTest.keyClicks(form.words.edit, "No answer to three letters")
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        QTest.keyClick(form.words.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert offered.args[0] == "The work ended on 2 March 2026."
    episode = workspace.episodes.current(maren)
    assert episode is not None
    assert (episode.ending, episode.decided_by) == (Ending.LOSS_OF_CONTACT, DecidedBy.OTHER)
    assert workspace.clients.get(maren).status is ClientStatus.CLOSED
    assert workspace.episodes.ahead(maren) == ()
    offered.args[1]()
    assert workspace.clients.get(maren).status is ClientStatus.ACTIVE
    assert len(workspace.episodes.ahead(maren)) == 1


def test_a_last_day_before_the_last_session_or_still_to_come_is_told_in_the_form(
    desk: Desk, workspace: Workspace, window: QWidget, added: Added, held: Held
) -> None:
    maren = added("Maren Tveit")
    held(maren, 3)
    form = form_for(desk, maren, window)
    for day in (TODAY - timedelta(days=4), TODAY + timedelta(days=1)):
        form.day.show_day(day)
        form.save.click()
        assert form.isVisible()
        assert form.day.error == "The last day lies between the last session, 27 February 2026, and today."
    assert workspace.clients.get(maren).status is ClientStatus.ACTIVE


def test_the_ending_sheet_goes_into_the_note_of_the_last_session(
    desk: Desk, workspace: Workspace, window: QWidget, added: Added, held: Held, qtbot: QtBot
) -> None:
    maren = added("Maren Tveit")
    session = held(maren, 1)
    form = form_for(desk, maren, window)
    form.sheet.setChecked(True)
    with qtbot.waitSignal(desk.wishes.note) as wished:
        form.save.click()
    assert wished.args == [session]
    assert workspace.notes.start(session).template == "ending"


def test_an_ended_client_says_since_when_and_leads_to_another_episode(
    page: ClientsPage, desk: Desk, workspace: Workspace, added: Added, qtbot: QtBot
) -> None:
    maren = added("Maren Tveit")
    page.open_client(maren, "overview")
    page.show()
    header = page.workspace.header
    with qtbot.waitSignal(desk.wishes.end_work) as wished:
        more(page, "End the work…")
    assert wished.args == [maren]
    ended(workspace, maren)
    assert header.status.text() == "Ended"
    assert header.service.text() == "Counseling, no session yet, ended 2 March 2026"
    with qtbot.waitSignal(desk.wishes.new_episode) as wished:
        header.start.click()
    assert wished.args == [maren]
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        more(page, "Take the ending back")
    assert header.status.text() == "Active"
    offered.args[1]()
    assert header.status.text() == "Ended"


def test_the_safety_plan_is_one_act_away_on_every_tab(
    page: ClientsPage, desk: Desk, added: Added, qtbot: QtBot
) -> None:
    maren = added("Maren Tveit")
    for tab in ("overview", "sessions", "alliance"):
        page.open_client(maren, tab)
        page.show()
        with qtbot.waitSignal(desk.wishes.safety_plan) as wished:
            page.workspace.header.safety.click()
        assert wished.args == [maren]


def shown(qtbot: QtBot, desk: Desk, client_id: ClientId) -> ReturnPage:
    page = ReturnPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 742)
    page.show_client(client_id)
    page.show()
    return page


def test_another_episode_opens_once_every_line_is_ticked(
    qtbot: QtBot, desk: Desk, workspace: Workspace, added: Added, held: Held
) -> None:
    maren = added("Maren Tveit", email="maren@example.org")
    held(maren, 14, score=8)
    ended(workspace, maren)
    page = shown(qtbot, desk, maren)
    words = [label.text() for label in page.findChildren(RecordLabel)]
    assert "As agreed" in words
    assert any("maren@example.org" in text for text in words)
    for line in page.lines.values():
        assert not page.open.isEnabled()
        line.tick.setChecked(True)
    with qtbot.waitSignal(desk.wishes.client) as wished:
        page.open.click()
    assert wished.args == [maren, "overview"]
    episode = workspace.episodes.current(maren)
    assert episode is not None
    assert (episode.number, episode.is_open) == (2, True)
    assert not any(line.tick.isChecked() for line in page.lines.values())


def test_each_line_leads_to_where_it_can_be_changed_and_ticks_survive_a_lock(
    qtbot: QtBot, desk: Desk, workspace: Workspace, added: Added
) -> None:
    maren, other = added("Maren Tveit"), added("Kim S.")
    ended(workspace, maren)
    page = shown(qtbot, desk, maren)
    assert page.half_filled() == ()
    for what, tab in ((Confirm.CONTACT, "details"), (Confirm.MEDICINES, "details")):
        with qtbot.waitSignal(desk.wishes.client) as wished:
            page.lines[what].change.click()
        assert wished.args == [maren, tab]
    page.lines[Confirm.MEDICINES].tick.setChecked(True)
    (form,) = page.half_filled()
    page.show_client(other)
    assert not page.lines[Confirm.MEDICINES].tick.isChecked()
    page.show_client(maren)
    page.take_back(form)
    assert [what for what, line in page.lines.items() if line.tick.isChecked()] == [Confirm.MEDICINES]


def test_a_phase_is_set_for_an_earlier_day_put_right_and_taken_out(
    desk: Desk, workspace: Workspace, window: QWidget, added: Added, qtbot: QtBot
) -> None:
    maren = added("Maren Tveit")
    form = PhaseForm(desk, maren, window)
    form.phase.choose(Phase.WORKING)
    form.day.show_day(TODAY - timedelta(days=10))
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        form.save.click()
    mark = PhaseMark(maren, Phase.WORKING, TODAY - timedelta(days=10))
    assert offered.args[0] == "The phase is Working from 20 February 2026 on."
    assert workspace.phases.of_episode(maren) == (mark,)
    form = PhaseForm(desk, maren, window)
    form.mark.choose(mark.since.isoformat())
    form.mark.picked.emit(mark.since.isoformat())
    assert form.phase.value is Phase.WORKING
    form.day.show_day(TODAY - timedelta(days=5))
    form.save.click()
    assert [one.since for one in workspace.phases.of_episode(maren)] == [TODAY - timedelta(days=5)]
    form = PhaseForm(desk, maren, window)
    form.day.show_day(TODAY + timedelta(days=1))
    form.save.click()
    assert form.day.error
    form.reject()
    form = PhaseForm(desk, maren, window)
    form.mark.choose((TODAY - timedelta(days=5)).isoformat())
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        form.remove.click()
    assert workspace.phases.of_episode(maren) == ()
    offered.args[1]()
    assert len(workspace.phases.of_episode(maren)) == 1


def test_the_consents_on_record_stand_beside_their_tick_and_can_be_renewed_from_there(
    qtbot: QtBot, desk: Desk, workspace: Workspace, added: Added, held: Held
) -> None:
    maren = added("Maren Tveit")
    held(maren, 14)
    workspace.consents.record(maren, ConsentDetails(ConsentKind.FEES, TODAY, "The fee and when it is paid"))
    ended(workspace, maren)
    page = shown(qtbot, desk, maren)
    line = page.lines[Confirm.CONSENTS]
    told = "\n".join(label.words() for label in line.findChildren(RecordLabel))
    assert "Consent to therapy itself is not recorded yet." in told
    assert f"Fees: Given by the client on {full_day(TODAY)}, on paper" in told
    with qtbot.waitSignal(desk.wishes.consents) as wished:
        line.change.click()
    assert wished.args == [maren]
