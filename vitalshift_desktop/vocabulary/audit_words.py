"""The words for the acts and objects of the audit trail."""

from collections.abc import Callable, Mapping

from vitalshift_desktop.domain.audit import AuditAct, AuditDetail, AuditEntry
from vitalshift_desktop.domain.audit_view import AuditKind
from vitalshift_desktop.domain.vault_check import BACKUP_ENDING
from vitalshift_desktop.vocabulary import alliance_words, boundary_acts, calendar_words, measure_acts
from vitalshift_desktop.words import _, ngettext


def kind_words(kind: AuditKind) -> str:
    """A kind of acts to filter by."""
    return {
        AuditKind.UNLOCKS: _("Opening and locking"),
        AuditKind.VIEWS: _("Views"),
        AuditKind.CHANGES: _("Changes"),
        AuditKind.SIGNATURES: _("Signatures"),
        AuditKind.PRINTING: _("Printing and export"),
        AuditKind.BACKUPS: _("Backups and restores"),
        AuditKind.CHECKS: _("Checks and repairs"),
        AuditKind.SETTINGS: _("Settings and ways in"),
    }[kind]


def whole_words(entries: int) -> str:
    """A trail without a fault."""
    words = ngettext(
        "Followed from the first entry to the last: {n} entry, complete, in order and unchanged.",
        "Followed from the first entry to the last: {n} entries, complete, in order and unchanged.",
        entries,
    )
    return words.format(n=f"{entries:,}")


def act_words(entry: AuditEntry) -> str:
    """What was done; an act of a newer VitalShift stands as it was written."""
    if entry.act not in set(AuditAct):
        return entry.act
    act = AuditAct(entry.act)
    words = _COUNTED[act](entry.detail) if act in _COUNTED else _plain().get(act, entry.act)
    facts = [fact for fact in (_serial(entry.detail), _turn(entry.detail)) if fact]
    return ", ".join([words, *facts])


def object_words(entry: AuditEntry, day: str = "") -> str:
    """What it was done to, apart from the client; `day` is the session's, in words, "" where there is none."""
    kind, _colon, number = entry.object.partition(":")
    if not number:
        return _whole(kind)
    named = _KINDS.get(kind)
    if named is None:
        return ""
    return _("{what} of {day}").format(what=named(), day=day) if day else named()


def lost_client_words(entry: AuditEntry) -> str:
    """A client whose record is not in the vault any more, by the number it had; "" for anything else."""
    kind, _colon, number = entry.object.partition(":")
    return _("Client no. {number}, no longer in the records").format(number=number) if kind == "client" else ""


def _plain() -> Mapping[AuditAct, str]:
    return {
        AuditAct.VAULT_CREATED: _("Vault made"),
        AuditAct.VAULT_LOCKED: _("Locked"),
        AuditAct.VAULT_MIGRATED: _("Brought up to a newer format"),
        AuditAct.HEADER_REPAIRED: _("Key file repaired"),
        AuditAct.PASSPHRASE_CHANGED: _("Passphrase changed"),
        AuditAct.RECOVERY_CODE_ISSUED: _("New recovery sheet issued"),
        AuditAct.RECOVERY_CODE_REPLACED: _("Recovery sheet replaced"),
        AuditAct.RECOVERY_CODE_WITHDRAWN: _("Recovery sheet withdrawn"),
        AuditAct.RECOVERY_SHEET_CHECKED: _("Recovery sheet copied and checked"),
        AuditAct.RECOVERY_SHEET_TESTED: _("Recovery sheet tested"),
        AuditAct.VAULT_KEY_CHANGED: _("Vault key changed"),
        AuditAct.OLDER_DATA_ACCEPTED: _("Older records accepted"),
        AuditAct.SYNC_FOLDER_ACCEPTED: _("Vault kept in a synced folder"),
        AuditAct.VAULT_MOVE_WANTED: _("Move of the vault begun"),
        AuditAct.OLD_PLACE_REMOVED: _("Copy at the old place removed"),
        AuditAct.BACKUP_MADE: _("Backup made and proven"),
        AuditAct.BACKUP_REMOVED: _("Older backup given up"),
        AuditAct.BACKUP_FOUND_DAMAGED: _("Backup found damaged"),
        AuditAct.BACKUP_SHRINK_ACCEPTED: _("Smaller records accepted"),
        AuditAct.BACKUP_PLACE_ADDED: _("Place for backups added"),
        AuditAct.BACKUP_PLACE_CHANGED: _("Place for backups changed"),
        AuditAct.BACKUP_PLACE_REMOVED: _("Place for backups removed"),
        AuditAct.DATA_RESTORED: _("Older records restored"),
        AuditAct.RESTORE_DRILLED: _("Restore drill"),
        AuditAct.VAULT_SALVAGED: _("Made whole from backup and damaged file"),
        AuditAct.SETTINGS_CHANGED: _("Settings changed"),
        AuditAct.SAMPLE_WRITTEN: _("Sample practice written"),
        AuditAct.CLIENT_ADDED: _("Client added"),
        AuditAct.CLIENT_CHANGED: _("Client’s details changed"),
        AuditAct.CLIENT_VIEWED: _("Client’s record opened"),
        AuditAct.CLIENT_STATUS_CHANGED: _("Client’s status changed"),
        **_people_words(),
        **_episode_words(),
        **_session_words(),
        **_apart_words(),
        **_document_words(),
        **_writing_words(),
    }


