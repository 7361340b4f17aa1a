"""The ways into an open vault: its passphrase and its recovery code, changed without touching the records."""

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import VaultIsLocked, WrongSecret
from vitalshift_desktop.vault.creating import demand_strong
from vitalshift_desktop.vault.header import Header
from vitalshift_desktop.vault.header_files import prepared_copies
from vitalshift_desktop.vault.key_slots import KdfCost, SlotType, new_passphrase_slot, new_recovery_slot, unlocked
from vitalshift_desktop.vault.opening import Opened, Place
from vitalshift_desktop.vault.recovery import RecoveryCode
from vitalshift_desktop.vault.throttle import Throttle
from vitalshift_desktop.vault.transactions import Transactions
from vitalshift_desktop.vault.watch import Watch


class WaysIn:
    """Who can open this vault, while it is open; `header` is the newest one."""

    def __init__(self, place: Place, parts: Opened, transactions: Transactions, watch: Watch, by: SlotType) -> None:
        self._place = place
        self._key = parts.key
        self._transactions = transactions
        self._watch = watch
        self.header: Header = parts.header
        self.needs_new_passphrase = by is SlotType.RECOVERY

    def confirm_passphrase(self, passphrase: str) -> None:
        """Raise WrongSecret unless this is the vault's passphrase; wrong ones count as when opening."""
        self._demand_open()
        throttle = Throttle(self._place.device, self._place.now)
        throttle.check(self.header.vault_id)
        try:
            unlocked(self.header, passphrase).wipe()
        except WrongSecret:
            throttle.failed(self.header.vault_id)
            raise
        throttle.cleared(self.header.vault_id)

    def change_passphrase(self, new: str, *, cost: KdfCost | None = None) -> None:
        """Let a new passphrase open the vault instead of the old one; nothing else changes.

        Raises PassphraseTooWeak, NotEnoughMemory, DiskFull or FolderIsReadOnly; then the old one still opens it.
        """
        self._demand_open()
        demand_strong(new)
        old = self.header.slots_of(SlotType.PASSPHRASE)
        same_cost = KdfCost.of(old[0]) if old else KdfCost.default()
        slot = new_passphrase_slot(self.header, new, self._key, cost or same_cost)
        self._take_header(self.header.with_slot(slot).without(old), AuditAct.PASSPHRASE_CHANGED)
        self.needs_new_passphrase = False

    def replace_recovery_code(self) -> RecoveryCode:
        """A new recovery code; the old one opens the vault no longer, only older backups."""
        self._demand_open()
        code = RecoveryCode.random()
        slot = new_recovery_slot(self.header, code, self._key)
        old = self.header.slots_of(SlotType.RECOVERY)
        self._take_header(self.header.with_slot(slot).without(old), AuditAct.RECOVERY_CODE_REPLACED)
        return code

    def _take_header(self, header: Header, act: AuditAct) -> None:
        """Make this the vault's header: on the drive first, then noted, then in place; no step can half fail."""
        new = header.next().signed_by(self._key)
        with prepared_copies(self._place.vault, self._place.device, new) as publish:
            with self._transactions.write() as work:
                work.audit.append(act, seq=new.seq)
                head = work.audit.head
            publish()
        self.header = new
        self._watch.header_changed(new, head)

    def _demand_open(self) -> None:
        if not self._transactions.is_open:
            raise VaultIsLocked
