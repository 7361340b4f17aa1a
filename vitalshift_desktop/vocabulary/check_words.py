"""What a check of the vault looked at, how, and what it found, in plain words."""

from collections.abc import Callable
from dataclasses import dataclass

from vitalshift_desktop.domain.audit import BreakKind
from vitalshift_desktop.domain.vault_check import Aspect, Finding, FindingKind, VaultCheck
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.words import _, ngettext

NoteWords = Callable[[str], str]
"""What to call the note of this id; on paper, and where it cannot be read, just that."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of a result; `found` has one sentence for each fault, or one that says there is none."""

    aspect: Aspect
    title: str
    how: str
    found: tuple[str, ...]
    ok: bool


def a_note(_note_id: str) -> str:
    """The name of a note for paper: none."""
    return _("A signed note")


def check_lines(check: VaultCheck, note_words: NoteWords = a_note, *, on_paper: bool = False) -> tuple[CheckLine, ...]:
    """The result line by line; on paper a file that is not the vault's own is not named, for its name may say much."""
    return tuple(_line(check, aspect, note_words, on_paper=on_paper) for aspect in Aspect)


def _line(check: VaultCheck, aspect: Aspect, note_words: NoteWords, *, on_paper: bool) -> CheckLine:
    faults = tuple(_fault_words(finding, note_words, on_paper=on_paper) for finding in check.of(aspect))
    said = tuple(dict.fromkeys(faults)) or (_good_words(check, aspect),)
    return CheckLine(aspect, _title(check, aspect), _how(aspect), said, not faults)


def summary_words(check: VaultCheck) -> str:
    """The whole result in one sentence."""
    if check.ok:
        return _("The vault is whole and encrypted.")
    return ngettext("{n} fault was found.", "{n} faults were found.", len(check.findings)).format(n=len(check.findings))


def next_step_words(check: VaultCheck) -> str:
    """What to do about the faults; nothing when there are none."""
    if check.ok:
        return ""
    return _(
        "Your records are still there. Keep all older backups until each fault is explained; your newest good backup "
        "is the way back."
    )


def _title(check: VaultCheck, aspect: Aspect) -> str:
    files = len(check.files)
    words, n = {
        Aspect.HEADER: (_("Key file, both copies"), 2),
        Aspect.PAGES: (ngettext("{n} page of records", "{n} pages of records", check.pages), check.pages),
        Aspect.STRUCTURE: (_("How the records hang together"), 0),
        Aspect.AUDIT: (
            ngettext("{n} entry of the audit trail", "{n} entries of the audit trail", check.entries),
            check.entries,
        ),
        Aspect.NOTES: (ngettext("{n} signed note", "{n} signed notes", check.signed_notes), check.signed_notes),
        Aspect.AGREEMENTS: (ngettext("{n} agreement", "{n} agreements", check.agreements), check.agreements),
        Aspect.FILES: (ngettext("{n} file of the vault’s folder", "{n} files of the vault’s folder", files), files),
        Aspect.BACKUPS: (ngettext("{n} backup", "{n} backups", check.backups), check.backups),
        Aspect.WORDS: (ngettext("{n} word of your own", "{n} words of your own", check.words), check.words),
        Aspect.CONTROL: (_("The search itself"), 0),
        Aspect.MEMORY: (_("Seal and this computer’s memory"), 0),
    }[aspect]
    return words.format(n=f"{n:,}")


def _how(aspect: Aspect) -> str:
    return {
        Aspect.HEADER: _("Read again, compared with each other, and checked with your key."),
        Aspect.PAGES: _("Every page checked with your key; a changed byte would show."),
        Aspect.STRUCTURE: _("Looked through as a whole, and every link between records followed."),
        Aspect.AUDIT: _("Each entry’s code computed again, and its link to the entry before."),
        Aspect.NOTES: _("Fingerprint computed again; compared with the one made at signing and with the audit trail."),
        Aspect.AGREEMENTS: _("Fingerprint computed again; compared with the one made at agreeing and with the trail."),
        Aspect.FILES: _("Read raw by a separate program without your key, as a thief would read them."),
        Aspect.BACKUPS: _("Read raw in the same way, each one from beginning to end."),
        Aspect.WORDS: _(
            "Taken from client names and notes, other ones each time; searched for in all these files as written, in "
            "small letters and in capitals, in both usual codings."
        ),
        Aspect.CONTROL: _("The same words put into a plain sample in memory, and searched for in the same way."),
        Aspect.MEMORY: _("Compared when the vault was opened, and this computer’s note of it read again."),
    }[aspect]


