import os
import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import PassphraseTooWeak, VaultExists, VaultIsLocked, WrongSecret
from vitalshift_desktop.vault.files.device_paths import DevicePaths, looks_like_a_vault
from vitalshift_desktop.vault.files.lock_file import LockFile
from vitalshift_desktop.vault.keys.key_slots import KdfCost
from vitalshift_desktop.vault.meta import AUDIT_HEAD
from vitalshift_desktop.vault.vault import Vault

NEW = "nine blue lanterns drift"


def acts(vault: Vault) -> list[str]:
    with vault.read() as work:
        return [entry.act for entry in reversed(work.audit.entries())]


def test_a_new_vault_is_open_to_its_owner_alone(tmp_path: Path, clock: FakeClock) -> None:
    os.umask(umask := os.umask(0))
    os.umask(0)
    try:
        paths, folder = DevicePaths(tmp_path / "app"), tmp_path / "deep" / "Practice.vshift"
        vault, code = Vault.create(folder, PASSPHRASE, paths=paths, now=clock.now, cost=KdfCost.floor())
        with vault:
            assert vault.folder == folder
            assert vault.created == clock.now()
            assert vault.generation == 1
            assert acts(vault) == [AuditAct.VAULT_CREATED, AuditAct.VAULT_OPENED]
            vault.back_up(tmp_path / "backups")
            everything = [folder, *folder.iterdir(), paths.data, *paths.data.iterdir()]
            everything += [tmp_path / "backups", *(tmp_path / "backups").iterdir()]
            modes = {path: stat.S_IMODE(path.stat().st_mode) for path in everything}
        assert modes == {path: 0o700 if path.is_dir() else 0o600 for path in everything}
        assert {"vault.hdr", "vault.hdr2", "vault.db", "vault.db-wal", "vault.lock"} <= {p.name for p in everything}
        assert sorted(p.name for p in folder.iterdir()) == [
            *("vault.db", "vault.hdr", "vault.hdr2", "vault.lock", "vault.seal"),
        ]
        assert list(folder.parent.iterdir()) == [folder]
        Vault.open(folder, code, paths=paths).close()
    finally:
        os.umask(umask)


def test_a_vault_is_never_made_over_anything(ready_vault: ReadyVault, tmp_path: Path) -> None:
    for place in (ready_vault.folder, ready_vault.folder / "vault.db"):
        with pytest.raises(VaultExists):
            Vault.create(place, PASSPHRASE, paths=ready_vault.paths, cost=KdfCost.floor())
    ready_vault.open().close()
    assert looks_like_a_vault(ready_vault.folder)
    assert not looks_like_a_vault(tmp_path)


def test_a_weak_passphrase_makes_no_vault(tmp_path: Path) -> None:
    with pytest.raises(PassphraseTooWeak):
        Vault.create(tmp_path / "new", "letmein12345", paths=DevicePaths(tmp_path / "app"))
    assert list(tmp_path.iterdir()) == [path for path in tmp_path.iterdir() if path.name == "home"]


