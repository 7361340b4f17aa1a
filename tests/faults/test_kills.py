import re
import shutil
from pathlib import Path

from tests.faults.after_a_kill import demand_tidy, demand_whole, fresh_copy
from tests.faults.amounts import amount, dice
from tests.faults.killing import Worker
from tests.faults.worker_names import note_text, passphrase
from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.vault.old_vaults.facts import facts_of
from tests.vault.old_vaults.kept import kept
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.backups.backup_check import verify_backup
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.vault import Vault

SAVES, SIGNATURES, CHANGES, BACKUPS, OPENINGS = (
    *(amount(10, 200), amount(10, 100), amount(10, 200)),
    *(amount(5, 80), amount(10, 100)),
)
CUTS = amount(20, 200)


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
    """E29: what was acknowledged is there, whole, with its trail; nothing has to be repaired by hand."""
    chance = dice(29)
    for kill in range(SAVES):
        vault = fresh_copy(ready_vault, tmp_path)
        worker.start(vault, "save")
        worker.kill_after("saved", chance.randint(1, 40), chance, 0.005)
        assert worker.last("saved") <= saved_number(vault) <= worker.last("saved") + 1, kill
        demand_whole(vault)


def test_what_was_signed_survives_a_kill_in_the_middle_of_writing_and_signing(
    worker: Worker, ready_vault: ReadyVault, tmp_path: Path
) -> None:
    """E29 with the real acts: notes that were told as written or signed are there, and signed ones are unaltered."""
    chance = dice(291)
    for kill in range(SIGNATURES):
        vault = fresh_copy(ready_vault, tmp_path)
        worker.start(vault, "sign")
        worker.kill_after(chance.choice(["written", "signed"]), chance.randint(1, 8), chance, 0.01)
        with vault.open() as opened, opened.read() as work:
            notes = [note for client in work.clients.all() for note in work.notes.of_client(client.id)][::-1]
            work.audit.verify()
        written = [n for n, note in enumerate(notes, 1) if {part.text for part in note.sections} == {note_text(n)}]
        signed = [n for n, note in enumerate(notes, 1) if note.is_signed and note.is_unaltered]
        assert len(written) >= worker.last("written"), kill
        assert worker.last("signed") <= len(signed) == sum(note.is_signed for note in notes)
        assert written[: len(signed)] == signed
        demand_whole(vault)


def test_one_passphrase_always_opens_after_a_kill_in_the_middle_of_changing_it(
    worker: Worker, ready_vault: ReadyVault, tmp_path: Path
) -> None:
    """E30: the old or the new one opens, the recovery code always does, and what was half written is swept away."""
    chance = dice(30)
    for kill in range(CHANGES):
        vault = fresh_copy(ready_vault, tmp_path)
        worker.start(vault, "change")
        worker.kill_after("changing", chance.randint(1, 2), chance, 0.3)
        with vault.open(vault.code) as opened:
            assert WarningKind.ROLLED_BACK not in [warning.kind for warning in opened.warnings]
        done = worker.last("changed")
        valid = (PASSPHRASE if done == 0 else passphrase(done), passphrase(done + 1))
        assert any(opens(vault, secret) for secret in valid), kill
        demand_tidy(vault)


def opens(vault: ReadyVault, secret: str) -> bool:
    try:
        unlocked(read_header((vault.folder / "vault.hdr").read_bytes()), secret).wipe()
    except WrongSecret:
        return False
    return True


def test_no_half_backup_has_a_final_name_after_a_kill(worker: Worker, ready_vault: ReadyVault, tmp_path: Path) -> None:
    chance = dice(31)
    for kill in range(BACKUPS):
        vault = fresh_copy(ready_vault, tmp_path)
        worker.start(vault, "back_up")
        worker.kill_after("begun", chance.randint(1, 4), chance, 0.05)
        made = list((vault.folder.parent / "backups").glob("*.vsbackup"))
        assert len(made) >= worker.last("backed_up"), kill
        for path in made:
            verify_backup(path, vault.key, scratch=tmp_path)
        vault.open().close()
        demand_whole(vault)


def test_an_old_vault_survives_a_kill_in_the_middle_of_being_opened_and_brought_up_to_date(
    worker: Worker, tmp_path: Path
) -> None:
    """Between the kill and the next opening it is an old vault or a new one, never something else."""
    chance = dice(32)
    for kill in range(OPENINGS):
        vault = kept("0.1.0", tmp_path / str(kill))
        worker.start(vault, "open")
        worker.kill_after("opening", chance.randint(1, 2), chance, 0.2)
        with Vault.open(vault.folder, vault.code, paths=vault.paths) as opened:
            assert {warning.kind for warning in opened.warnings} <= {WarningKind.NOT_CLOSED_CLEANLY}, kill
            assert facts_of(Workspace(opened, FakeClock(), Events())) == vault.facts
            assert opened.check().ok
        demand_tidy(vault)
        shutil.rmtree(vault.folder.parent)


def test_every_save_waits_for_the_drive(ready_vault: ReadyVault, tmp_path: Path) -> None:
    """E32. Where tracing is not possible, the setting that makes the difference is asked instead."""
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
    """E33: 20 seeded cuts in the suite, 200 in `make faults`."""
    chance = dice(33)
    worker.start(ready_vault, "save")
    worker.kill_after("saved", 30, chance, 0.0)
    log = (ready_vault.folder / "vault.db-wal").read_bytes()
    assert len(log) > 100_000
    seen = set()
    for _ in range(CUTS):
        vault = fresh_copy(ready_vault, tmp_path)
        place = chance.randrange(len(log))
        tail = chance.choice([b"", bytes(len(log) - place), chance.randbytes(len(log) - place)])
        (vault.folder / "vault.db-wal").write_bytes(log[:place] + tail)
        seen.add(saved_number(vault))
    assert len(seen) > 5
    assert max(seen) <= worker.last("saved") + 1
