"""Where the vault lies: whether a service copies it about, keeping it there, and moving it."""

import shutil
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import PlaceIsSynced, VaultExists
from vitalshift_desktop.domain.vault_places import PlaceFacts, SyncProvider
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.moving import Moving
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.files.drives import drive_name
from vitalshift_desktop.vault.files.sync_folders import conflicts_in, looks_synced
from vitalshift_desktop.vault.keys.header_files import read_copies
from vitalshift_desktop.vault.meta import SYNC_ACCEPTED
from vitalshift_desktop.vault.moving import removed
from vitalshift_desktop.vault.vault import Vault

__all__ = ["VaultPlace", "looks_synced"]


class VaultPlace:
    """The place of one open vault."""

    def __init__(self, vault: Vault, moving: Moving, events: Events) -> None:
        self._vault = vault
        self._moving = moving
        self._events = events
        self._provider = looks_synced(vault.folder)

    def warning(self) -> SyncProvider | None:
        """The service that copies the vault about, unless the counselor chose to keep it there."""
        return None if self._provider is None or self._is_accepted() else self._provider

    def facts(self) -> PlaceFacts:
        """All there is to say about the place."""
        folder = self._vault.folder
        return PlaceFacts(
            folder=folder,
            drive=drive_name(folder),
            free=shutil.disk_usage(folder).free,
            provider=self._provider,
            accepted=self._is_accepted(),
            conflicts=conflicts_in(folder),
            kept_header=self._vault.device.header(self._vault.vault_id).exists(),
            old_place=self._moving.old_place(folder),
        )

    def keep_here(self) -> None:
        """Leave the vault in the folder that a service copies about; kept in the vault, and in its trail."""
        if self._provider is None:
            return
        with self._vault.write() as work:
            work.meta.set(SYNC_ACCEPTED, self._provider.value)
            work.audit.append(AuditAct.SYNC_FOLDER_ACCEPTED, provider=self._provider.value)
        self._events.publish(Changed(Subject.BACKUPS))

    def ask_to_move(self, parent: Path) -> Path:
        """Ask for the move into the folder `parent`, done once the vault is locked; gives the new place.

        Raises PlaceIsSynced or VaultExists; then nothing was asked for.
        """
        target = parent / self._vault.folder.name
        if looks_synced(target):
            raise PlaceIsSynced
        with told_as_problems():
            if target.exists():
                raise VaultExists
        with self._vault.write() as work:
            work.audit.append(AuditAct.VAULT_MOVE_WANTED)
        self._moving.request(self._vault.folder, target)
        return target

    def remove_old_place(self) -> None:
        """Take away the copy that a move left behind, if it is one of this very vault; nothing else that lies there.

        The note of where it lies is a file that others may write to. Raises VaultInUse if the records there are open.
        """
        old = self._moving.old_place(self._vault.folder)
        if old is None or old == self._vault.folder:
            return
        known = read_copies(VaultPaths(old), self._vault.device).headers[0].vault_id
        if known == self._vault.vault_id:
            with told_as_problems():
                removed(old, known)
            with self._vault.write() as work:
                work.audit.append(AuditAct.OLD_PLACE_REMOVED)
        self._moving.forget_old_place(self._vault.folder)

    def _is_accepted(self) -> bool:
        with self._vault.read() as work:
            return self._provider is not None and work.meta.get(SYNC_ACCEPTED) == self._provider.value
