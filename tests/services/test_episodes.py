from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientStatus, Phase, PhaseMark
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending, Episode
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    EpisodeHasEnded,
    EpisodeIsOpen,
    NotConfirmed,
    NotFound,
)
from vitalshift_desktop.domain.reminders import ReminderDetails, Repeat, RepeatUnit
from vitalshift_desktop.domain.sessions import Modality, Session
from vitalshift_desktop.services.timeline_entries import TimelineKind


def ended(world: World, client: Client, days: int = 0) -> Episode:
    day = world.today + timedelta(days=days)
    return world.workspace.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, day, "As agreed").episode


def came_back(world: World, client: Client) -> Episode:
    return world.workspace.episodes.open_new(client.id, set(Confirm))


def years_later(world: World, scores: list[int]) -> tuple[Client, list[Session]]:
    """A client whose work ended three years ago and who came back now; their sessions then, with check-ins."""
    client = world.client()
    sessions = world.rated(client, scores, last=-1)
    ended(world, client)
    world.clock.advance(days=3 * 365)
    came_back(world, client)
    return client, sessions


def test_a_client_has_an_episode_from_the_day_they_are_more_than_an_enquiry(world: World) -> None:
    w = world.workspace
    client = world.client()
    episode = w.episodes.current(client.id)
    assert episode is not None
    assert (episode.number, episode.opened_on, episode.is_open) == (1, world.today, True)
    enquiry = w.clients.add(ClientDetails(preferred_name="Kim"), status=ClientStatus.ENQUIRY)
    assert w.episodes.of_client(enquiry.id) == ()
    w.clients.set_status(enquiry.id, ClientStatus.ACTIVE)
    assert len(w.episodes.of_client(enquiry.id)) == 1


def test_the_first_session_of_an_enquiry_opens_the_first_episode(world: World) -> None:
    w = world.workspace
    enquiry = w.clients.add(ClientDetails(preferred_name="Kim"), status=ClientStatus.ENQUIRY)
    session = world.planned(enquiry, 3)
    (episode,) = w.episodes.of_client(enquiry.id)
    assert (session.episode_id, episode.opened_on) == (episode.id, session.day)


def test_a_session_written_for_an_earlier_day_moves_the_opening_of_its_episode(world: World) -> None:
    client = world.client()
    session = world.held(client, -40)
    (episode,) = world.workspace.episodes.of_client(client.id)
    assert (session.episode_id, episode.opened_on) == (episode.id, session.day)


def test_ending_closes_the_client_and_can_take_the_sessions_ahead_with_it(world: World) -> None:
    w, client = world.workspace, world.client()
    held, first, second = world.held(client, -7), world.planned(client, 7), world.planned(client, 14)
    assert w.episodes.ahead(client.id) == (first, second)
    result = w.episodes.end(
        client.id, Ending.UNPLANNED, DecidedBy.CLIENT, world.today, " Moved away ", remove_planned=True
    )
    assert result.removed == (first, second)
    assert [line.session for line in w.sessions.of_client(client.id)] == [held]
    assert w.clients.get(client.id).status is ClientStatus.CLOSED
    last = w.clients.timeline(client.id)[0]
    assert (last.kind, last.thing, last.summary) == (TimelineKind.EPISODE_ENDED, result.episode, "Moved away")
    stored = w.episodes.current(client.id)
    assert stored == result.episode
    assert (result.episode.ending, result.episode.decided_by) == (Ending.UNPLANNED, DecidedBy.CLIENT)


def test_an_ending_can_be_taken_back_with_everything_it_took(world: World) -> None:
    w, client = world.workspace, world.client()
    w.clients.set_status(client.id, ClientStatus.PAUSED, "Away until May")
    ahead = world.planned(client, 7)
    before = (w.clients.get(client.id), w.episodes.current(client.id), w.clients.timeline(client.id))
    result = w.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today, remove_planned=True)
    w.episodes.undo_end(client.id, result.removed)
    assert before == (w.clients.get(client.id), w.episodes.current(client.id), w.clients.timeline(client.id))
    assert w.episodes.ahead(client.id) == (ahead,)
    with pytest.raises(EpisodeIsOpen):
        w.episodes.undo_end(client.id)


def test_an_episode_does_not_end_in_the_future_nor_before_a_session_that_was_held(world: World) -> None:
    client = world.client()
    world.held(client, -3)
    for days in (1, -4):
        with pytest.raises(DateIsImpossible):
            ended(world, client, days)
    ended(world, client, -3)
    with pytest.raises(EpisodeHasEnded):
        ended(world, client)


def test_closing_by_status_ends_the_episode_without_a_code_and_taking_that_entry_out_lets_it_go_on(
    world: World,
) -> None:
    w, client = world.workspace, world.client()
    w.clients.set_status(client.id, ClientStatus.CLOSED, "Moved away")
    episode = w.episodes.current(client.id)
    assert episode is not None
    assert (episode.ended_on, episode.ending) == (world.today, None)
    w.files.remove_status(w.files.whole(client.id).statuses[-1])
    assert w.episodes.of_client(client.id) == (episode.going_on(),)


def test_nothing_is_planned_after_an_ending_until_another_episode_opens(world: World) -> None:
    w, client = world.workspace, world.client()
    held = world.held(client, -7)
    ended(world, client, -7)
    for act in (
        lambda: world.planned(client, 7),
        lambda: w.sessions.start_unplanned(client.id),
        lambda: w.sessions.book_next(held.id),
        lambda: w.clients.set_status(client.id, ClientStatus.ACTIVE),
    ):
        with pytest.raises(EpisodeHasEnded):
            act()
    assert w.clients.get(client.id).status is ClientStatus.CLOSED
    forgotten = world.held(client, -8)
    assert forgotten.episode_id == held.episode_id


