from datetime import UTC, datetime, time, timedelta

import pytest

from tests.services.world import NOON, World
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import Client, ClientStatus
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.commitment_kept import KeptKind, KeptPart
from vitalshift_desktop.domain.commitments import CommitmentTerms, Rhythm
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    DateIsImpossible,
    EpisodeHasEnded,
    NotFound,
    TextIsMissing,
)
from vitalshift_desktop.domain.session_course import SessionCourse
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Session
from vitalshift_desktop.domain.tasks import TaskAnswer, TaskDetails
from vitalshift_desktop.services.commitment_reviews import reviews_due

WEEKLY = CommitmentTerms(Rhythm(), 50, 8, "Walks to the shop", "Answers messages by the next working day")


def only_part(world: World, client: Client) -> KeptPart:
    kept = world.workspace.commitments.kept(client.id)
    assert kept is not None
    (part,) = kept.parts
    return part


def lines(part: KeptPart) -> dict[KeptKind, int]:
    return {line.kind: len(line.entries) for line in part.lines}


def test_what_was_agreed_is_a_version_of_the_episode_with_its_entry_and_news(world: World) -> None:
    client, before = world.client(), world.rows()
    agreed = world.workspace.commitments.agree(client.id, WEEKLY, world.today)
    assert world.rows() == before + 1
    assert (world.heard[-1].subject, world.heard[-1].client_id) == (Subject.AGREEMENTS, client.id)
    view = world.workspace.commitments.view(client.id)
    assert (view.now, view.versions) == (agreed, (agreed,))


def test_a_change_is_the_next_version_with_a_reason_and_the_earlier_one_stays(world: World) -> None:
    client, commitments = world.client(), world.workspace.commitments
    first = commitments.agree(client.id, WEEKLY, world.today)
    with pytest.raises(TextIsMissing):
        commitments.agree(client.id, CommitmentTerms(Rhythm(1, 2)), world.today)
    world.clock.advance(days=14)
    later = commitments.agree(client.id, CommitmentTerms(Rhythm(1, 2)), world.today, "New shifts")
    view = commitments.view(client.id)
    assert (view.now, view.versions) == (later, (first, later))
    kept = commitments.kept(client.id)
    assert kept is not None
    assert [(one.part.commitment, one.by_rhythm) for one in kept.parts] == [(later, 0), (first, 2)]


def test_what_was_written_by_mistake_is_taken_back_once_and_the_earlier_version_counts_again(world: World) -> None:
    client, commitments = world.client(), world.workspace.commitments
    first = commitments.agree(client.id, WEEKLY, world.today)
    wrong = commitments.agree(client.id, CommitmentTerms(None), world.today, "Mistyped")
    commitments.take_back(wrong.id)
    view = commitments.view(client.id)
    assert view.now == first
    assert len(view.versions) == 2
    with pytest.raises(AlreadyRecorded):
        commitments.take_back(wrong.id)
    assert commitments.agree(client.id, CommitmentTerms(None), world.today, "Once more").number == 3


def test_nothing_is_agreed_for_a_day_to_come_or_once_the_work_has_ended(world: World) -> None:
    client, commitments = world.client(), world.workspace.commitments
    with pytest.raises(DateIsImpossible):
        commitments.agree(client.id, WEEKLY, world.today + timedelta(days=1))
    assert commitments.view(client.id).versions == ()
    world.held(client, -7)
    world.workspace.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today)
    assert not commitments.view(client.id).can_agree
    with pytest.raises(EpisodeHasEnded):
        commitments.agree(client.id, WEEKLY, world.today)


def test_another_episode_begins_with_nothing_agreed_and_each_keeps_its_own_sessions(world: World) -> None:
    client, commitments = world.client(), world.workspace.commitments
    commitments.agree(client.id, WEEKLY, world.today - timedelta(days=21))
    for days in (-21, -14, -7):
        world.held(client, days)
    world.workspace.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today)
    first = world.workspace.episodes.current(client.id)
    assert first is not None
    world.clock.advance(days=60)
    world.workspace.episodes.open_new(client.id, set(Confirm))
    assert commitments.view(client.id).now is None
    with pytest.raises(DateIsImpossible):
        commitments.agree(client.id, WEEKLY, world.today - timedelta(days=40))
    commitments.agree(client.id, CommitmentTerms(Rhythm(1, 2)), world.today)
    world.held(client, 0)
    now, before = commitments.kept(client.id), commitments.kept(client.id, first.id)
    assert now is not None
    assert before is not None
    assert [len(one.episodes) for one in (now, before)] == [2, 2]
    assert [one.parts[0].held for one in (now, before)] == [1, 3]
    assert before.parts[0].part.last_day == first.ended_on
    assert before.parts[0].by_rhythm == 3


