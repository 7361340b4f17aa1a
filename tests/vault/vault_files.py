"""The files of a ready vault, as a test reads and damages them."""

from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.keys.header import Header, read_header
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.vault import Vault

PAGE = 4096


def copies(vault: ReadyVault) -> tuple[Path, Path]:
    return vault.folder / "vault.hdr", vault.folder / "vault.hdr2"


def database(vault: ReadyVault) -> Path:
    return vault.folder / "vault.db"


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(bytes(data))


def contents(vault: ReadyVault) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in vault.folder.iterdir() if path.name != "vault.lock"}


def refused(vault: ReadyVault, problem: type[Problem], secret: str | RecoveryCode | None = None) -> Problem:
    """The problem that opening meets; nothing in the vault's folder changes by it."""
    before = contents(vault)
    with pytest.raises(problem) as caught:
        vault.open(secret)
    assert type(caught.value) is problem
    assert contents(vault) == before
    return caught.value


def kinds(vault: Vault) -> list[WarningKind]:
    return [warning.kind for warning in vault.warnings]


def header_of(vault: ReadyVault) -> Header:
    return read_header(copies(vault)[0].read_bytes())


def write_headers(vault: ReadyVault, header: Header) -> None:
    for path in copies(vault):
        path.write_bytes(header.to_bytes())


def root_page(vault: ReadyVault, table: str) -> int:
    """The number of the first page of a table, from 1; the vault must be closed."""
    with Connector(database(vault), vault.key, header_of(vault).salt, read_only=True) as connector:
        with connector.apart() as raw:
            row = raw.execute("SELECT rootpage FROM sqlite_master WHERE name=?", (table,)).fetchone()
        assert row is not None
    for name in ("vault.db-shm", "vault.db-wal"):
        (vault.folder / name).unlink(missing_ok=True)
    return int(row[0] or 0)
