from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.agreements.boundaries_on_page import CONTACT, FEES
from vitalshift_desktop.domain.agreements import AgreedHow
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.ui.agreements.agreements_tab import AgreementsTab
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClausePart, ClientPage, ClientTab


class Section(ClientPage):
    concerns = frozenset({Subject.CONTACTS})

    def __init__(self) -> None:
        super().__init__()
        self.looked, self.saved = 0, 0
        self.setMinimumHeight(20)

    def look_again(self) -> None:
        self.looked += 1

    def save_now(self) -> None:
        self.saved += 1


class Under(ClausePart):
    def look_again(self) -> None:
        """What it shows is asked of it by the test."""


def test_sections_stand_above_below_and_under_the_chosen_clause(world: World, desk: Desk, qtbot: QtBot) -> None:
    client = world.client()
    world.workspace.agreements.agree(client.id, (FEES, CONTACT), world.today, None, AgreedHow.VERBAL)
    above, under, below = Section(), Under(), Section()
    page = AgreementsTab(desk, above=(above,), under_clause=(under,), below=(below,))
    qtbot.addWidget(page)
    page.resize(1080, 700)
    page.show_client(client.id)
    page.show()
    QGuiApplication.processEvents()
    assert page.findChild(QPushButton, "client.agreements.segments") is None
    assert not page.segments.isVisible()
    places = [part.mapTo(page, part.rect().topLeft()).y() for part in (above, page.clauses.list, below)]
    assert places == sorted(places)
    assert above.client_id == below.client_id == client.id
    assert (under.clause and under.clause.topic) is FEES.topic
    QTest.keyClick(page.clauses.list.in_force, Qt.Key.Key_Down)
    assert (under.clause and under.clause.topic) is CONTACT.topic
    looked = above.looked
    page.hear(Changed(Subject.CONTACTS, client.id))
    assert above.looked == looked + 1
    page.save_now()
    assert above.saved
    page.show_client(world.client("Ilse F.").id)
    assert under.clause is None
    assert above.isVisible()


def test_a_segment_takes_the_place_of_the_clauses_until_another_client_is_shown(
    world: World, desk: Desk, qtbot: QtBot
) -> None:
    other = Section()
    page = AgreementsTab(desk, segments=(ClientTab("other", "Other things", other),))
    qtbot.addWidget(page)
    page.show_client(world.client().id)
    page.show()
    assert page.segments.isVisible()
    page.segments.chosen.emit("other")
    assert (page.segment, other.isVisible(), page.clauses.isVisible()) == ("other", True, False)
    page.show_client(world.client("Ilse F.").id)
    assert (page.segment, other.isVisible()) == ("agreements", False)
    page.show_segment("other")
    page.show_item(1)
    assert page.segment == "agreements"