def test_what_was_written_is_there_after_reopening(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault, vault.write() as work:
        work.meta.set("word", "käse 🧀")
    with ready_vault.open() as vault, vault.read() as work:
        assert work.meta.get("word") == "käse 🧀"
        assert work.meta.get("nothing") is None


def test_an_act_that_fails_leaves_nothing(open_vault: Vault) -> None:
    def half_an_act() -> None:
        with open_vault.write() as work:
            work.meta.set("half", "done")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_an_act()
    with open_vault.read() as work:
        assert work.meta.get("half") is None


def test_reading_changes_nothing(open_vault: Vault) -> None:
    with open_vault.read() as work:
        work.meta.set("only", "a look")
    with open_vault.read() as work:
        assert work.meta.get("only") is None


def test_acts_cannot_be_nested_but_a_look_beside_an_act_can(open_vault: Vault) -> None:
    with open_vault.write() as work:
        work.meta.set("new", "yes")
        with open_vault.read() as other:
            assert other.meta.get("new") is None
        with pytest.raises(RuntimeError), open_vault.write():
            pass
    with open_vault.read() as work:
        assert work.meta.get("new") == "yes"


def test_acts_of_several_threads_take_turns_and_lose_nothing(open_vault: Vault) -> None:
    def count() -> None:
        for _ in range(25):
            with open_vault.write() as work:
                work.meta.count_up("counter")

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_vault.read() as work:
        assert work.meta.number("counter") == 100


def test_a_locked_vault_answers_nothing_more(ready_vault: ReadyVault, tmp_path: Path) -> None:
    vault = ready_vault.open()
    vault.close()
    vault.close()
    assert not vault.is_open
    for attempt in (vault.read, vault.write):
        with pytest.raises(VaultIsLocked), attempt():
            pass
    for act in (
        lambda: vault.ways_in.change_passphrase(NEW),
        vault.ways_in.issue_recovery_code,
        lambda: vault.back_up(tmp_path),
        vault.check,
        lambda: vault.ways_in.confirm_passphrase(PASSPHRASE),
    ):
        with pytest.raises(VaultIsLocked):
            act()


def test_locking_stops_a_running_query_and_closes_every_file(ready_vault: ReadyVault) -> None:
    """As far as the vault goes."""
    vault = ready_vault.open()
    begun, outcome = threading.Event(), list[BaseException]()
    slow = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n")

    def work_for_ever() -> None:
        try:
            with vault.read() as work:
                begun.set()
                work.meta._session.execute(slow)
        except VaultIsLocked as locked:
            outcome.append(locked)

    thread = threading.Thread(target=work_for_ever)
    thread.start()
    begun.wait()

    def look_while_locking() -> None:
        with vault.read() as held:
            held.meta.get("x")
            vault.close()
            held.meta.get("y")

    with pytest.raises(VaultIsLocked):
        look_while_locking()
    thread.join()
    assert [type(problem) for problem in outcome] == [VaultIsLocked]
    handles = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert not [handle for handle in handles if str(ready_vault.folder) in handle]


def test_the_new_passphrase_opens_and_the_old_one_does_not(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        vault.ways_in.change_passphrase(NEW)
        assert AuditAct.PASSPHRASE_CHANGED in acts(vault)
        vault.ways_in.confirm_passphrase(NEW)
    with pytest.raises(WrongSecret):
        ready_vault.open(PASSPHRASE)
    with ready_vault.open(NEW) as vault:
        assert vault.warnings == ()
    ready_vault.open(ready_vault.code).close()
    copies = [ready_vault.folder / "vault.hdr", ready_vault.folder / "vault.hdr2"]
    copies += ready_vault.paths.data.glob("header-*.hdr")
    assert len({copy.read_bytes() for copy in copies}) == 1


def test_a_weak_new_passphrase_changes_nothing(ready_vault: ReadyVault) -> None:
    before = (ready_vault.folder / "vault.hdr").read_bytes()
    with ready_vault.open() as vault, pytest.raises(PassphraseTooWeak):
        vault.ways_in.change_passphrase("short")
    assert (ready_vault.folder / "vault.hdr").read_bytes() == before


def test_a_forgotten_passphrase_is_replaced_after_recovery(ready_vault: ReadyVault) -> None:
    with ready_vault.open(ready_vault.code) as vault:
        before = vault.ways_in.needs_new_passphrase
        vault.ways_in.change_passphrase(NEW)
        assert (before, vault.ways_in.needs_new_passphrase) == (True, False)
    ready_vault.open(NEW).close()


def test_each_opening_counts_a_generation_and_leaves_two_entries(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        first, entries = vault.generation, len(acts(vault))
    with ready_vault.open() as vault:
        assert vault.generation == first + 1
        assert len(acts(vault)) == entries + 2
        assert acts(vault)[-2:] == [AuditAct.VAULT_LOCKED, AuditAct.VAULT_OPENED]


def test_time_comes_back_as_it_went_in(ready_vault: ReadyVault, clock: FakeClock) -> None:
    clock.advance(seconds=0.123456)
    with ready_vault.open(now=clock.now) as vault, vault.read() as work:
        assert work.audit.entries(limit=1)[0].at == clock.now()


def test_a_fault_while_locking_still_closes_wipes_and_lets_go(ready_vault: ReadyVault) -> None:
    vault = ready_vault.open()
    with vault.write() as work:
        work.meta.set(AUDIT_HEAD, "no number:nothing")
    vault.close()
    LockFile(ready_vault.folder / "vault.lock").release()
    with vault._key.exposed() as key:
        assert not any(key)
    with pytest.raises(VaultIsLocked), vault.read():
        pass
