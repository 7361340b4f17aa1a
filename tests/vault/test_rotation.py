"""A change of the vault key: what it keeps, what it takes away, and every place where it can be cut short."""

import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.vault.sample_records import a_client, a_session, a_signed_note
from tests.vault.vault_files import copies, database, header_of, kinds, refused, write_headers
from vitalshift_desktop.domain.audit import AuditAct, BreakKind
from vitalshift_desktop.domain.problems import (
    AuditTrailBroken,
    BackupCancelled,
    BackupTampered,
    VaultIsDamaged,
    VaultIsLocked,
    WrongSecret,
)
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.backups.backup_check import verify_backup
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.rotation import previous_of

CODE = RecoveryCode(bytes(range(16)))


def names(ready: ReadyVault) -> list[str]:
    return sorted(path.name for path in ready.folder.iterdir() if path.name != "vault.lock")


WHOLE = ["vault.db", "vault.hdr", "vault.hdr2", "vault.seal"]


def filled(ready: ReadyVault) -> None:
    with ready.open() as vault, vault.write() as work:
        session = a_session(work, a_client(work))
        note = a_signed_note(work, session)
        work.audit.append(AuditAct.NOTE_SIGNED, f"note:{note.id}", fingerprint=note.fingerprint)


def rotated(ready: ReadyVault) -> None:
    with ready.open() as vault:
        vault.ways_in.rotate(PASSPHRASE, CODE)


def test_everything_is_there_under_the_new_key_and_nothing_is_noticed(ready_vault: ReadyVault) -> None:
    filled(ready_vault)
    before = header_of(ready_vault)
    with ready_vault.open() as vault:
        with vault.read() as work:
            notes, entries = work.notes.of_client(work.clients.all()[0].id), work.audit.entries(10**6)
        vault.ways_in.rotate(PASSPHRASE, CODE)
        assert not vault.is_open
        with pytest.raises(VaultIsLocked), vault.read():
            pass
    assert names(ready_vault) == WHOLE
    after = header_of(ready_vault)
    assert (after.epoch, after.vault_id, after.created) == (2, before.vault_id, before.created)
    assert (after.previous, after.seq > before.seq, after.salt != before.salt) == (None, True, True)
    with ready_vault.open(PASSPHRASE) as vault:
        assert vault.warnings == ()
        with vault.read() as work:
            assert work.notes.of_client(work.clients.all()[0].id) == notes
            assert notes[0].fingerprint
            assert work.audit.entries(10**6)[-len(entries) :] == entries
            assert work.audit.entries(10**6)[2].act == AuditAct.VAULT_KEY_CHANGED
        assert vault.check().findings == ()


def test_the_old_code_and_the_old_key_open_nothing_any_more(ready_vault: ReadyVault) -> None:
    rotated(ready_vault)
    for secret in (ready_vault.code, ready_vault.key):
        with pytest.raises(WrongSecret):
            ready_vault.open(secret)
    ready_vault.open(CODE).close()


