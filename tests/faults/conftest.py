from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.killing import Worker
from tests.faults.small_drive import SmallDrive, small_drive
from tests.support.ready_vault import ReadyVault, master_vault, open_vault, ready_vault
from vitalshift_desktop.vault.files.device_paths import DevicePaths

__all__ = ["master_vault", "open_vault", "ready_vault"]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A process that works in vaults and can be killed."""
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[SmallDrive]:
    with small_drive(tmp_path / "drive") as drive:
        yield drive


@pytest.fixture
def vault_on_drive(master_vault: ReadyVault, drive: SmallDrive, tmp_path: Path) -> ReadyVault:
    """A vault on the small drive; this computer's own folder lies elsewhere."""
    copied = master_vault.copied_to(drive.place / "home")
    return replace(copied, paths=DevicePaths(tmp_path / "app-data"))
