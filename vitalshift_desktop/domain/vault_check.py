"""The check of a vault: what was looked at, and what was found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitalshift_desktop.domain.vaults import WarningKind


class Aspect(StrEnum):
    """What a check looks at, in the order in which it is told."""

    HEADER = "header"
    PAGES = "pages"
    STRUCTURE = "structure"
    AUDIT = "audit"
    NOTES = "notes"
    AGREEMENTS = "agreements"
    FILES = "files"
    BACKUPS = "backups"
    WORDS = "words"
    CONTROL = "control"
    MEMORY = "memory"


class FindingKind(StrEnum):
    """What a check of the vault can find; the texts are kept in vaults."""

    HEADER_COPY_DAMAGED = "header_copy_damaged"
    PAGE_FORGED = "page_forged"
    STRUCTURE_DAMAGED = "structure_damaged"
    LINK_BROKEN = "link_broken"
    AUDIT_BROKEN = "audit_broken"
    NOTE_ALTERED = "note_altered"
    CONTACT_ALTERED = "contact_altered"
    AGREEMENT_ALTERED = "agreement_altered"
    EVENT_ALTERED = "event_altered"
    CONSENT_ALTERED = "consent_altered"
    PLAIN_DATABASE = "plain_database"
    NOT_NOISE = "not_noise"
    FILE_UNREADABLE = "file_unreadable"
    WORD_FOUND = "word_found"
    CONTROL_FAILED = "control_failed"
    NOTICED_AT_OPENING = "noticed_at_opening"
    MEMORY_DIFFERS = "memory_differs"

    def aspect(self, *, in_backup: bool = False) -> Aspect:
        """What was being looked at when this was found."""
        if in_backup and self in _IN_FILES:
            return Aspect.BACKUPS
        return _ASPECTS[self]


GRAVE = frozenset(
    {
        WarningKind.CHANGED_OUTSIDE,
        WarningKind.SEAL_FORGED,
        WarningKind.SEAL_REMOVED,
        WarningKind.ROLLED_BACK,
        WarningKind.ANCHOR_FORGED,
    }
)
"""What the opening of a vault can notice that a power cut alone does not explain."""

_IN_FILES = frozenset({FindingKind.PLAIN_DATABASE, FindingKind.NOT_NOISE, FindingKind.FILE_UNREADABLE})
_ASPECTS = {
    FindingKind.HEADER_COPY_DAMAGED: Aspect.HEADER,
    FindingKind.PAGE_FORGED: Aspect.PAGES,
    FindingKind.STRUCTURE_DAMAGED: Aspect.STRUCTURE,
    FindingKind.LINK_BROKEN: Aspect.STRUCTURE,
    FindingKind.AUDIT_BROKEN: Aspect.AUDIT,
    FindingKind.NOTE_ALTERED: Aspect.NOTES,
    FindingKind.CONTACT_ALTERED: Aspect.NOTES,
    FindingKind.AGREEMENT_ALTERED: Aspect.AGREEMENTS,
    FindingKind.EVENT_ALTERED: Aspect.AGREEMENTS,
    FindingKind.CONSENT_ALTERED: Aspect.AGREEMENTS,
    FindingKind.PLAIN_DATABASE: Aspect.FILES,
    FindingKind.NOT_NOISE: Aspect.FILES,
    FindingKind.FILE_UNREADABLE: Aspect.FILES,
    FindingKind.WORD_FOUND: Aspect.WORDS,
    FindingKind.CONTROL_FAILED: Aspect.CONTROL,
    FindingKind.NOTICED_AT_OPENING: Aspect.MEMORY,
    FindingKind.MEMORY_DIFFERS: Aspect.MEMORY,
}
BACKUP_ENDING = ".vsbackup"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault and where: a file, a page, an entry, the id of a note, a contact, an agreement, or a consent.

    For a broken trail that is `kind:entry`.
    """

    kind: FindingKind
    where: str

    @property
    def aspect(self) -> Aspect:
        """What was being looked at when this was found."""
        return self.kind.aspect(in_backup=self.where.endswith(BACKUP_ENDING))


@dataclass(frozen=True, slots=True)
class VaultCheck:
    """The result of a whole check: how much was looked at, and what was found.

    `pages` had their authentication codes computed again, `measured` are pages of files and backups whose bytes were
    measured; `words` of the record were searched for, and of `planted` spellings in a plain sample in memory `control`
    were found by the same search. `backups` and `missing_backups` count the backup files read and those out of reach.
    """

    at: datetime
    pages: int
    entries: int
    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    headers: int = 2
    signed_notes: int = 0
    agreements: int = 0
    measured: int = 0
    backups: int = 0
    missing_backups: int = 0
    words: int = 0
    planted: int = 0
    control: int = 0
    noticed: tuple[WarningKind, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    def of(self, aspect: Aspect) -> tuple[Finding, ...]:
        """What was found in one respect."""
        return tuple(finding for finding in self.findings if finding.aspect is aspect)
