"""The ways into an open vault: its passphrase and its recovery codes, changed without touching the records."""

from collections.abc import Callable

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import VaultIsLocked, WrongSecret
from vitalshift_desktop.vault.creating import demand_strong
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.header_files import prepared_copies
from vitalshift_desktop.vault.keys.key_slots import (
    KdfCost,
    SlotType,
    new_passphrase_slot,
    new_recovery_slot,
    slot_of,
    unlocked,
)
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.throttle import Throttle
from vitalshift_desktop.vault.meta import PASSPHRASE_CHANGED_AT, SHEET_CHANGED_AT, SHEET_TESTED_AT, MetaShelf
from vitalshift_desktop.vault.opening import Opened, Place
from vitalshift_desktop.vault.progress import Cancelled, Progress, never, unseen
from vitalshift_desktop.vault.rotating import NewSecrets, Rotation
from vitalshift_desktop.vault.tables.columns import utc_text
from vitalshift_desktop.vault.transactions import Transactions
from vitalshift_desktop.vault.watch import Watch

MOST_CODES = 4  # the one that counts, and the newest of those that were issued and never asked back


class WaysIn:
    """Who can open this vault, while it is open; `header` is the newest one.

    A new recovery code first opens the vault beside the older one, which goes only when the new sheet was asked back:
    whenever the work is cut short, every sheet that somebody may rely on still opens.
    """

    def __init__(self, place: Place, parts: Opened, transactions: Transactions, watch: Watch, by: SlotType) -> None:
        self._place = place
        self._key = parts.key
        self._connector = parts.connector
        self._transactions = transactions
        self._watch = watch
        self.header: Header = parts.header
        self.needs_new_passphrase = by is SlotType.RECOVERY

    def confirm_passphrase(self, passphrase: str) -> None:
        """Raise WrongSecret unless this is the vault's passphrase; wrong ones count as when opening.

        The right one ends the count, as opening does, and like there the trail keeps how many there were.
        """
        self._demand_open()
        throttle = Throttle(self._place.device, self._place.now)
        throttle.check(self.header.vault_id)
        try:
            unlocked(self.header, passphrase).wipe()
        except WrongSecret:
            throttle.failed(self.header.vault_id)
            raise
        if tries := throttle.failures(self.header.vault_id):
            with self._transactions.write() as work:
                work.audit.append(AuditAct.TRIES_FAILED, count=tries)
        throttle.cleared(self.header.vault_id)

    def seconds_to_wait(self) -> int:
        """How long until the passphrase may be tried again, in whole seconds (0 to 30)."""
        return Throttle(self._place.device, self._place.now).seconds_to_wait(self.header.vault_id)

    def change_passphrase(self, new: str, *, cost: KdfCost | None = None) -> None:
        """Let a new passphrase open the vault instead of the old one; nothing else changes.

        Raises PassphraseTooWeak, NotEnoughMemory, DiskFull or FolderIsReadOnly; then the old one still opens it.
        """
        self._demand_open()
        demand_strong(new)
        old = self.header.slots_of(SlotType.PASSPHRASE)
        slot = new_passphrase_slot(self.header, new, self._key, cost or self.cost)
        self._take_header(
            self.header.with_slot(slot).without(old), AuditAct.PASSPHRASE_CHANGED, self._at(PASSPHRASE_CHANGED_AT)
        )
        self.needs_new_passphrase = False

    @property
    def cost(self) -> KdfCost:
        """What one guess of the passphrase costs now."""
        old = self.header.slots_of(SlotType.PASSPHRASE)
        return KdfCost.of(old[0]) if old else KdfCost.default()

    @property
    def codes(self) -> int:
        """How many recovery codes open the vault: one, and each that was issued and not asked back yet."""
        return len(self.header.slots_of(SlotType.RECOVERY))

    def issue_recovery_code(self) -> RecoveryCode:
        """A new recovery code that opens the vault beside the older one until it is confirmed."""
        self._demand_open()
        code = RecoveryCode.random()
        never_asked_back = self.header.slots_of(SlotType.RECOVERY)[1:]
        forgotten = never_asked_back[: -(MOST_CODES - 2)]
        slot = new_recovery_slot(self.header, code, self._key)
        self._take_header(self.header.with_slot(slot).without(forgotten), AuditAct.RECOVERY_CODE_ISSUED)
        return code

    def confirm_recovery_code(self, code: RecoveryCode) -> None:
        """From now on this code alone opens the vault, since its sheet was asked back; older backups keep theirs.

        Raises WrongSecret if it is none of this vault's codes, DiskFull or FolderIsReadOnly; then nothing changed.
        """
        self._demand_open()
        kept = slot_of(self.header, code)
        others = tuple(slot for slot in self.header.slots_of(SlotType.RECOVERY) if slot != kept)
        if others:
            facts = self._at(SHEET_CHANGED_AT, SHEET_TESTED_AT)
            self._take_header(self.header.without(others), AuditAct.RECOVERY_CODE_REPLACED, facts)

    def withdraw_recovery_code(self, code: RecoveryCode) -> None:
        """Take back a code that was issued; the only code of a vault stays."""
        self._demand_open()
        gone = slot_of(self.header, code)
        if self.codes > 1:
            self._take_header(self.header.without((gone,)), AuditAct.RECOVERY_CODE_WITHDRAWN)

    def demand_code(self, code: RecoveryCode) -> None:
        """Raise WrongSecret unless this recovery code opens the vault; it never counts as a wrong try."""
        self._demand_open()
        slot_of(self.header, code)

    def rotate(
        self, passphrase: str, code: RecoveryCode, *, progress: Progress = unseen, cancelled: Cancelled = never
    ) -> None:
        """Write everything anew under a new vault key; then the vault is to be closed, and opened by this new code.

        The passphrase stays. Raises WrongSecret or TooManyTries for it, and VaultIsReadOnly, NoRoomToEncrypt, DiskFull,
        KeyChangeFailed or BackupCancelled; then nothing was changed. While the vault is open it can be used further.
        """
        with self._transactions.write():
            pass  # refused where nothing may be written
        self.confirm_passphrase(passphrase)
        rotation = Rotation(self._place, self.header, self._key, self._connector, self._transactions, self._watch)
        rotation.carry_out(NewSecrets(passphrase, code, self.cost), progress, cancelled)

    def _at(self, *facts: str) -> Callable[[MetaShelf], None]:
        now = utc_text(self._place.now())

        def note(meta: MetaShelf) -> None:
            for fact in facts:
                meta.set(fact, now)

        return note

    def _take_header(self, header: Header, act: AuditAct, note: Callable[[MetaShelf], None] | None = None) -> None:
        """Make this the vault's header: on the drive first, then noted, then in place; no step can half fail."""
        new = header.next().signed_by(self._key)
        with prepared_copies(self._place.vault, self._place.device, new) as publish:
            with self._transactions.write() as work:
                work.audit.append(act, seq=new.seq)
                if note is not None:
                    note(work.meta)
                head = work.audit.head
            publish()
        self.header = new
        self._watch.header_changed(new, head)

    def _demand_open(self) -> None:
        if not self._transactions.is_open:
            raise VaultIsLocked
