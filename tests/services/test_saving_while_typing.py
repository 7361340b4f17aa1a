import pytest

from tests.services.world import World
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.problems import NoteAlreadySigned, NoteChangedElsewhere, TextNotStorable
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.services.notes import Notes


def dap(data: str, plan: str = "") -> tuple[Section, ...]:
    return (Section("data", data), Section("assessment"), Section("plan", plan))


def other_window(world: World) -> Notes:
    """The same notes, asked by somebody who does not know what was saved here last."""
    events = world.workspace.events
    return Notes(world.workspace.vault, world.clock, events, NeedsALook(world.clock, events))


def test_saving_while_typing_writes_what_was_typed_and_nothing_else(world: World) -> None:
    note = world.written(world.held(world.client(), 0))
    world.clock.advance(seconds=2)
    for told in ("One.", "One. Two.", ""):
        note = world.workspace.notes.save_draft(note.id, dap(told, "Plan."), base_version=note.version)
        assert world.workspace.notes.get(note.id).note == note
        assert (note.section("data"), note.section("plan"), note.changed_at) == (told, "Plan.", world.clock.now())


def test_saving_while_typing_notices_what_was_saved_elsewhere(world: World) -> None:
    note = world.written(world.held(world.client(), 0))
    note = world.workspace.notes.save_draft(note.id, dap("From here."), base_version=note.version)
    other_window(world).save_draft(note.id, dap("From the other."), base_version=note.version)
    with pytest.raises(NoteChangedElsewhere):
        world.workspace.notes.save_draft(note.id, dap("From here again."), base_version=note.version)
    assert world.workspace.notes.get(note.id).note.section("data") == "From the other."


def test_saving_while_typing_stops_at_a_signature_made_elsewhere(world: World) -> None:
    note = world.written(world.held(world.client(), 0))
    note = world.workspace.notes.save_draft(note.id, dap("From here."), base_version=note.version)
    signed = other_window(world).sign(note.id)
    with pytest.raises(NoteAlreadySigned):
        world.workspace.notes.save_draft(note.id, dap("Too late."), base_version=note.version)
    assert world.workspace.notes.get(note.id).note == signed


def test_a_save_that_was_refused_while_typing_is_forgotten_as_a_whole(world: World) -> None:
    note = world.written(world.held(world.client(), 0))
    note = world.workspace.notes.save_draft(note.id, dap("Fine."), base_version=note.version)
    with pytest.raises(TextNotStorable):
        world.workspace.notes.save_draft(note.id, dap("Kept back", "half \ud83e"), base_version=note.version)
    assert world.workspace.notes.get(note.id).note == note
    again = world.workspace.notes.save_draft(note.id, dap("Fine again."), base_version=note.version)
    assert world.workspace.notes.get(note.id).note == again
