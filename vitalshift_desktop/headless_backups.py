"""What the command line does with backups, without Qt: one function for one command."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vitalshift_desktop.domain.backups import Compared, FoundBackup
from vitalshift_desktop.domain.problems import FolderIsReadOnly, RecoveryCodeTypo
from vitalshift_desktop.headless import device_paths, unlocking
from vitalshift_desktop.services.clock import SystemClock
from vitalshift_desktop.services.restoring import RecoveryCode, Restoring
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.words import _, ngettext

_GROUPS = 8


@dataclass(frozen=True)
class Report:
    """What a command did, for a person and for a program."""

    words: tuple[str, ...]
    answer: dict[str, object]


def back_up(folder: Path, secret: str, target: Path, *, recovery_only: bool) -> Report:
    """Write a backup that was opened and compared."""
    workspace = _opened(folder, secret)
    try:
        backup = workspace.backups.back_up(target.absolute(), _unheard, _never, recovery_only=recovery_only)
    finally:
        workspace.close()
    words = [_("Backed up, opened and checked: {file}").format(file=backup.path)]
    if recovery_only:
        words.append(_("It opens by recovery code alone."))
    answer: dict[str, object] = {
        "file": str(backup.path),
        "made": backup.made.isoformat(),
        "size": backup.size,
        "counts": dict(backup.counts),
        "recovery_only": backup.opened_by.recovery_only,
    }
    return Report(tuple(words), answer)


def restore(file: Path, secret: str, target: Path) -> Report:
    """Make a whole vault from a backup and put it in its place; a vault that lies there steps aside and is kept."""
    prepared = Restoring(SystemClock(), device_paths()).prepare(file.absolute(), _read(secret), target.absolute())
    try:
        compared, made, until = prepared.compared, prepared.made, prepared.present_until
        aside = prepared.switch()
    finally:
        prepared.discard()
    words = [_("Restored to {folder}.").format(folder=prepared.target)]
    words.append(_("The backup was made on {time}.").format(time=_time(made)))
    if aside:
        words.append(_("The vault that was there is kept as {folder}.").format(folder=aside))
    if prepared.needs_new_passphrase:
        words.append(_("It opens by recovery code alone. Open it and choose a new passphrase."))
    answer: dict[str, object] = {
        "folder": str(prepared.target),
        "kept": str(aside) if aside else None,
        "made": made.isoformat(),
        "newest_before": until.isoformat() if until else None,
        "compared": {line.what.value: {"now": line.now, "in_backup": line.in_backup} for line in compared},
        "needs_new_passphrase": prepared.needs_new_passphrase,
    }
    return Report(tuple(words), answer)


def drill(folder: Path, secret: str) -> Report:
    """Restore the newest good backup within reach for a try, and check all of it."""
    workspace = _opened(folder, secret)
    try:
        proven = workspace.backups.drill(_unheard, _never)
    finally:
        workspace.close()
    file = proven.folder / proven.backup
    words = (
        _("Restored for a try, opened and checked: {file}").format(file=file),
        _("The backup was made on {time}.").format(time=_time(proven.made)),
    )
    made, at = proven.made.isoformat(), proven.at.isoformat()
    return Report(words, {"file": str(file), "made": made, "at": at, "counts": dict(proven.counts)})


def backups(folder: Path) -> Report:
    """The backups in a folder, as they describe themselves without any secret."""
    if not folder.is_dir():
        raise FolderIsReadOnly
    found = Restoring(SystemClock(), device_paths()).backups_in(folder)
    n = len(found)
    words = [ngettext("{n} backup in this folder.", "{n} backups in this folder.", n).format(n=n)]
    return Report((*words, *map(_line, found)), {"backups": [_as_json(backup) for backup in found]})


def _line(backup: FoundBackup) -> str:
    if not backup.is_readable:
        return _("{name}: damaged, or no backup any more").format(name=backup.path.name)
    words = [_time(backup.made), _clients(backup.counts), backup.path.name]
    return "  ".join([*words, _("by recovery code alone")] if backup.recovery_only else words)


def _clients(counts: Mapping[str, int]) -> str:
    n = counts.get(Compared.CLIENTS.value, 0)
    return ngettext("{n} client", "{n} clients", n).format(n=n)


def _as_json(backup: FoundBackup) -> dict[str, object]:
    return {
        "file": str(backup.path),
        "made": backup.made.isoformat(),
        "size": backup.size,
        "vault_id": backup.vault_id,
        "counts": dict(backup.counts),
        "recovery_only": backup.recovery_only,
        "readable": backup.is_readable,
    }


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _read(secret: str) -> str | RecoveryCode:
    """A recovery code where one was given, else the passphrase; something that was meant as a code is told as one."""
    try:
        return RecoveryCode.parse(secret)
    except RecoveryCodeTypo:
        if [len(group) for group in secret.strip().split("-")] == [4] * _GROUPS:
            raise
        return secret


def _opened(folder: Path, secret: str) -> Workspace:
    door, given = unlocking(), _read(secret)
    return door.unlock_with_code(folder, given.text) if isinstance(given, RecoveryCode) else door.unlock(folder, given)


def _unheard(_share: float) -> None:
    """Progress that nobody watches."""


def _never() -> bool:
    return False
