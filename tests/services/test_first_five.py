import pytest

from tests.services.world import World
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.early_reviews import ReviewSheet
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.domain.first_five import CellState, ReviewState
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.domain.tasks import TaskAnswer, TaskCount, TaskDetails


def test_the_board_holds_active_clients_in_their_first_five_sessions_the_latest_beginner_first(world: World) -> None:
    old, new, long_here = world.client("Maren T."), world.client("Kim S."), world.client("Ida P.")
    world.rated(old, [7, 7, 7], last=-14)
    world.rated(new, [7, 3], last=-1)
    world.rated(long_here, [7] * 6, last=-3)
    world.planned(new, 6)
    rows = world.workspace.first_five.page().rows
    assert [(row.client.id, row.held) for row in rows] == [(new.id, 2), (old.id, 3)]
    cells = rows[0].cells
    assert [cell.score for cell in cells] == [7.0, 3.0, None, None, None]
    assert (cells[1].mark, cells[2].state) == (FlagKind.LOW_EARLY_CHECKIN, CellState.PLANNED)
    assert rows[0].next_session is not None
    assert rows[1].next_session is None
    assert rows[1].reviews == {3: ReviewState.DUE, 5: ReviewState.NOT_YET}


def test_goals_agreements_and_reviews_are_counted_in_the_row(world: World) -> None:
    client = world.client()
    world.rated(client, [7, 7, 7])
    world.workspace.goals.add(client.id, GoalDetails("Sleep through", agreed_on=world.today))
    friends = world.workspace.goals.add(client.id, GoalDetails("See friends"))
    for answer in (TaskAnswer.AGREED, TaskAnswer.DECLINED):
        world.workspace.tasks.add(friends.id, TaskDetails("Ring one of them", answer=answer))
    world.workspace.early_reviews.keep(client.id, 3, ReviewSheet(helps="The walks"))
    (row,) = world.workspace.first_five.page().rows
    assert (row.goals.active, row.goals.agreed, row.has_agreement) == (2, 1, False)
    assert row.tasks == TaskCount(2, 1)
    assert row.reviews[3] is ReviewState.BEGUN


def test_a_new_episode_begins_with_empty_cells_and_a_sheet_of_its_own(world: World) -> None:
    client = world.client()
    world.rated(client, [7, 7, 7], last=-60)
    world.workspace.early_reviews.keep(client.id, 3, ReviewSheet(helps="The walks", talked_on=world.today))
    world.workspace.episodes.end(client.id, Ending.UNPLANNED, DecidedBy.CLIENT, world.today, "")
    assert world.workspace.first_five.page().rows == ()
    endings = world.workspace.first_five.page().endings
    assert (endings.ended, endings.within_five, endings.endings) == (1, 1, {Ending.UNPLANNED: 1})
    world.workspace.episodes.open_new(client.id, list(Confirm))
    (row,) = world.workspace.first_five.page().rows
    assert (row.held, {cell.state for cell in row.cells}) == (0, {CellState.AHEAD})
    assert world.workspace.early_reviews.page(client.id, 3).sheet == ReviewSheet()


def test_sessions_without_a_checkin_are_counted_and_how_many_of_them_were_online(world: World) -> None:
    client = world.client()
    world.rated(client, [7, 7], last=-2)
    world.held(client, -3)
    day = world.held(client, -4).day
    session = next(line.session for line in world.workspace.sessions.of_client(client.id) if line.session.day == day)
    world.workspace.sessions.set_modality(session.id, Modality.VIDEO)
    asked = world.workspace.first_five.page().checkins
    assert (asked.held, asked.given, asked.online) == (4, 2, 1)


def test_a_sheet_is_kept_as_it_is_written_with_one_entry_for_each_sitting(world: World) -> None:
    client = world.client()
    world.held(client, -1)
    reviews, before = world.workspace.early_reviews, world.rows()
    assert reviews.keep(client.id, 5, ReviewSheet(goals="Sleep")) == ReviewSheet()
    world.clock.advance(minutes=1)
    assert reviews.keep(client.id, 5, ReviewSheet(goals="Sleep first")) == ReviewSheet(goals="Sleep")
    assert world.rows() == before + 1
    reviews.keep(client.id, 5, ReviewSheet(goals="Sleep first", talked_on=world.today))
    assert world.rows() == before + 2
    assert world.heard[-1].subject is Subject.MEASURES
    page = reviews.page(client.id, 5)
    assert (page.sheet.talked_on, page.held, page.number) == (world.today, 1, 5)


def test_there_is_no_sheet_for_another_session(world: World) -> None:
    client = world.client()
    world.held(client, -1)
    with pytest.raises(NotFound):
        world.workspace.early_reviews.page(client.id, 4)
    with pytest.raises(NotFound):
        world.workspace.early_reviews.keep(client.id, 4, ReviewSheet())
