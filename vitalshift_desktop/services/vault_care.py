"""What about the vault needs care today, and when a restore was proven last."""

from dataclasses import dataclass
from datetime import datetime

from vitalshift_desktop.domain.vault_care import Care, VaultFacts, care_needed
from vitalshift_desktop.services.backups import Backups, BackupTrouble
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.secrets import Secrets
from vitalshift_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class CarePage:
    """What needs care, the gravest first, and the newest proven restore (UTC); a sample practice is left in peace."""

    items: tuple[Care, ...]
    last_proven_restore: datetime | None
    is_sample: bool


class VaultCare:
    """Looks at backups, the drill, the recovery sheet and the place of the vault."""

    def __init__(self, vault: Vault, clock: Clock, backups: Backups, secrets: Secrets) -> None:
        self._vault = vault
        self._clock = clock
        self._backups = backups
        self._secrets = secrets

    def look(self) -> CarePage:
        """What needs care now."""
        facts = self._facts()
        return CarePage(care_needed(facts, self._clock.now()), facts.last_proven_restore, facts.is_sample)

    def _facts(self) -> VaultFacts:
        with self._vault.read() as work:
            is_sample = work.practice.get().is_sample
        state, secrets = self._backups.state(), self._secrets.state()
        has_failed = state.problem is BackupTrouble.FAILED
        return VaultFacts(
            is_sample=is_sample,
            last_good_at=state.last_good_at,
            elsewhere_at=state.last_good_at if state.other_drive else None,
            failing_since=self._clock.now() if has_failed else None,
            sheet_test_due=secrets.sheet_test_due,
            sheet_tested_at=secrets.sheet_tested_at,
        )
