"""A new place for backups: what lies in a folder that a service copies about opens by the recovery sheet alone."""

from pathlib import Path

from vitalshift_desktop.domain.backups import BackupPlace
from vitalshift_desktop.services.vault_place import looks_synced
from vitalshift_desktop.services.workspace import Workspace


def add_backup_place(workspace: Workspace, folder: Path) -> BackupPlace:
    """Let backups go there. Whoever keeps a copied folder could try passphrases on them for ever."""
    return workspace.backups.add_place(folder, recovery_only=looks_synced(folder) is not None)
