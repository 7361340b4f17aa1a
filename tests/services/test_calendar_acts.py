"""Every act on the calendar is one unit of work: one entry in the audit trail, one piece of news."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.attendance import Absence
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.online import OnlineStrip
from vitalshift_desktop.domain.presence import Presence
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.domain.standing import StandingDetails


class Scene:
    """A client with a standing appointment, a signed session and a closed time."""

    def __init__(self, world: World) -> None:
        w, self.world = world.workspace, world
        client = world.client()
        self.signed = world.held(client, -7)
        world.signed(self.signed)
        self.details = StandingDetails(world.today + timedelta(days=1), time(13, 30))
        self.made = w.standing.make(client.id, self.details)
        self.planned = w.sessions.of_client(client.id)[-2].session
        day = world.today + timedelta(days=7)
        self.closed = w.closures.add(Closure(ClosureId(0), day, day + timedelta(days=5)))
        self.client = client


def _topped_up(s: Scene) -> None:
    s.world.clock.advance(days=9)
    s.world.workspace.standing.top_up()


ACTS: dict[str, Callable[[Scene], object]] = {
    "make": lambda s: s.world.workspace.standing.make(s.client.id, s.details, allow_clash=True),
    "change": lambda s: s.world.workspace.standing.change_from(
        s.made.appointment.id, s.details.first_day, StandingDetails(s.details.first_day, time(9, 0))
    ),
    "end": lambda s: s.world.workspace.standing.end(s.made.appointment.id, s.world.today),
    "put back": lambda s: s.world.workspace.standing.put_back(s.made),
    "top up": _topped_up,
    "amend": lambda s: s.world.workspace.sessions.amend_attendance(s.signed.id, Attendance.LATE, reason="Ten past."),
    "absence": lambda s: s.world.workspace.sessions.write_absence(s.planned.id, Absence("On a trip.")),
    "put a session back": lambda s: s.world.workspace.sessions.put_back(s.planned),
    "online": lambda s: s.world.workspace.company.write_online(s.planned.id, OnlineStrip("Home")),
    "present": lambda s: s.world.workspace.company.write_present(s.planned.id, [Presence("Ana R.")]),
    "close": lambda s: s.world.workspace.closures.add(Closure(ClosureId(0), s.world.today, s.world.today)),
    "close otherwise": lambda s: s.world.workspace.closures.change(s.closed.closure),
    "open": lambda s: s.world.workspace.closures.remove(s.closed.closure.id),
    "undo closing": lambda s: s.world.workspace.closures.put_back(s.closed),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_act_on_the_calendar_leaves_one_entry_and_one_piece_of_news(world: World, act: str) -> None:
    scene = Scene(world)
    entries = world.rows()
    world.heard.clear()
    ACTS[act](scene)
    assert world.rows() == entries + 1
    expected = {
        "close": [Subject.CLOSURES],
        "close otherwise": [Subject.CLOSURES],
        "open": [Subject.CLOSURES, Subject.SESSIONS],
        "undo closing": [Subject.CLOSURES, Subject.SESSIONS],
    }
    assert [changed.subject for changed in world.heard] == expected.get(act, [Subject.SESSIONS])
