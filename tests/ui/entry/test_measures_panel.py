import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.entry.sitting import Sitting
from vitalshift_desktop.domain.client_measures import Moment, UseDetails
from vitalshift_desktop.domain.measures.administration import HowGiven, Rater
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry.measures_panel import MeasuresPanel
from vitalshift_desktop.ui.entry.not_given_form import NotGivenForm
from vitalshift_desktop.ui.not_given import NotGivenMenu
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel


@pytest.fixture
def panel(desk: Desk, world: World, sitting: Sitting, qtbot: QtBot) -> MeasuresPanel:
    """The panel beside the note of a session for which the PHQ-9 is due."""
    world.workspace.client_measures.choose(sitting.client.id, "phq9", UseDetails(1, Moment.START))
    shown = MeasuresPanel(desk)
    qtbot.addWidget(shown)
    desk.workspace.events.subscribe(shown.hear)
    shown.show()
    shown.show_session(world.held(sitting.client).id)
    return shown


def words(panel: MeasuresPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(TextLabel) if not one.isHidden()]


def link(panel: QWidget, name: str) -> LinkButton:
    found = panel.findChild(LinkButton, f"measures_panel.{name}")
    assert isinstance(found, LinkButton)
    return found


def entry(panel: MeasuresPanel, sitting: Sitting, answers: tuple[int | None, ...]) -> NewEntry:
    return NewEntry(sitting.client.id, "phq9", Rater.CLIENT, answers, panel.session_id, how_given=HowGiven.READ_ALOUD)


def test_a_measure_that_is_due_is_one_click_away(panel: MeasuresPanel, sitting: Sitting) -> None:
    asked: list[object] = []
    sitting.desk.wishes.enter_measure.connect(lambda *wish: asked.append(wish))
    assert "PHQ-9, due" in words(panel)
    link(panel, "enter.phq9").click()
    panel.enter.click()
    assert asked == [(sitting.client.id, "phq9", panel.session_id), (sitting.client.id, None, panel.session_id)]


def test_what_was_entered_is_told_with_how_it_was_given_and_corrected_from_here(
    panel: MeasuresPanel, sitting: Sitting
) -> None:
    measures = sitting.world.workspace.measures
    asked: list[object] = []
    first = measures.record(entry(panel, sitting, (1,) * 9))
    second = measures.correct_measure(first.id, entry(panel, sitting, (0,) * 9))
    told = next(one for one in words(panel) if one.startswith("PHQ-9: 0 "))
    assert "Item 9 was answered 0 – Not at all." in told
    assert told.endswith("Read aloud. Corrected once.")
    assert "PHQ-9, due" not in words(panel)
    sitting.desk.wishes.correct_measure.connect(asked.append)
    link(panel, f"correct.{second.id}").click()
    assert asked == [second.id]
    sitting.desk.privacy.set_on(True)
    assert not [one for one in words(panel) if "Item 9" in one or " 0 " in one]


def test_a_due_measure_can_be_noted_as_not_given_and_taken_back(panel: MeasuresPanel) -> None:
    link(panel, "not_given.phq9").click()
    menu = panel.findChild(NotGivenMenu)
    assert isinstance(menu, NotGivenMenu)
    next(action for action in menu.actions() if action.text() == "Not suitable").trigger()
    menu.close()
    assert "PHQ-9 not given: Not suitable" in words(panel)
    link(panel, "take_back.phq9").click()
    assert "PHQ-9, due" in words(panel)


def test_another_reason_needs_words_and_is_kept_with_them(panel: MeasuresPanel, sitting: Sitting) -> None:
    session_id = panel.session_id
    assert session_id is not None
    form = NotGivenForm(sitting.desk, session_id, "phq9", sitting.over)
    form.open()
    form.save.click()
    assert form.words.error == "Write a few words first."
    QTest.keyClicks(form.words.edit, "Fire alarm")
    assert form.half_filled() is not None
    form.save.click()
    ((noted, _form),) = sitting.world.workspace.measures.of_session(session_id).not_given
    assert (noted.reason, noted.note) == (NotGivenReason.OTHER, "Fire alarm")
