import json
import zipfile
from itertools import chain, repeat
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.vault.restores import MANIFEST, backup_of, folder_bytes, left_beside, prepared, word_in
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backups import Compared
from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupDamaged,
    BackupTampered,
    VaultExists,
    VaultInUse,
    VaultProblem,
    WrongSecret,
)
from vitalshift_desktop.services.restoring import RecoveryCode, Restoring
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.files.documents import canonical
from vitalshift_desktop.vault.vault import Vault


@pytest.fixture
def backup(ready_vault: ReadyVault, tmp_path: Path, clock: FakeClock) -> Path:
    return backup_of(ready_vault, tmp_path / "backups", "before", clock)


def test_a_restored_vault_takes_the_place_and_the_one_that_was_there_is_kept(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock
) -> None:
    present = folder_bytes(ready_vault.folder)
    restore = prepared(ready_vault, backup, clock)
    assert folder_bytes(ready_vault.folder) == present
    assert left_beside(ready_vault.folder) == [restore._restored.place.vault.folder.name]
    aside = restore.switch()
    assert aside is not None
    assert aside.name == "Practice.vshift.before-restore-2026-03-02_150500"
    assert folder_bytes(aside) == present
    assert left_beside(ready_vault.folder) == [aside.name]
    assert word_in(ready_vault) == "before"
    assert "vault.restore" not in folder_bytes(ready_vault.folder)
    with ready_vault.open(ready_vault.passphrase) as vault, vault.read() as work:
        (entry,) = [entry for entry in work.audit.entries() if entry.act == AuditAct.DATA_RESTORED]
        assert entry.object == backup.name
        assert vault.check().ok


@pytest.mark.parametrize("secret", ["passphrase", "code"])
def test_a_vault_is_restored_where_none_is_also_on_another_computer(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock, tmp_path: Path, secret: str
) -> None:
    """A new laptop after a loss: nothing of the old one is at hand but the file and one secret."""
    other = DevicePaths(tmp_path / "other-computer" / "data")
    target = tmp_path / "other-computer" / "Documents" / "Practice.vshift"
    given = PASSPHRASE if secret == "passphrase" else ready_vault.code
    restore = Restoring(clock, other).prepare(backup, given, target)
    assert restore.present_until is None
    assert [line.now for line in restore.compared] == [None] * len(Compared)
    assert restore.switch() is None
    for _ in range(2):
        with Vault.open(target, PASSPHRASE, paths=other) as vault:
            assert vault.warnings == ()
            with vault.write() as work:
                assert work.meta.get("word") == "before"
                work.meta.set("more", "since then")
    Vault.open(target, ready_vault.code, paths=other).close()


def test_e40_a_restore_over_a_damaged_vault_keeps_the_damaged_one_aside(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock
) -> None:
    """E40: restored; the damaged folder is kept; an audit entry tells."""
    records = ready_vault.folder / "vault.db"
    records.write_bytes(b"\0" * 5000)
    for name in ("vault.hdr", "vault.hdr2"):
        (ready_vault.folder / name).write_bytes(b"spoilt")
    damaged = folder_bytes(ready_vault.folder)
    aside = prepared(ready_vault, backup, clock).switch()
    assert aside is not None
    assert folder_bytes(aside) == damaged
    assert word_in(ready_vault) == "before"
    with ready_vault.open() as vault, vault.read() as work:
        assert AuditAct.DATA_RESTORED in [entry.act for entry in work.audit.entries()]


def test_what_is_in_the_backup_is_told_beside_what_there_is_now(
    ready_vault: ReadyVault, tmp_path: Path, clock: FakeClock
) -> None:
    backup = backup_of(ready_vault, tmp_path / "backups", "before", clock)
    clock.advance(days=1)
    with ready_vault.open(now=clock.now) as vault, vault.write() as work:
        work.audit.append(AuditAct.SETTINGS_CHANGED, "practice")
    restore = prepared(ready_vault, backup, clock)
    assert {line.what: (line.now, line.in_backup) for line in restore.compared} == dict.fromkeys(Compared, (0, 0))
    assert restore.present_until == clock.now()
    assert restore.made < restore.present_until
    assert not restore.is_of_other_vault
    restore.discard()
    assert left_beside(ready_vault.folder) == []
    assert word_in(ready_vault) == "newer than before"


def test_an_open_vault_is_compared_but_not_switched_until_it_is_locked(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock
) -> None:
    with ready_vault.open(now=clock.now) as vault:
        restore = prepared(ready_vault, backup, clock)
        assert restore.present_until is not None
        with pytest.raises(VaultInUse):
            restore.switch()
        with vault.write() as work:
            work.meta.set("word", "still written")
        with vault.read() as work:
            assert work.meta.get("word") == "still written"
    assert word_in(ready_vault) == "still written"
    restore.switch()
    assert word_in(ready_vault) == "before"


