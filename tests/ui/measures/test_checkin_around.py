from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import Client, ClientDetails
from vitalshift_desktop.domain.measures.administration import Administration, HowGiven, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedPerson, RelatedRole
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.checkin_panel import CheckinPanel
from vitalshift_desktop.ui.not_given import NotGivenMenu
from vitalshift_desktop.ui.widgets.number_cells import NumberRow


class Beside:
    """The panel beside a note of one client."""

    def __init__(self, desk: Desk, world: World, qtbot: QtBot) -> None:
        self.desk, self.world = desk, world
        self.panel = CheckinPanel(desk)
        qtbot.addWidget(self.panel)
        desk.workspace.events.subscribe(self.panel.hear)
        self.client: Client = world.client("Maren Tveit")
        self.session: Session = world.held(self.client)
        self.panel.show()
        self.show()

    def show(self) -> None:
        self.panel.show_session(self.session.id)

    def a_child(self) -> None:
        born = date(2014, 5, 1)
        details = ClientDetails(preferred_name="Maren Tveit", born=born)
        self.world.workspace.clients.change(self.client.id, details)

    def guardian(self, name: str) -> RelatedPerson:
        return self.world.workspace.related_people.add(self.client.id, PersonDetails(name, RelatedRole.GUARDIAN))

    def pick(self, words: str) -> None:
        """One reason of the menu of the link."""
        self.panel.around.none.click()
        menu = self.panel.findChild(NotGivenMenu)
        assert isinstance(menu, NotGivenMenu)
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()

    @property
    def forms(self) -> list[Administration]:
        with self.world.workspace.vault.read() as work:
            return [one for one in work.measures.of_session(self.session.id) if one.instrument_id == CHECKIN]


@pytest.fixture
def beside(desk: Desk, world: World, qtbot: QtBot) -> Beside:
    return Beside(desk, world, qtbot)


def type_into(row: NumberRow, keys: str) -> None:
    for cell, key in zip(row.cells, keys, strict=True):
        QTest.keyClicks(cell, key)


def shown(part: QWidget) -> bool:
    return not part.isHidden()


def test_how_it_was_given_is_kept_with_the_clients_row_and_carried_over(beside: Beside) -> None:
    panel = beside.panel
    assert not shown(panel.around.how)
    type_into(panel.you, "7777")
    assert shown(panel.around.how)
    panel.around.how.choose(HowGiven.READ_ALOUD)
    panel.around.how.picked.emit(HowGiven.READ_ALOUD)
    type_into(panel.client, "8888")
    assert [(one.rater, one.how_given) for one in beside.forms] == [
        (Rater.COUNSELOR, HowGiven.ALONE),
        (Rater.CLIENT, HowGiven.READ_ALOUD),
    ]
    beside.session = beside.world.held(beside.client, -7)
    beside.show()
    assert panel.around.how.value is HowGiven.READ_ALOUD


def test_another_way_of_giving_corrects_what_was_recorded(beside: Beside) -> None:
    beside.world.workspace.measures.skip_mine(beside.session.id)
    type_into(beside.panel.client, "8888")
    beside.panel.around.how.picked.emit(HowGiven.PHONE_OR_VIDEO)
    assert [one.how_given for one in beside.forms if one.rater is Rater.CLIENT] == [HowGiven.PHONE_OR_VIDEO]
    assert beside.panel.around.history.text().startswith("Corrected: Maren had 8 8 8 8, entered ")


def test_a_corrected_row_says_what_stood_there_before(beside: Beside) -> None:
    type_into(beside.panel.you, "7777")
    QTest.keyClicks(beside.panel.you.cells[0], "5")
    assert beside.panel.around.history.text().startswith("Corrected: You had 7 7 7 7, entered ")
    beside.desk.privacy.set_on(True)
    assert "7 7" not in beside.panel.around.history.text()


