"""What can go wrong with the vault itself."""

from vitalshift_desktop.domain.audit import BreakKind
from vitalshift_desktop.domain.problems.problem import Problem


class VaultProblem(Problem):
    """The vault cannot be opened, written or closed."""


class WrongSecret(VaultProblem):
    """The passphrase or recovery code opens no key slot of this vault."""


class TooManyTries(VaultProblem):
    """Several wrong secrets in a row: wait before the next try."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self.seconds = seconds


class RecoveryCodeTypo(VaultProblem):
    """The recovery code's checksum does not match; `groups` are the likely mistyped ones (1 to 8), or none."""

    def __init__(self, groups: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.groups = groups


class SheetIsAnother(VaultProblem):
    """The code was typed without a slip, but it is of an older sheet or of another vault."""


class PassphraseTooWeak(VaultProblem):
    """The new passphrase is shorter or easier to guess than a vault needs."""


class VaultInUse(VaultProblem):
    """Another program holds the vault open."""

    def __init__(self, pid: int | None = None, host: str = "", *, other_computer: bool = False) -> None:
        super().__init__()
        self.pid = pid
        self.host = host
        self.other_computer = other_computer


class FormIsShown(VaultProblem):
    """A form of this vault is still on the screen; what is answered there would come too late."""


class VaultIsNewer(VaultProblem):
    """The vault was written by a newer VitalShift."""


class VaultExists(VaultProblem):
    """There is already something at the place where a new vault should go."""


class VaultNotFound(VaultProblem):
    """No vault lies at this place."""


class HeaderMissing(VaultProblem):
    """The records are there but both copies of the header are gone; `device_copy` as in HeaderDamaged."""

    def __init__(self, *, device_copy: bool = False) -> None:
        super().__init__()
        self.device_copy = device_copy


class HeaderDamaged(VaultProblem):
    """No copy of the header is whole; `device_copy` says whether this computer kept a good one."""

    def __init__(self, *, device_copy: bool = False) -> None:
        super().__init__()
        self.device_copy = device_copy


class HeaderTampered(VaultProblem):
    """The header was changed by something other than VitalShift."""


class KeySettingsOutOfBounds(VaultProblem):
    """The header asks for key derivation outside the accepted bounds."""


class VaultIsDamaged(VaultProblem):
    """The encrypted records cannot be read as they stand."""


class RecordsMissing(VaultProblem):
    """The header is there but the records file is gone or empty."""


class PlaceIsSynced(VaultProblem):
    """The new place for a vault is copied about by a service as well."""


class FolderIsReadOnly(VaultProblem):
    """The folder cannot be written to."""


class DiskFull(VaultProblem):
    """There is no room left on the drive; nothing was changed."""


class NoRoomToEncrypt(VaultProblem):
    """Writing everything under a new key needs more room than the drive has; sizes in bytes; nothing was changed."""

    def __init__(self, needed: int, free: int) -> None:
        super().__init__()
        self.needed = needed
        self.free = free


class KeyChangeFailed(VaultProblem):
    """The records written under the new key did not match the old ones; they were removed, nothing was changed."""


class DriveFailed(VaultProblem):
    """The drive reported an error while it was read or written."""


class NotEnoughMemory(VaultProblem):
    """This computer has too little free memory to derive the key."""


class VaultIsLocked(VaultProblem):
    """The vault was closed; open it again first."""


class VaultIsReadOnly(VaultProblem):
    """The vault is open for reading alone, so nothing can be saved in it."""


class LibraryTooOld(VaultProblem):
    """The encryption library is missing or too old to be trusted with records."""


class BackupFailed(VaultProblem):
    """The backup could not be written or did not pass its check."""


class BackupDamaged(VaultProblem):
    """A backup does not open or does not match its own list of contents."""


class BackupTampered(VaultProblem):
    """A backup's list of contents was changed by something other than VitalShift."""


class BackupCancelled(VaultProblem):
    """The backup was stopped before it was finished."""


class BackupPlaceAway(VaultProblem):
    """The folder or drive that backups go to cannot be reached now."""


class BackupRulesOutOfRange(Problem):
    """A rule for keeping backups that would keep none, or a figure that makes no sense."""


class RestoreDrillFailed(VaultProblem):
    """A backup could be restored and opened, but something in it is not as it should be."""


class NoBackupToTry(Problem):
    """No good backup can be reached now, so none can be restored for a try."""


class AuditTrailBroken(VaultProblem):
    """An entry of the audit trail is missing, was changed, or the newest ones were cut off."""

    def __init__(self, entry: int, kind: BreakKind = BreakKind.CHANGED) -> None:
        super().__init__()
        self.entry = entry
        self.kind = kind
