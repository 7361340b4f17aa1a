"""What each problem is called in plain words, and what to do next."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch

from vitalshift_desktop.domain import problems
from vitalshift_desktop.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Advice:
    """A problem in words: what happened and what is safe, and the next step."""

    what: str
    next_step: str


def sentence(problem: problems.Problem) -> Advice:
    """The words for a problem, in the counselor's language."""
    return _with_facts(problem)


@singledispatch
def _with_facts(problem: problems.Problem) -> Advice:
    for kind in type(problem).__mro__:
        if kind in PLAIN:
            return PLAIN[kind]()
    return Advice(_("Something stood in the way."), _("Try it again."))


@_with_facts.register
def _too_many_tries(problem: problems.TooManyTries) -> Advice:
    wait = ngettext("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", problem.seconds)
    return Advice(
        _("Several passphrases did not match. Your records are safe."),
        wait.format(n=problem.seconds) + " " + _("The recovery code works at any time."),
    )


@_with_facts.register
def _recovery_code_typo(problem: problems.RecoveryCodeTypo) -> Advice:
    what = _("This is not quite a recovery code.")
    if not problem.groups:
        return Advice(what, _("Compare it with your recovery sheet: eight groups of four characters."))
    groups = ", ".join(str(group) for group in problem.groups)
    check = ngettext("Check group {groups}.", "Check groups {groups}.", len(problem.groups))
    return Advice(what, check.format(groups=groups))


@_with_facts.register
def _vault_in_use(problem: problems.VaultInUse) -> Advice:
    if problem.other_computer:
        what = _("This vault is open on another computer, {host}.").format(host=problem.host)
        return Advice(
            what, _("Lock it there first. A vault in a synced folder can be damaged by two computers at once.")
        )
    if problem.pid is not None:
        what = _("This vault is already open in another VitalShift window (process {pid}).").format(pid=problem.pid)
        return Advice(what, _("Use that window, or close it and try again."))
    return Advice(_("Another program is using this vault."), _("Close it and try again. Your records are fine."))


@_with_facts.register
def _audit_trail_broken(problem: problems.AuditTrailBroken) -> Advice:
    # All words of the practice hang on these; the first page opens without them.
    from vitalshift_desktop.vocabulary.check_words import break_words

    what = break_words(problem.kind, problem.entry)
    return Advice(what, _("Write down today's date, and compare with your newest backup."))


