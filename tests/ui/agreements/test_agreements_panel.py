from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.ui.agreements.agreements_panel import AgreementsPanel
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

WORDING = "Messages are for scheduling only."


def shown(world: World, desk: Desk, qtbot: QtBot, client: Client) -> AgreementsPanel:
    panel = AgreementsPanel(desk)
    qtbot.addWidget(panel)
    panel.show_session(world.held(client).id)
    panel.show()
    QGuiApplication.processEvents()
    return panel


def said(panel: AgreementsPanel) -> list[str]:
    labels = [*panel.findChildren(TextLabel), *panel.findChildren(RecordLabel)]
    return [label.text() for label in labels if label.isVisible()]


def agreed(world: World, client: Client, day: date, review_on: date | None, *clauses: DraftClause) -> None:
    world.workspace.agreements.agree(client.id, clauses, day, review_on, AgreedHow.ON_PAPER)


def test_the_newest_clause_is_read_in_the_rail_and_the_others_are_named(world: World, desk: Desk, qtbot: QtBot) -> None:
    client = world.client()
    older = (DraftClause(Topic.FEES, "90 each."), DraftClause(Topic.ENDINGS, "One session to look back."))
    agreed(world, client, world.today - timedelta(days=60), None, *older)
    agreed(world, client, world.today - timedelta(days=9), date(2026, 4, 30), DraftClause(Topic.CONTACT, WORDING))
    words = said(shown(world, desk, qtbot, client))
    assert {"Agreements in force", "3", "Contact between sessions", "v1, review 30 Apr", WORDING} <= set(words)
    assert "Fees, Endings" in words
    assert "90 each." not in words


def test_a_review_that_was_missed_is_told_in_the_rail(world: World, desk: Desk, qtbot: QtBot) -> None:
    client = world.client()
    review_on = world.today - timedelta(days=1)
    agreed(world, client, world.today - timedelta(days=60), review_on, DraftClause(Topic.CONTACT, WORDING))
    assert "v1, review was due 1 Mar" in said(shown(world, desk, qtbot, client))


def test_the_rail_says_when_it_is_time_to_look_at_all_of_it(world: World, desk: Desk, qtbot: QtBot) -> None:
    client = world.client()
    agreed(world, client, world.today - timedelta(days=60), None, DraftClause(Topic.CONTACT, WORDING))
    for days in range(-40, -36):
        world.held(client, days)
    panel = shown(world, desk, qtbot, client)
    assert "Time to look at all of it together: session 5 has been held." in said(panel)
    world.workspace.clause_reviews.record(client.id, world.today)
    panel.look_again()
    assert not any(words.startswith("Time to look") for words in said(panel))


def test_a_client_without_agreements_has_none(world: World, desk: Desk, qtbot: QtBot) -> None:
    assert "None yet." in said(shown(world, desk, qtbot, world.client()))


def test_the_panel_leads_to_the_clients_boundaries_by_keyboard(world: World, desk: Desk, qtbot: QtBot) -> None:
    client = world.client()
    panel = shown(world, desk, qtbot, client)
    panel.focus_first()
    with qtbot.waitSignal(desk.wishes.client) as wish:
        QTest.keyClick(panel.open, Qt.Key.Key_Space)
    assert wish.args == [client.id, "agreements"]


def test_the_wording_is_covered_while_initials_only_is_on(world: World, desk: Desk, qtbot: QtBot) -> None:
    client = world.client()
    agreed(world, client, world.today, None, DraftClause(Topic.CONTACT, WORDING))
    panel = shown(world, desk, qtbot, client)
    desk.privacy.set_on(True)
    assert WORDING not in said(panel)
