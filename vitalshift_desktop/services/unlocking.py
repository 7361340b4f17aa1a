"""Opening the door: make a vault, open it with one of its secrets, change the secrets."""

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.passphrases import Strength
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.problems import FormIsShown, VaultProblem
from vitalshift_desktop.domain.vault_places import SyncProvider
from vitalshift_desktop.services import sample_practice
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.jurisdictions import known_jurisdictions
from vitalshift_desktop.services.moving import Moving
from vitalshift_desktop.services.rescuing import Rescuing
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.backups.restore_places import settle
from vitalshift_desktop.vault.creating import demand_free, put_in_place, unfinished
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.device_paths import DevicePaths, looks_like_a_vault
from vitalshift_desktop.vault.files.sync_folders import looks_synced
from vitalshift_desktop.vault.files.system_lock import is_locked
from vitalshift_desktop.vault.keys.key_slots import KdfCost
from vitalshift_desktop.vault.keys.passphrase import strength
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.suggested_words import suggested_passphrase
from vitalshift_desktop.vault.keys.throttle import seconds_to_wait
from vitalshift_desktop.vault.vault import Vault

__all__ = ["Created", "RecoveryCode", "Unlocking"]

SAMPLE_PASSPHRASE = "harbor lantern willow teacup"


@dataclass(frozen=True, slots=True)
class Created:
    """A vault that was just made and is open, with its recovery code, which is shown this once."""

    workspace: Workspace
    recovery_code: RecoveryCode


class Unlocking:
    """What can be done before a vault is open, and with its secrets afterwards.

    `cost` is the work of the key derivation; without it new vaults get as much as this computer bears.
    """

    def __init__(self, clock: Clock, device_paths: DevicePaths, cost: KdfCost | None = None) -> None:
        self.clock = clock
        self._paths = device_paths
        self._cost = cost
        self.moving = Moving(clock, device_paths)
        self.restoring = Restoring(clock, device_paths)
        self.rescuing = Rescuing(clock, device_paths)

    # ------------------------------------------------------------ making and opening, all slow

    def create(self, folder: Path, passphrase: str, practice: Practice) -> Created:
        """Make a vault with these settings and open it.

        Raises PassphraseTooWeak, VaultExists, FolderIsReadOnly, DiskFull, NotEnoughMemory or LibraryTooOld.
        """
        vault, code = Vault.create(folder, passphrase, paths=self._paths, now=self.clock.now, cost=self._cost)
        try:
            with vault.write() as work:
                work.practice.save(replace(practice, recovery_sheet_checked=False))
                work.audit.append(AuditAct.SETTINGS_CHANGED, "practice")
        except BaseException:
            _discard(vault)
            raise
        return Created(self._workspace(vault), code)

    def unlock(self, folder: Path, passphrase: str) -> Workspace:
        """Open a vault with its passphrase.

        Raises WrongSecret, TooManyTries, VaultInUse, FormIsShown, VaultIsNewer and what else can be wrong with a vault.
        """
        return self._unlocked(Vault.open(folder, passphrase, paths=self._paths, now=self.clock.now))

    def unlock_with_code(self, folder: Path, code: str) -> Workspace:
        """Open a vault with its recovery code; a new passphrase must follow. Raises RecoveryCodeTypo first."""
        secret = RecoveryCode.parse(code)
        return self._unlocked(Vault.open(folder, secret, paths=self._paths, now=self.clock.now))

    def create_sample(self, folder: Path, passphrase: str | None = None) -> None:
        """Make a vault of its own with the sample practice as of today, and close it again; raises as `create` does.

        It gets its name once it is whole, so that a crash never leaves half a sample.
        """
        with told_as_problems():
            demand_free(folder)
        practice = Practice(is_sample=True)
        chosen = SAMPLE_PASSPHRASE if passphrase is None else passphrase
        workspace = self.create(unfinished(folder), chosen, practice).workspace
        try:
            sample_practice.write(workspace, today(self.clock))
            workspace.close()
            with told_as_problems():
                put_in_place(workspace.vault.folder, folder)
        except BaseException:
            _discard(workspace.vault)
            raise

    # ------------------------------------------------------------ the secrets of an open vault

    def set_passphrase(self, workspace: Workspace, new: str) -> None:
        """Put a new passphrase in place of the old one; slow. Raises PassphraseTooWeak."""
        workspace.vault.ways_in.change_passphrase(new, cost=self._cost)

    def new_recovery_code(self, workspace: Workspace) -> RecoveryCode:
        """A new recovery code; the older one goes on opening the vault until the new sheet was asked back."""
        practice = workspace.practice.get()
        if practice.recovery_sheet_checked:
            workspace.practice.change(replace(practice, recovery_sheet_checked=False))
        return workspace.secrets.sheet_after_unlocking()

    def confirm_sheet(self, workspace: Workspace, code: RecoveryCode) -> None:
        """Record that the groups of the recovery sheet were asked back and right; older sheets open nothing now."""
        workspace.secrets.confirm_sheet(code)

    # ------------------------------------------------------------ facts for the first pages

    def strength(self, passphrase: str) -> Strength:
        """How strong a passphrase is."""
        return strength(passphrase)

    def suggested_passphrase(self) -> str:
        """Five words drawn by lot, for somebody who has no idea of their own."""
        return suggested_passphrase()

    def group_matches(self, code: RecoveryCode, index: int, typed: str) -> bool:
        """Whether this was typed for the group `index` (0 to 7) of a code; small slips of reading are forgiven."""
        return code.group_matches(index, typed)

    def wait_seconds(self, folder: Path) -> int:
        """How long until the next passphrase may be tried; 0 when it may be tried now."""
        return seconds_to_wait(folder, self._paths, self.clock.now)

    def ask_first_window(self) -> None:
        """Ask the window that holds the vault to come to the front; it looks every second."""
        with suppress(VaultProblem), told_as_problems():
            self._paths.made()
            self._paths.raise_request.touch(mode=0o600)

    def looks_synced(self, folder: Path) -> SyncProvider | None:
        """The service that seems to copy this place about, or None."""
        return looks_synced(folder)

    def vault_exists(self, folder: Path) -> bool:
        """True when a vault lies in this folder; a restore that a crash broke off is finished or tidied up first."""
        settle(folder)
        return looks_like_a_vault(folder)

    def sample_passphrase(self) -> str:
        """The passphrase of the sample practice."""
        return SAMPLE_PASSPHRASE

    def jurisdictions(self) -> tuple[tuple[str, str], ...]:
        """The places whose rules are known, as id and name, by name."""
        return known_jurisdictions()

    def _unlocked(self, vault: Vault) -> Workspace:
        """The workspace, with the answers that clients gave meanwhile taken in; raises FormIsShown."""
        form_lock = self._paths.form_lock(vault.vault_id)
        if is_locked(form_lock):
            vault.close()
            raise FormIsShown
        with suppress(OSError):
            form_lock.unlink(missing_ok=True)
        workspace = self._workspace(vault)
        try:
            workspace.handovers.take_in()
        except BaseException:
            workspace.close()
            raise
        return workspace

    def _workspace(self, vault: Vault) -> Workspace:
        return Workspace(vault, self.clock, Events())


def _discard(vault: Vault) -> None:
    """Take away a vault that was made a moment ago and could not be filled; the place is free for the next try."""
    vault.close()
    shutil.rmtree(vault.folder, ignore_errors=True)
