"""The list of backups: those the vault remembers, and others of the same vault that lie in the places."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from vitalshift_desktop.domain.backups import KeyMark, MadeBackup
from vitalshift_desktop.domain.problems import VaultProblem
from vitalshift_desktop.domain.vaults import BackupFile
from vitalshift_desktop.services.backup_views import ListedBackup
from vitalshift_desktop.vault.backups.backup_names import list_backups
from vitalshift_desktop.vault.backups.backup_notes import key_mark
from vitalshift_desktop.vault.keys.header import Header


def listed(made: Sequence[MadeBackup], reachable: Collection[Path], header: Header) -> tuple[ListedBackup, ...]:
    """All of them, the newest first; `reachable` are the folders of the places that are there now."""
    known = {backup.path for backup in made}
    lines = [_remembered(backup, header) for backup in made]
    lines += [_found(file) for file in _files(reachable, header.vault_id) if file.path not in known]
    return tuple(sorted(lines, key=lambda line: (line.made, line.generation), reverse=True))


def _files(folders: Collection[Path], vault_id: str) -> Iterator[BackupFile]:
    for folder in folders:
        try:
            yield from list_backups(folder, vault_id)
        except VaultProblem:
            continue  # a drive that fails while it is read is told by the next backup


def asks_for_older_secrets(backup: MadeBackup, mine: KeyMark) -> tuple[bool, bool]:
    """Whether today's passphrase does not open a backup, and whether today's recovery code does not."""
    if not backup.opened_by.slots:  # from before it was written down
        return False, False
    needs_code = backup.opened_by.recovery_only
    older_passphrase = not needs_code and not mine.shares(backup.opened_by, "passphrase")
    return older_passphrase, not mine.shares(backup.opened_by, "recovery")


def _remembered(backup: MadeBackup, header: Header) -> ListedBackup:
    older_passphrase, older_code = asks_for_older_secrets(backup, key_mark(header))
    return ListedBackup(
        path=backup.path,
        made=backup.made,
        generation=backup.generation,
        size=backup.size,
        counts=backup.counts,
        proven=backup.proven_at is not None,
        reachable=_is_there(backup.path),
        other_drive=backup.other_drive,
        damaged=backup.damaged_at is not None,
        recovery_only=backup.opened_by.recovery_only,
        older_passphrase=older_passphrase,
        older_code=older_code,
        drilled_at=backup.drilled_at,
        shrunk=backup.shrunk,
        id=backup.id,
    )


def _found(file: BackupFile) -> ListedBackup:
    return ListedBackup(
        path=file.path,
        made=file.made,
        generation=file.generation,
        size=file.size,
        counts={},
        proven=False,
        reachable=True,
    )


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
