import pytest

from tests.faults.small_drive import SmallDrive, needs_root
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.domain.problems import DiskFull, NoRoomToEncrypt, WrongSecret
from vitalshift_desktop.vault.keys.recovery import RecoveryCode

pytestmark = needs_root
CODE = RecoveryCode(bytes(range(16)))


def names(vault: ReadyVault) -> list[str]:
    return sorted(path.name for path in vault.folder.iterdir())


def test_too_little_room_for_a_new_key_is_told_with_its_size_before_anything_is_written(
    vault_on_drive: ReadyVault, drive: SmallDrive
) -> None:
    with vault_on_drive.open() as vault:
        drive.fill()
        before = names(vault_on_drive)
        with pytest.raises(NoRoomToEncrypt) as caught:
            vault.ways_in.rotate(PASSPHRASE, CODE)
        size = (vault_on_drive.folder / "vault.db").stat().st_size
        assert caught.value.needed == int(size * 2.2)
        assert caught.value.free < caught.value.needed
        assert names(vault_on_drive) == before
        drive.free()
        vault.ways_in.rotate(PASSPHRASE, CODE)
    vault_on_drive.open(CODE).close()


@pytest.mark.parametrize("share", [0.45, 0.85])
def test_a_drive_that_fills_while_the_key_changes_leaves_the_old_key_and_no_trace(
    vault_on_drive: ReadyVault, drive: SmallDrive, share: float
) -> None:
    def fill_at(part: float) -> None:
        if part == share:
            drive.fill()

    with vault_on_drive.open() as vault:
        before = names(vault_on_drive)
        with pytest.raises(DiskFull):
            vault.ways_in.rotate(PASSPHRASE, CODE, progress=fill_at)
        assert vault.is_open
        assert names(vault_on_drive) == before
        drive.free()
        with vault.write() as work:
            work.meta.set("word", "after")
    with pytest.raises(WrongSecret):
        vault_on_drive.open(CODE)
    with vault_on_drive.open(vault_on_drive.code) as vault:
        with vault.read() as work:
            assert work.meta.get("word") == "after"
        vault.ways_in.rotate(PASSPHRASE, CODE)
    with vault_on_drive.open(CODE) as vault, vault.read() as work:
        assert work.meta.get("word") == "after"
