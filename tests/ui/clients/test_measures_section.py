from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients.conftest import TODAY, Held, Offered
from tests.ui.clients.details_on_page import act, form_in, words
from vitalshift_desktop.domain.client_measures import Moment, UseDetails
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.details_tab import DetailsTab
from vitalshift_desktop.ui.clients.measure_forms import PauseForm, UseForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of


def test_a_measure_is_used_changed_and_stopped_with_a_way_back(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, offered: Offered
) -> None:
    assert "every session, beside the note" in words(tab.measures)
    tab.measures.list.action.click()
    form = form_in(tab)
    assert isinstance(form, UseForm)
    form.measure.choose("phq9")
    form.every.edit.setText("4")
    form.save.click()
    (line,) = workspace.client_measures.of_client(opened).lines
    assert "every 4 sessions, at the start · due in the next session" in words(tab.measures)
    act(tab, f"measures.{line.use.id}", "Stop using it")
    assert workspace.client_measures.of_client(opened).lines == ()
    assert offered[-1][0] == "PHQ-9 is no longer used."
    offered[-1][1]()
    act(tab, f"measures.{line.use.id}", "Change…")
    form = form_in(tab)
    assert isinstance(form, UseForm)
    form.every.edit.setText("2")
    form.save.click()
    assert workspace.client_measures.of_client(opened).lines[0].use.details == UseDetails(2)
    offered[-1][1]()
    assert workspace.client_measures.of_client(opened).lines[0].use.details == UseDetails(4)


def test_a_form_that_asks_about_harm_asks_why_at_the_end(
    tab: DetailsTab, opened: ClientId, workspace: Workspace
) -> None:
    tab.measures.list.action.click()
    form = form_in(tab)
    assert isinstance(form, UseForm)
    form.measure.choose("phq9")
    assert not form.reason.isVisible()
    form.moment.choose(Moment.END)
    form.moment.picked.emit(Moment.END)
    assert form.reason.isVisible()
    form.save.click()
    assert form.reason.error.startswith("A few words are missing here.")
    form.reason.show_text("He reads better after the talk.")
    form.every.edit.setText("often")
    form.save.click()
    assert form.every.error == (
        "A measure is given in every session, or in every so many. Write a whole number from 1 to 52."
    )
    form.every.edit.setText("1")
    form.save.click()
    (line,) = workspace.client_measures.of_client(opened).lines
    assert line.use.details == UseDetails(1, Moment.END, "He reads better after the talk.")
    assert "He reads better after the talk." in words(tab.measures)


def test_sessions_that_went_by_without_a_measure_are_said(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, held: Held
) -> None:
    workspace.client_measures.choose(opened, "phq9", UseDetails(1))
    held(opened, 0)
    assert "every session, at the start · due in the next session; 1 session went by without it" in words(tab.measures)


def test_measures_are_paused_with_a_reason_and_resumed(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, offered: Offered
) -> None:
    workspace.client_measures.choose(opened, "phq9", UseDetails(1))
    tab.measures.pause.click()
    form = form_in(tab)
    assert isinstance(form, PauseForm)
    form.save.click()
    assert form.reason.error
    form.reason.show_text("Afraid of marking me.")
    form.since.show_day(TODAY + timedelta(days=1))
    form.save.click()
    assert form.since.error.startswith("This date cannot be right.")
    form.since.show_day(TODAY)
    form.save.click()
    assert workspace.client_measures.is_paused(opened)
    assert {"Afraid of marking me.", "every session, at the start · paused"} <= set(words(tab.measures))
    assert tab.measures.pause.text() == "Resume measures"
    tab.measures.pause.click()
    assert not workspace.client_measures.is_paused(opened)
    assert "Afraid of marking me." in words(tab.measures)
    offered[-1][1]()
    assert workspace.client_measures.is_paused(opened)


def test_the_section_comes_to_the_front_and_is_used_with_keys_alone(tab: DetailsTab, opened: ClientId) -> None:
    tab.show_item(0)
    assert QApplication.focusWidget() is tab.measures.list.action
    QTest.keyClick(tab.measures.list.action, Qt.Key.Key_Space)
    form = form_in(tab)
    assert isinstance(form, UseForm)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is tab.measures.list.action


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("use_form:{0}:0", "use_form.every"),
        ("use_form:{0}:{1}", "use_form.every"),
        ("pause_form:{0}:0", "pause_form.reason"),
    ],
)
def test_a_half_filled_form_is_made_again_with_its_words(
    qtbot: QtBot, desk: Desk, opened: ClientId, workspace: Workspace, place: str, field: str
) -> None:
    use = workspace.client_measures.choose(opened, "phq9", UseDetails(4))
    where = place.format(opened, use.id)
    window = QWidget()
    qtbot.addWidget(window)
    form = form_of(desk, where, window)
    assert form is not None
    part = form.findChild(QWidget, field)
    assert part is not None
    QTest.keyClicks(part.focusProxy() or part, "2")
    kept = form.half_filled()
    assert kept is not None
    assert kept.place == where
    again = form_of(desk, where, window)
    assert again is not None
    again.take_back(kept)
    assert again.half_filled() == kept