def _good_words(check: VaultCheck, aspect: Aspect) -> str:
    if aspect is Aspect.BACKUPS:
        return _backup_words(check)
    if aspect is Aspect.WORDS and not check.words:
        return _("There is no text yet to choose words from.")
    if aspect is Aspect.CONTROL:
        return _("All {n} spellings were found there, so the search can be relied on.").format(n=check.planted)
    return {
        Aspect.HEADER: _("Both are whole and as VitalShift wrote them."),
        Aspect.PAGES: _("Every page is as VitalShift wrote it."),
        Aspect.STRUCTURE: _("All whole."),
        Aspect.AUDIT: _("Complete, in order and unchanged."),
        Aspect.NOTES: _("Every one is word for word as it was signed."),
        Aspect.AGREEMENTS: _("Every one is word for word as it was agreed."),
        Aspect.FILES: _("No plain database; the pages that were measured look like noise."),
        Aspect.WORDS: _("None found."),
        Aspect.MEMORY: " ".join([_("They agree."), *(_noticed_words(kind) for kind in check.noticed)]),
    }[aspect]


def _backup_words(check: VaultCheck) -> str:
    words = [_("No readable text.")] if check.backups else [_("No backup was in reach.")]
    if check.missing_backups:
        missing = ngettext("{n} more is out of reach.", "{n} more are out of reach.", check.missing_backups)
        words.append(missing.format(n=check.missing_backups))
    return " ".join(words)


def _fault_words(finding: Finding, note_words: NoteWords, *, on_paper: bool) -> str:
    if finding.kind is FindingKind.AUDIT_BROKEN:
        return _broken_words(finding.where)
    if finding.kind is FindingKind.NOTE_ALTERED:
        return _("{note} is not as it was signed.").format(note=note_words(finding.where))
    if finding.kind is FindingKind.NOTICED_AT_OPENING:
        return _noticed_words(finding.where)
    where = _("a file that is not part of the vault") if on_paper and not _is_own(finding.where) else finding.where
    return _PLACED[finding.kind]().format(where=where)


_PLACED: dict[FindingKind, Callable[[], str]] = {
    FindingKind.HEADER_COPY_DAMAGED: lambda: _("A copy of the key file is damaged: {where}."),
    FindingKind.PAGE_FORGED: lambda: _("A page was changed by something other than VitalShift: {where}."),
    FindingKind.STRUCTURE_DAMAGED: lambda: _("The structure of the records is damaged: {where}."),
    FindingKind.LINK_BROKEN: lambda: _("A record points to one that is not there: {where}."),
    FindingKind.CONTACT_ALTERED: lambda: _("A contact note is not as it was signed: number {where}."),
    FindingKind.AGREEMENT_ALTERED: lambda: _("An agreement is not as it was agreed: number {where}."),
    FindingKind.EVENT_ALTERED: lambda: _("A note on an agreement is not as it was written: number {where}."),
    FindingKind.CONSENT_ALTERED: lambda: _("A consent is not as it was recorded: number {where}."),
    FindingKind.PLAIN_DATABASE: lambda: _("A file is not encrypted: {where}."),
    FindingKind.NOT_NOISE: lambda: _("A file does not look encrypted: {where}."),
    FindingKind.FILE_UNREADABLE: lambda: _("A file could not be read: {where}."),
    FindingKind.WORD_FOUND: lambda: _("Readable words of yours stand in {where}."),
    FindingKind.CONTROL_FAILED: lambda: _("The search missed words in the plain sample, so it proves nothing."),
    FindingKind.MEMORY_DIFFERS: lambda: _("What this computer remembers of the vault does not fit it."),
}


def _is_own(name: str) -> bool:
    return name.endswith(".vsbackup") or name.startswith(("vault.", "page ", "HMAC", "file "))


def _broken_words(where: str) -> str:
    kind, _colon, entry = where.partition(":")
    if kind not in set(BreakKind) or not entry.isdecimal():
        return _("The audit trail cannot be read to its end.")
    return break_words(BreakKind(kind), int(entry))


def break_words(kind: BreakKind, entry: int) -> str:
    """How the audit trail is broken, and at which entry."""
    return {
        BreakKind.GAP: _("Entry {n} is missing from the audit trail."),
        BreakKind.CHANGED: _("Entry {n} of the audit trail was changed."),
        BreakKind.REORDERED: _("Entry {n} of the audit trail stands where another one was written."),
        BreakKind.CUT: _("The audit trail was cut off before entry {n}."),
    }[kind].format(n=entry)


def _noticed_words(kind: str) -> str:
    words = {
        WarningKind.HEADER_REPAIRED: _("A damaged copy of the key file was repaired when the vault was opened."),
        WarningKind.NOT_CLOSED_CLEANLY: _("The vault was not locked cleanly the time before, so it had no seal."),
        WarningKind.CHANGED_OUTSIDE: _("The records were changed outside VitalShift since they were last locked."),
        WarningKind.SEAL_FORGED: _("The seal was not made with your key."),
        WarningKind.SEAL_REMOVED: _("The seal was taken away while the vault was locked."),
        WarningKind.ROLLED_BACK: _("The vault is older than the one last open on this computer."),
        WarningKind.ANCHOR_FORGED: _("This computer’s note of the vault was changed."),
    }
    return words[WarningKind(kind)]
