"""A PHQ-9 that somebody answered, for tests about its critical item."""

from datetime import date

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationId, HowGiven, Rater
from vitalshift_desktop.domain.sessions import SessionId


def phq9(
    world: World,
    client: Client,
    answer: int | None,
    *,
    rater: Rater = Rater.CLIENT,
    day: date | None = None,
    session_id: SessionId | None = None,
    how_given: HowGiven = HowGiven.ALONE,
) -> Administration:
    """One whose ninth item has this answer, None for a blank; the others are 1."""
    given = Administration(
        id=AdministrationId(0),
        client_id=client.id,
        instrument_id="phq9",
        instrument_version=world.workspace.measures.instrument("phq9").version,
        rater=rater,
        answers=(*((1,) * 8), answer),
        given_on=day or world.today,
        recorded_at=world.clock.now(),
        session_id=session_id,
        how_given=how_given,
    )
    with world.workspace.vault.write() as work:
        return work.measures.add(given)
