"""Forms of measures entered for tests, in sessions of an invented client."""

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.measures.administration import Administration, Rater
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.measure_entry import NewEntry

LENGTHS = {"phq9": 9, "gad7": 7}


def answers(total: int, length: int = 9, critical: int | None = 0) -> tuple[int | None, ...]:
    """Answers from 0 to 3 with this sum, whose last one is `critical`."""
    rest = total - (critical or 0)
    given: list[int | None] = []
    for _place in range(length - 1):
        one = min(3, rest)
        given.append(one)
        rest -= one
    assert rest == 0, "so many points do not fit"
    return (*given, critical)


def enter(
    world: World,
    client: Client,
    total: int,
    *,
    instrument_id: str = "phq9",
    rater: Rater = Rater.CLIENT,
    session: Session | None = None,
    given: tuple[int | None, ...] | None = None,
) -> Administration:
    """One form with this total, in a session or today."""
    filled = given or answers(total, LENGTHS[instrument_id])
    return world.workspace.measures.record(
        NewEntry(client.id, instrument_id, rater, filled, session.id if session else None)
    )


def course(
    world: World, *totals: int, instrument_id: str = "phq9", name: str = "Maren Tveit"
) -> tuple[Client, list[Session]]:
    """A client with a held session a week, the last one a week ago, and the form of each."""
    client = world.client(name)
    sessions = [world.held(client, -7 * place) for place in range(len(totals), 0, -1)]
    for total, session in zip(totals, sessions, strict=True):
        enter(world, client, total, instrument_id=instrument_id, session=session)
    return client, sessions
