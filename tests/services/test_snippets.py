from dataclasses import replace

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.problems import NotFound, TriggerIsTaken
from vitalshift_desktop.domain.snippets import SnippetId


def test_a_snippet_is_kept_changed_and_taken_out(world: World) -> None:
    snippets = world.workspace.snippets
    plan = snippets.add(";Plan", "Plan for {client}: ")
    assert snippets.all() == (plan,)
    changed = snippets.change(replace(plan, trigger="next", text="Next time: "))
    assert snippets.get(plan.id) == changed
    snippets.remove(plan.id)
    assert snippets.all() == ()
    with pytest.raises(NotFound):
        snippets.get(plan.id)
    with pytest.raises(NotFound):
        snippets.change(plan)
    with pytest.raises(NotFound):
        snippets.remove(SnippetId(99))


def test_two_snippets_never_share_a_trigger(world: World) -> None:
    snippets = world.workspace.snippets
    plan, other = snippets.add("plan", "Plan: "), snippets.add("other", "Other")
    with pytest.raises(TriggerIsTaken):
        snippets.add("PLAN", "again")
    with pytest.raises(TriggerIsTaken):
        snippets.change(replace(other, trigger="plan"))
    assert snippets.all() == (other, plan)
