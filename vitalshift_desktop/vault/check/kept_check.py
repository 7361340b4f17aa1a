"""The newest check of the vault, kept in the vault itself with its date."""

import json

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import DiskFull, DriveFailed, VaultIsDamaged, VaultIsReadOnly
from vitalshift_desktop.domain.vault_check import Finding, FindingKind, VaultCheck
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.meta import LAST_CHECK_RESULT, LAST_FULL_CHECK, MetaShelf
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text
from vitalshift_desktop.vault.transactions import Transactions

_MOST_FINDINGS = 200
_COUNTS = ("pages", "entries", "headers", "signed_notes", "measured", "backups", "missing_backups", "words")
_CONTROL = ("planted", "control")
_LATER = ("agreements",)  # not counted by older versions


def keep_check(transactions: Transactions, check: VaultCheck) -> None:
    """Keep the result and enter the check in the audit trail.

    A vault that is too damaged to be written, or open for reading alone, keeps its last one.
    """
    try:
        with transactions.write() as work:
            work.meta.set(LAST_FULL_CHECK, utc_text(check.at))
            work.meta.set(LAST_CHECK_RESULT, _text(check))
            work.audit.append(AuditAct.VAULT_CHECKED, findings=len(check.findings))
    except VaultIsReadOnly:
        pass
    except (VaultIsDamaged, DiskFull, DriveFailed):
        if check.ok:
            raise


def last_check(meta: MetaShelf) -> VaultCheck | None:
    """The newest check, None if there is none or an older app kept only its date."""
    kept = meta.get(LAST_CHECK_RESULT)
    if kept is None:
        return None
    try:
        return _check(json.loads(kept))
    except (ValueError, KeyError, TypeError):
        return None


def _text(check: VaultCheck) -> str:
    document: dict[str, object] = {name: getattr(check, name) for name in (*_COUNTS, *_CONTROL, *_LATER)}
    document["at"] = utc_text(check.at)
    document["files"] = list(check.files)
    document["findings"] = [[found.kind.value, found.where] for found in check.findings[:_MOST_FINDINGS]]
    document["noticed"] = [kind.value for kind in check.noticed]
    return json.dumps(document)


def _check(document: dict[str, object]) -> VaultCheck:
    counts = {name: int(str(document[name])) for name in (*_COUNTS, *_CONTROL)}
    counts |= {name: int(str(document.get(name, 0))) for name in _LATER}
    files, findings, noticed = document["files"], document["findings"], document["noticed"]
    if not (isinstance(files, list) and isinstance(findings, list) and isinstance(noticed, list)):
        raise TypeError
    return VaultCheck(
        at=utc_instant(str(document["at"])),
        files=tuple(str(name) for name in files),
        findings=tuple(Finding(FindingKind(kind), str(where)) for kind, where in findings),
        noticed=tuple(WarningKind(kind) for kind in noticed),
        **counts,
    )
