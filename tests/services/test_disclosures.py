import hashlib
from datetime import UTC, datetime

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.problems import GlyphMissing


def test_a_page_carries_the_serial_under_which_the_ledger_holds_it(world: World) -> None:
    client = world.client()
    seen: list[str] = []

    def render(serial: str) -> tuple[bytes, int]:
        seen.append(serial)
        return f"page {serial}".encode(), 2

    disclosure, content = world.workspace.disclosures.reserve_and_record(
        client.id, "progress summary", "client", Outlet.PDF, render
    )
    assert seen == [disclosure.serial] == ["26-0001"]
    assert content == b"page 26-0001"
    assert (disclosure.pages, disclosure.digest) == (2, hashlib.sha256(content).hexdigest())
    assert world.workspace.disclosures.of_client(client.id) == (disclosure,)


def test_if_the_page_cannot_be_set_nothing_is_recorded_and_the_serial_is_free_again(world: World) -> None:
    client, rows = world.client(), world.rows()
    world.heard.clear()

    def fails(serial: str) -> tuple[bytes, int]:
        raise GlyphMissing

    with pytest.raises(GlyphMissing):
        world.workspace.disclosures.reserve_and_record(client.id, "summary", "client", Outlet.PDF, fails)
    assert world.workspace.disclosures.of_client(client.id) == ()
    assert (world.rows(), world.heard) == (rows, [])
    again, _ = world.workspace.disclosures.reserve_and_record(
        client.id, "summary", "client", Outlet.PRINTER, lambda serial: (serial.encode(), 1)
    )
    assert again.serial == "26-0001"


@pytest.mark.zone("America/New_York")
def test_serials_count_up_and_begin_anew_with_the_year_where_the_counselor_sits(world: World) -> None:
    client = world.client()

    def next_serial() -> str:
        made, _ = world.workspace.disclosures.reserve_and_record(
            client.id, "summary", "client", Outlet.PDF, lambda serial: (serial.encode(), 1)
        )
        return made.serial

    assert [next_serial(), next_serial()] == ["26-0001", "26-0002"]
    world.clock.set(datetime(2027, 1, 1, 3, 0, tzinfo=UTC))
    assert next_serial() == "26-0003"
    world.clock.advance(hours=3)
    assert next_serial() == "27-0001"
    assert world.workspace.disclosures.of_client(client.id)[0].serial == "27-0001"
