"""The whole consultation log on one page."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.consultations import ConsultationDetails
from vitalshift_desktop.ui.boundary_events import consultations_page
from vitalshift_desktop.ui.boundary_events.consultation_form import ConsultationForm
from vitalshift_desktop.ui.boundary_events.consultations_page import ConsultationsPage
from vitalshift_desktop.ui.boundary_forms import BoundaryForms
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


@pytest.fixture
def client(world: World) -> Client:
    return world.client()


@pytest.fixture
def page(qtbot: QtBot, world: World, desk: Desk, window: QWidget) -> ConsultationsPage:
    page = ConsultationsPage(desk)
    page.setParent(window)
    page.resize(800, 600)
    bridge = EventBridge(world.workspace.events, page)
    bridge.changed.connect(page.hear)
    with qtbot.waitExposed(page):
        page.show()
    return page


def logged(world: World, client: Client | None, question: str, days: int = 0, decided: str = "") -> None:
    details = ConsultationDetails(world.today - timedelta(days=days), "Petra", question, "", decided)
    world.workspace.consultations.log(client.id if client else None, details)


def questions(page: ConsultationsPage) -> list[str]:
    return [one.words() for one in page.rows.findChildren(RecordLabel)]


def test_the_log_begins_with_a_next_step_and_takes_an_entry_about_no_client(
    page: ConsultationsPage, world: World, qtbot: QtBot, window: QWidget
) -> None:
    assert "Nothing is logged yet" in page.told.text()
    page.log.click()
    form = window.findChild(ConsultationForm)
    assert form is not None
    form.whom.show_text("Petra")
    form.question.show_text("Whether to answer at night")
    form.save.click()
    qtbot.waitUntil(lambda: questions(page) == ["Whether to answer at night"])
    assert "about no client" in [one.text() for one in page.rows.findChildren(QLabel)]


def test_all_entries_stand_newest_first_and_words_leave_those_that_hold_them(
    page: ConsultationsPage, world: World, client: Client
) -> None:
    logged(world, client, "Whether to take a jar of jam", days=400)
    logged(world, None, "How to end a letter", days=3, decided="Élan in the last line")
    logged(world, client, "A jar again", days=1)
    page.look_again()
    assert questions(page) == ["A jar again", "How to end a letter", "Whether to take a jar of jam"]
    page.words.setText("JAR petra")
    assert questions(page) == ["A jar again", "Whether to take a jar of jam"]
    assert page.told.text() == "2 of 3 entries"
    page.words.setText("elan")
    assert questions(page) == ["How to end a letter"]
    page.words.setText("nowhere")
    assert page.told.text() == "None of the 3 entries has all these words."


def test_a_row_opens_its_entry_and_names_nobody_with_initials_only(
    page: ConsultationsPage, world: World, desk: Desk, client: Client, window: QWidget
) -> None:
    forms = BoundaryForms(desk, window)
    logged(world, client, "A jar again")
    page.look_again()
    assert "Maren T." in page.rows.links[0].accessibleName()
    desk.privacy.toggle()
    assert "Maren" not in page.rows.links[0].accessibleName()
    assert all("Maren" not in one.text() for one in page.findChildren(QLabel))
    page.rows.links[0].click()
    assert window.findChild(QWidget, "consultation_sheet") is not None
    assert forms is not None


def test_of_a_long_log_the_newest_are_shown_and_the_earlier_ones_when_asked(
    page: ConsultationsPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        logged(world, None, f"Question {number}", days=number)
    monkeypatch.setattr(consultations_page, "MOST_ROWS", 2)
    page.look_again()
    assert questions(page) == ["Question 0", "Question 1"]
    page.more.click()
    assert (questions(page), page.more.text()) == (["Question 2"], "Back to the newest")
    assert page.rows.links[0].hasFocus()
    page.more.click()
    assert questions(page) == ["Question 0", "Question 1"]
