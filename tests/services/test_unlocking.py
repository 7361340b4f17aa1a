from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.problems import (
    PassphraseTooWeak,
    RecoveryCodeTypo,
    VaultExists,
    VaultIsLocked,
    WrongSecret,
)
from vitalshift_desktop.services.unlocking import Created, Unlocking
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.key_slots import KdfCost

PASSPHRASE = "copper kettle whistling at dawn"


@pytest.fixture
def unlocking(tmp_path: Path, clock: FakeClock) -> Unlocking:
    return Unlocking(clock, DevicePaths(tmp_path / "data"), KdfCost.floor())


@pytest.fixture
def created(unlocking: Unlocking, tmp_path: Path) -> Iterator[Created]:
    made = unlocking.create(tmp_path / "Mine.vshift", PASSPHRASE, Practice(counselor_name="Rowan Ellery"))
    yield made
    made.workspace.close()


def test_a_new_vault_opens_again_with_its_passphrase_and_its_code(
    unlocking: Unlocking, created: Created, tmp_path: Path
) -> None:
    folder = tmp_path / "Mine.vshift"
    assert created.workspace.practice.get().counselor_name == "Rowan Ellery"
    assert (created.workspace.name, created.workspace.warnings) == ("Mine", ())
    created.workspace.close()
    with pytest.raises(VaultIsLocked):
        created.workspace.clients.lines()
    with pytest.raises(WrongSecret):
        unlocking.unlock(folder, "copper kettle whistling at dusk")
    opened = unlocking.unlock(folder, PASSPHRASE)
    assert opened.vault_id == created.workspace.vault_id
    opened.close()
    recovered = unlocking.unlock_with_code(folder, created.recovery_code.text.lower().replace("-", " "))
    assert recovered.vault.ways_in.needs_new_passphrase
    recovered.close()


def test_a_second_vault_is_never_made_in_the_same_place(unlocking: Unlocking, created: Created, tmp_path: Path) -> None:
    with pytest.raises(VaultExists):
        unlocking.create(tmp_path / "Mine.vshift", PASSPHRASE, Practice())
    assert unlocking.vault_exists(tmp_path / "Mine.vshift")
    assert not unlocking.vault_exists(tmp_path)


def test_a_mistyped_code_is_told_apart_before_anything_is_tried(unlocking: Unlocking, ready_vault: ReadyVault) -> None:
    groups = list(ready_vault.code.groups)
    groups[2] = groups[2][::-1] if groups[2] != groups[2][::-1] else "0000"
    with pytest.raises(RecoveryCodeTypo):
        unlocking.unlock_with_code(ready_vault.folder, "-".join(groups))
    assert unlocking.wait_seconds(ready_vault.folder) == 0


def test_the_recovery_sheet_counts_as_checked_once_its_groups_were_asked_back(
    unlocking: Unlocking, created: Created
) -> None:
    workspace, code = created.workspace, created.recovery_code
    assert not workspace.practice.get().recovery_sheet_checked
    assert unlocking.group_matches(code, 3, f" {code.groups[3].lower()} ")
    assert not unlocking.group_matches(code, 3, "????")
    before = workspace.audit.verify()
    unlocking.confirm_sheet(workspace, code)
    assert workspace.practice.get().recovery_sheet_checked
    assert workspace.audit.verify() == before + 1


def test_a_new_passphrase_and_a_new_code_replace_the_old_ones(
    unlocking: Unlocking, created: Created, tmp_path: Path
) -> None:
    unlocking.set_passphrase(created.workspace, "nine lanterns over the harbor")
    code = unlocking.new_recovery_code(created.workspace)
    unlocking.confirm_sheet(created.workspace, code)
    created.workspace.close()
    folder = tmp_path / "Mine.vshift"
    with pytest.raises(WrongSecret):
        unlocking.unlock(folder, PASSPHRASE)
    unlocking.unlock(folder, "nine lanterns over the harbor").close()
    unlocking.unlock_with_code(folder, code.text).close()
    with pytest.raises(WrongSecret):
        unlocking.unlock_with_code(folder, created.recovery_code.text)


def test_the_passphrase_of_the_sample_is_one_a_vault_takes(unlocking: Unlocking) -> None:
    assert unlocking.strength(unlocking.sample_passphrase()).acceptable
    assert not unlocking.strength("password1234").acceptable


def test_the_sample_lies_in_a_vault_of_its_own_that_is_closed_again(unlocking: Unlocking, tmp_path: Path) -> None:
    folder = tmp_path / "Sample Practice.vshift"
    unlocking.create_sample(folder)
    workspace = unlocking.unlock(folder, unlocking.sample_passphrase())
    practice = workspace.practice.get()
    assert (practice.is_sample, practice.recovery_sheet_checked) == (True, True)
    assert len(workspace.clients.lines()) == 13
    workspace.close()


def test_a_sample_that_cannot_be_written_leaves_the_place_free(
    unlocking: Unlocking, clock: FakeClock, tmp_path: Path
) -> None:
    folder, now = tmp_path / "Sample Practice.vshift", clock.now()
    clock.set(datetime(9999, 12, 30, 12, 0, tzinfo=UTC))  # the sample's days to come lie after the end of the calendar
    with pytest.raises(OverflowError):
        unlocking.create_sample(folder)
    assert not folder.exists()
    clock.set(now)
    unlocking.create_sample(folder)
    assert unlocking.vault_exists(folder)


def test_jurisdictions_come_by_name_and_elsewhere_comes_last(unlocking: Unlocking) -> None:
    *named, elsewhere = unlocking.jurisdictions()
    assert "ca-on" in dict(named)
    assert [name for _, name in named] == sorted(name for _, name in named)
    assert elsewhere[0] == "other"


class WatchingClock(FakeClock):
    """Notes at every look whether the sample has its name already."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.seen: set[bool] = set()

    def now(self) -> datetime:
        """The instant it stands at."""
        self.seen.add(self._folder.exists())
        return super().now()


def test_the_sample_gets_its_name_once_it_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "Sample Practice.vshift"
    clock = WatchingClock(folder)
    Unlocking(clock, DevicePaths(tmp_path / "data"), KdfCost.floor()).create_sample(folder)
    assert clock.seen == {False}
    assert list(tmp_path.glob("Sample*")) == [folder]


def test_an_empty_passphrase_is_not_quietly_replaced_by_the_known_one_of_the_sample(
    unlocking: Unlocking, tmp_path: Path
) -> None:
    with pytest.raises(PassphraseTooWeak):
        unlocking.create_sample(tmp_path / "Sample.vshift", "")