def test_a_cloud_safe_backup_is_restored_by_its_code_and_takes_a_new_passphrase(
    ready_vault: ReadyVault, tmp_path: Path, clock: FakeClock
) -> None:
    """E41, the way back: no passphrase opens it, the code does."""
    backup = backup_of(ready_vault, tmp_path / "backups", "before", clock, recovery_only=True)
    restoring = Restoring(clock, ready_vault.paths)
    with pytest.raises(WrongSecret):
        restoring.prepare(backup, PASSPHRASE, ready_vault.folder)
    restore = restoring.prepare(backup, restoring.code(ready_vault.code.text), ready_vault.folder)
    assert restore.needs_new_passphrase
    restore.switch()
    with ready_vault.open(ready_vault.code) as vault:
        assert vault.ways_in.needs_new_passphrase
        vault.ways_in.change_passphrase("nine blue lanterns drift")
    ready_vault.open("nine blue lanterns drift").close()


def test_the_computers_own_copy_of_the_header_is_the_restored_one(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock
) -> None:
    with ready_vault.open(now=clock.now) as vault:
        vault.ways_in.change_passphrase("nine blue lanterns drift")
        vault_id = vault.vault_id
    prepared(ready_vault, backup, clock).switch()
    own = (ready_vault.folder / "vault.hdr").read_bytes()
    assert ready_vault.paths.header(vault_id).read_bytes() == own
    with ready_vault.open(PASSPHRASE) as vault:  # the passphrase from when the backup was made
        assert vault.warnings == ()


def test_nothing_is_left_of_a_restore_that_fails(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock, tmp_path: Path
) -> None:
    present = folder_bytes(ready_vault.folder)
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    damaged = tmp_path / "damaged.vsbackup"
    damaged.write_bytes(bytes(data))
    redated = tmp_path / "redated.vsbackup"
    with zipfile.ZipFile(backup) as archive, zipfile.ZipFile(redated, "w") as other:
        for name in archive.namelist():
            content = archive.read(name)
            if name == MANIFEST:
                content = canonical({**json.loads(content), "made": "2031-01-01T00:00:00.000000Z"})
            other.writestr(name, content)
    tries: list[tuple[Path, str | RecoveryCode, type[VaultProblem]]] = [
        (backup, "seven green kettles sang", WrongSecret),
        (backup, RecoveryCode.random(), WrongSecret),
        (damaged, ready_vault.code, BackupDamaged),
        (redated, ready_vault.code, BackupTampered),
        (tmp_path / "home" / "Practice.vshift" / "vault.db", ready_vault.code, BackupDamaged),
    ]
    for file, secret, problem in tries:
        with pytest.raises(problem):
            Restoring(clock, ready_vault.paths).prepare(file, secret, ready_vault.folder)
    assert left_beside(ready_vault.folder) == []
    assert folder_bytes(ready_vault.folder) == present


def test_a_restore_that_is_stopped_leaves_nothing(ready_vault: ReadyVault, backup: Path, clock: FakeClock) -> None:
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    Restoring(clock, ready_vault.paths).prepare(backup, ready_vault.code, ready_vault.folder, cancelled=count).discard()
    assert asked >= 3
    for after in range(asked):
        answers = chain(repeat(False, after), repeat(True))
        with pytest.raises(BackupCancelled):
            Restoring(clock, ready_vault.paths).prepare(
                backup, ready_vault.code, ready_vault.folder, cancelled=answers.__next__
            )
        assert left_beside(ready_vault.folder) == []
    assert word_in(ready_vault) == "newer than before"


def test_progress_of_a_restore_grows_from_nothing_to_all(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock
) -> None:
    seen: list[float] = []
    Restoring(clock, ready_vault.paths).prepare(backup, ready_vault.code, ready_vault.folder, seen.append).discard()
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1] == 1.0


def test_something_else_at_the_place_is_never_put_aside(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock, tmp_path: Path
) -> None:
    target = tmp_path / "holiday"
    target.mkdir()
    (target / "picture.png").write_bytes(b"sea")
    restore = prepared(ready_vault, backup, clock, target)
    with pytest.raises(VaultExists):
        restore.switch()
    restore.discard()
    assert folder_bytes(target) == {"picture.png": b"sea"}
    (target / "picture.png").unlink()
    assert prepared(ready_vault, backup, clock, target).switch() is None
    assert word_in(ready_vault, target) == "before"


def test_a_name_as_long_as_drives_take_is_cut_for_the_folders_beside_it(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock, tmp_path: Path
) -> None:
    target = tmp_path / ("Ü" * 127)  # 254 bytes
    prepared(ready_vault, backup, clock, target).switch()
    aside = prepared(ready_vault, backup, clock, target).switch()
    assert aside is not None
    assert ".before-restore-" in aside.name
    assert word_in(ready_vault, target) == "before"


def test_restoring_again_and_again_keeps_every_earlier_vault(
    ready_vault: ReadyVault, backup: Path, clock: FakeClock
) -> None:
    asides = {prepared(ready_vault, backup, clock).switch() for _ in range(3)}
    assert len(asides) == 3
    assert all(aside and (aside / "vault.db").exists() for aside in asides)
