"""A client's check-in that came by hand-over colors nothing before the counselor's own rating was given or skipped."""

from collections.abc import Callable

import pytest

from tests.services.test_handovers import answer
from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.handovers import FormAnswers
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.checkin_entry import Row, RowState
from vitalshift_desktop.services.handovers import HandoverWish
from vitalshift_desktop.services.timeline_entries import TimelineKind


def _handed_over(world: World) -> tuple[Client, Session]:
    """Two sessions; the fall in the second one came by hand-over."""
    client = world.client()
    before, session = world.held(client, -7), world.held(client, 0)
    world.workspace.measures.record_checkin(before.id, Rater.CLIENT, (9, 9, 9, 9))
    packet = world.workspace.handovers.arm(session.id, HandoverWish(("vs_checkin",)))
    answer(packet, FormAnswers("vs_checkin", (4, 4, 4, 4)))
    world.workspace.handovers.take_in()
    return client, session


def _seen(world: World, client: Client) -> list[float]:
    """Every place that shows the client's rating of the second session."""
    course = world.workspace.alliance.course(client.id)
    entries = world.workspace.clients.timeline(client.id)
    (row,) = world.workspace.first_five.page().rows
    outcomes = world.workspace.outcomes.of_client(client.id).checkin
    found = [point.client.score for point in course.points if point.client]
    found += [one.checkin for one in entries if one.kind is TimelineKind.SESSION and one.checkin is not None]
    found += [cell.score for cell in row.cells if cell.score is not None]
    found += [value for point in outcomes.points if (value := point.value("total")) is not None] if outcomes else []
    return [score for score in found if score == 4.0]


def _marks(world: World) -> list[FlagKind]:
    return [flag.kind for flag in world.workspace.home.today().flags]


def test_what_came_by_hand_over_is_nowhere_to_be_seen_before_the_own_rating(world: World) -> None:
    client, session = _handed_over(world)
    assert _seen(world, client) == []
    assert _marks(world) == []
    assert world.workspace.alliance.view(client.id).shut == (2,)
    assert world.workspace.measures.checkin(session.id).client == Row()


@pytest.mark.parametrize(
    "opening",
    [
        lambda world, session: world.workspace.measures.record_checkin(session.id, Rater.COUNSELOR, (8, 8, 8, 8)),
        lambda world, session: world.workspace.measures.skip_mine(session.id),
        lambda world, session: world.signed(session),
    ],
    ids=["given", "skipped", "signed"],
)
def test_the_own_rating_skip_mine_or_the_signed_note_opens_it_everywhere(
    world: World, opening: Callable[[World, Session], object]
) -> None:
    client, session = _handed_over(world)
    assert _marks(world) == []
    opening(world, session)
    assert len(_seen(world, client)) == 4
    assert FlagKind.LOW_EARLY_CHECKIN in _marks(world)
    assert world.workspace.alliance.view(client.id).shut == ()
    assert world.workspace.measures.checkin(session.id).client.state is RowState.DONE
