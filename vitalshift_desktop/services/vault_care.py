"""What about the vault needs care today, and when a restore was proven last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from vitalshift_desktop.domain.backups import BackupPlace, MadeBackup
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.vault_care import Care, VaultFacts, care_needed
from vitalshift_desktop.services.backup_list import asks_for_older_secrets
from vitalshift_desktop.services.backups import Backups
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.secrets import Secrets
from vitalshift_desktop.services.vault_place import VaultPlace, looks_synced
from vitalshift_desktop.vault.backups.backup_notes import key_mark
from vitalshift_desktop.vault.vault import Vault

SPOILT_IS_TOLD = timedelta(days=7)
KEPT_FOR = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class CarePage:
    """What needs care, the gravest first, and the newest proven restore (UTC); a sample practice is left in peace."""

    items: tuple[Care, ...]
    last_proven_restore: datetime | None
    is_sample: bool


class VaultCare:
    """Looks at backups, the drill, the recovery sheet and the place of the vault."""

    def __init__(
        self, vault: Vault, clock: Clock, events: Events, backups: Backups, secrets: Secrets, place: VaultPlace
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._backups = backups
        self._secrets = secrets
        self._place = place
        self._copied: dict[Path, bool] = {}  # whether a folder is copied about costs a look at the drive
        self._kept: tuple[datetime, VaultFacts] | None = None
        events.subscribe(self._on_changed)

    def look(self) -> CarePage:
        """What needs care now."""
        facts = self.facts()
        return CarePage(care_needed(facts, self._clock.now()), facts.last_proven_restore, facts.is_sample)

    def facts(self) -> VaultFacts:
        """How the vault stands; quick enough to ask often, since it is kept for a minute or until something changes."""
        now = self._clock.now()
        if self._kept is None or not timedelta() <= now - self._kept[0] < KEPT_FOR:
            self._kept = now, self._facts()
        return self._kept[1]

    def has_backup_elsewhere(self) -> bool:
        """Whether a good backup is on another drive or in a folder that a service copies to another place."""
        return self.facts().elsewhere_at is not None

    def _on_changed(self, changed: Changed) -> None:
        if changed.subject in (Subject.BACKUPS, Subject.PRACTICE, Subject.SECRETS):
            self._kept = None

    def _facts(self) -> VaultFacts:
        with self._vault.read() as work:
            made, is_sample = work.backups.made(), work.practice.get().is_sample
        state, secrets = self._backups.state(), self._secrets.state()
        failing, spoilt = _worst(state.failing, made), _spoilt(made, self._clock.now() - SPOILT_IS_TOLD)
        proven = state.last_proven_restore
        return VaultFacts(
            is_sample=is_sample,
            last_good_at=state.last_good_at,
            elsewhere_at=self._elsewhere(made),
            spoilt=len(spoilt),
            spoilt_at=max(spoilt, default=None),
            failing_since=failing[0] if failing else None,
            failing_place=failing[1] if failing else "",
            shrink_waits=bool(state.shrunk),
            drill_due=self._backups.drill_due(),
            last_proven_restore=proven.at if proven else None,
            in_sync_folder=self._place.warning() is not None,
            sheet_test_due=secrets.sheet_test_due,
            sheet_tested_at=secrets.sheet_tested_at,
            older_secrets=self._with_older_secrets(made),
        )

    def _elsewhere(self, made: Sequence[MadeBackup]) -> datetime | None:
        """When the newest good backup was made that is not lost with the vault's own drive."""
        good = (backup for backup in made if backup.is_good)
        return next((one.made for one in good if one.other_drive or self._is_copied(one.folder)), None)

    def _is_copied(self, folder: Path) -> bool:
        if folder not in self._copied:
            self._copied[folder] = looks_synced(folder) is not None
        return self._copied[folder]

    def _with_older_secrets(self, made: Sequence[MadeBackup]) -> int:
        mine = key_mark(self._vault.ways_in.header)
        return sum(1 for backup in made if backup.is_good and any(asks_for_older_secrets(backup, mine)))


def _spoilt(made: Sequence[MadeBackup], since: datetime) -> list[datetime]:
    """When those were found spoilt or gone that were, lately."""
    found = (backup.damaged_at or backup.missing_at for backup in made)
    return [at for at in found if at is not None and at >= since]


def _worst(failing: Sequence[BackupPlace], made: Sequence[MadeBackup]) -> tuple[datetime, str] | None:
    """Of the places that fail the one that took none for longest: since when, and its folder."""
    found = []
    for place in failing:
        there = (backup.made for backup in made if backup.is_good and backup.folder == place.folder)
        found.append((max(there, default=place.added_at), str(place.folder)))
    return min(found, default=None)
