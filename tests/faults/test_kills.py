import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.killing import Worker
from tests.faults.worker_names import passphrase
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.backup_check import verify_backup
from vitalshift_desktop.vault.header import read_header
from vitalshift_desktop.vault.key_slots import unlocked

KILLS = 10
CUTS = 20


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def saved_number(vault: ReadyVault) -> int:
    """The number of the last act in the vault, which is whole: facts, text and audit trail agree."""
    with vault.open() as opened:
        with opened.read() as work:
            number = work.meta.number("number")
            assert (work.meta.get("text") or "") == (f"{number} " * 2000 if number else "")
            notes = [entry.object for entry in work.audit.entries(10**6) if entry.object]
            assert notes == [f"note:{n}" for n in range(number, 0, -1)]
            work.audit.verify()
        return number


def test_what_was_saved_survives_a_kill_in_the_middle_of_saving(
    worker: Worker, ready_vault: ReadyVault, tmp_path: Path
) -> None:
    dice = random.Random(29)
    for kill in range(KILLS):
        vault = ready_vault.copied_to(tmp_path / str(kill))
        worker.start(vault, "save")
        worker.kill_after("saved", dice.randint(1, 40), dice, 0.005)
        assert worker.last("saved") <= saved_number(vault) <= worker.last("saved") + 1
        with vault.open() as opened:
            assert opened.warnings == ()
            assert opened.check().ok


def test_one_passphrase_always_opens_after_a_kill_in_the_middle_of_changing_it(
    worker: Worker, ready_vault: ReadyVault, tmp_path: Path
) -> None:
    dice = random.Random(30)
    for kill in range(KILLS):
        vault = ready_vault.copied_to(tmp_path / str(kill))
        worker.start(vault, "change")
        worker.kill_after("changing", dice.randint(1, 2), dice, 0.3)
        with vault.open(vault.code) as opened:
            assert WarningKind.ROLLED_BACK not in [warning.kind for warning in opened.warnings]
        done = worker.last("changed")
        assert any(
            opens(vault, secret) for secret in (PASSPHRASE if done == 0 else passphrase(done), passphrase(done + 1))
        )
        assert not list(vault.folder.glob("*.part-*"))


def opens(vault: ReadyVault, secret: str) -> bool:
    try:
        unlocked(read_header((vault.folder / "vault.hdr").read_bytes()), secret).wipe()
    except WrongSecret:
        return False
    return True


def test_no_half_backup_has_a_final_name_after_a_kill(worker: Worker, ready_vault: ReadyVault, tmp_path: Path) -> None:
    dice = random.Random(31)
    for kill in range(KILLS // 2):
        vault = ready_vault.copied_to(tmp_path / str(kill))
        worker.start(vault, "back_up")
        worker.kill_after("begun", dice.randint(1, 4), dice, 0.05)
        for path in (vault.folder.parent / "backups").glob("*.vsbackup"):
            verify_backup(path, vault.key, scratch=tmp_path)
        vault.open().close()
        assert not list(vault.folder.glob("*.part-*"))


def test_every_save_waits_for_the_drive(ready_vault: ReadyVault, tmp_path: Path) -> None:
    """Where tracing is not possible, the setting that makes the difference is asked instead."""
    saves = 50
    strace = shutil.which("strace")
    if strace is None:
        with ready_vault.open() as vault, vault.read() as work:
            assert work.meta._session.connection().exec_driver_sql("PRAGMA synchronous").scalar() == 2
        return
    log = tmp_path / "trace"
    worker = Worker((strace, "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", str(log)))
    worker.start(ready_vault, "save", saves)
    worker.until_gone()
    worker.close()
    assert worker.last("saved") == saves
    assert len(re.findall(r"f(?:data)?sync\(\d+<[^>]*vault\.db-wal>", log.read_text())) >= saves


def test_a_log_cut_anywhere_gives_a_state_that_once_was(
    worker: Worker, ready_vault: ReadyVault, tmp_path: Path
) -> None:
    dice = random.Random(33)
    worker.start(ready_vault, "save")
    worker.kill_after("saved", 30, dice, 0.0)
    log = (ready_vault.folder / "vault.db-wal").read_bytes()
    assert len(log) > 100_000
    seen = set()
    for cut in range(CUTS):
        vault = ready_vault.copied_to(tmp_path / str(cut))
        place = dice.randrange(len(log))
        tail = dice.choice([b"", bytes(len(log) - place), dice.randbytes(len(log) - place)])
        (vault.folder / "vault.db-wal").write_bytes(log[:place] + tail)
        seen.add(saved_number(vault))
    assert len(seen) > 5
    assert max(seen) <= worker.last("saved") + 1
