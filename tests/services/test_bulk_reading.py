"""Lists read in bulk: more clients and sessions never mean more statements."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time, timedelta

import pytest
from sqlalchemy import Engine, event

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.measures.instrument import Rater
from vitalshift_desktop.domain.reminders import ReminderDetails, Repeat, RepeatUnit

LOOKS: dict[str, Callable[[World], object]] = {
    "the list of clients": lambda world: world.workspace.clients.lines(),
    "the day": lambda world: world.workspace.home.today(),
    "the week": lambda world: world.workspace.sessions.week(world.today),
    "reminders": lambda world: world.workspace.reminders.list(world.today),
    "the search": lambda world: world.workspace.search.find("c"),
    "agreements that are due": lambda world: world.workspace.agreements.due(world.today),
}


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every SELECT that is sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield sent
    event.remove(Engine, "before_cursor_execute", note)


def grow(world: World, first: int, count: int) -> None:
    """Clients with a past, a today and a tomorrow."""
    clause = DraftClause(Topic.CONTACT, "Messages are for appointments.")
    for place in range(first, first + count):
        client = world.client(f"Client {place}")
        at = time(place % 24, 0)
        for days in (-14, -7):
            session = world.held(client, days, at)
            world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (5, 5, 5, 5))
            world.written(session)
        world.planned(client, 0, at)
        world.workspace.agreements.agree(client.id, (clause,), world.today, world.today, AgreedHow.VERBAL)
        due = ReminderDetails(
            "GAD-7", world.today + timedelta(days=1), client_id=client.id, repeat=Repeat(4, RepeatUnit.SESSIONS)
        )
        world.workspace.reminders.add(due)


def sent_for(world: World, look: str) -> int:
    LOOKS[look](world)  # the flags are looked for here and kept
    with statements() as sent:
        LOOKS[look](world)
    return len(sent)


def test_more_clients_never_mean_more_statements(world: World) -> None:
    grow(world, 0, 1)
    with_few = {look: sent_for(world, look) for look in LOOKS}
    grow(world, 1, 3)
    assert {look: sent_for(world, look) for look in LOOKS} == with_few


def test_looking_for_flags_anew_reads_in_bulk_too(world: World) -> None:
    counts = []
    for first, count in ((0, 1), (1, 3)):
        grow(world, first, count)
        with statements() as sent:
            world.workspace.clients.lines()
        counts.append(len(sent))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("look", ["the list of clients", "the week"])
def test_flags_are_kept_until_something_changes_they_rest_on(world: World, look: str) -> None:
    grow(world, 0, 1)
    with statements() as anew:
        LOOKS[look](world)
    with statements() as kept:
        LOOKS[look](world)
    assert len(kept) < len(anew)
