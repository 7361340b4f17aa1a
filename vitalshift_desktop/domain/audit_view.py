"""How the audit trail is looked at: kinds of acts to filter by, and its head as it stands on paper."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.audit import AuditAct, AuditEntry
from vitalshift_desktop.domain.clients import Client, ClientId

SHOWN_OF_CODE = 32
"""Hex digits of an entry's code on paper: 128 bits, which nobody can make to fit another trail."""
_GROUP = 4
_HEAD = re.compile(r"\s*(\d{1,12})[\s:.·-]+([0-9a-fA-F\s-]+)")


class AuditKind(StrEnum):
    """The kinds of acts to filter by."""

    UNLOCKS = "unlocks"
    VIEWS = "views"
    CHANGES = "changes"
    SIGNATURES = "signatures"
    PRINTING = "printing"
    BACKUPS = "backups"
    CHECKS = "checks"
    SETTINGS = "settings"


_BY_ACT = {
    AuditAct.TRIES_FAILED: AuditKind.UNLOCKS,
    AuditAct.OLDER_DATA_ACCEPTED: AuditKind.UNLOCKS,
    AuditAct.VAULT_CHECKED: AuditKind.CHECKS,
    AuditAct.HEADER_REPAIRED: AuditKind.CHECKS,
    AuditAct.VAULT_MIGRATED: AuditKind.CHECKS,
    AuditAct.VAULT_MOVE_WANTED: AuditKind.SETTINGS,
    AuditAct.VAULT_SALVAGED: AuditKind.BACKUPS,
    AuditAct.CLIENT_VIEWED: AuditKind.VIEWS,
    AuditAct.NOTE_VIEWED: AuditKind.VIEWS,
    AuditAct.ATTACHMENT_VIEWED: AuditKind.VIEWS,
    AuditAct.NOTE_SIGNED: AuditKind.SIGNATURES,
    AuditAct.NOTE_AMENDED: AuditKind.SIGNATURES,
    AuditAct.CONTACT_SIGNED: AuditKind.SIGNATURES,
    AuditAct.CONTACT_AMENDED: AuditKind.SIGNATURES,
    AuditAct.CLAUSE_AGREED: AuditKind.SIGNATURES,
    AuditAct.CONSENT_RECORDED: AuditKind.SIGNATURES,
    AuditAct.CONSENT_CORRECTED: AuditKind.SIGNATURES,
    AuditAct.CONSENT_WITHDRAWN: AuditKind.SIGNATURES,
    AuditAct.MAY_KNOW_AGREED: AuditKind.SIGNATURES,
    AuditAct.DISCLOSURE_RECORDED: AuditKind.PRINTING,
    AuditAct.PAGE_PRINTED: AuditKind.PRINTING,
    AuditAct.CALENDAR_SAVED: AuditKind.PRINTING,
}
_BY_BEGINNING = {
    "vault": AuditKind.UNLOCKS,
    "backup": AuditKind.BACKUPS,
    "backup_place": AuditKind.BACKUPS,
    "restore": AuditKind.BACKUPS,
    "older_data": AuditKind.BACKUPS,
    "passphrase": AuditKind.SETTINGS,
    "recovery_code": AuditKind.SETTINGS,
    "recovery_sheet": AuditKind.SETTINGS,
    "vault_key": AuditKind.SETTINGS,
    "settings": AuditKind.SETTINGS,
    "own_word": AuditKind.SETTINGS,
    "snippet": AuditKind.SETTINGS,
    "sync_folder": AuditKind.SETTINGS,
    "old_place": AuditKind.SETTINGS,
}


def kind_of(act: AuditAct) -> AuditKind:
    """The kind an act belongs to; whatever is not of the vault itself changed the record."""
    return _BY_ACT.get(act) or _BY_BEGINNING.get(act.value.partition(".")[0], AuditKind.CHANGES)


def acts_of(kind: AuditKind) -> tuple[AuditAct, ...]:
    """All acts of a kind."""
    return tuple(act for act in AuditAct if kind_of(act) is kind)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries are wanted; civil days where the counselor sits, both included. None means all."""

    kind: AuditKind | None = None
    client_id: ClientId | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An entry with what its object is now: the client, if still in the records, and the day of the session."""

    entry: AuditEntry
    client: Client | None = None
    day: date | None = None


class HeadAnswer(StrEnum):
    """Whether a head that was kept on paper belongs to the trail."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_A_HEAD = "not_a_head"


def head_on_paper(head: str) -> str:
    """A head (`id:mac`) as it is printed and typed: the number of the entry and eight groups of four."""
    number, _colon, code = head.partition(":")
    shown = code[:SHOWN_OF_CODE]
    groups = [shown[start : start + _GROUP] for start in range(0, len(shown), _GROUP)]
    return f"{number}: {' '.join(groups)}"


def head_as_typed(text: str) -> tuple[int, str] | None:
    """The entry's number and the beginning of its code, as typed from paper; None if that is not a head."""
    found = _HEAD.fullmatch(text.strip())
    code = re.sub(r"[\s-]", "", found[2]).lower() if found else ""
    if found is None or not SHOWN_OF_CODE <= len(code) <= 2 * SHOWN_OF_CODE:
        return None
    return int(found[1]), code
