from pathlib import Path

import pytest
from alembic import op

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import VaultIsDamaged, VaultIsNewer
from vitalshift_desktop.vault.backups.backup_check import verify_backup
from vitalshift_desktop.vault.backups.backup_names import list_backups
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.migrate import Step, bring_up_to_date, latest, steps, version_of


def connector_of(ready: ReadyVault, database: Path | None = None) -> Connector:
    header = read_header((ready.folder / "vault.hdr").read_bytes())
    return Connector(database or ready.folder / "vault.db", ready.key, header.salt)


def make_older(ready: ReadyVault) -> None:
    """Put records into the vault that went through the first step only, with the facts of the real ones."""
    database = ready.folder / "vault.db"
    with connector_of(ready) as connector, connector.apart() as raw:
        facts = raw.execute("SELECT key, value FROM meta").fetchall()
        entries = raw.execute("SELECT * FROM audit").fetchall()
    database.unlink()
    database.touch(mode=0o600)
    with connector_of(ready) as connector:
        bring_up_to_date(connector, steps()[:1])
        with connector.apart() as raw:
            for fact in facts:
                raw.execute("INSERT INTO meta VALUES (?, ?)", [str(cell) for cell in fact])
            for entry in entries:
                raw.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", [str(cell) for cell in entry])
    (ready.folder / "vault.seal").unlink()


def version(ready: ReadyVault) -> int:
    with connector_of(ready) as connector, connector.apart() as raw:
        return version_of(raw)


def test_steps_are_numbered_without_a_gap_and_name_the_one_before() -> None:
    assert [step.number for step in steps()] == list(range(1, latest() + 1))


def test_an_older_vault_is_backed_up_and_brought_up_to_date(ready_vault: ReadyVault, tmp_path: Path) -> None:
    make_older(ready_vault)
    assert version(ready_vault) == 1 < latest()
    with ready_vault.open() as vault:
        with vault.read() as work:
            acts = [entry.act for entry in reversed(work.audit.entries())]
            assert acts[-3:] == [AuditAct.BACKUP_MADE, AuditAct.VAULT_MIGRATED, AuditAct.VAULT_OPENED]
            assert work.audit.verify() == len(acts)
        (backup,) = list_backups(vault.folder, vault.vault_id)
    assert version(ready_vault) == latest()
    assert "client" not in verify_backup(backup.path, ready_vault.key, scratch=tmp_path).counts


def test_a_vault_of_a_newer_app_is_left_alone(ready_vault: ReadyVault) -> None:
    with connector_of(ready_vault) as connector, connector.apart() as raw:
        raw.execute(f"PRAGMA user_version={latest() + 1}")
    before = (ready_vault.folder / "vault.db").read_bytes()
    with pytest.raises(VaultIsNewer):
        ready_vault.open()
    assert (ready_vault.folder / "vault.db").read_bytes() == before


def test_a_step_that_fails_takes_all_steps_with_it(ready_vault: ReadyVault) -> None:
    def good() -> None:
        op.execute("CREATE TABLE good (id INTEGER PRIMARY KEY)")

    def bad() -> None:
        op.execute("INSERT INTO good VALUES (1)")
        raise ZeroDivisionError

    before = version(ready_vault)
    with connector_of(ready_vault) as connector:
        with pytest.raises(ZeroDivisionError):
            bring_up_to_date(connector, (*steps(), Step(before + 1, good), Step(before + 2, bad)))
        with connector.apart() as raw:
            assert version_of(raw) == before
            assert raw.execute("SELECT * FROM sqlite_master WHERE name='good'").fetchall() == []


def test_a_step_that_leaves_a_loose_end_is_taken_back(ready_vault: ReadyVault) -> None:
    def loose() -> None:
        op.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        op.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent(id))")
        op.execute("INSERT INTO child VALUES (1, 7)")

    before = version(ready_vault)
    with connector_of(ready_vault) as connector, pytest.raises(VaultIsDamaged):
        bring_up_to_date(connector, (*steps(), Step(before + 1, loose)))
    assert version(ready_vault) == before