def _people_words() -> Mapping[AuditAct, str]:
    return {
        AuditAct.CLIENT_STATUS_CORRECTED: _("Entry in the history of the status corrected"),
        AuditAct.CLIENT_SERVICE_CHANGED: _("Kind of service changed"),
        AuditAct.RISK_WORD_SET: _("Risk word set"),
        AuditAct.RELATED_PERSON_ADDED: _("Person around the client added"),
        AuditAct.RELATED_PERSON_CHANGED: _("Person around the client changed"),
        AuditAct.RELATED_PERSON_REMOVED: _("Person around the client removed"),
        AuditAct.MEDICINE_ADDED: _("Medicine or care added"),
        AuditAct.MEDICINE_CHANGED: _("Medicine or care changed"),
        AuditAct.MEDICINE_REMOVED: _("Medicine or care removed"),
        AuditAct.MEMBER_ADDED: _("Member of a joint file added"),
        AuditAct.MEMBER_REMOVED: _("Member of a joint file removed"),
        AuditAct.SESSION_MOVED_TO_FILE: _("Session moved to another file"),
    }


def _episode_words() -> Mapping[AuditAct, str]:
    return {
        AuditAct.PHASE_MARKED: _("Phase marked"),
        AuditAct.EPISODE_OPENED: _("Episode opened"),
        AuditAct.EPISODE_ENDED: _("Episode ended"),
        AuditAct.EARLY_REVIEW_WRITTEN: _("Review sheet written"),
        AuditAct.SAFETY_PLAN_WRITTEN: _("Safety plan written"),
        AuditAct.SAFETY_PLAN_IN_FORCE: _("Safety plan put in force"),
    }


def _session_words() -> Mapping[AuditAct, str]:
    return {
        AuditAct.SESSION_PLANNED: _("Session planned"),
        AuditAct.SESSION_CHANGED: _("Session changed"),
        AuditAct.SESSION_STARTED: _("Session started"),
        AuditAct.SESSION_ATTENDANCE_SET: _("Attendance set"),
        AuditAct.SESSION_REMOVED: _("Session removed"),
        **calendar_words.act_words(),
        **measure_acts.act_words(),
        **boundary_acts.act_words(),
        AuditAct.FEE_AGREED: _("Fee agreed"),
        AuditAct.FEE_AGREEMENT_REMOVED: _("Fee agreement removed"),
        AuditAct.FEE_RECORDED: _("Fee for a session recorded"),
        AuditAct.NOTE_STARTED: _("Note begun"),
        AuditAct.NOTE_VIEWED: _("Note opened"),
        AuditAct.NOTE_WRITTEN: _("Note written"),
        AuditAct.NOTE_SIGNED: _("Note signed"),
        AuditAct.NOTE_AMENDED: _("Note added to"),
        AuditAct.NOTE_TEMPLATE_CHANGED: _("Note template changed"),
        AuditAct.NOTE_TEMPLATE_REMOVED: _("Note template removed"),
        AuditAct.CHECK_IN_RECORDED: _("Check-in recorded"),
        AuditAct.CHECK_IN_CORRECTED: _("Check-in corrected"),
        AuditAct.MEASURE_RECORDED: _("Measure recorded"),
        AuditAct.MEASURE_CORRECTED: _("Measure corrected"),
        AuditAct.MEASURE_NOT_GIVEN: _("Measure noted as not given"),
        AuditAct.MEASURE_NOT_GIVEN_REMOVED: _("Note of no measure taken back"),
        AuditAct.ANSWER_REVIEWED: _("Answer reviewed with the client"),
        AuditAct.HANDOVER_ARMED: _("Forms handed over"),
        AuditAct.HANDOVER_TAKEN_IN: _("Answers taken in"),
        AuditAct.HANDOVER_DECLINED: _("Forms declined"),
        AuditAct.HANDOVER_NOT_GIVEN: _("No answers were given"),
        AuditAct.HANDOVER_REFUSED: _("File of answers refused"),
        AuditAct.DROP_TALKED_THROUGH: _("Drop talked through"),
        **alliance_words.act_words(),
    }


