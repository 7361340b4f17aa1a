"""Every act is one unit of work: one entry in the audit trail, one piece of news."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from tests.services.scene import Scene, built_scene
from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientDetails, ClientStatus, Phase
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.goals import GoalDetails, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.note_templates import FREE
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.domain.tasks import TaskDetails
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.goals import GoalLevels
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.services.workspace import Workspace

pytestmark = pytest.mark.zone("America/New_York")  # the scene is built once, before any clock of a test


def _removed_session(s: Scene) -> None:
    s.world.workspace.sessions.restore(s.world.workspace.sessions.remove(s.ahead.id))


ACTS: dict[str, tuple[Subject, Callable[[Scene], object]]] = {
    "change the practice": (
        Subject.PRACTICE,
        lambda s: s.world.workspace.practice.change(replace(s.world.workspace.practice.get(), title="MA")),
    ),
    "add a client": (Subject.CLIENTS, lambda s: s.world.client("Wren A.")),
    "change a client": (
        Subject.CLIENTS,
        lambda s: s.world.workspace.clients.change(s.client.id, ClientDetails(preferred_name="Mara T.")),
    ),
    "set a status": (
        Subject.CLIENTS,
        lambda s: s.world.workspace.clients.set_status(s.client.id, ClientStatus.PAUSED, "Away until May"),
    ),
    "set a phase": (Subject.CLIENTS, lambda s: s.world.workspace.clients.set_phase(s.client.id, Phase.WORKING)),
    "plan a session": (Subject.SESSIONS, lambda s: s.world.planned(s.client, 3)),
    "start an unplanned session": (
        Subject.SESSIONS,
        lambda s: s.world.workspace.sessions.start_unplanned(s.client.id),
    ),
    "book the next session": (
        Subject.SESSIONS,
        lambda s: s.world.workspace.sessions.book_next(s.ahead.id),
    ),
    "set attendance": (
        Subject.SESSIONS,
        lambda s: s.world.workspace.sessions.set_attendance(
            s.today.id, Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True
        ),
    ),
    "move a session": (
        Subject.SESSIONS,
        lambda s: s.world.workspace.sessions.move(s.ahead.id, s.world.today + timedelta(days=8), time(14, 0), 50),
    ),
    "change how a session is held": (
        Subject.SESSIONS,
        lambda s: s.world.workspace.sessions.set_modality(s.ahead.id, Modality.VIDEO),
    ),
    "put a note aside": (Subject.SESSIONS, lambda s: s.world.workspace.sessions.put_note_aside(s.today.id)),
    "remove a session": (Subject.SESSIONS, lambda s: s.world.workspace.sessions.remove(s.ahead.id)),
    "start a note": (Subject.NOTES, lambda s: s.world.workspace.notes.start(s.today.id)),
    "save a draft": (
        Subject.NOTES,
        lambda s: s.world.workspace.notes.save_draft(s.draft.id, s.draft.sections, base_version=s.draft.version),
    ),
    "change the template": (
        Subject.NOTES,
        lambda s: s.world.workspace.notes.change_template(s.draft.id, FREE, base_version=s.draft.version),
    ),
    "touch goals": (
        Subject.NOTES,
        lambda s: s.world.workspace.notes.touch_goals(s.draft.id, frozenset({s.goal.id})),
    ),
    "sign a note": (Subject.NOTES, lambda s: s.world.workspace.notes.sign(s.draft.id)),
    "add to a signed note": (
        Subject.NOTES,
        lambda s: s.world.workspace.notes.add_addendum(s.signed.id, "Also the bus.", "Left out", s.world.today),
    ),
    "add a goal": (
        Subject.GOALS,
        lambda s: s.world.workspace.goals.add(s.client.id, GoalDetails("Shop at a quiet hour")),
    ),
    "change a goal": (
        Subject.GOALS,
        lambda s: s.world.workspace.goals.change(s.goal.id, GoalDetails("Take the bus with one change")),
    ),
    "set a goal's status": (
        Subject.GOALS,
        lambda s: s.world.workspace.goals.set_status(s.goal.id, GoalStatus.REACHED),
    ),
    "rate a goal": (
        Subject.GOALS,
        lambda s: s.world.workspace.goals.rate(s.goal.id, 5, session_id=s.past.id),
    ),
    "set the level of a goal": (
        Subject.GOALS,
        lambda s: s.world.workspace.goals.set_levels(s.client.id, (GoalLevels(s.goal.id, 1, 3, 2),)),
    ),
    "add a task": (
        Subject.GOALS,
        lambda s: s.world.workspace.tasks.add(s.goal.id, TaskDetails("One stop with a friend")),
    ),
    "clear a rating": (
        Subject.GOALS,
        lambda s: s.world.workspace.goals.clear_rating(s.goal.id, s.past.id),
    ),
    "agree": (
        Subject.AGREEMENTS,
        lambda s: s.world.workspace.agreements.agree(
            s.client.id, (DraftClause(Topic.FEES, "90 a session."),), s.world.today, None, AgreedHow.VERBAL
        ),
    ),
    "end a clause": (
        Subject.AGREEMENTS,
        lambda s: s.world.workspace.agreements.end_clause(s.agreement.clauses[0].clause_id, s.world.today),
    ),
    "propose a clause": (
        Subject.AGREEMENTS,
        lambda s: s.world.workspace.clause_drafts.propose(
            s.client.id, DraftClause(Topic.GIFTS, "Small ones are fine.")
        ),
    ),
    "look at all clauses together": (
        Subject.AGREEMENTS,
        lambda s: s.world.workspace.clause_reviews.record(s.client.id, s.world.today, "All of it stays."),
    ),
    "set a review": (
        Subject.AGREEMENTS,
        lambda s: s.world.workspace.agreements.set_review(s.agreement.clauses[0].clause_id, None),
    ),
    "record a check-in": (
        Subject.MEASURES,
        lambda s: s.world.workspace.measures.record_checkin(s.past.id, Rater.CLIENT, (7, 8, 9, 6)),
    ),
    "skip one's own check-in": (Subject.MEASURES, lambda s: s.world.workspace.measures.skip_mine(s.today.id)),
    "correct a check-in": (
        Subject.MEASURES,
        lambda s: s.world.workspace.measures.correct(s.past.id, Rater.COUNSELOR, (8, 8, 8, 8)),
    ),
    "record a measure": (
        Subject.MEASURES,
        lambda s: s.world.workspace.measures.record(NewEntry(s.client.id, "phq9", Rater.CLIENT, (0,) * 9)),
    ),
    "correct a measure": (
        Subject.MEASURES,
        lambda s: s.world.workspace.measures.correct_measure(
            s.form.id, NewEntry(s.client.id, "phq9", Rater.CLIENT, (0,) * 9)
        ),
    ),
    "write down that a measure was not given": (
        Subject.MEASURES,
        lambda s: s.world.workspace.measures.not_given(s.today.id, "phq9", NotGivenReason.FORGOT),
    ),
    "review an answer": (
        Subject.MEASURES,
        lambda s: s.world.workspace.answers.review(s.form.id, "Talked about it at length."),
    ),
    "be reminded of an answer": (
        Subject.REMINDERS,
        lambda s: s.world.workspace.answers.remind(s.form.id, 30, "Answer to review"),
    ),
    "talk a drop through": (
        Subject.MEASURES,
        lambda s: s.world.workspace.alliance.talk_through(s.client.id, s.past.id, "My tone."),
    ),
    "dismiss a flag": (
        Subject.MEASURES,
        lambda s: s.world.workspace.home.dismiss_flag(s.world.workspace.home.today().flags[1], "A bad week"),
    ),
    "add a reminder": (
        Subject.REMINDERS,
        lambda s: s.world.workspace.reminders.add(ReminderDetails("Back up", s.world.today)),
    ),
    "change a reminder": (
        Subject.REMINDERS,
        lambda s: s.world.workspace.reminders.change(s.reminder.id, ReminderDetails("Ask again", s.world.today)),
    ),
    "tick a reminder off": (Subject.REMINDERS, lambda s: s.world.workspace.reminders.done(s.reminder.id)),
    "skip a reminder": (Subject.REMINDERS, lambda s: s.world.workspace.reminders.skip(s.reminder.id)),
    "put a reminder off": (
        Subject.REMINDERS,
        lambda s: s.world.workspace.reminders.later(s.reminder.id, s.world.today + timedelta(days=1)),
    ),
    "remove a reminder": (Subject.REMINDERS, lambda s: s.world.workspace.reminders.remove(s.reminder.id)),
    "take a removed reminder back": (
        Subject.REMINDERS,
        lambda s: s.world.workspace.reminders.restore(s.reminder),
    ),
    "record a disclosure": (
        Subject.DISCLOSURES,
        lambda s: s.world.workspace.disclosures.reserve_and_record(
            s.client.id, "progress summary", "client", Outlet.PDF, lambda serial: (serial.encode(), 1)
        ),
    ),
}


@pytest.fixture(scope="module")
def built(master_vault: ReadyVault, tmp_path_factory: pytest.TempPathFactory) -> tuple[ReadyVault, Scene]:
    """The scene, built once in a vault that is closed again."""
    vault, clock = master_vault.copied_to(tmp_path_factory.mktemp("scene") / "home"), FakeClock()
    workspace = Workspace(vault.open(now=clock.now), clock, Events())
    scene = built_scene(World(workspace, clock))
    workspace.close()
    return vault, scene


@pytest.fixture
def scene(built: tuple[ReadyVault, Scene], clock: FakeClock, tmp_path: Path) -> Iterator[Scene]:
    """The scene in a vault of the test's own, one hour later."""
    vault, scene = built
    clock.advance(hours=1)
    workspace = Workspace(vault.copied_to(tmp_path / "home").open(now=clock.now), clock, Events())
    yield replace(scene, world=World(workspace, clock))
    workspace.close()