def test_a_wrong_passphrase_changes_no_key(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        with pytest.raises(WrongSecret):
            vault.ways_in.rotate("seven green kettles sang", CODE)
        assert vault.is_open
    assert header_of(ready_vault).epoch == 1


def test_backups_from_before_open_with_the_old_secrets_and_new_ones_with_the_new(
    ready_vault: ReadyVault, tmp_path: Path
) -> None:
    with ready_vault.open() as vault:
        old = vault.back_up(tmp_path / "usb")
        vault.ways_in.rotate(PASSPHRASE, CODE)
    with ready_vault.open(CODE) as vault:
        new = vault.back_up(tmp_path / "usb")
    assert verify_backup(old.path, ready_vault.code, scratch=tmp_path) == old
    assert verify_backup(new.path, CODE, scratch=tmp_path) == new
    for path, secret in ((old.path, CODE), (new.path, ready_vault.code)):
        with pytest.raises((WrongSecret, BackupTampered)):
            verify_backup(path, secret, scratch=tmp_path)


def test_the_trail_verifies_over_several_keys_and_a_change_in_an_old_entry_is_found(ready_vault: ReadyVault) -> None:
    for code in (RecoveryCode(bytes(16)), CODE):
        with ready_vault.open(PASSPHRASE) as vault:
            vault.ways_in.rotate(PASSPHRASE, code)
    with ready_vault.open(CODE) as vault, vault.read() as work:
        assert vault.ways_in.header.epoch == 3
        entries = work.audit.entries(100)
        assert work.audit.verify() == len(entries)
        assert [entry.act for entry in entries].count(AuditAct.VAULT_KEY_CHANGED) == 2
    header = header_of(ready_vault)
    with Connector(database(ready_vault), unlocked(header, CODE), header.salt) as connector, connector.apart() as raw:
        raw.execute("DROP TRIGGER audit_no_update")
        raw.execute("UPDATE audit SET what='note.signed' WHERE id=2")
    with ready_vault.open(CODE) as vault, vault.read() as work, pytest.raises(AuditTrailBroken) as caught:
        work.audit.verify()
    assert (caught.value.entry, caught.value.kind) == (2, BreakKind.CHANGED)


def test_a_head_of_the_trail_that_was_written_down_before_still_proves_it(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        with vault.read() as work:
            head = work.audit.head
        vault.ways_in.rotate(PASSPHRASE, CODE)
    with ready_vault.open(CODE) as vault, vault.read() as work:
        assert work.audit.holds(head)
        assert not work.audit.holds(head[:-1] + ("0" if head[-1] != "0" else "1"))


@pytest.mark.parametrize("share", [0.45, 0.85])
def test_cancelling_before_the_switch_leaves_everything_as_it_was(ready_vault: ReadyVault, share: float) -> None:
    seen: list[float] = []
    headers = [path.read_bytes() for path in copies(ready_vault)]
    with ready_vault.open() as vault:
        with pytest.raises(BackupCancelled):
            vault.ways_in.rotate(
                PASSPHRASE, CODE, progress=seen.append, cancelled=lambda: bool(seen) and seen[-1] >= share
            )
        assert vault.is_open
        with vault.write() as work:
            work.meta.set("word", "after")
    assert [path.read_bytes() for path in copies(ready_vault)] == headers
    assert names(ready_vault) == WHOLE
    with ready_vault.open(ready_vault.code) as vault, vault.read() as work:
        assert (vault.warnings, work.meta.get("word")) == ((), "after")


def test_what_is_saved_while_the_key_changes_is_not_lost(ready_vault: ReadyVault) -> None:
    vault = ready_vault.open()
    stop, saved = threading.Event(), list[int]()

    def save_on_and_on() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            try:
                with vault.write() as work:
                    work.meta.set("number", str(number))
            except VaultIsLocked:
                return
            saved.append(number)

    writer = threading.Thread(target=save_on_and_on)
    writer.start()
    try:
        vault.ways_in.rotate(PASSPHRASE, CODE)
    finally:
        stop.set()
        writer.join()
        vault.close()
    with ready_vault.open(CODE) as again, again.read() as work:
        assert saved[-1] <= work.meta.number("number") <= saved[-1] + 1
        assert again.warnings == ()


@dataclass(frozen=True, slots=True)
class Moment:
    """The files from before a rotation and after it, of which a crash leaves some."""

    ready: ReadyVault
    before: Path
    pending: Header
    key: VaultKey


@pytest.fixture
def moment(ready_vault: ReadyVault, tmp_path: Path) -> Moment:
    """A rotation that went through, with all that is needed to put any moment of it back on the drive."""
    filled(ready_vault)
    before = tmp_path / "before"
    shutil.copytree(ready_vault.folder.parent, before)
    old = header_of(ready_vault)
    rotated(ready_vault)
    finished = header_of(ready_vault)
    key = unlocked(finished, CODE)
    previous = previous_of(old, ready_vault.key, key)
    pending = replace(finished, seq=finished.seq - 1, previous=previous).signed_by(key)
    shutil.rmtree(ready_vault.paths.data)
    shutil.copytree(before / ready_vault.paths.data.name, ready_vault.paths.data)
    (ready_vault.folder / "vault.seal").unlink()
    return Moment(ready_vault, before / ready_vault.folder.name, pending, key)


def not_renamed(moment: Moment) -> None:
    database(moment.ready).rename(moment.ready.folder / "vault.db.new")
    shutil.copy(moment.before / "vault.db", database(moment.ready))
    write_headers(moment.ready, moment.pending)


def one_header_written(moment: Moment) -> None:
    not_renamed(moment)
    shutil.copy(moment.before / "vault.hdr2", copies(moment.ready)[1])


def renamed(moment: Moment) -> None:
    write_headers(moment.ready, moment.pending)


@pytest.mark.parametrize("cut_short", [not_renamed, one_header_written, renamed])
@pytest.mark.parametrize("secret", [PASSPHRASE, CODE])
def test_a_rotation_that_was_cut_short_is_finished(
    moment: Moment, cut_short: Callable[[Moment], None], secret: str | RecoveryCode
) -> None:
    cut_short(moment)
    with moment.ready.open(secret) as vault:
        found = kinds(vault)
        assert found[0] is WarningKind.NOT_CLOSED_CLEANLY
        assert set(found) <= {WarningKind.NOT_CLOSED_CLEANLY, WarningKind.HEADER_REPAIRED}
        with vault.read() as work:
            assert work.audit.verify() == len(work.audit.entries(100))
            assert len(work.clients.all()) == 1
        assert vault.check().findings == ()
    assert header_of(moment.ready).previous is None
    assert header_of(moment.ready).epoch == 2
    assert names(moment.ready) == WHOLE
    with moment.ready.open(secret) as vault:
        assert vault.warnings == ()


def test_the_old_sheet_opens_while_only_one_header_speaks_of_the_new_key(moment: Moment) -> None:
    """Then the rotation never was; the half of it that lies about is taken away."""
    one_header_written(moment)
    with moment.ready.open(moment.ready.code) as vault, vault.read() as work:
        assert len(work.clients.all()) == 1
    assert header_of(moment.ready).epoch == 1
    assert names(moment.ready) == WHOLE
    moment.ready.open(PASSPHRASE).close()
    with pytest.raises(WrongSecret):
        moment.ready.open(CODE)


def test_a_rotation_whose_new_records_are_gone_is_damage(moment: Moment) -> None:
    not_renamed(moment)
    (moment.ready.folder / "vault.db.new").unlink()
    refused(moment.ready, VaultIsDamaged, CODE)


def test_new_records_that_no_header_speaks_of_are_swept_away(ready_vault: ReadyVault) -> None:
    for ending in ("", "-journal", "-wal"):
        (ready_vault.folder / f"vault.db.new{ending}").write_bytes(b"half of something")
    with ready_vault.open() as vault:
        assert vault.warnings == ()
    assert names(ready_vault) == WHOLE


def test_the_previous_key_is_bound_to_its_vault_and_its_epoch(ready_vault: ReadyVault) -> None:
    from vitalshift_desktop.vault.rotation import previous_key

    header, key = header_of(ready_vault), VaultKey.random()
    previous = previous_of(header, ready_vault.key, key)
    found = previous_key(header, previous, key)
    assert found is not None
    assert header.is_signed_by(found)
    assert previous_key(header, replace(previous, epoch=7), key) is None
    assert previous_key(header, previous, VaultKey.random()) is None
