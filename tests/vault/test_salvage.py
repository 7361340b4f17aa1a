"""What can still be read of damaged records comes back, whole among itself; what cannot is counted."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import PAGE, contents, copies, database, header_of
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.problems import BackupCancelled, NoteAlreadySigned, VaultIsDamaged
from vitalshift_desktop.domain.rescue import Salvage
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.opening import Place
from vitalshift_desktop.vault.rescue.rebuilding import completed, rebuilt
from vitalshift_desktop.vault.vault import Vault

CLIENTS, SPOILT = 20, 25


def unseen(_share: float) -> None:
    """Nobody looks."""


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def filled(master_vault: ReadyVault, tmp_path_factory: pytest.TempPathFactory) -> ReadyVault:
    """Many clients, each with a signed note, a draft and a goal; closed, and copied for each test."""
    vault, clock = master_vault.copied_to(tmp_path_factory.mktemp("filled") / "home"), FakeClock()
    workspace = Workspace(vault.open(now=clock.now), clock, Events())
    world = World(workspace, clock)
    for number in range(CLIENTS):
        client = world.client(f"Client {number:02}")
        world.signed(world.held(client, -100 - number))
        world.written(world.held(client, -1 - number), text=f"Draft of {number} " + "and more " * 100)
        workspace.goals.add(client.id, GoalDetails(f"Goal of {number}"))
    workspace.close()
    return vault


@pytest.fixture
def practice(filled: ReadyVault, tmp_path: Path) -> ReadyVault:
    return filled.copied_to(tmp_path / "practice")


@pytest.fixture
def source(practice: ReadyVault) -> Iterator[Connector]:
    with Connector(database(practice), practice.key, header_of(practice).salt, read_only=True) as connector:
        yield connector


def rebuilt_from(vault: ReadyVault, source: Connector, clock: FakeClock) -> tuple[Path, Salvage]:
    folder = vault.folder.with_name("Rebuilt.vshift")
    place = Place(VaultPaths(folder), vault.paths, clock.now)
    return folder, rebuilt(place, header_of(vault), vault.key, source, unseen, never)[1]


def spoil(vault: ReadyVault, *pages: int) -> None:
    with database(vault).open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE + 200)
            file.write(b"\xff" * 100)


def holds_schema(vault: ReadyVault, page: int) -> bool:
    """Whether nothing at all can be read without this page; it is as it was afterwards."""
    whole = database(vault).read_bytes()
    spoil(vault, page)
    try:
        with Connector(database(vault), vault.key, header_of(vault).salt, read_only=True) as torn, torn.apart():
            return False
    except VaultIsDamaged:
        return True
    finally:
        database(vault).write_bytes(whole)


def rows(vault: Vault, table: str) -> int:
    with vault._connector.apart() as raw:
        row = raw.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0] or 0) if row else 0


def test_whole_records_come_back_row_for_row_with_trail_and_signatures(
    practice: ReadyVault, source: Connector, clock: FakeClock
) -> None:
    before = contents(practice)
    folder, salvage = rebuilt_from(practice, source, clock)
    assert salvage.lost == 0
    assert {table.name: table.taken for table in salvage.tables}["note"] == 2 * CLIENTS
    vault = Vault.open(folder, practice.passphrase, paths=practice.paths, now=clock.now)
    workspace = Workspace(vault, clock, Events())
    workspace.audit.verify()
    lines = workspace.clients.lines()
    assert len(lines) == CLIENTS
    with vault.read() as work:
        acts = [entry.act for entry in work.audit.entries(1000)]
        assert acts.count(AuditAct.VAULT_SALVAGED) == 1
        assert acts.count(AuditAct.CLIENT_ADDED) == CLIENTS
    with pytest.raises(NoteAlreadySigned):
        workspace.notes.sign(workspace.notes.start(SessionId(1)).id)
    workspace.close()
    assert contents(practice)["vault.db"] == before["vault.db"]


def test_rows_on_torn_pages_are_lost_and_counted_and_their_children_with_them(
    practice: ReadyVault, clock: FakeClock
) -> None:
    """E20, E40: random pages are torn; the rest comes back and holds together."""
    last = database(practice).stat().st_size // PAGE
    pages = [page for page in range(last - SPOILT, last + 1) if not holds_schema(practice, page)]
    spoil(practice, *random.Random(40).sample(pages, 8))
    with pytest.raises(VaultIsDamaged):
        practice.open()
    before = contents(practice)
    with Connector(database(practice), practice.key, header_of(practice).salt, read_only=True) as source:
        folder, salvage = rebuilt_from(practice, source, clock)
    assert salvage.taken > 0
    assert salvage.lost > 0
    assert contents(practice)["vault.db"] == before["vault.db"]
    with Vault.open(folder, practice.key, paths=practice.paths, now=clock.now) as vault:
        with vault._connector.apart() as raw:
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        with vault.read() as work:
            work.audit.verify()
        for table in salvage.tables:
            if table.name not in ("audit", "meta"):
                assert rows(vault, table.name) >= table.taken


def test_the_rules_of_the_record_stand_again_afterwards(
    practice: ReadyVault, source: Connector, clock: FakeClock
) -> None:
    folder, _salvage = rebuilt_from(practice, source, clock)
    with (
        Vault.open(folder, practice.key, paths=practice.paths, now=clock.now) as vault,
        vault._connector.apart() as raw,
    ):
        made = raw.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger' ORDER BY name").fetchall()
    with source.apart() as raw:
        assert made == raw.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger' ORDER BY name").fetchall()


def test_what_is_newer_in_the_damaged_file_is_added_to_an_older_whole_vault(
    ready_vault: ReadyVault, clock: FakeClock
) -> None:
    workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
    world = World(workspace, clock)
    client = world.client("In both")
    signed = world.held(client, -14)
    world.signed(signed)
    draft = world.held(client, -7)
    world.written(draft, text="A first draft")
    workspace.close()
    older = ready_vault.folder.with_name("Older.vshift")
    shutil.copytree(ready_vault.folder, older)

    clock.advance(days=1)
    workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
    world = World(workspace, clock)
    note = workspace.notes.start(draft.id)
    world.written(draft, text="The later draft")
    workspace.notes.sign(note.id)
    world.client("Only in the damaged file")
    entries = world.rows()
    workspace.close()

    place = Place(VaultPaths(older), ready_vault.paths, clock.now)
    header = header_of(ready_vault)
    with Connector(database(ready_vault), ready_vault.key, header.salt, read_only=True) as source:
        salvage = completed(place, header, ready_vault.key, source, unseen, never)
    assert salvage.lost == 0
    vault = Vault.open(older, ready_vault.key, paths=ready_vault.paths, now=clock.now)
    assert vault.read_only is None
    workspace = Workspace(vault, clock, Events())
    assert {line.client.details.preferred_name for line in workspace.clients.lines()} == {
        "In both",
        "Only in the damaged file",
    }
    opened = workspace.notes.get(note.id)
    assert opened.note.is_signed
    assert opened.unaltered
    assert opened.note.sections[0].text == "The later draft"
    assert workspace.audit.verify() > entries
    workspace.close()


def test_what_is_signed_in_the_whole_vault_is_not_changed_by_the_damaged_file(
    practice: ReadyVault, clock: FakeClock
) -> None:
    older = practice.folder.with_name("Older.vshift")
    shutil.copytree(practice.folder, older)
    header = header_of(practice)
    with Connector(database(practice), practice.key, header.salt) as connector, connector.apart() as raw:
        raw.execute("DROP TRIGGER note_text_no_update")
        raw.execute("UPDATE note_text SET text='forged' WHERE note_id=1")
    place = Place(VaultPaths(older), practice.paths, clock.now)
    with Connector(database(practice), practice.key, header.salt, read_only=True) as source:
        salvage = completed(place, header, practice.key, source, unseen, never)
    assert {table.name: table.lost for table in salvage.tables}["note_text"] > 0
    kept = Connector(older / "vault.db", practice.key, header.salt, read_only=True)
    with kept, kept.apart() as raw:
        assert raw.execute("SELECT count(*) FROM note_text WHERE text='forged'").fetchone() == (0,)


def test_a_rescue_that_is_stopped_leaves_nothing(practice: ReadyVault, source: Connector, clock: FakeClock) -> None:
    folder = practice.folder.with_name("Rebuilt.vshift")
    place = Place(VaultPaths(folder), practice.paths, clock.now)
    with pytest.raises(BackupCancelled):
        rebuilt(place, header_of(practice), practice.key, source, unseen, lambda: True)
    assert not folder.exists()
    assert copies(practice)[0].exists()
