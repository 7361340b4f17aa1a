"""What the vault writes down about its backups: those made, the rules for keeping them, and what is unfinished."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backup_rules import BackupRules, shrunk
from vitalshift_desktop.domain.backups import BackupId, KeyMark, MadeBackup, ProvenRestore
from vitalshift_desktop.domain.vaults import Backup
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.meta import BACKUP_RULES, LAST_DRILL, MetaShelf
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_NOT_YET = BackupId(0)


def key_mark(header: Header) -> KeyMark:
    """Which secrets open what carries this header."""
    return KeyMark(header.epoch, frozenset(f"{slot.type.value}:{slot.id}" for slot in header.slots))


def note_made(work: UnitOfWork, backup: Backup, vault: Path, proven_at: datetime) -> MadeBackup:
    """Write down a backup that was just proven, compared in size with the last one that was as it should be."""
    other_drive = is_other_drive(backup.path.parent, vault)
    percent = rules_of(work.meta).shrink_percent
    measure = next((made for made in work.backups.made() if made.is_good and made.counts and not made.shrunk), None)
    fallen = shrunk(measure.size, measure.counts, backup.size, backup.counts, percent) if measure else ()
    work.audit.append(AuditAct.BACKUP_MADE, backup.path.name, size=backup.size, other_drive=other_drive)
    return work.backups.add(
        MadeBackup(
            id=_NOT_YET,
            folder=backup.path.parent,
            name=backup.path.name,
            made=backup.made,
            generation=backup.generation,
            size=backup.size,
            counts=backup.counts,
            other_drive=other_drive,
            opened_by=backup.opened_by,
            audit_entry=backup.audit_entry,
            proven_at=proven_at,
            shrunk=fallen,
        )
    )


def is_other_drive(folder: Path, vault: Path) -> bool:
    """Whether two folders lie on different drives, as far as the system tells."""
    return folder.stat().st_dev != vault.stat().st_dev


def rules_of(meta: MetaShelf) -> BackupRules:
    """The rules as they were set last, or those of the app."""
    kept = meta.get(BACKUP_RULES)
    return BackupRules(**json.loads(kept)) if kept else BackupRules()


def keep_rules(meta: MetaShelf, rules: BackupRules) -> None:
    """Set the rules."""
    meta.set(BACKUP_RULES, json.dumps(asdict(rules), sort_keys=True))


def last_drill(meta: MetaShelf) -> ProvenRestore | None:
    """The last restore drill in which everything was right."""
    kept = meta.get(LAST_DRILL)
    if kept is None:
        return None
    fact = json.loads(kept)
    return ProvenRestore(
        at=utc_instant(fact["at"]),
        backup=fact["backup"],
        folder=Path(fact["folder"]),
        made=utc_instant(fact["made"]),
        counts=fact["counts"],
    )


def keep_drill(meta: MetaShelf, drill: ProvenRestore) -> None:
    """Remember a restore drill in which everything was right."""
    fact = {
        "at": utc_text(drill.at),
        "backup": drill.backup,
        "folder": str(drill.folder),
        "made": utc_text(drill.made),
        "counts": dict(drill.counts),
    }
    meta.set(LAST_DRILL, json.dumps(fact, sort_keys=True))
