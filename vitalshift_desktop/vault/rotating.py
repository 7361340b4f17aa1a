"""A change of the vault key: everything is written anew under a new key, proven equal, and only then put in place.

The audit trail is not signed again: its former key goes with it, inside the encryption, so each entry keeps the MAC
it always had. That way a printed or remembered head of the trail still proves it, and old and new records can be
compared row by row. Entries from the change on are signed under the new key.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    DriveFailed,
    KeyChangeFailed,
    NoRoomToEncrypt,
    VaultIsDamaged,
    VaultIsLocked,
)
from vitalshift_desktop.vault.backups.backup_check import contents_of
from vitalshift_desktop.vault.backups.backup_file import TableContent
from vitalshift_desktop.vault.connection import Connector, RawConnection, key_text
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import new_private_file, sync_file, sync_folder
from vitalshift_desktop.vault.integrity import demand_whole
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.header_files import prepared_copies
from vitalshift_desktop.vault.keys.key_slots import KdfCost, new_passphrase_slot, new_recovery_slot
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.slots import SALT_SIZE
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey, wipe
from vitalshift_desktop.vault.meta import SHEET_CHANGED_AT, SHEET_TESTED_AT, VAULT_KEY_CHANGED_AT
from vitalshift_desktop.vault.migrate import version_of
from vitalshift_desktop.vault.opening import Place
from vitalshift_desktop.vault.progress import Cancelled, Progress
from vitalshift_desktop.vault.rotation import discard_new_records, finish_rotation, previous_of
from vitalshift_desktop.vault.tables.columns import utc_text
from vitalshift_desktop.vault.transactions import Transactions
from vitalshift_desktop.vault.watch import Watch

ROOM = 2.2  # of the size of the records: the new ones, and SQLite's own log of writing them
_EXPORTED, _PROVEN = 0.45, 0.85  # the share of the work that is done by then
_STEPS_BETWEEN_QUESTIONS = 2_000


@dataclass(frozen=True, slots=True)
class NewSecrets:
    """What opens the vault after the change: the passphrase, at this cost, and the code of a new sheet."""

    passphrase: str = field(repr=False)
    code: RecoveryCode
    cost: KdfCost


class Rotation:
    """One change of the vault key of an open vault.

    Whatever goes wrong, or is cancelled, before the switch leaves everything as it was; the switch itself takes a
    moment, and an opening finishes it after a crash.
    """

    def __init__(
        self,
        place: Place,
        header: Header,
        key: VaultKey,
        connector: Connector,
        transactions: Transactions,
        watch: Watch,
    ) -> None:
        self._place = place
        self._old = header
        self._old_key = key
        self._connector = connector
        self._transactions = transactions
        self._watch = watch
        self._is_switching = False

    def carry_out(self, secrets: NewSecrets, progress: Progress, cancelled: Cancelled) -> None:
        """Change the key; afterwards the vault is sealed under the new one and every connection closed.

        Raises NoRoomToEncrypt, DiskFull, KeyChangeFailed, BackupCancelled, VaultIsLocked or VaultIsDamaged.
        """
        key = VaultKey.random()
        try:
            with told_as_problems():
                self._demand_room()
                new = _New(self._place, self._new_header(secrets, key), key)
                header, head = self._written(new, progress, cancelled)
            self._watch.rekeyed(header, key)
            self._watch.seal(head)
        except BaseException:
            if not self._is_switching:
                discard_new_records(self._place.vault)
            raise
        finally:
            key.wipe()
        progress(1.0)

    def _written(self, new: "_New", progress: Progress, cancelled: Cancelled) -> tuple[Header, str]:
        """Export while others may write; if one did, again; the last time everybody waits."""
        for others_wait in (False, False, True):
            with ExitStack() as turn:
                if others_wait:
                    turn.enter_context(self._transactions.turn())
                head = self._exported(new, turn, progress, cancelled)
                if head is not None:
                    return self._switched(new), head
        raise VaultIsLocked

    def _exported(self, new: "_New", turn: ExitStack, progress: Progress, cancelled: Cancelled) -> str | None:
        """The head of the new trail once all is proven, or None if somebody wrote into the old records meanwhile."""
        discard_new_records(self._place.vault)
        with self._connector.apart() as raw:
            before = _data_version(raw)
            tables = new.exported(raw, self._old, _told(self._place.vault.database, new.path, progress), cancelled)
            progress(_EXPORTED)
            _stop_if(cancelled)
            new.demand_equal(tables)
            progress(_PROVEN)
            _stop_if(cancelled)
            with self._old_key.derived(KeyLabel.AUDIT) as audit_key:
                head = new.noted(audit_key)
            turn.enter_context(self._transactions.turn())
            return head if _data_version(raw) == before else None

    def _switched(self, new: "_New") -> Header:
        """From here on there is no way back and no need of one: the new records are whole and on the drive."""
        vault = self._place.vault
        with prepared_copies(vault, self._place.device, new.header) as publish:
            self._transactions.close()
            if vault.has_log():
                raise DriveFailed  # what is in the log would be played into the new records
            for path in (vault.log, vault.log_index):
                path.unlink(missing_ok=True)
            self._is_switching = True
            publish()
        return finish_rotation(vault, self._place.device, new.header, new.key)

    def _new_header(self, secrets: NewSecrets, key: VaultKey) -> Header:
        salt = os.urandom(SALT_SIZE)
        old = self._old
        header = replace(old.next(), epoch=old.epoch + 1, salt=salt, slots=(), previous=None, mac="")
        header = header.with_slot(new_passphrase_slot(header, secrets.passphrase, key, secrets.cost))
        header = header.with_slot(new_recovery_slot(header, secrets.code, key))
        return replace(header, previous=previous_of(old, self._old_key, key)).signed_by(key)

    def _demand_room(self) -> None:
        vault = self._place.vault
        needed = int(vault.database.stat().st_size * ROOM)
        free = shutil.disk_usage(vault.folder).free
        if free < needed:
            raise NoRoomToEncrypt(needed, free)


class _New:
    """The new records, beside the old ones until the switch."""

    def __init__(self, place: Place, header: Header, key: VaultKey) -> None:
        self._place = place
        self.header = header
        self.key = key
        self.path = place.vault.new_database

    def exported(
        self, raw: RawConnection, old: Header, told: Callable[[], None], cancelled: Cancelled
    ) -> dict[str, TableContent]:
        """Write everything that the connection sees at this moment under the new key; the content of each table."""
        os.close(new_private_file(self.path))
        self._attach(raw)
        raw.set_progress_handler(_looked(told, cancelled), _STEPS_BETWEEN_QUESTIONS)
        try:
            raw.execute("BEGIN")
            raw.execute("SELECT sqlcipher_export('fresh')").fetchall()
            raw.execute(f"PRAGMA fresh.user_version={version_of(raw)}").fetchall()
            tables = contents_of(raw, old, self.key, self._place.now())({}).tables
            raw.execute("COMMIT")
        except BaseException:
            _stop_if(cancelled)
            raise
        raw.set_progress_handler(None, 0)
        raw.execute("DETACH DATABASE fresh")
        return tables

    def _attach(self, raw: RawConnection) -> None:
        with self.key.derived(KeyLabel.DATABASE) as derived:
            text = key_text(derived, self.header.salt)
            try:
                raw.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(self.path), text))
            finally:
                wipe(text)

    def demand_equal(self, tables: dict[str, TableContent]) -> None:
        """Raise KeyChangeFailed unless every page is authentic, the structure whole, and each row the same."""
        try:
            with Connector(self.path, self.key, self.header.salt, read_only=True) as connector:
                demand_whole(connector, full=True)
                with connector.apart() as raw:
                    found = contents_of(raw, self.header, self.key, self._place.now())({}).tables
        except VaultIsDamaged:
            raise KeyChangeFailed from None
        if found != tables:
            raise KeyChangeFailed

    def noted(self, former_audit_key: bytearray) -> str:
        """Note the change and the lock that follows in the new records; wait for the drive; the trail's head."""
        connector = Connector(self.path, self.key, self.header.salt)
        transactions = Transactions(connector, self.key, self._place.now)
        now = utc_text(self._place.now())
        try:
            with transactions.write() as work:
                work.audit.retire_key(former_audit_key)
                for fact in (VAULT_KEY_CHANGED_AT, SHEET_CHANGED_AT, SHEET_TESTED_AT):
                    work.meta.set(fact, now)
                work.audit.append(AuditAct.VAULT_KEY_CHANGED, epoch=self.header.epoch)
                work.audit.append(AuditAct.VAULT_LOCKED)
                head = work.audit.head
        finally:
            transactions.close()
        sync_file(self.path)
        sync_folder(self.path.parent)
        return head


def _looked(told: Callable[[], None], cancelled: Cancelled) -> Callable[[], int]:
    """What SQLite calls every few thousand steps: another number than 0 stops it."""

    def look() -> int:
        told()
        return int(cancelled())

    return look


def _told(old: Path, new: Path, progress: Progress) -> Callable[[], None]:
    """Tells how far the export is, by the size of its file."""
    whole = max(old.stat().st_size, 1)

    def told() -> None:
        progress(_EXPORTED * min(1.0, new.stat().st_size / whole))

    return told


def _data_version(raw: RawConnection) -> int:
    """A number that is another one after each act of another connection."""
    row = raw.execute("PRAGMA main.data_version").fetchone()
    return int(row[0] or 0) if row else 0


def _stop_if(cancelled: Cancelled) -> None:
    if cancelled():
        raise BackupCancelled
