"""Killed in the middle of what moves the whole vault: a new vault key, a restore."""

from pathlib import Path

from tests.faults.after_a_kill import demand_tidy, fresh_copy
from tests.faults.amounts import amount, dice
from tests.faults.killing import Worker
from tests.faults.worker_names import new_code
from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.vault.restores import backup_of
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.vault.keys.recovery import RecoveryCode

ROTATIONS, RESTORES = amount(10, 200), amount(10, 100)


def test_one_recovery_code_and_the_passphrase_open_after_a_kill_in_the_middle_of_a_new_vault_key(
    worker: Worker, ready_vault: ReadyVault, tmp_path: Path
) -> None:
    """E31: the old code or the new one, never both and never none; every row is there; nothing is left pending."""
    chance = dice(31)
    for kill in range(ROTATIONS):
        vault = fresh_copy(ready_vault, tmp_path)
        worker.start(vault, "rotate")
        worker.kill_after("rotating", chance.randint(1, 2), chance, 0.6)
        done = worker.last("rotated")
        codes = (vault.code if done == 0 else new_code(done), new_code(done + 1))
        assert [opens(vault, code) for code in codes].count(True) == 1, kill
        with vault.open(PASSPHRASE) as opened:
            with opened.read() as work:
                assert work.meta.number("number") in (done, done + 1)
                work.audit.verify()
            assert opened.check().ok
        demand_tidy(vault)
        assert b'"prev"' not in (vault.folder / "vault.hdr").read_bytes()


def opens(vault: ReadyVault, code: RecoveryCode) -> bool:
    try:
        with vault.open(code) as opened:
            kinds = {warning.kind for warning in opened.warnings}
            assert kinds <= {WarningKind.NOT_CLOSED_CLEANLY, WarningKind.HEADER_REPAIRED}
    except WrongSecret:
        return False
    return True


def test_no_vault_is_lost_by_a_kill_in_the_middle_of_a_restore(
    worker: Worker, ready_vault: ReadyVault, tmp_path: Path
) -> None:
    """E40: the vault from before or the restored one lies in the place, and the one from before is never gone."""
    chance = dice(40)
    backup_of(ready_vault, ready_vault.folder.parent / "backups", "old", FakeClock())
    for kill in range(RESTORES):
        vault = fresh_copy(ready_vault, tmp_path)
        worker.start(vault, "restore")
        worker.kill_after(chance.choice(["restoring", "prepared"]), chance.randint(1, 2), chance, 0.15)
        Restoring(FakeClock(), vault.paths).settle(vault.folder)
        asides = sorted(vault.folder.parent.glob("*.before-restore-*"))
        assert worker.last("restored") <= len(asides) <= worker.last("restored") + 1, kill
        oldest = asides[0] if asides else vault.folder
        for folder in (vault.folder, *asides):
            assert word_in(vault, folder) == ("newer than old" if folder == oldest else "old"), kill
        assert not list(vault.folder.parent.glob("*.restoring-*"))


def word_in(vault: ReadyVault, folder: Path) -> str | None:
    at = ReadyVault(folder, vault.paths, vault.passphrase, vault.code, vault.key)
    with at.open(vault.code) as opened:
        if folder == vault.folder:
            assert opened.warnings == ()
        with opened.read() as work:
            work.audit.verify()
            return work.meta.get("word")
