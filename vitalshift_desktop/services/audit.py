"""The audit trail as the counselor can read it."""

from vitalshift_desktop.domain.audit import AuditEntry
from vitalshift_desktop.vault.vault import Vault

PAGE = 200


class Audit:
    """What was done in this vault, entry by entry."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def rows(self, before: int | None = None, limit: int = PAGE) -> tuple[AuditEntry, ...]:
        """The newest entries first, by pages: those older than the entry `before`."""
        with self._vault.read() as work:
            return work.audit.entries(limit, before)

    def verify(self) -> int:
        """How many entries there are, all of them whole and in order; raises AuditTrailBroken."""
        with self._vault.read() as work:
            return work.audit.verify()
