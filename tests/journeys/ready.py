"""Records that are ready: made once for each run, copied for each journey."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.journeys.computer import THE_DAY, Computer
from tests.support.clock import FakeClock
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.key_slots import KdfCost

PASSPHRASE = "seven green kettles sing"
SAMPLE_PASSPHRASE = "harbor lantern willow teacup"
SAMPLE_PLACE = "data/VitalShift/Sample Practice.vshift"
PRACTICE_PLACE = "Documents/My Practice.vshift"


@dataclass(frozen=True, slots=True)
class Records:
    """A home with a closed vault in it, and what opens it."""

    home: Path
    passphrase: str
    place: str
    groups: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self.home / self.place

    def copied_to(self, home: Path) -> "Records":
        """The same records and the same computer, elsewhere; the app remembers them."""
        shutil.copytree(self.home, home, dirs_exist_ok=True)
        copy = replace(self, home=home)
        DeviceSettings(home / "data" / "VitalShift" / "device.ini").set_vault_folder(copy.folder)
        return copy

    def computer(self, clock: FakeClock | None = None) -> Computer:
        """The computer they lie on."""
        return Computer(self.home, clock=clock, cost=KdfCost.floor())


@pytest.fixture(scope="session")
def master_sample(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """The sample practice as of the day of the pictures."""
    records = Records(tmp_path_factory.mktemp("sample") / "home", SAMPLE_PASSPHRASE, SAMPLE_PLACE)
    _unlocking(records).create_sample(records.folder)
    return records


@pytest.fixture(scope="session")
def master_practice(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """A practice without any client; its sheet was printed and checked."""
    records = Records(tmp_path_factory.mktemp("practice") / "home", PASSPHRASE, PRACTICE_PLACE)
    unlocking = _unlocking(records)
    created = unlocking.create(records.folder, PASSPHRASE, Practice(counselor_name="Ada Lindgren"))
    unlocking.confirm_sheet(created.workspace, created.recovery_code)
    created.workspace.close()
    return replace(records, groups=created.recovery_code.groups)


@pytest.fixture
def sample(master_sample: Records, home: Path) -> Records:
    """The sample practice for one journey."""
    return master_sample.copied_to(home)


@pytest.fixture
def practice(master_practice: Records, home: Path) -> Records:
    """An empty practice for one journey."""
    return master_practice.copied_to(home)


def _unlocking(records: Records) -> Unlocking:
    paths = DevicePaths(records.home / "data" / "VitalShift")
    return Unlocking(FakeClock(THE_DAY), paths, KdfCost.floor())
