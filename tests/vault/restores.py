"""Restores as the tests of the vault need them."""

from pathlib import Path

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.services.restoring import PreparedRestore, Restoring
from vitalshift_desktop.vault.backups.backup_file import HEADER, MANIFEST, RECORDS

__all__ = ["HEADER", "MANIFEST", "RECORDS", "backup_of", "folder_bytes", "left_beside", "prepared", "word_in"]


def backup_of(ready: ReadyVault, target: Path, word: str, clock: FakeClock, *, recovery_only: bool = False) -> Path:
    """A backup of the vault in which this word stands; the vault goes on to say something newer."""
    with ready.open(now=clock.now) as vault:
        with vault.write() as work:
            work.meta.set("word", word)
        path = vault.back_up(target, recovery_only=recovery_only).path
        clock.advance(minutes=5)
        with vault.write() as work:
            work.meta.set("word", f"newer than {word}")
    return path


def prepared(ready: ReadyVault, file: Path, clock: FakeClock, target: Path | None = None) -> PreparedRestore:
    """A restore to the vault's own place by its recovery code."""
    return Restoring(clock, ready.paths).prepare(file, ready.code, target or ready.folder)


def word_in(ready: ReadyVault, folder: Path | None = None) -> str | None:
    """The word that stands in a vault, opened without a warning and with its trail whole."""
    at = ReadyVault(folder or ready.folder, ready.paths, ready.passphrase, ready.code, ready.key)
    with at.open() as vault:
        assert vault.warnings == ()
        with vault.read() as work:
            work.audit.verify()
            return work.meta.get("word")


def left_beside(folder: Path) -> list[str]:
    """Names of what a restore left beside a vault."""
    return sorted(path.name for path in folder.parent.iterdir() if "restor" in path.name)


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """All files of a vault; the lock's text tells who held it last, which is no part of the vault."""
    files = (path for path in folder.iterdir() if path.is_file() and path.name != "vault.lock")
    return {path.name: path.read_bytes() for path in files}
