"""What vault and computer remember of each other: generation, seal and anchor, so that nothing changes unseen."""

from dataclasses import replace

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import VaultProblem
from vitalshift_desktop.domain.vaults import VaultWarning, WarningKind
from vitalshift_desktop.vault.anchor import Anchor, write_anchor
from vitalshift_desktop.vault.connection import CLOSING_SECONDS
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.slots import SlotType
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.meta import GENERATION, LAST_QUICK_CHECK
from vitalshift_desktop.vault.opening import Opened, Place
from vitalshift_desktop.vault.seal import break_seal, write_seal
from vitalshift_desktop.vault.tables.columns import utc_text
from vitalshift_desktop.vault.transactions import Transactions
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


class Watch:
    """Keeps watch over one open vault from opening to locking."""

    def __init__(self, place: Place, parts: Opened, transactions: Transactions) -> None:
        self._place = place
        self._key: VaultKey = parts.key
        self._header: Header = parts.header
        self._transactions = transactions
        self._older_state_pending = False
        self._seal_is_off = False
        self.generation = 0
        self.warnings = list(parts.warnings)

    def is_older_than(self, anchor: Anchor | None) -> bool:
        """Whether this computer remembers a newer state of the vault; it is noticed as a warning."""
        with self._transactions.read() as work:
            self.generation = work.meta.number(GENERATION)
            if anchor and not self._has_reached(anchor, work):
                self._older_state_pending = True
                newest = work.audit.entries(limit=1)
                self.warnings.append(VaultWarning(WarningKind.ROLLED_BACK, anchor.at, newest[0].at if newest else None))
        return self._older_state_pending

    def _has_reached(self, anchor: Anchor, work: UnitOfWork) -> bool:
        is_as_new = self.generation >= anchor.generation and self._header.seq >= anchor.header_seq
        return is_as_new and work.audit.holds(anchor.audit_head)

    def begin(self, anchor: Anchor | None) -> None:
        """Take the seal off; nothing was written before."""
        if anchor and not self._older_state_pending:
            # Once the seal is off, a crash must not look like somebody took it off.
            write_anchor(self._place.device, self._key, replace(anchor, sealed=False))
        with told_as_problems():
            break_seal(self._place.vault)
        self._seal_is_off = True

    def note_opened(self, by: SlotType, failures: int, *, checked: bool) -> None:
        """Write into the vault that it was opened, how, and what was noticed."""
        with self._transactions.write() as work:
            self.generation = work.meta.count_up(GENERATION)
            if any(warning.kind is WarningKind.HEADER_REPAIRED for warning in self.warnings):
                work.audit.append(AuditAct.HEADER_REPAIRED, seq=self._header.seq)
            if failures:
                work.audit.append(AuditAct.TRIES_FAILED, count=failures)
            notices = ",".join(warning.kind for warning in self.warnings)
            work.audit.append(AuditAct.VAULT_OPENED, by=by.value, failures=failures, notices=notices)
            if checked:
                work.meta.set(LAST_QUICK_CHECK, utc_text(self._place.now()))
            head = work.audit.head
        self._remember(head, sealed=False)

    def header_changed(self, header: Header, head: str) -> None:
        """Remember the newer header."""
        self._header = header
        self._remember(head, sealed=False)

    def rekeyed(self, header: Header, key: VaultKey) -> None:
        """The records lie under a new key from now on; whoever holds the key wipes it."""
        self._header = header
        self._key = key

    def accept_older_state(self) -> None:
        """From now on the older state is the one to remember; noted in the audit trail."""
        with self._transactions.write() as work:
            work.audit.append(AuditAct.OLDER_DATA_ACCEPTED)
            head = work.audit.head
        self._older_state_pending = False
        self._remember(head, sealed=False)

    def note_locked(self) -> str | None:
        """Write into the vault that it is being locked; the head of the trail, or None if there was no way to write."""
        try:
            with self._transactions.last_write(CLOSING_SECONDS) as work:
                work.audit.append(AuditAct.VAULT_LOCKED)
                return work.audit.head
        except Exception:  # noqa: BLE001 -- nothing at all may keep the vault open
            return None

    def seal(self, head: str) -> None:
        """Seal the records once no connection is open; without a seal the next opening looks at them more closely."""
        if self._is_sealed_anew():
            self._remember(head, sealed=True)

    def seal_again(self) -> None:
        """Put a seal back after an opening that failed half-way, such as on a full drive; never over odd records."""
        if self._seal_is_off and not self.warnings:
            self._is_sealed_anew()

    def _is_sealed_anew(self) -> bool:
        if self._place.vault.has_log():
            return False
        try:
            with told_as_problems():
                write_seal(self._place.vault, self._key, self._header.vault_id, self.generation, self._place.now())
        except VaultProblem:
            return False
        return True

    def _remember(self, head: str, *, sealed: bool) -> None:
        if self._older_state_pending:
            return  # the warning comes back until the counselor has accepted it
        vault_id, at = self._header.vault_id, self._place.now()
        anchor = Anchor(vault_id, self.generation, self._header.seq, head, at, sealed)
        write_anchor(self._place.device, self._key, anchor)
