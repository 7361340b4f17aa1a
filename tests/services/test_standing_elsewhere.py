"""A session of a joint file's standing appointment that went to another file stays there, whatever becomes of it."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest

from tests.services.test_standing import closed, details, planned
from tests.services.world import World
from vitalshift_desktop.services.standing import StandingChange


def end(world: World, made: StandingChange) -> None:
    world.workspace.standing.end(made.appointment.id, world.today - timedelta(days=1))


def change(world: World, made: StandingChange) -> None:
    later = details(world, days=0, at=time(17, 0))
    world.workspace.standing.change_from(made.appointment.id, world.today, later)


def close(world: World, made: StandingChange) -> None:
    done = world.workspace.closures.add(closed(world, 0, 9))
    assert [session.standing_id for session in done.stays] == [made.appointment.id]


def take_back(world: World, made: StandingChange) -> None:
    world.workspace.standing.put_back(made)


@pytest.mark.parametrize("act", [end, change, close, take_back])
def test_it_stays_where_it_went(world: World, act: Callable[[World, StandingChange], None]) -> None:
    joint, ana = world.client("Ana and Ben"), world.client("Ana")
    made = world.workspace.standing.make(joint.id, details(world, days=0))
    first = planned(world, joint)[0]
    world.workspace.joint_files.move_session(first.id, ana.id)
    moved = planned(world, ana)
    act(world, made)
    assert planned(world, ana) == moved
    assert world.today not in {session.day for session in planned(world, joint)}
