import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import PAGE, copies, database, flip, header_of, kinds, refused, write_headers
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import (
    HeaderDamaged,
    HeaderMissing,
    HeaderTampered,
    KeySettingsOutOfBounds,
    RecordsMissing,
    VaultIsDamaged,
    VaultIsNewer,
    VaultNotFound,
    WrongSecret,
)
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import KdfCost, SlotType
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.slots import Slot
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.vault import Vault


def test_a_vault_opens_quietly_by_passphrase_and_by_recovery_code(ready_vault: ReadyVault) -> None:
    with ready_vault.open(ready_vault.passphrase) as vault:
        assert vault.warnings == ()
        assert (vault.opened_by, vault.ways_in.needs_new_passphrase) == (SlotType.PASSPHRASE, False)
    with ready_vault.open(RecoveryCode.parse(ready_vault.code.text.lower().replace("-", ""))) as vault:
        assert vault.warnings == ()
        assert (vault.opened_by, vault.ways_in.needs_new_passphrase) == (SlotType.RECOVERY, True)


def test_the_recovery_code_of_another_vault_is_a_wrong_secret(ready_vault: ReadyVault) -> None:
    refused(ready_vault, WrongSecret, RecoveryCode.random())


@pytest.mark.parametrize("copy", [0, 1])
@pytest.mark.parametrize("place", [0, 300, -1])
def test_a_damaged_header_copy_is_mended_and_noted_once(ready_vault: ReadyVault, copy: int, place: int) -> None:
    """E11: any byte of either copy; both are the same and valid afterwards, with one entry in the trail."""
    flip(copies(ready_vault)[copy], place)
    with ready_vault.open() as vault, vault.read() as work:
        assert kinds(vault) == [WarningKind.HEADER_REPAIRED]
        assert [entry.act for entry in work.audit.entries()].count(AuditAct.HEADER_REPAIRED) == 1
    one, other = (path.read_bytes() for path in copies(ready_vault))
    assert one == other
    read_header(one)


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_missing_or_empty_header_copy_is_mended(ready_vault: ReadyVault, damage: Callable[[Path], object]) -> None:
    """E12: opens, and is repaired."""
    damage(copies(ready_vault)[0])
    with ready_vault.open() as vault:
        assert kinds(vault) == [WarningKind.HEADER_REPAIRED]
    assert copies(ready_vault)[0].read_bytes() == copies(ready_vault)[1].read_bytes()


def test_two_damaged_copies_are_told_and_the_copy_of_this_computer_opens(ready_vault: ReadyVault) -> None:
    """E13: named, nothing written; the copy of this computer is offered, and works."""
    for path in copies(ready_vault):
        flip(path, 40)
    problem = refused(ready_vault, HeaderDamaged)
    assert isinstance(problem, HeaderDamaged)
    assert problem.device_copy
    with Vault.open(ready_vault.folder, ready_vault.key, paths=ready_vault.paths, use_device_header=True) as vault:
        assert kinds(vault) == [WarningKind.HEADER_REPAIRED]
    ready_vault.open().close()


def test_two_missing_copies_are_told_from_no_vault_at_all(ready_vault: ReadyVault, tmp_path: Path) -> None:
    """E14: named, and told from a place where nothing is."""
    for path in copies(ready_vault):
        path.unlink()
    next(ready_vault.paths.data.glob("header-*.hdr")).unlink()
    problem = refused(ready_vault, HeaderMissing)
    assert isinstance(problem, HeaderMissing)
    assert not problem.device_copy
    with pytest.raises(VaultNotFound):
        Vault.open(tmp_path / "nowhere", "any", paths=ready_vault.paths)
    (tmp_path / "empty").mkdir()
    with pytest.raises(VaultNotFound):
        Vault.open(tmp_path / "empty", "any", paths=ready_vault.paths)
    assert list((tmp_path / "empty").iterdir()) == []


def test_forged_key_settings_and_a_newer_format_are_refused_untouched(ready_vault: ReadyVault) -> None:
    """E15 (8 MiB), E16 (1 TiB) and E18: KeySettingsOutOfBounds before any derivation, VaultIsNewer; nothing written."""
    from tests.vault.test_header import summed

    original = copies(ready_vault)[0].read_bytes()
    for change, problem in ((8 * 1024, KeySettingsOutOfBounds), (2**30, KeySettingsOutOfBounds), (0, VaultIsNewer)):
        raw = json.loads(original)
        if problem is VaultIsNewer:
            raw["min_reader"] = 2
        else:
            raw["slots"][0]["kdf"]["m_kib"] = change
        for path in copies(ready_vault):
            path.write_bytes(summed(raw))
        refused(ready_vault, problem, ready_vault.passphrase)


