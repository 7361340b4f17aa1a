from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import database, header_of, kinds, refused, write_headers
from vitalshift_desktop.domain.problems import (
    VaultIsDamaged,
)
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.header import Header, Previous


def rotated(ready: ReadyVault) -> tuple[Header, Header]:
    """The header from before and, written to the drive, the one of a rotation that is still pending."""
    before = header_of(ready)
    previous = Previous(before.salt, before.epoch, bytes(12), bytes(48))
    pending = Header(
        before.vault_id,
        before.seq + 1,
        before.epoch,
        before.created,
        bytes(range(16)),
        before.slots,
        previous,
    ).signed_by(ready.key)
    write_headers(ready, pending)
    return before, pending


def export_with_salt(ready: ReadyVault, target: Path, before: Header, salt: bytes) -> None:
    target.touch(mode=0o600)
    with (
        Connector(target, ready.key, salt) as new,
        new.apart() as fresh,
        Connector(database(ready), ready.key, before.salt) as old,
    ):
        fresh.execute("PRAGMA journal_mode=DELETE").fetchall()
        with old.apart() as raw:
            names = [
                str(row[0])
                for row in raw.execute(
                    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name IN ('meta','audit')"
                )
            ]
            for sql in names:
                fresh.execute(sql)
            for row in raw.execute("SELECT key, value FROM meta").fetchall():
                fresh.execute("INSERT INTO meta VALUES (?, ?)", [str(cell) for cell in row])
            for audit in raw.execute("SELECT * FROM audit").fetchall():
                fresh.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", [str(cell) for cell in audit])
            fresh.execute("PRAGMA user_version=2")


@pytest.mark.parametrize("renamed", [False, True])
def test_a_rotation_that_was_cut_short_is_finished(ready_vault: ReadyVault, renamed: bool) -> None:
    before, pending = rotated(ready_vault)
    new = ready_vault.folder / "vault.db.new"
    export_with_salt(ready_vault, new, before, pending.salt)
    if renamed:
        new.replace(database(ready_vault))
    with ready_vault.open() as vault, vault.read() as work:
        assert kinds(vault) == [WarningKind.NOT_CLOSED_CLEANLY]
        assert work.audit.verify() == len(work.audit.entries())
    finished = header_of(ready_vault)
    assert finished.previous is None
    assert finished.seq == pending.seq + 1
    assert not new.exists()


def test_a_rotation_whose_new_records_are_gone_is_damage(ready_vault: ReadyVault) -> None:
    rotated(ready_vault)
    refused(ready_vault, VaultIsDamaged)
