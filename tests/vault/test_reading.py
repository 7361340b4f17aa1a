"""A vault open for reading alone: what it shows, what it refuses, and that nothing in its folder changes."""

import shutil

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import PAGE, contents, copies, database, flip, kinds, refused
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import VaultIsDamaged, VaultIsNewer, VaultIsReadOnly, WrongSecret
from vitalshift_desktop.domain.vaults import ReadOnlyReason, WarningKind
from vitalshift_desktop.vault.vault import Vault

ROWS = 300


def filled(vault: ReadyVault) -> None:
    """Many facts over many pages, the vault closed and sealed."""
    with vault.open() as opened, opened.write() as work:
        for number in range(ROWS):
            work.meta.set(f"row {number:03}", f"{number} " * 60)


def torn(vault: ReadyVault) -> None:
    """One bit of a page in the middle of the facts is wrong."""
    pages = database(vault).stat().st_size // PAGE
    flip(database(vault), (pages - 8) * PAGE + 100)


def to_read(vault: ReadyVault) -> Vault:
    return Vault.open(vault.folder, vault.key, paths=vault.paths, read_only=True)


def readable(vault: Vault) -> set[int]:
    found = set()
    for number in range(ROWS):
        try:
            with vault.read() as work:
                if work.meta.get(f"row {number:03}") == f"{number} " * 60:
                    found.add(number)
        except VaultIsDamaged:
            continue
    return found


def test_a_damaged_vault_opens_for_reading_and_shows_what_its_whole_pages_hold(ready_vault: ReadyVault) -> None:
    filled(ready_vault)
    torn(ready_vault)
    refused(ready_vault, VaultIsDamaged)
    with to_read(ready_vault) as vault:
        assert vault.read_only is ReadOnlyReason.DAMAGED
        assert kinds(vault) == [WarningKind.READ_ONLY]
        # One bad page must not spoil the connection for the pages after it.
        assert ROWS // 2 < len(readable(vault)) < ROWS


def test_nothing_can_be_saved_in_it_and_its_files_stay_byte_identical(ready_vault: ReadyVault) -> None:
    filled(ready_vault)
    torn(ready_vault)
    before = contents(ready_vault)
    with to_read(ready_vault) as vault:
        for _ in range(2):
            with pytest.raises(VaultIsReadOnly), vault.write() as work:
                work.meta.set("story", "new")
        with pytest.raises(VaultIsReadOnly):
            vault.ways_in.change_passphrase("nine blue lanterns drift")
        vault.accept_older_state()
        assert vault.read_only is ReadOnlyReason.DAMAGED
    assert contents(ready_vault) == before


def test_what_a_crash_left_in_the_log_can_be_read_and_stays_in_the_log(ready_vault: ReadyVault) -> None:
    with ready_vault.open() as vault:
        with vault.write() as work:
            work.meta.set("story", "only in the log")
        shutil.copytree(ready_vault.folder, ready_vault.folder.with_name("crashed"))
    shutil.rmtree(ready_vault.folder)
    ready_vault.folder.with_name("crashed").rename(ready_vault.folder)
    before = contents(ready_vault)
    del before["vault.db-shm"]
    with to_read(ready_vault) as vault, vault.read() as work:
        assert work.meta.get("story") == "only in the log"
    after = contents(ready_vault)
    after.pop("vault.db-shm", None)
    assert after == before
    assert after["vault.db-wal"]


def test_reading_alone_needs_the_secret_and_the_format_as_well(ready_vault: ReadyVault) -> None:
    before = contents(ready_vault)
    with pytest.raises(WrongSecret):
        Vault.open(ready_vault.folder, "another passphrase", paths=ready_vault.paths, read_only=True)
    assert contents(ready_vault) == before
    with ready_vault.open() as vault:
        pass
    flip(database(ready_vault), 100)
    before = contents(ready_vault)
    with pytest.raises(VaultIsDamaged):
        to_read(ready_vault)
    assert contents(ready_vault) == before
    assert not vault.is_open


def test_a_damaged_header_copy_is_not_mended_by_reading(ready_vault: ReadyVault) -> None:
    flip(copies(ready_vault)[0], 40)
    before = contents(ready_vault)
    to_read(ready_vault).close()
    assert contents(ready_vault) == before


def test_newer_records_are_not_guessed_at_by_reading(ready_vault: ReadyVault) -> None:
    from tests.vault.vault_files import header_of
    from vitalshift_desktop.vault.connection import Connector

    connector = Connector(database(ready_vault), ready_vault.key, header_of(ready_vault).salt)
    with connector, connector.apart() as raw:
        raw.execute("PRAGMA user_version=9999")
    with pytest.raises(VaultIsNewer):
        to_read(ready_vault)


def test_an_older_vault_is_read_only_until_it_is_accepted(ready_vault: ReadyVault, clock: FakeClock) -> None:
    """E27: told with both dates; one may go on reading, and nothing is written before the older state is accepted."""
    ready_vault.open(now=clock.now).close()
    kept = ready_vault.folder.with_name("kept")
    shutil.copytree(ready_vault.folder, kept)
    clock.advance(days=3)
    newest = clock.now()
    ready_vault.open(now=clock.now).close()
    shutil.rmtree(ready_vault.folder)
    kept.rename(ready_vault.folder)
    before = contents(ready_vault)
    for _ in range(2):
        with ready_vault.open(now=clock.now) as vault:
            assert vault.read_only is ReadOnlyReason.OLDER
            (warning,) = vault.warnings
            assert (warning.kind, warning.expected) == (WarningKind.ROLLED_BACK, newest)
            assert warning.found is not None
            with pytest.raises(VaultIsReadOnly), vault.write() as work:
                work.meta.set("story", "new")
            with vault.read() as work:
                assert work.meta.number("generation") > 0
        assert contents(ready_vault) == before
    with ready_vault.open(now=clock.now) as vault:
        vault.accept_older_state()
        assert vault.read_only is None
        with vault.write() as work:
            work.meta.set("story", "new")
    with ready_vault.open(now=clock.now) as vault, vault.read() as work:
        assert vault.warnings == ()
        assert work.meta.get("story") == "new"
        acts = [entry.act for entry in work.audit.entries()]
        assert acts.count(AuditAct.OLDER_DATA_ACCEPTED) == 1
        work.audit.verify()
