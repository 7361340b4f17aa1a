"""What opens the vault, while it is open: passphrase, recovery sheet, and the reminder to test the sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.passphrases import Strength
from vitalshift_desktop.domain.problems import SheetIsAnother, WrongSecret
from vitalshift_desktop.services.backups import Backups, ListedBackup, Reason
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.keys.passphrase import strength
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.suggested_words import suggested_passphrase
from vitalshift_desktop.vault.meta import (
    PASSPHRASE_CHANGED_AT,
    SHEET_CHANGED_AT,
    SHEET_TESTED_AT,
    VAULT_KEY_CHANGED_AT,
    MetaShelf,
)
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text
from vitalshift_desktop.vault.vault import Vault

TEST_EVERY = timedelta(days=90)
_BACKED_UP = 0.4  # the share of the work of a new vault key that is done by then


@dataclass(frozen=True, slots=True)
class SecretsState:
    """What opens the vault, and since when (UTC); `unchecked_sheets` were made and never asked back, and open it too.

    `sheet_tested_at` is the last time a sheet was tested or asked back.
    """

    passphrase_since: datetime
    sheet_tested_at: datetime
    sheet_test_due: bool
    unchecked_sheets: int
    key_changed_at: datetime | None


class Secrets:
    """The passphrase, the recovery sheet and the vault key of an open vault."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, backups: Backups) -> None:
        self._vault = vault
        self._backups = backups
        self._clock = clock
        self._events = events

    def state(self) -> SecretsState:
        """What opens the vault now."""
        with self._vault.read() as work:
            facts, practice = work.meta, work.practice.get()
            changed, tested = _at(facts, PASSPHRASE_CHANGED_AT), _at(facts, SHEET_TESTED_AT)
            key_changed = _at(facts, VAULT_KEY_CHANGED_AT)
        tested = tested or self._vault.created
        return SecretsState(
            passphrase_since=changed or self._vault.created,
            sheet_tested_at=tested,
            sheet_test_due=not practice.is_sample and self._clock.now() - tested >= TEST_EVERY,
            unchecked_sheets=self._vault.ways_in.codes - 1,
            key_changed_at=key_changed,
        )

    def sheet_test_due(self) -> bool:
        """Whether the recovery sheet was last tested or made 90 days ago or more; a sample practice has none."""
        return self.state().sheet_test_due

    def older_backups(self) -> tuple[ListedBackup, ...]:
        """The backups that a former passphrase, recovery sheet or vault key still opens, newest first, as far as known.

        A backup carries the header of its day. Of files that this vault does not remember only the day is known.
        """
        with self._vault.read() as work:
            facts = [_at(work.meta, fact) for fact in (PASSPHRASE_CHANGED_AT, SHEET_CHANGED_AT, VAULT_KEY_CHANGED_AT)]
        changes = [at for at in facts if at is not None]
        return tuple(backup for backup in self._backups.listed() if _opens_with_older(backup, changes))

    def backups(self) -> tuple[ListedBackup, ...]:
        """All backups that are known, newest first."""
        return self._backups.listed()

    def backups_by_passphrase(self) -> int:
        """How many backups the current passphrase opens, as far as known."""
        return sum(not (backup.older_passphrase or backup.recovery_only) for backup in self._backups.listed())

    # ------------------------------------------------------------ the passphrase

    def strength(self, passphrase: str) -> Strength:
        """How strong a passphrase is."""
        return strength(passphrase)

    def suggested_passphrase(self) -> str:
        """Five words drawn by lot, for somebody who has no idea of their own."""
        return suggested_passphrase()

    def wait_seconds(self) -> int:
        """How long until the passphrase may be tried again; 0 when it may be tried now."""
        return self._vault.ways_in.seconds_to_wait()

    def confirm_passphrase(self, passphrase: str) -> None:
        """Raise WrongSecret unless this is the passphrase, TooManyTries after several wrong ones; slow."""
        self._vault.ways_in.confirm_passphrase(passphrase)

    def change_passphrase(self, current: str, new: str) -> None:
        """Put a new passphrase in place of the current one; the records stay as they are; slow.

        Raises WrongSecret or TooManyTries for the current one, PassphraseTooWeak for the new one, and DiskFull or
        FolderIsReadOnly; then the current one still opens the vault.
        """
        self._vault.ways_in.confirm_passphrase(current)
        self._vault.ways_in.change_passphrase(new)
        self._events.publish(Changed(Subject.SECRETS))

    # ------------------------------------------------------------ the recovery sheet

    def new_sheet(self, passphrase: str) -> RecoveryCode:
        """A code for a new sheet, which opens the vault beside the older one until it is confirmed or withdrawn; slow.

        Raises WrongSecret or TooManyTries: unlocked records that somebody finds must not give him a way in for ever.
        """
        self._vault.ways_in.confirm_passphrase(passphrase)
        return self.sheet_after_unlocking()

    def sheet_after_unlocking(self) -> RecoveryCode:
        """As `new_sheet`, for the first pages, where a secret was typed a moment ago."""
        code = self._vault.ways_in.issue_recovery_code()
        self._events.publish(Changed(Subject.SECRETS))
        return code

    def confirm_sheet(self, code: RecoveryCode) -> None:
        """The new sheet was asked back and right: from now on it alone opens the vault."""
        self._vault.ways_in.confirm_recovery_code(code)
        with self._vault.write() as work:
            work.practice.save(replace(work.practice.get(), recovery_sheet_checked=True))
            work.meta.set(SHEET_TESTED_AT, utc_text(self._clock.now()))
            work.audit.append(AuditAct.RECOVERY_SHEET_CHECKED, "practice")
        self._events.publish(Changed(Subject.SECRETS))
        self._events.publish(Changed(Subject.PRACTICE))

    def withdraw_sheet(self, code: RecoveryCode) -> None:
        """The new sheet was not wanted after all: its code opens nothing any more, the older sheet stays."""
        self._vault.ways_in.withdraw_recovery_code(code)
        self._events.publish(Changed(Subject.SECRETS))

    def group_matches(self, code: RecoveryCode, index: int, typed: str) -> bool:
        """Whether this was typed for the group `index` (0 to 7) of a code; small slips of reading are forgiven."""
        return code.group_matches(index, typed)

    def test_sheet(self, typed: str) -> None:
        """Record that the code on the sheet opens the vault.

        Raises RecoveryCodeTypo with the groups to look at, or SheetIsAnother for the code of another sheet.
        """
        try:
            self._vault.ways_in.demand_code(RecoveryCode.parse(typed))
        except WrongSecret:
            raise SheetIsAnother from None
        with self._vault.write() as work:
            work.meta.set(SHEET_TESTED_AT, utc_text(self._clock.now()))
            work.audit.append(AuditAct.RECOVERY_SHEET_TESTED)
        self._events.publish(Changed(Subject.SECRETS))

    # ------------------------------------------------------------ the vault key

    def code_for_new_key(self) -> RecoveryCode:
        """A code for the sheet of a new vault key; it opens nothing until the key has changed."""
        return RecoveryCode.random()

    def change_vault_key(
        self,
        passphrase: str,
        code: RecoveryCode,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Back up, then write everything anew under a new vault key and lock; slow.

        The passphrase stays, the sheet of `code` is the new recovery sheet. A place that is away, or takes no backup,
        does not stand in the way: the old records stay until the new ones were proven equal. Raises WrongSecret or
        TooManyTries, NoRoomToEncrypt, DiskFull, KeyChangeFailed or BackupCancelled; then nothing was changed.
        """
        self._vault.ways_in.confirm_passphrase(passphrase)
        self._backups.back_up_everywhere(_first_part(progress), cancelled, Reason.BEFORE_ROTATION)
        try:
            self._vault.ways_in.rotate(passphrase, code, progress=_second_part(progress), cancelled=cancelled)
        finally:
            if not self._vault.is_open:
                self._vault.close()

    @property
    def is_open(self) -> bool:
        """Whether the vault can still be used; after a change of its key it cannot."""
        return self._vault.is_open


def _first_part(progress: Callable[[float], None]) -> Callable[[float], None]:
    return lambda part: progress(part * _BACKED_UP)


def _second_part(progress: Callable[[float], None]) -> Callable[[float], None]:
    return lambda part: progress(_BACKED_UP + part * (1 - _BACKED_UP))


def _at(facts: MetaShelf, name: str) -> datetime | None:
    kept = facts.get(name)
    return None if kept is None else utc_instant(kept)


def _opens_with_older(backup: ListedBackup, changes: Sequence[datetime]) -> bool:
    if backup.older_passphrase or backup.older_code:
        return True
    return backup.id is None and any(backup.made < change for change in changes)
