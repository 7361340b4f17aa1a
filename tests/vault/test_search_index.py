"""The full-text index of the vault: nothing that changes is forgotten, and nothing that was taken out lingers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.notes import Note, Section
from vitalshift_desktop.domain.record_search import Question
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.records.search_index import FINAL, OPEN, mark_everything
from vitalshift_desktop.vault.vault import Vault

SOURCES = (
    "note_text", "addendum", "contact_note", "contact_addition", "goal", "clause_version", "attachment", "safety_plan",
    "consent", "consent_withdrawal"
)  # fmt: skip
WATCHED = {
    *(f"search_{table}_{act}" for table in SOURCES for act in ("insert", "update", "delete")),
    "search_note_delete",
    "search_note_update",
    "search_session_update",
    "search_task_state_insert",
}


@pytest.fixture
def world(ready_vault: ReadyVault, clock: FakeClock) -> Iterator[World]:
    workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
    yield World(workspace, clock)
    workspace.close()


def answer(world: World, statement: str) -> list[tuple[object, ...]]:
    with world.workspace.vault.read() as work:
        return [tuple(row) for row in work.meta._session.execute(text(statement)).all()]


def numbers(world: World, word: str) -> int:
    with world.workspace.vault.read() as work:
        return len(work.search.matches(Question(word), 10))


def test_whoever_makes_a_table_anew_makes_the_triggers_of_the_index_anew(world: World) -> None:
    found = {str(name) for (name,) in answer(world, "SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert found >= WATCHED


def test_a_change_is_marked_in_its_own_transaction_and_read_in_later(world: World) -> None:
    world.written(world.held(world.client()), "lamp")
    assert numbers(world, "lamp") == 0
    assert answer(world, "SELECT kind, item FROM search_stale") == [(1, 1)]
    assert world.workspace.vault.freshen_search(10)
    assert (numbers(world, "lamp"), answer(world, "SELECT * FROM search_stale")) == (1, [])
    assert not world.workspace.vault.freshen_search(10)


def break_off(world: World, statement: str) -> None:
    with world.workspace.vault.write() as work:
        work.meta._session.connection().exec_driver_sql(statement)
        raise ZeroDivisionError


def test_a_change_that_is_dropped_marks_nothing(world: World) -> None:
    goal = world.workspace.goals.add(world.client().id, GoalDetails(wording="lamp", short="x"))
    world.workspace.vault.freshen_search(10)
    with pytest.raises(ZeroDivisionError):
        break_off(world, f"UPDATE goal SET wording=wording WHERE id={goal.id}")
    assert answer(world, "SELECT * FROM search_stale") == []


def test_freshening_that_breaks_off_is_begun_again(world: World) -> None:
    world.workspace.goals.add(world.client().id, GoalDetails(wording="lamp", short="x"))
    with world.workspace.vault.write() as work:
        work.meta._session.connection().exec_driver_sql(
            "CREATE TRIGGER broken BEFORE DELETE ON search_stale BEGIN SELECT RAISE(ABORT, 'power cut'); END"
        )
    with pytest.raises(Exception, match="power cut"):
        world.workspace.vault.freshen_search(10)
    assert (numbers(world, "lamp"), len(answer(world, "SELECT * FROM search_stale"))) == (0, 1)
    with world.workspace.vault.write() as work:
        work.meta._session.connection().exec_driver_sql("DROP TRIGGER broken")
    assert world.workspace.vault.freshen_search(10)
    assert numbers(world, "lamp") == 1


def test_words_that_were_taken_out_are_gone_from_the_pages_of_the_index(world: World) -> None:
    goals, client = world.workspace.goals, world.client()
    goal = goals.add(client.id, GoalDetails(wording="Quittenmarmelade", short="x"))
    goals.add(client.id, GoalDetails(wording="Quittenbaum", short="x"))
    world.workspace.vault.freshen_search(10)
    assert b"marmelade" in pages(world)
    goals.change(goal.id, GoalDetails(wording="Nothing", short="x"))
    world.workspace.vault.freshen_search(10)
    assert b"marmelade" not in pages(world)


def pages(world: World) -> bytes:
    """Everything in the tables that SQLite keeps for the index."""
    found = [row for index in (OPEN, FINAL) for row in answer(world, f"SELECT block FROM {index}_data")]
    return b"".join(bytes(row[0]) for row in found)  # type: ignore[call-overload]  # the column is a BLOB


def test_everything_can_be_read_in_again(world: World) -> None:
    world.signed(world.held(world.client()))
    world.workspace.vault.freshen_search(10)
    with world.workspace.vault.write() as work:
        connection: Connection = work.meta._session.connection()
        mark_everything(connection.connection.driver_connection)  # type: ignore[arg-type]  # the driver's own
    assert world.workspace.vault.freshen_search(10)
    assert numbers(world, "walked") == 1


def test_a_changed_key_and_a_restored_backup_keep_the_index_and_its_forgetting(
    ready_vault: ReadyVault, clock: FakeClock, tmp_path: Path
) -> None:
    code = RecoveryCode(bytes(range(16)))
    with ready_vault.open(now=clock.now) as vault:
        writing = World(Workspace(vault, clock, Events()), clock)
        writing.written(writing.held(writing.client()), "Quittenmarmelade.")
        vault.freshen_search(10)
        vault.ways_in.rotate(PASSPHRASE, code)
    with Vault.open(ready_vault.folder, code, paths=ready_vault.paths, now=clock.now) as vault:
        backup = vault.back_up(tmp_path).path
    there = tmp_path / "there" / "Practice.vshift"
    paths = DevicePaths(tmp_path / "there" / "data")
    Restoring(clock, paths).prepare(backup, code, there).switch()
    with Vault.open(there, code, paths=paths, now=clock.now) as vault:
        world = World(Workspace(vault, clock, Events()), clock)
        assert numbers(world, "quittenmarmelade") == 1
        assert b"quittenmarmelade" in pages(world)
        (note,) = (note for client in world.workspace.search.clients() for note in notes_of(vault, client.id))
        world.workspace.notes.save_draft(note.id, (Section("data", "Nothing."),), base_version=note.version)
        vault.freshen_search(10)
        assert b"quitten" not in pages(world)
        assert vault.check().ok


def notes_of(vault: Vault, client_id: ClientId) -> tuple[Note, ...]:
    with vault.read() as work:
        return work.notes.of_client(client_id)
