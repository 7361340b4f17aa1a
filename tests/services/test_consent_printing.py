from datetime import date

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.consents import ConsentDetails, ConsentKind, GivenBy, Giver
from vitalshift_desktop.domain.problems import ExplanationIsMissing, NotFound


def test_a_child_has_a_line_of_their_own_where_a_parent_signs(world: World) -> None:
    printing = world.workspace.consent_printing
    child = world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", born=date(2014, 5, 1)))
    parent = (Giver(GivenBy.GUARDIAN, "Kim A."),)
    details = ConsentDetails(ConsentKind.FEES, world.today, "The fee and when it is paid", parent)
    sheet = printing.for_signing(child.id, details)
    assert (sheet.signers, sheet.asks_assent, sheet.page.client) == (parent, True, "Wren A.")
    grown = printing.for_signing(world.client().id, ConsentDetails(ConsentKind.FEES, world.today, "The fee", ()))
    assert (grown.signers, grown.asks_assent) == ((Giver(GivenBy.CLIENT),), False)
    with pytest.raises(ExplanationIsMissing):
        printing.for_signing(child.id, ConsentDetails(ConsentKind.FEES, world.today, " ", parent))


def test_a_page_carries_the_code_alone_where_the_client_asked_to_be_careful(world: World) -> None:
    client = world.client()
    world.workspace.files.save(client.id, client.details, ClientFile(cover_name="the string shop"))
    page = world.workspace.consent_printing.for_signing(
        client.id, ConsentDetails(ConsentKind.FEES, world.today, "The fee and when it is paid")
    ).page
    assert (page.client, page.record_code) == (client.code, "")


def test_where_nothing_is_agreed_there_is_nothing_to_print(world: World) -> None:
    with pytest.raises(NotFound):
        world.workspace.consent_printing.may_know(world.client().id)