@pytest.mark.parametrize("act", ACTS)
def test_an_act_leaves_one_entry_in_the_audit_trail_and_one_piece_of_news(scene: Scene, act: str) -> None:
    subject, do = ACTS[act]
    before = scene.world.rows()
    do(scene)
    assert scene.world.rows() == before + 1
    assert [changed.subject for changed in scene.world.heard] == [subject]


def test_undoing_is_an_act_as_well(scene: Scene) -> None:
    w = scene.world.workspace
    before = scene.world.rows()
    _removed_session(scene)
    w.alliance.talk_through(scene.client.id, scene.past.id)
    w.alliance.undo_talk_through(scene.client.id, scene.past.id)
    flag = w.home.today().flags[1]
    w.home.dismiss_flag(flag, "A bad week")
    w.home.bring_back_flag(flag)
    assert scene.world.rows() == before + 6
    assert len(scene.world.heard) == 6
    assert flag in w.home.today().flags


def test_looking_leaves_no_entry_but_opening_a_client_or_a_note_leaves_one(scene: Scene) -> None:
    w = scene.world.workspace
    before = scene.world.rows()
    w.home.today()
    w.clients.lines()
    w.clients.header(scene.client.id)
    w.clients.timeline(scene.client.id)
    w.sessions.week(scene.world.today)
    w.notes.get(scene.draft.id)
    assert scene.world.rows() == before
    w.clients.open(scene.client.id)
    w.notes.start(scene.past.id)
    assert [(row.act, row.object) for row in w.audit.rows(limit=2)] == [
        ("note.viewed", f"note:{scene.draft.id}"),
        ("client.viewed", f"client:{scene.client.id}"),
    ]
    assert scene.world.rows() == before + 2
    assert scene.world.heard == []


def test_the_editor_that_saved_is_named_in_the_news(scene: Scene) -> None:
    editor = object()
    scene.world.workspace.notes.save_draft(
        scene.draft.id, scene.draft.sections, base_version=scene.draft.version, by=editor
    )
    assert scene.world.heard[0].by is editor
    assert scene.world.heard[0].client_id == scene.client.id
