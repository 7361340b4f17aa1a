"""Check my vault: every part of it is looked at, from inside with the key and from outside without."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from vitalshift_desktop.domain.problems import (
    AuditTrailBroken,
    BackupCancelled,
    KeySettingsOutOfBounds,
    VaultIsDamaged,
    VaultIsLocked,
    VaultIsNewer,
)
from vitalshift_desktop.domain.vault_check import GRAVE, Finding, FindingKind, VaultCheck
from vitalshift_desktop.domain.vaults import VaultWarning
from vitalshift_desktop.vault.anchor import read_anchor
from vitalshift_desktop.vault.check.outside_look import Seen, seen_from_outside
from vitalshift_desktop.vault.check.plain_terms import distinctive
from vitalshift_desktop.vault.check.sealed_look import SeenSealed, seen_of_sealed
from vitalshift_desktop.vault.connection import Connector, RawConnection
from vitalshift_desktop.vault.files.documents import LARGEST, BadDocument
from vitalshift_desktop.vault.files.foreign_files import read_at_most
from vitalshift_desktop.vault.integrity import forged_pages
from vitalshift_desktop.vault.keys.header import Header, read_header
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.opening import Place
from vitalshift_desktop.vault.progress import Cancelled, Progress
from vitalshift_desktop.vault.transactions import Transactions

_INSIDE = 0.4  # the share of the work that is done when the look from outside begins
_STEPS_BETWEEN_QUESTIONS = 20_000
_MOST_PAGES_NAMED = 20
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class ProofJob:
    """One check of an open vault, from any thread; others may write meanwhile.

    `words` are known to stand in the records and must stand in no file; `backups` are read as the vault's files are.
    """

    place: Place
    header: Header
    key: VaultKey
    connector: Connector
    transactions: Transactions
    warnings: Sequence[VaultWarning]
    words: Sequence[str] = ()
    backups: Sequence[Path] = ()

    def made(self, progress: Progress, cancelled: Cancelled) -> VaultCheck:
        """The whole check; raises BackupCancelled when it was stopped and VaultIsLocked when the vault was."""
        findings: list[Finding] = []
        looks: tuple[Callable[[], list[Finding]], ...] = (
            self._damaged_copies,
            self._forged,
            lambda: self._structure(cancelled),
        )
        for done, look in enumerate(looks, 1):
            findings += look()
            self._go_on(cancelled)
            progress(_INSIDE * done / 5)
        entries, broken = self._audit()
        self._go_on(cancelled)
        sealed = seen_of_sealed(self.transactions, lambda: self._go_on(cancelled))
        findings += [*broken, *sealed.findings, *self._memory()]
        progress(_INSIDE)
        return self._with_files(entries, sealed, findings, progress, cancelled)

    def _with_files(
        self, entries: int, sealed: SeenSealed, findings: list[Finding], progress: Progress, cancelled: Cancelled
    ) -> VaultCheck:
        files = tuple(_files_of(self.place.vault.folder))
        reachable = tuple(path for path in self.backups if path.is_file())
        words = distinctive(self.words, self.header)
        seen = seen_from_outside(
            (*files, *reachable), words, lambda part: progress(_INSIDE + (1 - _INSIDE) * part), cancelled
        )
        progress(1.0)
        return VaultCheck(
            at=self.place.now(),
            pages=self._page_count(),
            entries=entries,
            files=tuple(self._named(str(path)) for path in files),
            findings=(*findings, *self._outside(seen, files)),
            headers=len(self.place.vault.headers),
            signed_notes=sealed.notes,
            agreements=sealed.agreements,
            measured=seen.pages,
            backups=len(reachable),
            missing_backups=len(self.backups) - len(reachable),
            words=len(words),
            planted=seen.planted,
            control=seen.control,
            noticed=tuple(warning.kind for warning in self.warnings),
        )

    def _outside(self, seen: Seen, read: Sequence[Path]) -> Iterator[Finding]:
        for finding in seen.findings:
            yield Finding(finding.kind, self._named(finding.where))
        records = self.place.vault.database
        if records not in read:  # a link leads elsewhere, or they were taken away while they are open
            yield Finding(FindingKind.FILE_UNREADABLE, records.name)
        if seen.control != seen.planted or not seen.planted:
            yield Finding(FindingKind.CONTROL_FAILED, "")

    def _named(self, name: str) -> str:
        """A file by its place in the vault's folder; a backup by its name."""
        path = Path(name)
        folder = self.place.vault.folder
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name

    def _damaged_copies(self) -> list[Finding]:
        damaged = (path.name for path in self.place.vault.headers if not self._is_whole(path))
        return [Finding(FindingKind.HEADER_COPY_DAMAGED, name) for name in damaged]

    def _is_whole(self, path: Path) -> bool:
        try:
            header = read_header(read_at_most(path, LARGEST + 1))
            return header == self.header and header.is_signed_by(self.key)
        except (OSError, BadDocument, VaultIsNewer, KeySettingsOutOfBounds):
            return False

    def _forged(self) -> list[Finding]:
        try:
            pages = forged_pages(self.connector)
        except VaultIsDamaged:
            pages = (self.connector.name,)
        return [Finding(FindingKind.PAGE_FORGED, page) for page in pages[:_MOST_PAGES_NAMED]]

    def _structure(self, cancelled: Cancelled) -> list[Finding]:
        def look(raw: RawConnection) -> list[Finding]:
            raw.set_progress_handler(lambda: int(cancelled()), _STEPS_BETWEEN_QUESTIONS)
            said = raw.execute("PRAGMA integrity_check").fetchall()
            found = [] if said == [("ok",)] else [Finding(FindingKind.STRUCTURE_DAMAGED, self.connector.name)]
            loose = {str(row[0]) for row in raw.execute("PRAGMA foreign_key_check")}
            return [*found, *(Finding(FindingKind.LINK_BROKEN, table) for table in sorted(loose))]

        try:
            found = self._looked(look)
        except VaultIsLocked:
            self._go_on(cancelled)
            raise
        return [Finding(FindingKind.STRUCTURE_DAMAGED, self.connector.name)] if found is None else found

    def _looked(self, look: Callable[[RawConnection], list[_Found]]) -> list[_Found] | None:
        """What one look saw, on a connection of its own, which a bad page may poison; None if it could not go on."""
        try:
            with self.connector.apart() as raw:
                return look(raw)
        except VaultIsDamaged:
            return None

    def _page_count(self) -> int:
        counted = self._looked(lambda raw: raw.execute("PRAGMA page_count").fetchall())
        return int(str(counted[0][0])) if counted else 0

    def _audit(self) -> tuple[int, list[Finding]]:
        try:
            with self.transactions.read() as work:
                return work.audit.verify(), []
        except AuditTrailBroken as broken:
            where = f"{broken.kind.value}:{broken.entry}"
            return broken.entry - 1, [Finding(FindingKind.AUDIT_BROKEN, where)]
        except VaultIsDamaged:
            return 0, [Finding(FindingKind.AUDIT_BROKEN, "")]

    def _memory(self) -> list[Finding]:
        """What the opening noticed, and whether this computer's own memory of the vault still fits."""
        kinds = [warning.kind for warning in self.warnings if warning.kind in GRAVE]
        noticed = [Finding(FindingKind.NOTICED_AT_OPENING, kind.value) for kind in kinds]
        try:
            anchor = read_anchor(self.place.device, self.key, self.header.vault_id)
            with self.transactions.read() as work:
                fits = anchor is None or work.audit.holds(anchor.audit_head)
        except (BadDocument, VaultIsDamaged):
            fits = False
        return noticed if fits else [*noticed, Finding(FindingKind.MEMORY_DIFFERS, "")]

    def _go_on(self, cancelled: Cancelled) -> None:
        if cancelled():
            raise BackupCancelled
        if not self.connector.is_open:
            raise VaultIsLocked


def _files_of(folder: Path) -> Iterator[Path]:
    """Every plain file in the folder and below it, in order; links lead elsewhere and are not followed."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place) / name
            if path.is_file() and not path.is_symlink():
                yield path
