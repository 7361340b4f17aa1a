"""Where this computer keeps what belongs to it and not to a vault."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from vitalshift_desktop.vault.files.foreign_files import opened_file


@dataclass(frozen=True, slots=True)
class DevicePaths:
    """The app's own folder on this computer; it holds no secrets and no names."""

    data: Path

    def made(self) -> Path:
        """The folder, made for this user only if it was not there."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.data

    def anchor(self, vault_id: str) -> Path:
        """What this computer last saw of a vault."""
        return self.data / f"anchor-{vault_id}.json"

    def header(self, vault_id: str) -> Path:
        """This computer's copy of a vault's header."""
        return self.data / f"header-{vault_id}.hdr"

    def emergency_draft(self, vault_id: str) -> Path:
        """What could not be kept in a vault when it was locked; encrypted by its key."""
        return self.data / f"draft-emergency-{vault_id}"

    def form_lock(self, vault_id: str) -> Path:
        """Locked by the process that shows a form of a vault, as long as it does; empty."""
        return self.data / f"form-{vault_id}.lock"

    def bell(self, vault_id: str) -> Path:
        """When the bell of a locked vault rings; times and nothing else."""
        return self.data / f"bell-{vault_id}.json"

    @property
    def bell_lock(self) -> Path:
        """Locked by the process whose bell rings; empty."""
        return self.data / "bell.lock"

    @property
    def move_request(self) -> Path:
        """Which vault is to be moved before it is opened again, and where to."""
        return self.data / "move-request.json"

    @property
    def old_places(self) -> Path:
        """Where moved vaults lay before."""
        return self.data / "old-places.json"

    @property
    def backup_folders(self) -> Path:
        """In which folders each vault's backups were seen, so that they are found without opening the vault."""
        return self.data / "backup-folders.json"

    @property
    def raise_request(self) -> Path:
        """Touched by a second start, so that the first one shows its window."""
        return self.data / "raise-request"

    @property
    def unlock_state(self) -> Path:
        """How often a wrong secret was tried."""
        return self.data / "unlock-state.json"


class VaultPaths:
    """The files of one vault."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.headers = (folder / "vault.hdr", folder / "vault.hdr2")
        self.database = folder / "vault.db"
        self.log = folder / "vault.db-wal"
        self.log_index = folder / "vault.db-shm"
        self.journal = folder / "vault.db-journal"
        self.new_database = folder / "vault.db.new"
        self.seal = folder / "vault.seal"
        self.lock = folder / "vault.lock"

    def database_salt(self) -> bytes:
        """The first 16 bytes of the records; only while no connection is open in this process."""
        with opened_file(self.database) as file:
            return file.read(16)

    def has_records(self) -> bool:
        """Whether the records file is there and not empty."""
        return bool(_size(self.database))

    def has_log(self) -> bool:
        """Whether changes lie in SQLite's log that are not in the records file yet."""
        return _size(self.log) != 0

    def has_journal(self) -> bool:
        """Whether an older kind of log lies beside the records, which no vault of ours ever has."""
        return os.path.lexists(self.journal)

    def looks_like_a_vault(self) -> bool:
        """Whether any file of a vault is here."""
        return any(path.exists() for path in (*self.headers, self.database))


def _size(path: Path) -> int | None:
    """The size of a file in bytes, 0 if there is none, None if something else than a file lies there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def looks_like_a_vault(folder: Path) -> bool:
    """Whether any file of a vault lies in this folder."""
    return VaultPaths(folder).looks_like_a_vault()
