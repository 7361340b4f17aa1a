from tests.services.world import World
from tests.ui.measures.pages import DROP, rated
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage


def test_a_mark_on_the_day_page_leads_to_its_session_on_the_chart(page: AlliancePage, world: World) -> None:
    client = rated(world, DROP)
    page.show_client(client.id)
    third = world.workspace.alliance.course(client.id).points[2]
    page.show_item(third.session_id)
    assert page.readout.text().startswith("Session 3, ")
    page.show_item(999)
    assert page.readout.text().startswith("Session 3, "), "a session that is not here changes nothing"
