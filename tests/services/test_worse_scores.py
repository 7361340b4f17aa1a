"""The mark for a score that is reliably worse than the client's first one."""

from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client, ClientStatus
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.domain.flags import Flag, FlagKind, WorseFacts
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.services.measure_entry import NewEntry

ANSWERS = {9: (1,) * 9, 12: (2, 2, 2, 1, 1, 1, 1, 1, 1), 14: (2, 2, 2, 2, 2, 1, 1, 1, 1), 15: (2,) * 6 + (1,) * 3}
ANSWERS |= {16: (2,) * 7 + (1,) * 2, 10: (2,) + (1,) * 8, 8: (1,) * 8 + (0,), 18: (2,) * 9}


def given(world: World, client: Client, *totals: int, rater: Rater = Rater.CLIENT) -> None:
    """PHQ-9 with these totals, one each week from today on."""
    for place, total in enumerate(totals):
        world.clock.advance(days=7 if place else 0)
        world.workspace.measures.record(NewEntry(client.id, "phq9", rater, ANSWERS[total]))


def worse(world: World) -> list[Flag]:
    page = world.workspace.home.today()
    return [flag for flag in (*page.flags, *page.more_flags) if flag.kind is FlagKind.WORSE_SCORE]


@pytest.mark.parametrize(
    ("totals", "is_marked"),
    [
        ((10, 12, 16), True),  # 6 points worse, as published
        ((10, 12, 15), False),  # 5 are not reliable
        ((10, 16), False),  # two scores say nothing yet
        ((9, 12, 15), True),  # it was not on the clinical side then, and is now
        ((12, 18, 12), False),  # only the latest counts
        ((16, 12, 10), False),  # better
    ],
)
def test_six_points_worse_on_the_phq_9_is_a_mark_and_less_is_none(
    world: World, totals: tuple[int, ...], is_marked: bool
) -> None:
    client = world.client()
    given(world, client, *totals)
    assert bool(worse(world)) is is_marked


def test_a_form_with_a_blank_is_no_third_score(world: World) -> None:
    client = world.client()
    given(world, client, 10)
    world.clock.advance(days=7)
    world.workspace.measures.record(NewEntry(client.id, "phq9", Rater.CLIENT, (None, *ANSWERS[12][1:])))
    world.clock.advance(days=7)
    given(world, client, 18)
    assert worse(world) == []


def test_the_mark_says_both_scores_since_when_by_which_value_and_from_how_many(world: World) -> None:
    given(world, world.client(), 10, 12, 14, 18)
    (flag,) = worse(world)
    assert isinstance(flag.facts, WorseFacts)
    facts = flag.facts
    assert (facts.instrument_name, facts.first, facts.latest, facts.points, facts.n) == ("PHQ-9", 10.0, 18.0, 6, 4)
    assert (facts.first_on, flag.since) == (world.today - timedelta(weeks=3), world.today)
    assert "talking therapies" in facts.source


def test_a_guardians_scores_a_closed_file_and_a_pause_make_no_mark(world: World) -> None:
    given(world, world.client("Wren A."), 10, 12, 18, rater=Rater.GUARDIAN)
    client = world.client()
    given(world, client, 10, 12, 18)
    assert len(worse(world)) == 1
    world.workspace.client_measures.pause(client.id, "Rating had become a ritual")
    assert worse(world) == []
    world.workspace.client_measures.resume(client.id)
    assert len(worse(world)) == 1
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED, "Moved")
    assert worse(world) == []


@pytest.mark.parametrize("blank", [0, 1, 3])
def test_a_form_with_a_blank_hides_no_mark_and_makes_none(world: World, blank: int) -> None:
    client = world.client()
    for place, total in enumerate((10, 12, 18, 8)):
        answers = (*ANSWERS[total][:-1], None) if place == blank else ANSWERS[total]
        world.workspace.measures.record(NewEntry(client.id, "phq9", Rater.CLIENT, answers))
        world.clock.advance(days=7)
    assert [flag.facts.latest for flag in worse(world) if isinstance(flag.facts, WorseFacts)] == (
        [18.0] if blank == 3 else []
    )


@pytest.mark.parametrize(("before", "is_marked"), [(18, True), (8, True), (8, False)])
def test_an_earlier_episode_neither_hides_a_mark_nor_makes_one(world: World, before: int, is_marked: bool) -> None:
    client = world.client()
    given(world, client, before, before, before)
    world.workspace.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today)
    world.clock.advance(days=60)
    world.workspace.episodes.open_new(client.id, set(Confirm))
    given(world, client, 9, 12, 15 if is_marked else 14)
    assert bool(worse(world)) is is_marked
    given(world, client, 14)
    assert worse(world) == []


def test_what_was_read_before_a_change_is_not_kept_after_it(world: World) -> None:
    client, other = world.client(), world.client("Wren A.")
    given(world, other, 10, 12, 18)
    for totals, marked in (((10, 12, 18), 2), ((10,), 1), ((18,), 2)):
        given(world, client, *totals)
        world.clock.advance(days=7)
        assert len(worse(world)) == marked


def test_dismissing_holds_until_the_next_score(world: World) -> None:
    client = world.client()
    given(world, client, 10, 12, 18)
    world.workspace.home.dismiss_flag(worse(world)[0], "The week of the funeral")
    assert worse(world) == []
    world.clock.advance(days=7)
    world.workspace.measures.record(NewEntry(client.id, "phq9", Rater.CLIENT, ANSWERS[18]))
    assert len(worse(world)) == 1


def test_paused_measures_raise_no_drop_and_no_early_mark_but_an_answer_always_speaks(world: World) -> None:
    client, early = world.client(), world.client("Wren A.")
    world.rated(client, [8, 8, 8, 8, 8, 8, 8, 4])
    world.rated(early, [8, 5], last=-6)
    world.workspace.measures.record(NewEntry(client.id, "phq9", Rater.CLIENT, ANSWERS[9]))
    assert {flag.kind for flag in world.workspace.home.today().flags} == {
        FlagKind.ANSWER_TO_REVIEW,
        FlagKind.MARKED_DROP,
        FlagKind.LOW_EARLY_CHECKIN,
    }
    for one in (client, early):
        world.workspace.client_measures.pause(one.id, "Rating had become a ritual")
    assert [flag.kind for flag in world.workspace.home.today().flags] == [FlagKind.ANSWER_TO_REVIEW]
