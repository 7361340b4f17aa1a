"""Check my vault: every part of it is looked at, from inside with the key and from outside without."""

import json
import subprocess
import sys
from collections.abc import Sequence

from vitalshift_desktop.domain.problems import (
    AuditTrailBroken,
    BackupCancelled,
    DriveFailed,
    KeySettingsOutOfBounds,
    VaultIsDamaged,
    VaultIsNewer,
)
from vitalshift_desktop.domain.vaults import Finding, FindingKind, VaultCheck
from vitalshift_desktop.vault import raw_scan
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.documents import LARGEST, BadDocument
from vitalshift_desktop.vault.foreign_files import read_at_most
from vitalshift_desktop.vault.header import Header, read_header
from vitalshift_desktop.vault.integrity import forged_pages, structure_is_whole
from vitalshift_desktop.vault.opening import Place
from vitalshift_desktop.vault.progress import Cancelled, Progress
from vitalshift_desktop.vault.transactions import Transactions

SCAN_FLAG = "--scan-vault-files"
_SCAN_SECONDS = 600


def checked(
    place: Place,
    header: Header,
    connector: Connector,
    transactions: Transactions,
    words: Sequence[str],
    progress: Progress,
    cancelled: Cancelled,
) -> VaultCheck:
    """The whole check; `words` are known to stand in the records and must stand in no file.

    Raises BackupCancelled when it was stopped.
    """
    findings: list[Finding] = [*_damaged_copies(place, header)]
    for done, look in enumerate((_forged, _structure), 1):
        if cancelled():
            raise BackupCancelled
        findings += look(connector)
        progress(done / 4)
    entries, broken = _audit(transactions)
    progress(0.75)
    files, pages, outside = _from_outside(place, words)
    progress(1.0)
    return VaultCheck(place.now(), pages, entries, files, (*findings, *broken, *outside))


def _damaged_copies(place: Place, header: Header) -> list[Finding]:
    findings = []
    for path in place.vault.headers:
        try:
            is_whole = read_header(read_at_most(path, LARGEST + 1)) == header
        except (OSError, BadDocument, VaultIsNewer, KeySettingsOutOfBounds):
            is_whole = False
        if not is_whole:
            findings.append(Finding(FindingKind.HEADER_COPY_DAMAGED, path.name))
    return findings


def _forged(connector: Connector) -> list[Finding]:
    try:
        return [Finding(FindingKind.PAGE_FORGED, said) for said in forged_pages(connector)]
    except VaultIsDamaged:
        return [Finding(FindingKind.PAGE_FORGED, connector.name)]


def _structure(connector: Connector) -> list[Finding]:
    try:
        is_whole = structure_is_whole(connector, quick=False)
    except VaultIsDamaged:
        is_whole = False
    return [] if is_whole else [Finding(FindingKind.STRUCTURE_DAMAGED, connector.name)]


def _audit(transactions: Transactions) -> tuple[int, list[Finding]]:
    try:
        with transactions.read() as work:
            return work.audit.verify(), []
    except AuditTrailBroken as broken:
        return broken.entry - 1, [Finding(FindingKind.AUDIT_BROKEN, str(broken.entry))]
    except VaultIsDamaged:
        return 0, [Finding(FindingKind.AUDIT_BROKEN, "")]


def _from_outside(place: Place, words: Sequence[str]) -> tuple[tuple[str, ...], int, list[Finding]]:
    paths = sorted(path for path in place.vault.folder.iterdir() if path.is_file())
    spelled = [word.encode(encoding).hex() for word in words for encoding in ("utf-8", "utf-16-le")]
    question = json.dumps({"files": [str(path) for path in paths], "words": spelled})
    answer = json.loads(_asked(question))
    findings = [Finding(FindingKind(kind), name) for kind, name in answer["findings"]]
    return tuple(path.name for path in paths), int(answer["pages"]), findings


def _asked(question: str) -> str:
    """The answer of the scan, run as a program of its own; an installed app starts itself with `SCAN_FLAG`."""
    installed = getattr(sys, "frozen", False)
    command = [sys.executable, SCAN_FLAG] if installed else [sys.executable, "-I", "-S", str(raw_scan.__file__)]
    try:
        done = subprocess.run(  # noqa: S603 -- our own program, nothing of it typed by anybody
            command, input=question, capture_output=True, text=True, timeout=_SCAN_SECONDS, check=True
        )
    except subprocess.SubprocessError:
        raise DriveFailed from None
    return done.stdout
