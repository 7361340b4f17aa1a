from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.theme.theme import theme


def test_an_earlier_episode_is_shown_by_choice_and_only_where_there_is_one(
    qtbot: QtBot, world: World, desk: Desk
) -> None:
    theme().apply()
    w, client, other = world.workspace, world.client(), world.client("Kim S.")
    world.rated(client, [8, 7, 8], last=-1)
    page = AlliancePage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_client(client.id)
    page.show()
    assert not page.episodes.isVisible()
    w.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today)
    world.clock.advance(days=800)
    w.episodes.open_new(client.id, set(Confirm))
    world.rated(client, [6], last=0)
    page.look_again()
    assert page.episodes.isVisible()
    assert [column.client for column in page.chart.facts.columns] == [6.0]
    first = w.episodes.of_client(client.id)[0]
    page.episodes.choose(first.id)
    page.episodes.picked.emit(first.id)
    assert [column.client for column in page.chart.facts.columns] == [8.0, 7.0, 8.0]
    page.show_client(other.id)
    assert not page.episodes.isVisible()
    page.show_client(client.id)
    assert [column.client for column in page.chart.facts.columns] == [6.0]
