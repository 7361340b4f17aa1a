import shutil
from pathlib import Path

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import PAGE, copies, database, flip, kinds
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.keys.key_slots import KdfCost
from vitalshift_desktop.vault.vault import Vault


def test_changed_salt_bytes_in_the_records_do_no_harm(ready_vault: ReadyVault) -> None:
    """E25: the salt stands in the header as well."""
    for place in range(16):
        flip(database(ready_vault), place)
    with ready_vault.open() as vault:
        assert kinds(vault) == [WarningKind.CHANGED_OUTSIDE]


def test_an_old_page_put_back_is_noticed(ready_vault: ReadyVault) -> None:
    """E26: told as changed outside, although the page is authentic."""
    with ready_vault.open() as vault, vault.write() as work:
        work.meta.set("story", "the first one")
    old = database(ready_vault).read_bytes()
    with ready_vault.open() as vault, vault.write() as work:
        work.meta.set("story", "the newer one")
    new = database(ready_vault).read_bytes()
    replayed = bytearray(new)
    pages = [n for n in range(1, min(len(old), len(new)) // PAGE) if old[n * PAGE :][:PAGE] != new[n * PAGE :][:PAGE]]
    for page in pages[:1]:
        replayed[page * PAGE : (page + 1) * PAGE] = old[page * PAGE : (page + 1) * PAGE]
    database(ready_vault).write_bytes(bytes(replayed))
    assert pages
    with ready_vault.open() as vault:
        assert WarningKind.CHANGED_OUTSIDE in kinds(vault)


def test_a_whole_folder_put_back_is_noticed_until_it_is_accepted(ready_vault: ReadyVault, clock: FakeClock) -> None:
    """E27: a warning with both dates until it is accepted."""
    older = clock.now()
    ready_vault.open(now=clock.now).close()
    kept = ready_vault.folder.with_name("kept")
    shutil.copytree(ready_vault.folder, kept)
    clock.advance(days=3)
    ready_vault.open(now=clock.now).close()
    newer = clock.now()
    shutil.rmtree(ready_vault.folder)
    kept.rename(ready_vault.folder)
    for _ in range(3):
        with ready_vault.open(now=clock.now) as vault:
            assert kinds(vault) == [WarningKind.ROLLED_BACK]
            (warning,) = vault.warnings
            assert warning.expected == newer
            assert warning.found is not None
            assert warning.found >= older
    with ready_vault.open(now=clock.now) as vault:
        vault.accept_older_state()
    with ready_vault.open(now=clock.now) as vault, vault.read() as work:
        assert vault.warnings == ()
        assert AuditAct.OLDER_DATA_ACCEPTED in [entry.act for entry in work.audit.entries()]


def test_an_old_header_with_its_old_passphrase_is_noticed(ready_vault: ReadyVault) -> None:
    old = copies(ready_vault)[0].read_bytes()
    with ready_vault.open() as vault:
        vault.ways_in.change_passphrase("nine blue lanterns drift")
    for path in copies(ready_vault):
        path.write_bytes(old)
    with ready_vault.open(ready_vault.passphrase) as vault:
        assert kinds(vault) == [WarningKind.ROLLED_BACK]


def test_a_forged_or_removed_seal_is_noticed(ready_vault: ReadyVault) -> None:
    """E28: each by its own name, once."""
    seal = ready_vault.folder / "vault.seal"
    flip(seal, seal.stat().st_size // 2)
    with ready_vault.open() as vault:
        assert kinds(vault) == [WarningKind.SEAL_FORGED]
    seal.unlink()
    with ready_vault.open() as vault:
        assert kinds(vault) == [WarningKind.SEAL_REMOVED]
    with ready_vault.open() as vault:
        assert vault.warnings == ()


def test_the_seal_of_another_vault_is_forged(ready_vault: ReadyVault, tmp_path: Path) -> None:
    other = tmp_path / "other.vshift"
    Vault.create(other, ready_vault.passphrase, paths=ready_vault.paths, cost=KdfCost.floor())[0].close()
    shutil.copy(other / "vault.seal", ready_vault.folder / "vault.seal")
    with ready_vault.open() as vault:
        assert kinds(vault) == [WarningKind.SEAL_FORGED]


def test_a_log_laid_beside_a_sealed_vault_is_noticed(ready_vault: ReadyVault) -> None:
    (ready_vault.folder / "vault.db-wal").write_bytes(b"\x00" * 5000)
    with ready_vault.open() as vault:
        assert kinds(vault) == [WarningKind.CHANGED_OUTSIDE]


def test_a_forged_anchor_is_noticed_and_a_missing_one_is_a_new_computer(ready_vault: ReadyVault) -> None:
    ready_vault.open().close()
    (anchor,) = ready_vault.paths.data.glob("anchor-*.json")
    flip(anchor, 60)
    with ready_vault.open() as vault:
        assert kinds(vault) == [WarningKind.ANCHOR_FORGED]
    anchor.unlink()
    with ready_vault.open() as vault:
        assert vault.warnings == ()
