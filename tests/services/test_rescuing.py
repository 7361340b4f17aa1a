"""The way back from a damaged vault: the newest backup, what is newer in the damaged file, never over the only copy."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from tests.vault.test_backups import entries_of, rewrite
from tests.vault.vault_files import PAGE, contents, copies, database, flip, root_page
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupTampered,
    HeaderDamaged,
    HeaderMissing,
    RecordsMissing,
    RecoveryCodeTypo,
    VaultInUse,
    VaultIsDamaged,
    WrongSecret,
)
from vitalshift_desktop.domain.rescue import FileState
from vitalshift_desktop.services.backup_folders import BackupFolders
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.rescuing import Rescuing, secret_of
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.keys.recovery import RecoveryCode


def unseen(_share: float) -> None:
    """Nobody looks."""


def never() -> bool:
    return False


@pytest.fixture
def rescuing(ready_vault: ReadyVault, clock: FakeClock) -> Rescuing:
    return Rescuing(clock, ready_vault.paths)


@pytest.fixture
def backup(ready_vault: ReadyVault, clock: FakeClock, tmp_path: Path) -> Path:
    """One client in a backup; a second one and her note in the vault alone."""
    workspace = opened(ready_vault, clock)
    world = World(workspace, clock)
    world.written(world.held(world.client("In the backup"), -3))
    made = workspace.vault.back_up(tmp_path / "stick")
    clock.advance(hours=2)
    newer = world.client("After the backup")
    world.signed(world.held(newer, -2))
    workspace.close()
    return made.path


def opened(vault: ReadyVault, clock: FakeClock) -> Workspace:
    return Workspace(vault.open(vault.passphrase, now=clock.now), clock, Events())


def names(workspace: Workspace) -> set[str]:
    return {line.client.details.preferred_name for line in workspace.clients.lines()}


def notes_torn(vault: ReadyVault) -> None:
    flip(database(vault), (root_page(vault, "note_text") - 1) * PAGE + 300)


def first_page_gone(vault: ReadyVault) -> None:
    flip(database(vault), 100)


def headers_gone(vault: ReadyVault) -> None:
    for path in copies(vault):
        path.unlink()
    for path in vault.paths.data.glob("header-*.hdr"):
        path.unlink()


def headers_spoilt(vault: ReadyVault) -> None:
    for path in copies(vault):
        path.write_bytes(b"\x00" * 40)


def records_gone(vault: ReadyVault) -> None:
    database(vault).unlink()


DAMAGE = [
    (notes_torn, VaultIsDamaged, True),
    (first_page_gone, VaultIsDamaged, False),
    (headers_gone, HeaderMissing, True),
    (headers_spoilt, HeaderDamaged, True),
    (records_gone, RecordsMissing, False),
]


@pytest.mark.parametrize(("damage", "problem", "is_readable"), DAMAGE)
def test_the_newest_backup_and_what_is_newer_come_back_and_the_damaged_folder_stays(
    ready_vault: ReadyVault,
    clock: FakeClock,
    rescuing: Rescuing,
    backup: Path,
    damage: Callable[[ReadyVault], None],
    problem: type[Exception],
    is_readable: bool,
) -> None:
    """E13, E14, E20, E22, E40: restored, the damaged folder kept aside byte for byte, an entry in the trail."""
    damage(ready_vault)
    with pytest.raises(problem):
        ready_vault.open(ready_vault.passphrase)
    before = contents(ready_vault)
    found = rescuing.look(ready_vault.folder, (backup.parent,))
    assert found.newest is not None
    assert found.newest.path == backup
    shares: list[float] = []
    prepared = rescuing.rescue(ready_vault.folder, ready_vault.passphrase, backup, shares.append, never)
    assert shares == sorted(shares)
    assert contents(ready_vault) == before
    assert (prepared.rescued.salvage is not None) is is_readable
    aside = prepared.switch()
    assert aside is not None
    assert {path.name: path.read_bytes() for path in aside.iterdir() if path.name != "vault.lock"} == before

    workspace = opened(ready_vault, clock)
    assert workspace.warnings == ()
    assert "In the backup" in names(workspace)
    if is_readable:
        assert names(workspace) == {"In the backup", "After the backup"}
    with workspace.vault.read() as work:
        acts = [entry.act for entry in work.audit.entries()]
    assert AuditAct.DATA_RESTORED in acts
    assert (AuditAct.VAULT_SALVAGED in acts) is is_readable
    workspace.audit.verify()
    workspace.close()


def test_without_a_backup_what_can_be_read_comes_back_alone(
    ready_vault: ReadyVault, clock: FakeClock, rescuing: Rescuing, backup: Path
) -> None:
    notes_torn(ready_vault)
    prepared = rescuing.rescue(ready_vault.folder, ready_vault.code.text, None, unseen, never)
    assert prepared.rescued.backup_made is None
    assert prepared.rescued.salvage is not None
    assert prepared.rescued.salvage.taken > 0
    assert prepared.switch() is not None
    workspace = opened(ready_vault, clock)
    assert workspace.warnings == ()
    workspace.audit.verify()
    workspace.close()


def test_a_rescue_that_is_stopped_or_thrown_away_leaves_the_folder_as_it_was(
    ready_vault: ReadyVault, rescuing: Rescuing, backup: Path
) -> None:
    notes_torn(ready_vault)
    before, beside = contents(ready_vault), set(ready_vault.folder.parent.iterdir())
    with pytest.raises(BackupCancelled):
        rescuing.rescue(ready_vault.folder, ready_vault.passphrase, backup, unseen, lambda: True)
    assert set(ready_vault.folder.parent.iterdir()) == beside
    rescuing.rescue(ready_vault.folder, ready_vault.passphrase, backup, unseen, never).discard()
    assert set(ready_vault.folder.parent.iterdir()) == beside
    assert contents(ready_vault) == before


@pytest.mark.parametrize("with_backup", [True, False])
def test_a_wrong_secret_brings_nothing_back(
    ready_vault: ReadyVault, rescuing: Rescuing, backup: Path, with_backup: bool
) -> None:
    notes_torn(ready_vault)
    before = contents(ready_vault)
    with pytest.raises(WrongSecret):
        rescuing.rescue(ready_vault.folder, "not this one", backup if with_backup else None, unseen, never)
    assert contents(ready_vault) == before


def test_a_vault_that_is_open_elsewhere_is_not_rescued(
    ready_vault: ReadyVault, clock: FakeClock, rescuing: Rescuing, backup: Path
) -> None:
    workspace = opened(ready_vault, clock)
    with pytest.raises(VaultInUse):
        rescuing.rescue(ready_vault.folder, ready_vault.passphrase, backup, unseen, never)
    assert names(workspace) == {"In the backup", "After the backup"}
    workspace.close()


@pytest.mark.parametrize("damage", [case[0] for case in DAMAGE])
def test_a_look_names_the_files_and_writes_nothing(
    ready_vault: ReadyVault, rescuing: Rescuing, backup: Path, damage: Callable[[ReadyVault], None]
) -> None:
    damage(ready_vault)
    before = contents(ready_vault)
    found = rescuing.look(ready_vault.folder)
    assert contents(ready_vault) == before
    spoilt = FileState.WHOLE
    if damage is headers_gone:
        spoilt = FileState.MISSING
    elif damage is headers_spoilt:
        spoilt = FileState.DAMAGED
    assert found.headers == (spoilt, spoilt)
    assert found.device_copy is (damage not in (headers_gone, records_gone))
    assert found.records is (FileState.MISSING if damage is records_gone else FileState.PRESENT)
    text = rescuing.diagnosis_text(found, VaultIsDamaged(), "1")
    assert "problem: VaultIsDamaged" in text
    assert str(ready_vault.folder.parent) not in text
    assert ready_vault.folder.stem not in text


def test_a_look_at_rubbish_or_at_nothing_never_raises(rescuing: Rescuing, tmp_path: Path) -> None:
    dice = random.Random(3)
    for number in range(40):
        folder = tmp_path / f"{number}.vshift"
        folder.mkdir()
        for name in ("vault.hdr", "vault.hdr2", "vault.db", "vault.db-wal", "vault.seal"):
            if dice.random() < 0.7:
                (folder / name).write_bytes(dice.randbytes(dice.choice((0, 7, 900, 9000))))
            elif dice.random() < 0.3:
                (folder / name).mkdir()
        found = rescuing.look(folder)
        assert FileState.WHOLE not in found.headers
    assert rescuing.look(tmp_path / "nowhere").records is FileState.MISSING


def test_folders_of_backups_are_remembered_for_the_day_the_vault_does_not_open(
    ready_vault: ReadyVault, rescuing: Rescuing, backup: Path
) -> None:
    BackupFolders(ready_vault.paths).note(ready_vault.folder, "", [backup.parent])
    headers_gone(ready_vault)
    found = rescuing.look(ready_vault.folder)
    assert backup.parent in found.searched
    assert found.newest is not None
    assert found.newest.path == backup


def test_one_field_takes_a_passphrase_or_a_code(ready_vault: ReadyVault) -> None:
    assert secret_of("seven green kettles sing") == "seven green kettles sing"
    for typed in (ready_vault.code.text.lower().replace("-", ""), ready_vault.code.text.replace("-", " ")):
        code = secret_of(typed)
        assert isinstance(code, RecoveryCode)
        assert code.text == ready_vault.code.text
    wrong = "Z" if ready_vault.code.text[0] != "Z" else "Y"
    with pytest.raises(RecoveryCodeTypo):
        secret_of(wrong + ready_vault.code.text[1:])
    words = "abcdefgh abcdefgh abcdefgh abcdefgh"
    assert secret_of(words) == words


def test_the_newest_backup_may_be_damaged_or_bear_a_false_date_and_an_older_one_is_taken(
    ready_vault: ReadyVault, clock: FakeClock, rescuing: Rescuing, backup: Path
) -> None:
    """Dates are proven by the secret alone: a file that claims to be the newest must not close the way back."""
    planted = backup.with_name("planted.vsbackup")
    planted.write_bytes(backup.read_bytes())
    rewrite(planted, manifest_json=entries_of(backup)["manifest.json"].replace(b'"made":"2026', b'"made":"2036'))
    with ready_vault.open(ready_vault.passphrase, now=clock.now) as vault:
        torn = vault.back_up(backup.parent).path
    flip(torn, torn.stat().st_size // 2)
    notes_torn(ready_vault)
    found = rescuing.look(ready_vault.folder, (backup.parent,))
    assert found.newest is not None
    files = [found.newest.path, *(older.path for older in found.older)]
    assert files == [planted, torn, backup]
    prepared = rescuing.rescue(ready_vault.folder, ready_vault.passphrase, files[0], unseen, never, older=files[1:])
    assert prepared.rescued.backup_made is not None
    assert prepared.rescued.backup_made < clock.now()
    prepared.discard()
    with pytest.raises(BackupTampered):
        rescuing.rescue(ready_vault.folder, ready_vault.passphrase, planted, unseen, never)
