"""Passphrase and recovery code of an open vault, and every moment at which the work can be cut short."""

import shutil

import pytest

from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.vault.vault_files import header_of
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import VaultProblem, WrongSecret
from vitalshift_desktop.vault.keys.key_slots import SlotType
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.vault import Vault
from vitalshift_desktop.vault.ways_in import MOST_CODES


def acts(vault: Vault) -> list[str]:
    with vault.read() as work:
        return [entry.act for entry in reversed(work.audit.entries())]


def opens(ready: ReadyVault, secret: str | RecoveryCode) -> bool:
    try:
        ready.open(secret).close()
    except WrongSecret:
        return False
    return True


def test_both_codes_open_until_the_new_one_was_asked_back(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        code = vault.ways_in.issue_recovery_code()
        assert vault.ways_in.codes == 2
    assert opens(ready_vault, ready_vault.code)
    assert opens(ready_vault, code)
    with ready_vault.open() as vault:
        vault.ways_in.confirm_recovery_code(code)
        assert vault.ways_in.codes == 1
        assert acts(vault)[-1] == AuditAct.RECOVERY_CODE_REPLACED
    assert not opens(ready_vault, ready_vault.code)
    with ready_vault.open(code) as vault:
        assert vault.warnings == ()
    assert opens(ready_vault, PASSPHRASE)


def test_a_code_that_was_taken_back_opens_nothing_and_the_older_one_does(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        code = vault.ways_in.issue_recovery_code()
        vault.ways_in.withdraw_recovery_code(code)
        assert acts(vault)[-2:] == [AuditAct.RECOVERY_CODE_ISSUED, AuditAct.RECOVERY_CODE_WITHDRAWN]
    assert not opens(ready_vault, code)
    assert opens(ready_vault, ready_vault.code)


def test_the_only_code_of_a_vault_cannot_be_taken_back(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        vault.ways_in.withdraw_recovery_code(ready_vault.code)
    assert opens(ready_vault, ready_vault.code)


def test_a_foreign_code_neither_counts_nor_takes_anything_away(ready_vault: ReadyVault) -> None:
    foreign = RecoveryCode.random()
    before = header_of(ready_vault)
    with ready_vault.open() as vault:
        for act in (
            vault.ways_in.confirm_recovery_code,
            vault.ways_in.withdraw_recovery_code,
            vault.ways_in.demand_code,
        ):
            with pytest.raises(WrongSecret):
                act(foreign)
    assert header_of(ready_vault) == before


def test_codes_never_asked_back_do_not_pile_up_and_the_one_that_counts_stays(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        issued = [vault.ways_in.issue_recovery_code() for _ in range(7)]
        assert vault.ways_in.codes == MOST_CODES
        vault.ways_in.demand_code(ready_vault.code)
        for code in issued[-(MOST_CODES - 1) :]:
            vault.ways_in.demand_code(code)
        with pytest.raises(WrongSecret):
            vault.ways_in.demand_code(issued[0])


def test_the_work_cut_short_between_the_two_headers_leaves_a_sheet_that_opens(ready_vault: ReadyVault) -> None:
    """The first copy says that the new code alone opens, the second still both."""
    with ready_vault.open() as vault:
        code = vault.ways_in.issue_recovery_code()
    older = (ready_vault.folder / "vault.hdr2").read_bytes()
    with ready_vault.open() as vault:
        vault.ways_in.confirm_recovery_code(code)
    (ready_vault.folder / "vault.hdr2").write_bytes(older)
    assert opens(ready_vault, code)
    assert not opens(ready_vault, ready_vault.code)  # repaired from the newer copy by the opening before
    assert [slot.type for slot in header_of(ready_vault).slots].count(SlotType.RECOVERY) == 1


def test_a_changed_passphrase_leaves_the_codes_and_the_records_file_alone(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        salt, codes = vault.ways_in.header.salt, vault.ways_in.header.slots_of(SlotType.RECOVERY)
        vault.ways_in.change_passphrase("nine blue lanterns drift")
        assert (vault.ways_in.header.salt, vault.ways_in.header.slots_of(SlotType.RECOVERY)) == (salt, codes)
        assert vault.ways_in.header.epoch == 1
    assert opens(ready_vault, ready_vault.code)


def test_what_was_noted_and_what_the_header_says_stay_together_when_the_drive_is_gone(ready_vault: ReadyVault) -> None:
    """The headers are written before the entry: without them there is no entry either."""
    with ready_vault.open() as vault:
        before = acts(vault)
        hidden = ready_vault.folder.with_name("elsewhere")
        ready_vault.folder.rename(hidden)
        try:
            with pytest.raises(VaultProblem):
                vault.ways_in.issue_recovery_code()
        finally:
            hidden.rename(ready_vault.folder)
        assert acts(vault) == before
        assert vault.ways_in.codes == 1
    shutil.rmtree(ready_vault.paths.data)
    assert opens(ready_vault, ready_vault.code)
