"""The cases of secrets that are typed: what opens, what does not, and what a wrong one leaves behind."""

import json
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.vault.vault_files import contents, refused
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import RecoveryCodeTypo, VaultNotFound, WrongSecret
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.key_slots import KdfCost
from vitalshift_desktop.vault.keys.passphrase import strength
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.vault import Vault

COMPOSED = "käse über bäche trägt är"
DECOMPOSED = COMPOSED.replace("ä", "a\u0308").replace("ü", "u\u0308").replace(" ", "\u00a0")


def with_passphrase(ready: ReadyVault, passphrase: str) -> None:
    with ready.open() as vault:
        vault.ways_in.change_passphrase(passphrase)


def failures(ready: ReadyVault) -> list[int]:
    if not ready.paths.unlock_state.exists():
        return []
    return [entry["failures"] for entry in json.loads(ready.paths.unlock_state.read_bytes()).values()]


def test_a_wrong_passphrase_at_the_usual_cost_is_told_counted_and_changes_nothing(tmp_path: Path) -> None:
    """E4: WrongSecret with the cost that real vaults have; counter 1; files unchanged."""
    folder, paths = tmp_path / "Mine.vshift", DevicePaths(tmp_path / "app")
    vault, code = Vault.create(folder, PASSPHRASE, paths=paths, cost=KdfCost.default())
    vault.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "vault.lock"}
    with pytest.raises(WrongSecret):
        Vault.open(folder, "seven green kettles sang", paths=paths)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "vault.lock"} == before
    (state,) = json.loads(paths.unlock_state.read_bytes()).values()
    assert state["failures"] == 1
    Vault.open(folder, code, paths=paths).close()


def test_a_passphrase_typed_with_other_bytes_for_the_same_letters_opens(ready_vault: ReadyVault) -> None:
    """E5: made composed (NFC), typed decomposed (NFD) and with no-break spaces."""
    assert DECOMPOSED != COMPOSED
    with_passphrase(ready_vault, COMPOSED)
    ready_vault.open(DECOMPOSED).close()


def test_a_space_at_an_end_of_the_passphrase_matters(ready_vault: ReadyVault) -> None:
    """E6: made with spaces around it, it does not open without them."""
    with_passphrase(ready_vault, f" {COMPOSED} ")
    for typed in (COMPOSED, f" {COMPOSED}", f"{COMPOSED} "):
        refused(ready_vault, WrongSecret, typed)
    ready_vault.open(f" {COMPOSED} ").close()


@pytest.mark.parametrize("passphrase", ["kettle moss lantern " * 10, "🦉🫖 owl and 👩‍⚕️ teapot by 🌒"])
def test_a_very_long_passphrase_and_one_of_pictures_are_measured_and_open(
    ready_vault: ReadyVault, passphrase: str
) -> None:
    """E7: 200 characters, and emoji."""
    assert strength(passphrase).characters in (200, len(passphrase))
    with_passphrase(ready_vault, passphrase)
    ready_vault.open(passphrase).close()


def test_a_code_typed_carelessly_opens_and_asks_for_a_new_passphrase(ready_vault: ReadyVault) -> None:
    """E8: lower case, no dashes, O for zero, L for one."""
    typed = ready_vault.code.text.lower().replace("-", "").replace("0", "o").replace("1", "l")
    with ready_vault.open(RecoveryCode.parse(typed)) as vault:
        assert vault.ways_in.needs_new_passphrase
        vault.ways_in.change_passphrase("nine blue lanterns drift")
    with ready_vault.open("nine blue lanterns drift") as vault:
        assert not vault.ways_in.needs_new_passphrase
    refused(ready_vault, WrongSecret, PASSPHRASE)


def test_a_slip_in_the_third_group_names_it_before_anything_is_opened_or_derived(
    ready_vault: ReadyVault, clock: FakeClock, tmp_path: Path
) -> None:
    """E9: RecoveryCodeTypo naming group 3; no key derived, no counter; not even the folder is looked at."""
    groups = list(ready_vault.code.groups)
    groups[2] = ("Z" if groups[2][0] != "Z" else "Y") + groups[2][1:]
    unlocking, before = Unlocking(clock, ready_vault.paths), contents(ready_vault)
    for folder in (ready_vault.folder, tmp_path / "nothing here"):
        with pytest.raises(RecoveryCodeTypo) as caught:
            unlocking.unlock_with_code(folder, "-".join(groups))
        assert 3 in caught.value.groups
    with pytest.raises(VaultNotFound):
        unlocking.unlock_with_code(tmp_path / "nothing here", ready_vault.code.text)
    assert (failures(ready_vault), contents(ready_vault)) == ([], before)


def test_the_code_of_another_vault_is_a_wrong_secret_that_never_shuts_anybody_out(ready_vault: ReadyVault) -> None:
    """E10: a whole code of another vault; codes are not counted, so the right one always works."""
    for number in range(7):
        refused(ready_vault, WrongSecret, RecoveryCode(bytes([number]) * 16))
    assert failures(ready_vault) == []
    with ready_vault.open(ready_vault.code) as vault, vault.read() as work:
        assert work.audit.entries(limit=1)[0].act == AuditAct.VAULT_OPENED
