"""Older backups: which are given up by the rules, once a newer one was proven."""

from datetime import tzinfo
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backup_rules import kept
from vitalshift_desktop.domain.problems import VaultProblem
from vitalshift_desktop.vault.backups.backup_notes import rules_of
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def give_up_older(work: UnitOfWork, folder: Path, zone: tzinfo) -> tuple[Path, ...]:
    """The files in this folder that the rules keep no longer; the vault forgets them in the same act.

    None while one that shrank too far has not been called right, and none if the newest proven one is not also the
    newest by its date, since then the clock cannot be trusted. Only backups that the vault knows are given up, never
    one that was found damaged: that may be a trace of something.
    """
    made = work.backups.made()
    here = [backup for backup in made if backup.folder == folder and backup.is_good]
    newest = max(here, key=lambda backup: backup.id, default=None)
    if newest is None or newest.made != here[0].made or any(backup.shrunk for backup in made):
        return ()
    keep = kept([backup.made for backup in here], rules_of(work.meta), zone)
    surplus = [backup for backup in here if backup.made not in keep]
    for backup in surplus:
        work.backups.forget(backup.id)
        work.audit.append(AuditAct.BACKUP_REMOVED, backup.name)
    return tuple(backup.path for backup in surplus)


def taken_away(path: Path) -> None:
    """Take a file away that the vault has forgotten; one that cannot be taken away stays and harms nothing."""
    try:
        with told_as_problems():
            path.unlink(missing_ok=True)
    except VaultProblem:
        pass
