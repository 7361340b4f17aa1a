import pytest

from tests.services.world import World
from vitalshift_desktop.domain.clients import ClientDetails, ClientStatus
from vitalshift_desktop.services.search import MOST_HITS, HitKind


def names(world: World, text: str) -> list[str]:
    return [hit.title for hit in world.workspace.search.find(text)]


@pytest.mark.parametrize("typed", ["mar", "MAREN", "t", "maren t", "t mar", "0147", "elodie", "Élo", "duval"])
def test_a_client_is_found_by_the_beginning_of_any_word_or_the_code(world: World, typed: str) -> None:
    world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", code="0001"))
    maren = ClientDetails(preferred_name="Maren Élodie T.", legal_name="Marie Duval", code="0147")
    client = world.workspace.clients.add(maren)
    hit = world.workspace.search.find(typed)[0]
    assert (hit.kind, hit.client, hit.client_id, hit.title, hit.detail) == (
        HitKind.CLIENT,
        client,
        client.id,
        "Maren Élodie T.",
        "0147",
    )


@pytest.mark.parametrize("typed", ["aren", "maren x", "147"])
def test_the_middle_of_a_word_is_not_found(world: World, typed: str) -> None:
    world.workspace.clients.add(ClientDetails(preferred_name="Maren T.", code="0147"))
    assert world.workspace.search.find(typed) == ()


def test_a_first_name_comes_before_a_last_name_and_closed_clients_come_last(world: World) -> None:
    for name in ("Anna Ilse", "Ilse F.", "Ilse A."):
        world.client(name)
    closed = world.client("Ilse B.")
    world.workspace.clients.set_status(closed.id, ClientStatus.CLOSED)
    assert names(world, "ilse") == ["Ilse A.", "Ilse F.", "Ilse B.", "Anna Ilse"]


def test_pages_are_found_by_their_titles_and_all_are_offered_without_text(world: World) -> None:
    assert [hit.page for hit in world.workspace.search.find(" ")] == [
        "home",
        "clients",
        "reminders",
        "inbox",
        "settings",
        "settings/measures",
        "vault",
        "vault/check",
        "vault/audit",
    ]
    (hit,) = world.workspace.search.find("rem")
    assert (hit.kind, hit.page, hit.client) == (HitKind.PAGE, "reminders", None)


def test_there_are_never_too_many_hits(world: World) -> None:
    for place in range(MOST_HITS + 5):
        world.client(f"Kim {place}")
    assert len(world.workspace.search.find("kim")) == MOST_HITS