def test_agreed_and_actual_of_a_spring_with_a_closure_a_break_and_the_change_of_the_clock(world: World) -> None:
    """Nine weeks from 2 February, over 8 March, when the clock goes forward."""
    world.clock.set(datetime(2026, 4, 5, 15, 0, tzinfo=UTC))
    client, w = world.client(), world.workspace
    first = (datetime(2026, 2, 2, tzinfo=UTC).date() - world.today).days
    w.commitments.agree(client.id, WEEKLY, world.today + timedelta(days=first))
    sessions = [world.planned(client, first + 7 * week, time(16, 30)) for week in (0, 1, 2, 4, 5, 6)]
    marks = [
        (Attendance.ATTENDED, None, False), (Attendance.LATE, None, False),
        (Attendance.CANCELLED, CancelledBy.CLIENT, True), (Attendance.ATTENDED, None, False),
        (Attendance.CANCELLED, CancelledBy.COUNSELOR, False), (Attendance.DID_NOT_ATTEND, None, False),
    ]  # fmt: skip
    for session, (how, by, late) in zip(sessions, marks, strict=True):
        w.sessions.set_attendance(session.id, how, by, late_notice=late)
    w.courses.write(sessions[0].id, SessionCourse(10, 40))
    closed, away = sessions[2].day + timedelta(days=7), sessions[5].day + timedelta(days=7)
    w.closures.add(Closure(ClosureId(0), closed, closed + timedelta(days=6)))
    w.commitments.agree_break(client.id, away, away + timedelta(days=6), "Family visit", agreed_on=sessions[0].day)
    part = only_part(world, client)
    assert (part.by_rhythm, part.booked, part.held) == (7, 6, 3)
    assert lines(part) == {
        KeptKind.CAME: 2, KeptKind.CAME_LATE: 1, KeptKind.CANCELLED_LATE: 1, KeptKind.DID_NOT_ATTEND: 1,
        KeptKind.CANCELLED_BY_COUNSELOR: 1, KeptKind.STARTED_LATE: 1, KeptKind.OTHER_LENGTH: 1,
    }  # fmt: skip
    assert len(part.away) == 2


def moved(world: World, session: Session, asked_by: CancelledBy | None, days: int = 2) -> Session:
    day = session.day + timedelta(days=days)
    return world.workspace.sessions.move(session.id, day, NOON, 50, asked_by=asked_by)


def test_a_moved_session_is_listed_with_whoever_asked_until_the_move_is_undone(world: World) -> None:
    client = world.client()
    world.workspace.commitments.agree(client.id, WEEKLY, world.today - timedelta(days=7))
    session = world.planned(client, -3)
    moved(world, session, CancelledBy.COUNSELOR)
    assert lines(only_part(world, client)) == {KeptKind.MOVED_BY_COUNSELOR: 1, KeptKind.NOT_MARKED: 1}
    world.workspace.sessions.put_back(session)
    assert lines(only_part(world, client)) == {KeptKind.NOT_MARKED: 1}


def test_another_length_alone_is_no_move(world: World) -> None:
    client = world.client()
    world.workspace.commitments.agree(client.id, WEEKLY, world.today - timedelta(days=7))
    session = world.planned(client, -3)
    world.workspace.sessions.move(session.id, session.day, NOON, 80, asked_by=CancelledBy.COUNSELOR)
    assert lines(only_part(world, client)) == {KeptKind.NOT_MARKED: 1}