def test_no_check_in_is_one_reason_and_shuts_the_clients_row_until_taken_back(beside: Beside, wished: Wished) -> None:
    panel = beside.panel
    type_into(panel.you, "7777")
    beside.pick("Declined")
    assert panel.around.none_words.text() == "No check-in. Declined."
    assert not panel.client.cells[0].isEnabled()
    assert not shown(panel.around.none)
    panel.around.take_back.click()
    assert panel.client.cells[0].isEnabled()
    assert not shown(panel.around.none_words)
    beside.pick("Forgot")
    beside.world.signed(beside.session)
    assert not shown(panel.around.take_back)
    assert "Forgot" in panel.around.none_words.text()


def test_another_reason_asks_for_words(beside: Beside) -> None:
    asked: list[object] = []
    beside.desk.wishes.not_given.connect(lambda *wish: asked.append(wish))
    beside.pick("Another reason…")
    assert asked == [(beside.session.id, CHECKIN)]


def test_words_of_another_reason_are_hidden_with_initials_only(beside: Beside) -> None:
    measures = beside.world.workspace.measures
    measures.not_given(beside.session.id, CHECKIN, NotGivenReason.OTHER, "Came straight from the dentist")
    assert "dentist" in beside.panel.around.none_words.text()
    beside.desk.privacy.set_on(True)
    assert beside.panel.around.none_words.text() == "No check-in. Another reason."


def test_a_pause_is_told_with_its_reason_and_ended_from_here(beside: Beside) -> None:
    panel = beside.panel
    beside.world.workspace.client_measures.pause(beside.client.id, "Too much on the plate.")
    assert panel.around.paused.text().startswith("Measures are paused for Maren since ")
    assert "Too much on the plate." in panel.around.paused.text()
    assert not shown(panel.rows)
    beside.desk.privacy.set_on(True)
    assert "plate" not in panel.around.paused.text()
    panel.around.resume.click()
    assert shown(panel.rows)
    assert not shown(panel.around.paused)


def test_a_guardian_has_a_row_of_their_own_only_with_a_minor(beside: Beside) -> None:
    panel = beside.panel
    assert not shown(panel.guardian)
    beside.a_child()
    beside.show()
    assert shown(panel.guardian)
    first, second = beside.guardian("Ina Tveit"), beside.guardian("Jon Tveit")
    beside.show()
    assert shown(panel.around.who)
    type_into(panel.you, "7777")
    type_into(panel.guardian, "4444")
    panel.around.who.choose(second.id)
    panel.around.guardian_picked.emit(second.id)
    assert panel.guardian.values == (None,) * 4
    type_into(panel.guardian, "5555")
    given = [(one.person_id, one.answers[0]) for one in beside.forms if one.rater is Rater.GUARDIAN]
    assert given == [(first.id, 4), (second.id, 5)]
    assert panel.client.values == (None,) * 4
    beside.desk.privacy.set_on(True)
    assert "Jon" not in panel.guardian.cells[0].accessibleName()


def test_a_long_name_of_a_guardian_is_seen_by_its_first_word_and_read_out_whole(beside: Beside) -> None:
    beside.a_child()
    beside.guardian("Ingrid Tveit-Sandberg")
    beside.show()
    rows = beside.panel.rows
    assert rows.name(Rater.GUARDIAN) == "Ingrid"
    assert beside.panel.guardian.cells[0].accessibleName().startswith("Ingrid Tveit-Sandberg, ")


def test_a_row_with_gaps_is_made_whole_in_place(beside: Beside) -> None:
    measures = beside.world.workspace.measures
    measures.skip_mine(beside.session.id)
    type_into(beside.panel.client, "8888")
    QTest.keyClick(beside.panel.client.cells[1], Qt.Key.Key_Backspace)
    assert beside.panel.half_filled() != ()
    QTest.keyClicks(beside.panel.client.cells[1], "6")
    assert [one.answers for one in beside.forms if one.rater is Rater.CLIENT] == [(8, 6, 8, 8)]