def _apart_words() -> Mapping[AuditAct, str]:
    return {
        AuditAct.CONTACT_CAPTURED: _("Kept in the inbox"),
        AuditAct.CONTACT_ADDED: _("Contact note added"),
        AuditAct.CONTACT_CHANGED: _("Contact note changed"),
        AuditAct.CONTACT_FILED: _("Filed from the inbox"),
        AuditAct.CONTACT_SIGNED: _("Contact note signed"),
        AuditAct.CONTACT_AMENDED: _("Contact note added to"),
        AuditAct.CONTACT_REMOVED: _("Contact note removed"),
        AuditAct.PROCESS_NOTE_STARTED: _("Process note begun"),
        AuditAct.PROCESS_NOTE_WRITTEN: _("Process note written"),
        AuditAct.PROCESS_NOTE_REMOVED: _("Process note removed"),
    }


def _document_words() -> Mapping[AuditAct, str]:
    return {
        AuditAct.ATTACHMENT_ADDED: _("Attachment added"),
        AuditAct.ATTACHMENT_CHANGED: _("Attachment changed"),
        AuditAct.ATTACHMENT_REMOVED: _("Attachment removed"),
        AuditAct.ATTACHMENT_VIEWED: _("Attachment opened"),
        AuditAct.FLAG_SETTLED: _("Flag settled"),
    }


def _writing_words() -> Mapping[AuditAct, str]:
    return {
        AuditAct.OWN_WORD_ADDED: _("Own word added"),
        AuditAct.OWN_WORD_REMOVED: _("Own word removed"),
        AuditAct.SNIPPET_ADDED: _("Snippet added"),
        AuditAct.SNIPPET_CHANGED: _("Snippet changed"),
        AuditAct.SNIPPET_REMOVED: _("Snippet removed"),
    }


def _opened(detail: AuditDetail) -> str:
    return _("Opened with the recovery code") if detail.get("by") == "recovery" else _("Opened")


def _number(detail: AuditDetail, key: str) -> int:
    """A fact that is a number; 0 for what somebody may have put in its place."""
    value = detail.get(key)
    return value if isinstance(value, int) else 0


def _tries(detail: AuditDetail) -> str:
    n = _number(detail, "count")
    return ngettext("{n} failed try since it was last open", "{n} failed tries since it was last open", n).format(n=n)


def _checked(detail: AuditDetail) -> str:
    n = _number(detail, "findings")
    if not n:
        return _("Vault checked, nothing found")
    return ngettext("Vault checked, {n} fault found", "Vault checked, {n} faults found", n).format(n=n)


def _handed_out(detail: AuditDetail) -> str:
    by_printer = detail.get("outlet") == "printer"
    return _("Page printed") if by_printer else _("Page saved as PDF")


_COUNTED: Mapping[AuditAct, Callable[[AuditDetail], str]] = {
    AuditAct.VAULT_OPENED: _opened,
    AuditAct.TRIES_FAILED: _tries,
    AuditAct.VAULT_CHECKED: _checked,
    AuditAct.DISCLOSURE_RECORDED: _handed_out,
    AuditAct.PAGE_PRINTED: _handed_out,
}
_KINDS: Mapping[str, Callable[[], str]] = {
    "related_person": lambda: _("Person around the client"),
    "medicine": lambda: _("Medicine or care"),
    "member": lambda: _("Member of the joint file"),
    "episode": lambda: _("Episode"),
    "safety_plan": lambda: _("Safety plan"),
    "session": lambda: _("Session"),
    "standing": lambda: _("Standing appointment"),
    "closure": lambda: _("Closed time"),
    "note": lambda: _("Note"),
    "attachment": lambda: _("Attachment"),
    "contact": lambda: _("Contact note"),
    "process_note": lambda: _("Process note"),
    "fee_agreement": lambda: _("Fee agreement"),
    **measure_acts.OBJECTS,
    **boundary_acts.OBJECTS,
    "administration": lambda: _("Check-in"),
    "handover": lambda: _("Hand-over"),
    "chart_entry": lambda: _("Entry on the chart"),
    "snippet": lambda: _("Snippet"),
}


def _whole(what: str) -> str:
    """An object that has no number: the practice, the backups, a backup by its file's name."""
    words = {"practice": _("Practice"), "backups": _("Backups"), "handovers": _("Hand-over")}
    return words.get(what, what.removesuffix(BACKUP_ENDING) if what.endswith(BACKUP_ENDING) else "")


def _serial(detail: AuditDetail) -> str:
    serial = detail.get("serial")
    return _("serial {serial}").format(serial=serial) if serial else ""


def _turn(detail: AuditDetail) -> str:
    """Whether the act took an earlier one back."""
    if detail.get("undone") or detail.get("cleared"):
        return _("taken back")
    if detail.get("skipped"):
        return _("skipped")
    return _("put back") if detail.get("again") else ""
