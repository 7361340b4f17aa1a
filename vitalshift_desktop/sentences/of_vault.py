"""The words for problems of the vault that carry no facts."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _


def _get_back() -> str:
    return _("Choose “Get my records back”: your newest backup, and what can still be read. Nothing is removed.")


OF_VAULT: dict[type, Callable[[], Advice]] = {
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
    problems.FormIsShown: lambda: Advice(
        _("A form for a client is still on the screen; what is answered there would come too late."),
        _("Go to it, let it be finished or press Ctrl+L there, and unlock then."),
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
    problems.HeaderDamaged: lambda: Advice(
        _("Both copies of the vault's key file are damaged. Your records are still there, and nothing was changed."),
        _get_back(),
    ),
    problems.HeaderMissing: lambda: Advice(
        _("The vault's key file is missing. Your records are still there, and nothing was changed."), _get_back()
    ),
}
