"""Where a vault may lie, and what tells that other programs copy that place about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath


class SyncProvider(StrEnum):
    """A service that copies a folder to the internet or to other computers."""

    DROPBOX = "dropbox"
    ONEDRIVE = "onedrive"
    ICLOUD = "icloud"
    GOOGLE_DRIVE = "google_drive"
    NEXTCLOUD = "nextcloud"
    SYNCTHING = "syncthing"


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """Where a vault lies: its folder, the drive's name and free bytes, who copies it about, and what lies beside it.

    `accepted` says that the counselor chose to keep it in that folder; `conflicts` are names of copies made by the
    service; `kept_header` says whether this computer has a copy of the header; `old_place` is what a move left behind.
    """

    folder: Path
    drive: str
    free: int
    provider: SyncProvider | None
    accepted: bool
    conflicts: tuple[str, ...]
    kept_header: bool
    old_place: Path | None

    @property
    def needs_moving(self) -> bool:
        """Whether the folder is copied about and nobody accepted that."""
        return self.provider is not None and not self.accepted


# How the services name their own folders: a whole part of the path, or its beginning.
_WHOLE = {
    "dropbox": SyncProvider.DROPBOX,
    "onedrive": SyncProvider.ONEDRIVE,
    "skydrive": SyncProvider.ONEDRIVE,
    "mobile documents": SyncProvider.ICLOUD,
    "com~apple~clouddocs": SyncProvider.ICLOUD,
    "icloud drive": SyncProvider.ICLOUD,
    "iclouddrive": SyncProvider.ICLOUD,
    "google drive": SyncProvider.GOOGLE_DRIVE,
    "googledrive": SyncProvider.GOOGLE_DRIVE,
    "google-drive": SyncProvider.GOOGLE_DRIVE,
    "my drive": SyncProvider.GOOGLE_DRIVE,
    "nextcloud": SyncProvider.NEXTCLOUD,
    "owncloud": SyncProvider.NEXTCLOUD,
    "syncthing": SyncProvider.SYNCTHING,
}
_BEGINNINGS = {
    "dropbox (": SyncProvider.DROPBOX,
    "dropbox-": SyncProvider.DROPBOX,
    "onedrive -": SyncProvider.ONEDRIVE,
    "onedrive-": SyncProvider.ONEDRIVE,
    "icloud drive (": SyncProvider.ICLOUD,
    "google drive (": SyncProvider.GOOGLE_DRIVE,
    "googledrive-": SyncProvider.GOOGLE_DRIVE,
    "nextcloud-": SyncProvider.NEXTCLOUD,
    "nextcloud (": SyncProvider.NEXTCLOUD,
    "owncloud-": SyncProvider.NEXTCLOUD,
}

_OURS = frozenset({"vault.hdr", "vault.hdr2", "vault.db", "vault.db-wal", "vault.db-shm", "vault.seal", "vault.lock"})
# "vault (conflicted copy).db", "vault-LAPTOP.db", "vault 2.db", "vault.sync-conflict-….db", "vault_conflict-….db" …
_CONFLICT = re.compile(r"vault[ .(\[_-].*\.(db|db-wal|hdr|hdr2|seal)", re.IGNORECASE | re.DOTALL)


def provider_by_name(path: PurePath) -> SyncProvider | None:
    """The service whose name a part of the path bears, or None."""
    for part in path.parts:
        name = part.casefold()
        found = _WHOLE.get(name) or next((who for start, who in _BEGINNINGS.items() if name.startswith(start)), None)
        if found:
            return found
    return None


def conflict_copies(names: Iterable[str]) -> tuple[str, ...]:
    """The names, in order, that a service gave to second versions of a vault's own files."""
    return tuple(sorted(name for name in names if name not in _OURS and _is_conflict(name)))


def _is_conflict(name: str) -> bool:
    return ".part-" not in name and name != "vault.db.new" and _CONFLICT.fullmatch(name) is not None
