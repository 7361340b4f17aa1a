"""Small looks that a page takes many times: they give what the whole line or note would."""

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.sessions import SessionId


def test_a_session_tells_whose_it_is(world: World) -> None:
    one, other = world.client("Maren T."), world.client("Idris K.")
    sessions = [world.held(one, -7), world.held(other, -14)]
    assert [world.workspace.sessions.client_of(session.id) for session in sessions] == [one.id, other.id]
    with pytest.raises(NotFound):
        world.workspace.sessions.client_of(SessionId(999))


def test_a_note_tells_which_goals_it_has_to_do_with(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, GoalDetails(wording="Take the ferry", short="Ferry"))
    note = world.workspace.notes.start(world.held(client).id)
    assert world.workspace.notes.goals_touched(note.id) == frozenset()
    world.workspace.notes.touch_goals(note.id, frozenset({goal.id}))
    assert world.workspace.notes.goals_touched(note.id) == {goal.id}
    with pytest.raises(NotFound):
        world.workspace.notes.goals_touched(NoteId(999))