def test_nothing_opens_until_everything_is_confirmed(world: World) -> None:
    w, client = world.workspace, world.client()
    with pytest.raises(EpisodeIsOpen):
        came_back(world, client)
    ended(world, client)
    for missing in Confirm:
        with pytest.raises(NotConfirmed):
            w.episodes.open_new(client.id, set(Confirm) - {missing})
    assert len(w.episodes.of_client(client.id)) == 1
    episode = came_back(world, client)
    assert (episode.number, episode.opened_on) == (2, world.today)
    assert w.clients.get(client.id).status is ClientStatus.ACTIVE


def test_each_act_of_an_ending_and_a_return_leaves_one_entry(world: World) -> None:
    w, client = world.workspace, world.client()
    world.planned(client, 7)
    acts: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: ended(world, client), "episode.ended"),
        (lambda: w.episodes.undo_end(client.id), "episode.ended"),
        (lambda: ended(world, client), "episode.ended"),
        (lambda: came_back(world, client), "episode.opened"),
    )
    for act, name in acts:
        before, heard = world.rows(), len(world.heard)
        act()
        assert (world.rows(), len(world.heard)) == (before + 1, heard + 1)
        assert w.audit.rows(limit=1)[0].act == name


def test_without_an_episode_there_is_nothing_to_end(world: World) -> None:
    w = world.workspace
    enquiry = w.clients.add(ClientDetails(preferred_name="Kim"), status=ClientStatus.ENQUIRY)
    with pytest.raises(NotFound):
        ended(world, enquiry)
    with pytest.raises(NotFound):
        w.episodes.undo_end(enquiry.id)


def test_in_another_episode_numbers_phases_and_lines_begin_again(world: World) -> None:
    w = world.workspace
    client, earlier = years_later(world, [8, 8, 8])
    w.clients.set_phase(client.id, Phase.WORKING)
    session = world.held(client, 0, time(9, 0))
    world.planned(client, 7)
    header = w.clients.header(client.id)
    assert (header.held, header.first_day) == (1, session.day)
    assert [dot.session_no for span in header.phases for dot in span.dots] == [1, 2]
    (line,) = [line for line in w.clients.lines() if line.client.id == client.id]
    assert line.session_no == 1
    assert [one.number for one in w.sessions.of_client(client.id)] == [2, 1, 3, 2, 1]
    timeline = [entry for entry in w.clients.timeline(client.id) if entry.session_id]
    assert [entry.session_no for entry in timeline] == [1, 3, 2, 1]
    note = w.notes.get(w.notes.start(session.id).id)
    assert note.number == 1
    assert earlier[0].episode_id != session.episode_id


def test_the_phase_of_another_episode_is_the_beginning_again(world: World) -> None:
    w, client = world.workspace, world.client()
    w.clients.set_phase(client.id, Phase.ENDING)
    ended(world, client)
    world.clock.advance(days=400)
    came_back(world, client)
    (line,) = [line for line in w.clients.lines() if line.client.id == client.id]
    assert line.phase is Phase.BEGINNING
    with w.vault.read() as work:
        assert work.clients.phase_marks(client.id)[-1] == PhaseMark(client.id, Phase.BEGINNING, world.today)


def test_the_course_of_another_episode_rests_on_its_own_scores(world: World) -> None:
    w = world.workspace
    client, sessions = years_later(world, [8, 8, 8, 8, 8, 8, 8])
    w.practice.change(replace(w.practice.get(), low_checkin_under=6.0))
    own = world.rated(client, [5], last=0)
    course = w.alliance.course(client.id)
    assert [point.session_id for point in course.points] == [one.id for one in own]
    assert (course.usual_range, course.marks) == (None, ())
    earlier = w.alliance.course(client.id, w.episodes.of_client(client.id)[0].id)
    assert [point.session_id for point in earlier.points] == [one.id for one in sessions]
    assert earlier.usual_range is not None
    kinds = {flag.kind for flag in w.home.today().flags if flag.client_id == client.id}
    assert FlagKind.MARKED_DROP not in kinds
    assert FlagKind.LOW_EARLY_CHECKIN in kinds


def test_a_summary_begins_with_the_current_episode(world: World) -> None:
    w = world.workspace
    client, _ = years_later(world, [8, 8, 8])
    session = world.held(client, 0)
    assert w.progress.default_period(client.id).first == session.day


def test_every_so_many_sessions_counts_those_of_the_current_episode(world: World) -> None:
    client, _ = years_later(world, [8, 8, 8])
    world.workspace.sessions.plan(client.id, world.today, time(12), 50, Modality.IN_PERSON)
    world.workspace.sessions.plan(client.id, world.today + timedelta(days=14), time(12), 50, Modality.IN_PERSON)
    details = ReminderDetails("Look back", world.today, client_id=client.id, repeat=Repeat(2, RepeatUnit.SESSIONS))
    reminder = world.workspace.reminders.add(details)
    done = world.workspace.reminders.done(reminder.id)
    # One session ahead is planned; the second is expected in the rhythm of this episode: two weeks, not one.
    assert done.details.due_on == world.today + timedelta(days=28)