@_with_facts.register
def _no_room_to_encrypt(problem: problems.NoRoomToEncrypt) -> Advice:
    what = _("Changing the vault key needs {needed} MB of room on this drive, and {free} MB are free.")
    sizes = {"needed": -(-problem.needed // 10**6), "free": problem.free // 10**6}
    return Advice(
        what.format(**sizes) + " " + _("Nothing was changed."), _("Free some space on the drive, then try again.")
    )


def _get_back() -> str:
    return _("Choose “Get my records back”: your newest backup, and what can still be read. Nothing is removed.")


PLAIN: dict[type, Callable[[], Advice]] = {
    problems.WrongSecret: lambda: Advice(
        _("That did not match."), _("Check Caps Lock and the keyboard layout, then type it again.")
    ),
    problems.SheetIsAnother: lambda: Advice(
        _("This code was typed without a slip, but it does not open these records. Your records are safe."),
        _("Look for a newer sheet. If there is none, make a new recovery sheet now and destroy this one."),
    ),
    problems.PassphraseTooWeak: lambda: Advice(
        _("This passphrase is too easy to guess."), _("Use four or more unrelated words, at least 12 characters.")
    ),
    problems.VaultIsNewer: lambda: Advice(
        _("This vault was written by a newer VitalShift. Nothing was changed."),
        _("Install the newer version, then open the vault again."),
    ),
    problems.VaultExists: lambda: Advice(
        _("There is already something at this place."), _("Choose another name or folder for the new vault.")
    ),
    problems.VaultNotFound: lambda: Advice(
        _("There is no vault in this folder."), _("Choose the folder whose name ends in .vshift.")
    ),
    problems.HeaderTampered: lambda: Advice(
        _("The vault's key file was changed by something other than VitalShift. Nothing was opened."),
        _("Restore your newest backup, and think about who could reach this folder."),
    ),
    problems.KeySettingsOutOfBounds: lambda: Advice(
        _("The vault's key file was not written by VitalShift. Nothing was opened."),
        _("Restore your newest backup, and think about who could reach this folder."),
    ),
    problems.VaultIsDamaged: lambda: Advice(
        _("Your passphrase is right, but some of the records are damaged. Nothing was changed."),
        _get_back(),
    ),
    problems.RecordsMissing: lambda: Advice(
        _("The vault's records file is missing or empty."),
        _("Look for vault.db in the trash or in your sync program, or restore your newest backup."),
    ),
    problems.PlaceIsSynced: lambda: Advice(
        _("That folder is copied to the internet or to other computers as well. Your records stay where they are."),
        _("Choose a folder on this computer that no service copies."),
    ),
    problems.FolderIsReadOnly: lambda: Advice(
        _("This folder cannot be written to. What was saved before is safe."),
        _("Allow writing to the folder, or choose another one, then try again."),
    ),
    problems.DiskFull: lambda: Advice(
        _("The drive is full, so this is not saved yet. What was saved before is safe."),
        _("Free some space, then try again."),
    ),
    problems.KeyChangeFailed: lambda: Advice(
        _("The records under the new key did not pass their check and were removed. Your records are unchanged."),
        _("Check the drive, make a backup, then try again."),
    ),
    problems.DriveFailed: lambda: Advice(
        _("The drive reported an error."), _("Check the drive and its cable, then try again. Make a backup soon.")
    ),
    problems.NotEnoughMemory: lambda: Advice(
        _("There is too little free memory to open the vault."),
        _("Close other programs and try again, or use the recovery code, which needs very little memory."),
    ),
    problems.VaultIsLocked: lambda: Advice(_("The vault is locked."), _("Unlock it, then go on.")),
    problems.VaultIsReadOnly: lambda: Advice(
        _("These records are open for reading only, so this was not saved. What was there before is untouched."),
        _("The line at the top of the window says why, and how to write again."),
    ),
    problems.LibraryTooOld: lambda: Advice(
        _("The encryption library on this computer is missing or too old to trust with records."),
        _("Install VitalShift again. Your vault is untouched."),
    ),
    problems.BackupFailed: lambda: Advice(
        _("The backup did not pass its own check and was removed. Your records and older backups are fine."),
        _("Try again, or choose another drive."),
    ),
    problems.BackupDamaged: lambda: Advice(
        _("This backup is damaged and cannot be trusted."), _("Use an older backup, and make a new one soon.")
    ),
    problems.BackupTampered: lambda: Advice(
        _("This backup's list of contents was changed by something other than VitalShift."),
        _("Use another backup, and think about who could reach this drive."),
    ),
    problems.BackupCancelled: lambda: Advice(
        _("This was stopped before it was finished. Your records and older backups are fine."),
        _("Start it again when it suits you."),
    ),
    problems.BackupPlaceAway: lambda: Advice(
        _("The place for backups cannot be reached now. Your records and older backups are fine."),
        _("Plug in the drive, or choose another place."),
    ),
    problems.BackupRulesOutOfRange: lambda: Advice(
        _("These rules would not keep your backups. The earlier rules still stand."),
        _("Keep at least the last backup, and let it shrink by 1 to 99 percent."),
    ),
    problems.RestoreDrillFailed: lambda: Advice(
        _("The backup could be restored and opened, but the check of what is in it found something wrong."),
        _("Check your vault next: it names what is wrong. Keep all your backups until then."),
    ),
    problems.NoBackupToTry: lambda: Advice(
        _("There is no good backup within reach to try. Your records are fine."),
        _("Plug in the drive with your backups, or make a new one."),
    ),
    problems.NotFound: lambda: Advice(
        _("This is not in the vault any more."), _("Go back to the list and look again.")
    ),
    problems.NameIsMissing: lambda: Advice(_("A client needs a name or a code."), _("Fill in one of the two.")),
    problems.HeaderDamaged: lambda: Advice(
        _("Both copies of the vault's key file are damaged. Your records are still there, and nothing was changed."),
        _get_back(),
    ),
    problems.HeaderMissing: lambda: Advice(
        _("The vault's key file is missing. Your records are still there, and nothing was changed."), _get_back()
    ),
    problems.TextIsMissing: lambda: Advice(_("A few words are missing here."), _("Write them and save again.")),
    problems.CodeIsTaken: lambda: Advice(_("Another client already has this code."), _("Choose another code.")),
    problems.DateIsImpossible: lambda: Advice(_("This date cannot be right."), _("Check the day, month and year.")),
    problems.TextTooLong: lambda: Advice(
        _("This text is longer than the field can hold."), _("Shorten it, or put part of it in another field.")
    ),
    problems.TextNotStorable: lambda: Advice(
        _("This text has a character that cannot be stored."), _("Remove what was pasted last, and type it instead.")
    ),
    problems.StillInUse: lambda: Advice(
        _("This cannot be removed: other entries still refer to it."), _("Remove or change those first.")
    ),
    problems.SessionsClash: lambda: Advice(
        _("This time overlaps another session."), _("Choose another time, or move the other session first.")
    ),
    problems.NoteIsEmpty: lambda: Advice(_("The note is still empty."), _("Write something before you sign.")),
    problems.NoteAlreadySigned: lambda: Advice(
        _("This note is signed and can only be added to."), _("Write an addendum instead.")
    ),
    problems.NoteNotSigned: lambda: Advice(
        _("This note is not signed yet, so it needs no addendum."), _("Change the note itself.")
    ),
    problems.NoteChangedElsewhere: lambda: Advice(
        _("This note was also changed in another place. Both texts are kept."),
        _("Compare them and keep the right one."),
    ),
    problems.SignedTextChanged: lambda: Advice(
        _("The text of this signed note is not the text that was signed."),
        _("Compare it with your newest backup before you rely on it."),
    ),
    problems.AnswerOutOfRange: lambda: Advice(
        _("This answer is not on the scale."), _("Choose a number that the scale shows.")
    ),
    problems.AnswersIncomplete: lambda: Advice(
        _("The check-in still lacks an answer."), _("Fill in every line, then record it.")
    ),
    problems.AlreadyRecorded: lambda: Advice(
        _("This was recorded before and is kept as it was."), _("Open the earlier entry to look at it.")
    ),
    problems.GlyphMissing: lambda: Advice(
        _("The page has a character that the print fonts lack."), _("Replace the character, then print again.")
    ),
    problems.PrinterFailed: lambda: Advice(
        _("The printer did not take the pages."), _("Check that it is on and has paper, or save a PDF instead.")
    ),
}
