"""The audit trail: what was done in the vault, when, and to which object."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

AuditDetail = dict[str, str | int | bool]


class AuditAct(StrEnum):
    """The acts that leave an entry; the texts lie in vaults and never change."""

    VAULT_CREATED = "vault.created"
    VAULT_OPENED = "vault.opened"
    TRIES_FAILED = "tries.failed"
    VAULT_LOCKED = "vault.locked"
    VAULT_CHECKED = "vault.checked"
    VAULT_MIGRATED = "vault.migrated"
    HEADER_REPAIRED = "header.repaired"
    PASSPHRASE_CHANGED = "passphrase.changed"
    RECOVERY_CODE_ISSUED = "recovery_code.issued"
    RECOVERY_CODE_REPLACED = "recovery_code.replaced"
    RECOVERY_CODE_WITHDRAWN = "recovery_code.withdrawn"
    RECOVERY_SHEET_CHECKED = "recovery_sheet.checked"
    RECOVERY_SHEET_TESTED = "recovery_sheet.tested"
    VAULT_KEY_CHANGED = "vault_key.changed"
    OLDER_DATA_ACCEPTED = "older_data.accepted"
    VAULT_SALVAGED = "vault.salvaged"
    SYNC_FOLDER_ACCEPTED = "sync_folder.accepted"
    VAULT_MOVE_WANTED = "vault.move_wanted"
    OLD_PLACE_REMOVED = "old_place.removed"
    BACKUP_MADE = "backup.made"
    BACKUP_REMOVED = "backup.removed"
    BACKUP_FOUND_DAMAGED = "backup.found_damaged"
    BACKUP_SHRINK_ACCEPTED = "backup.shrink_accepted"
    BACKUP_PLACE_ADDED = "backup_place.added"
    BACKUP_PLACE_CHANGED = "backup_place.changed"
    BACKUP_PLACE_REMOVED = "backup_place.removed"
    DATA_RESTORED = "older_data.restored"
    RESTORE_DRILLED = "restore.drilled"
    SETTINGS_CHANGED = "settings.changed"
    SAMPLE_WRITTEN = "sample.written"
    CLIENT_ADDED = "client.added"
    CLIENT_CHANGED = "client.changed"
    CLIENT_VIEWED = "client.viewed"
    CLIENT_STATUS_CHANGED = "client.status_changed"
    CLIENT_STATUS_CORRECTED = "client.status_corrected"
    CLIENT_SERVICE_CHANGED = "client.service_changed"
    RISK_WORD_SET = "client.risk_word_set"
    RELATED_PERSON_ADDED = "related_person.added"
    RELATED_PERSON_CHANGED = "related_person.changed"
    RELATED_PERSON_REMOVED = "related_person.removed"
    MEDICINE_ADDED = "medicine.added"
    MEDICINE_CHANGED = "medicine.changed"
    MEDICINE_REMOVED = "medicine.removed"
    MEMBER_ADDED = "member.added"
    MEMBER_REMOVED = "member.removed"
    SESSION_MOVED_TO_FILE = "session.moved_to_file"
    PHASE_MARKED = "phase.marked"
    EPISODE_OPENED = "episode.opened"
    EPISODE_ENDED = "episode.ended"
    SESSION_PLANNED = "session.planned"
    SESSION_CHANGED = "session.changed"
    SESSION_STARTED = "session.started"
    SESSION_ATTENDANCE_SET = "session.attendance_set"
    SESSION_REMOVED = "session.removed"
    FEE_AGREED = "fee.agreed"
    FEE_AGREEMENT_REMOVED = "fee.agreement_removed"
    FEE_RECORDED = "fee.recorded"
    NOTE_STARTED = "note.started"
    NOTE_VIEWED = "note.viewed"
    NOTE_WRITTEN = "note.written"
    NOTE_SIGNED = "note.signed"
    NOTE_AMENDED = "note.amended"
    GOAL_ADDED = "goal.added"
    GOAL_CHANGED = "goal.changed"
    GOAL_RATED = "goal.rated"
    CLAUSE_CHANGED = "clause.changed"
    CLAUSE_AGREED = "clause.agreed"
    CHECK_IN_RECORDED = "check_in.recorded"
    CHECK_IN_CORRECTED = "check_in.corrected"
    ANSWER_REVIEWED = "answer.reviewed"
    DROP_TALKED_THROUGH = "drop.talked_through"
    ATTACHMENT_ADDED = "attachment.added"
    ATTACHMENT_CHANGED = "attachment.changed"
    ATTACHMENT_REMOVED = "attachment.removed"
    ATTACHMENT_VIEWED = "attachment.viewed"
    REMINDER_ADDED = "reminder.added"
    REMINDER_CHANGED = "reminder.changed"
    REMINDER_DONE = "reminder.done"
    REMINDER_DELETED = "reminder.deleted"
    FLAG_SETTLED = "flag.settled"
    OWN_WORD_ADDED = "own_word.added"
    OWN_WORD_REMOVED = "own_word.removed"
    SNIPPET_ADDED = "snippet.added"
    SNIPPET_CHANGED = "snippet.changed"
    SNIPPET_REMOVED = "snippet.removed"
    DISCLOSURE_RECORDED = "disclosure.recorded"
    PAGE_PRINTED = "page.printed"


class BreakKind(StrEnum):
    """How a chain of entries can be broken."""

    GAP = "gap"
    CHANGED = "changed"
    REORDERED = "reordered"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act: when it was done (UTC), to what (such as "note:17"), with facts but never with text of the record."""

    id: int
    at: datetime
    act: str
    object: str
    detail: AuditDetail = field(default_factory=dict)
