"""The vaults of earlier releases, each as that release left it; a release adds its own with `write.py`."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.recovery import RecoveryCode

_KEPT = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class OldVault:
    """A copy of a kept vault with the computer it was on, and what is known to be in it."""

    folder: Path
    paths: DevicePaths
    backup: Path
    told: dict[str, Any]

    @property
    def passphrase(self) -> str:
        """What the counselor typed."""
        return str(self.told["passphrase"])

    @property
    def code(self) -> RecoveryCode:
        """What stands on the recovery sheet."""
        return RecoveryCode.parse(self.told["recovery_code"])

    @property
    def facts(self) -> dict[str, Any]:
        """What the release itself read from the vault before it closed it."""
        return dict(self.told["facts"])

    @property
    def facts_of_backup(self) -> dict[str, Any]:
        """The same for the backup, which is a day older."""
        kept = [client for client in self.facts["clients"] if client["name"] != self.told["backup_lacks"]]
        return {**self.facts, "clients": kept}


def versions() -> tuple[str, ...]:
    """The releases whose vault is kept."""
    return tuple(sorted(path.parent.name for path in _KEPT.glob("*/facts.json")))


def kept(version: str, place: Path) -> OldVault:
    """A copy of the vault of that release, to open and to change."""
    shutil.copytree(_KEPT / version, place)
    (backup,) = place.glob("*.vsbackup")
    told = json.loads((place / "facts.json").read_text(encoding="utf-8"))
    return OldVault(place / "Practice.vshift", DevicePaths(place / "device"), backup, told)