def test_a_moved_session_that_was_removed_comes_back_with_the_time_it_had(world: World) -> None:
    client = world.client()
    world.workspace.commitments.agree(client.id, WEEKLY, world.today - timedelta(days=7))
    session = moved(world, world.planned(client, -3), CancelledBy.CLIENT)
    removed = world.workspace.sessions.remove(session.id)
    assert only_part(world, client).lines == ()
    world.workspace.sessions.restore(removed)
    assert lines(only_part(world, client)) == {KeptKind.MOVED_BY_CLIENT: 1, KeptKind.NOT_MARKED: 1}


def test_a_break_is_shown_until_it_is_over_or_taken_back(world: World) -> None:
    client, commitments = world.client(), world.workspace.commitments
    one = commitments.agree_break(client.id, world.today, world.today + timedelta(days=6), " By the sea ")
    assert one.words == "By the sea"
    assert commitments.view(client.id).breaks == (one,)
    commitments.take_back_break(one.id)
    assert commitments.view(client.id).breaks == ()
    commitments.agree_break(client.id, world.today, world.today)
    world.clock.advance(days=1)
    assert commitments.view(client.id).breaks == ()


def test_how_a_session_went_is_noted_and_the_earlier_words_come_back(world: World) -> None:
    session = world.held(world.client())
    courses = world.workspace.courses
    assert courses.write(session.id, SessionCourse(5, None)) == SessionCourse()
    assert courses.write(session.id, SessionCourse(5, 45)) == SessionCourse(5, None)
    assert courses.get(session.id) == SessionCourse(5, 45)
    with pytest.raises(ValueError, match="-1"):
        courses.write(session.id, SessionCourse(-1))
    with pytest.raises(NotFound):
        courses.write(type(session.id)(999), SessionCourse(1))


def test_nothing_agreed_means_nothing_to_compare(world: World) -> None:
    client = world.client()
    world.held(client, -7)
    assert world.workspace.commitments.kept(client.id) is None
    taken = world.workspace.commitments.agree(client.id, WEEKLY, world.today)
    world.workspace.commitments.take_back(taken.id)
    assert world.workspace.commitments.kept(client.id) is None


def reviews(world: World) -> list[tuple[int, int]]:
    """Whose, and in how many days from today."""
    with world.workspace.vault.read() as work:
        return [(int(one.client_id or 0), (one.due_on - world.today).days) for one in reviews_due(work, world.today)]


def test_a_review_is_due_after_as_many_sessions_as_agreed_and_begins_again_with_the_next_version(world: World) -> None:
    w, client = world.workspace, world.client()
    w.clients.set_status(client.id, ClientStatus.ACTIVE, "")
    terms = CommitmentTerms(review_after=3)
    w.commitments.agree(client.id, terms, world.today - timedelta(days=21))
    world.held(client, -28)
    world.held(client, -21)
    world.held(client, -14)
    assert reviews(world) == []
    world.planned(client, 5)
    assert reviews(world) == [(client.id, 5)]
    assert w.commitments.view(client.id).held_since == 2
    world.held(client, -7)
    assert reviews(world) == [(client.id, -7)]
    view = w.commitments.view(client.id)
    assert (view.held_since, view.review_on) == (3, world.today - timedelta(days=7))
    w.commitments.agree(client.id, terms, world.today, "Looked at again; it stays")
    assert reviews(world) == []


def test_no_review_is_due_of_a_client_who_does_not_come_at_present(world: World) -> None:
    w, client = world.workspace, world.client()
    w.clients.set_status(client.id, ClientStatus.ACTIVE, "")
    w.commitments.agree(client.id, CommitmentTerms(review_after=1), world.today - timedelta(days=21))
    world.held(client, -14)
    assert len(reviews(world)) == 1
    w.clients.set_status(client.id, ClientStatus.PAUSED, "Abroad")
    assert reviews(world) == []


def test_tasks_told_done_stand_beside_what_was_agreed(world: World) -> None:
    w, client = world.workspace, world.client()
    w.commitments.agree(client.id, WEEKLY, world.today - timedelta(days=7))
    goal = w.goals.add(client.id, GoalDetails("Go out alone"))
    task = w.tasks.add(goal.id, TaskDetails("Walk to the shop", answer=TaskAnswer.AGREED))
    assert only_part(world, client).tasks == ()
    w.tasks.set_done(task.id, world.today)
    assert [(line.done, line.days) for line in only_part(world, client).tasks] == [(True, (world.today,))]