def test_a_huge_demand_for_memory_takes_none(ready_vault: ReadyVault) -> None:
    """E16: the process grows by less than 50 MB."""
    import resource

    from tests.vault.test_header import summed

    raw = json.loads(copies(ready_vault)[0].read_bytes())
    raw["slots"][0]["kdf"]["m_kib"] = 2**30
    for path in copies(ready_vault):
        path.write_bytes(summed(raw))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused(ready_vault, KeySettingsOutOfBounds, ready_vault.passphrase)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_a_slot_taken_out_by_somebody_is_told_after_the_right_passphrase(ready_vault: ReadyVault) -> None:
    """E17: HeaderTampered, although the sum was mended."""
    header = header_of(ready_vault)
    write_headers(ready_vault, header.without(header.slots_of(SlotType.RECOVERY)))
    refused(ready_vault, HeaderTampered, ready_vault.passphrase)


def test_one_forged_copy_does_not_keep_the_owner_out(ready_vault: ReadyVault) -> None:
    header = header_of(ready_vault)
    forged = header.without(header.slots_of(SlotType.PASSPHRASE)).next()
    copies(ready_vault)[0].write_bytes(forged.to_bytes())
    with ready_vault.open(ready_vault.code) as vault:
        assert kinds(vault) == [WarningKind.HEADER_REPAIRED]
    assert header_of(ready_vault) == header


def test_a_damaged_first_page_is_damage_and_not_a_wrong_passphrase(ready_vault: ReadyVault) -> None:
    """E20: with the right passphrase it is damage; nothing is written."""
    flip(database(ready_vault), 100)
    refused(ready_vault, VaultIsDamaged, ready_vault.passphrase)


def test_missing_or_empty_records_are_never_made_anew(ready_vault: ReadyVault) -> None:
    """E22: named; no file is created."""
    database(ready_vault).write_bytes(b"")
    refused(ready_vault, RecordsMissing)
    database(ready_vault).unlink()
    refused(ready_vault, RecordsMissing)
    assert not database(ready_vault).exists()


def test_records_cut_at_a_page_boundary_are_noticed(ready_vault: ReadyVault) -> None:
    """E23: reported, although every page that is left is authentic."""
    data = database(ready_vault).read_bytes()
    database(ready_vault).write_bytes(data[: len(data) // PAGE // 2 * PAGE])
    refused(ready_vault, VaultIsDamaged)


def test_the_records_of_another_vault_never_open(ready_vault: ReadyVault, tmp_path: Path) -> None:
    """E24: told as damage, with nothing written."""
    other = tmp_path / "other.vshift"
    Vault.create(other, ready_vault.passphrase, paths=ready_vault.paths, cost=KdfCost.floor())[0].close()
    shutil.copy(other / "vault.db", database(ready_vault))
    refused(ready_vault, VaultIsDamaged)


def test_records_of_another_vault_with_the_same_key_never_open(ready_vault: ReadyVault) -> None:
    """E24: also where the key would fit."""
    connector = Connector(database(ready_vault), ready_vault.key, header_of(ready_vault).salt)
    with connector, connector.apart() as raw:
        raw.execute("UPDATE meta SET value='another' WHERE key='vault_id'")
    refused(ready_vault, HeaderTampered)


def test_what_a_crash_left_half_written_is_swept_away(ready_vault: ReadyVault) -> None:
    left = [ready_vault.folder / "vault.hdr.part-0a1b2c3d", ready_vault.folder / "vault.db.part-0a1b2c3d"]
    for path in left:
        path.write_bytes(b"half")
    ready_vault.open().close()
    assert not any(path.exists() for path in left)


def test_a_slot_for_the_wrong_type_of_secret_is_not_tried(ready_vault: ReadyVault) -> None:
    header = header_of(ready_vault)
    slots: tuple[Slot, ...] = header.slots_of(SlotType.PASSPHRASE)
    write_headers(ready_vault, header.without(slots).signed_by(ready_vault.key))
    refused(ready_vault, WrongSecret, ready_vault.passphrase)
    ready_vault.open(ready_vault.code).close()


def test_a_key_of_another_vault_is_a_wrong_secret(ready_vault: ReadyVault) -> None:
    with pytest.raises(WrongSecret):
        Vault.open(ready_vault.folder, VaultKey.random(), paths=ready_vault.paths)


def test_this_computers_header_is_written_again_only_where_it_is_another(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        kept = ready_vault.paths.header(vault.vault_id)
    written, content = kept.stat().st_ino, kept.read_bytes()
    ready_vault.open().close()
    assert kept.stat().st_ino == written
    kept.write_bytes(content[:-1])
    ready_vault.open().close()
    assert kept.read_bytes() == content
