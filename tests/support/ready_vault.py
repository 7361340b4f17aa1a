"""A vault that is ready: made once for each run, copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import KdfCost, unlocked
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.opening import Secret
from vitalshift_desktop.vault.vault import Vault, utc_now

PASSPHRASE = "seven green kettles sing"


@dataclass(frozen=True, slots=True)
class ReadyVault:
    """A closed vault with a folder of this computer beside it; `key` opens it without deriving anything."""

    folder: Path
    paths: DevicePaths
    passphrase: str
    code: RecoveryCode
    key: VaultKey

    def open(self, secret: Secret | None = None, now: Callable[[], datetime] = utc_now) -> Vault:
        """The vault, opened by its key or by another secret."""
        return Vault.open(self.folder, self.key if secret is None else secret, paths=self.paths, now=now)

    def copied_to(self, place: Path) -> "ReadyVault":
        """The same vault and the same computer, elsewhere."""
        shutil.copytree(self.folder.parent, place)
        paths = DevicePaths(place / self.paths.data.name)
        return ReadyVault(place / self.folder.name, paths, self.passphrase, self.code, self.key)


@pytest.fixture(scope="session")
def master_vault(tmp_path_factory: pytest.TempPathFactory) -> ReadyVault:
    """The vault all others are copied from; never opened itself."""
    place = tmp_path_factory.mktemp("master") / "home"
    folder, paths = place / "Practice.vshift", DevicePaths(place / "app-data")
    vault, code = Vault.create(folder, PASSPHRASE, paths=paths, cost=KdfCost.floor())
    vault.close()
    key = unlocked(read_header((folder / "vault.hdr").read_bytes()), code)
    return ReadyVault(folder, paths, PASSPHRASE, code, key)


@pytest.fixture
def ready_vault(master_vault: ReadyVault, tmp_path: Path) -> ReadyVault:
    """A closed vault of the test's own."""
    return master_vault.copied_to(tmp_path / "home")


@pytest.fixture
def open_vault(ready_vault: ReadyVault) -> Iterator[Vault]:
    """An open vault of the test's own."""
    with ready_vault.open() as vault:
        yield vault
