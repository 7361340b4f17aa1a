import hashlib
import random
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import IO

import pytest
from sqlalchemy import text

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.audit import AuditAct, BreakKind
from vitalshift_desktop.domain.problems import BackupCancelled, VaultIsDamaged, VaultIsLocked
from vitalshift_desktop.domain.vault_check import Aspect, Finding, FindingKind, VaultCheck
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.check.kept_check import last_check
from vitalshift_desktop.vault.check.raw_scan import PAGE
from vitalshift_desktop.vault.files.documents import canonical, parsed
from vitalshift_desktop.vault.integrity import forged_pages
from vitalshift_desktop.vault.meta import LAST_CHECK_RESULT, LAST_FULL_CHECK
from vitalshift_desktop.vault.vault import Vault

WORD = "Quittenmarmelade"
FLIP = "import sys; f = open(sys.argv[1], 'r+b'); f.seek(int(sys.argv[2])); b = f.read(1)[0]; \
f.seek(int(sys.argv[2])); f.write(bytes([b ^ 1 << int(sys.argv[3])]))"
CUT = "import os, sys; os.truncate(sys.argv[1], int(sys.argv[2]))"


def by_another_program(program: str, *arguments: object) -> None:
    """Change a file of an open vault without dropping the locks that this process holds on it."""
    subprocess.run([sys.executable, "-c", program, *map(str, arguments)], check=True)


def kept(vault: Vault) -> VaultCheck | None:
    with vault.read() as work:
        return last_check(work.meta)


def test_a_sound_vault_passes_and_the_result_is_kept(open_vault: Vault) -> None:
    with open_vault.write() as work:
        work.meta.set("word", WORD)
    check = open_vault.check(words=[WORD])
    assert check.ok
    assert (check.pages > 20, check.measured > 20, check.headers, check.words) == (True, True, 2, 1)
    assert check.planted == check.control > 2
    assert check.entries >= 2
    assert {"vault.db", "vault.db-wal", "vault.hdr", "vault.hdr2", "vault.lock"} <= set(check.files)
    assert kept(open_vault) == check
    with open_vault.read() as work:
        assert work.meta.get(LAST_FULL_CHECK)
        assert work.audit.entries(limit=1)[0].act == AuditAct.VAULT_CHECKED
        assert WORD not in str(work.meta.get(LAST_CHECK_RESULT))


def test_a_result_that_cannot_be_read_is_no_result(open_vault: Vault) -> None:
    for text_kept in ("", "{}", "[]", '{"at": 5}', "null"):
        with open_vault.write() as work:
            work.meta.set(LAST_CHECK_RESULT, text_kept)
        assert kept(open_vault) is None


def test_each_fault_is_found_named_and_kept(open_vault: Vault) -> None:
    folder = open_vault.folder
    (folder / "vault.hdr2").write_bytes(b"{}")
    (folder / "copy.db").write_bytes(b"SQLite format 3\x00" + bytes(8192))
    (folder / "papers").mkdir()
    (folder / "papers" / "notes.txt").write_text(WORD.upper(), encoding="utf-16-le")
    check = open_vault.check(words=[WORD])
    assert set(check.findings) == {
        Finding(FindingKind.HEADER_COPY_DAMAGED, "vault.hdr2"),
        Finding(FindingKind.PLAIN_DATABASE, "copy.db"),
        Finding(FindingKind.NOT_NOISE, "copy.db"),
        Finding(FindingKind.WORD_FOUND, "papers/notes.txt"),
    }
    assert kept(open_vault) == check


def test_words_that_a_header_holds_by_design_are_not_looked_for(open_vault: Vault) -> None:
    check = open_vault.check(words=["recovery", "Passphrase", "disclosure", "short", WORD, WORD])
    assert (check.ok, check.words) == (True, 1)


def test_backups_are_read_raw_too(open_vault: Vault, tmp_path: Path) -> None:
    with open_vault.write() as work:
        work.meta.set("word", WORD)
    good = open_vault.back_up(tmp_path / "drive").path
    bad = good.with_name(good.name.replace(".vsbackup", "x.vsbackup"))
    bad.write_bytes(good.read_bytes() + WORD.encode())
    gone = tmp_path / "gone.vsbackup"
    check = open_vault.check(words=[WORD], backups=[good, bad, gone])
    assert (check.backups, check.missing_backups) == (2, 1)
    assert check.findings == (Finding(FindingKind.WORD_FOUND, bad.name),)


def test_a_link_out_of_the_folder_is_not_followed(open_vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text(WORD)
    (open_vault.folder / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    check = open_vault.check(words=[WORD])
    assert check.ok
    assert "link.txt" not in check.files


def test_records_that_lie_elsewhere_behind_a_link_were_not_looked_at(ready_vault: ReadyVault, tmp_path: Path) -> None:
    """Else the check calls a file fine that it never read."""
    elsewhere = tmp_path / "elsewhere.db"
    (ready_vault.folder / "vault.db").rename(elsewhere)
    (ready_vault.folder / "vault.db").symlink_to(elsewhere)
    with ready_vault.open() as vault:
        assert Finding(FindingKind.FILE_UNREADABLE, "vault.db") in vault.check().findings


def test_a_changed_page_is_found(ready_vault: ReadyVault, open_vault: Vault) -> None:
    by_another_program(FLIP, ready_vault.folder / "vault.db", 20 * PAGE + 99, 0)
    kinds = {finding.kind for finding in open_vault.check().findings}
    assert FindingKind.PAGE_FORGED in kinds


def test_each_of_twenty_flips_is_reported(ready_vault: ReadyVault) -> None:
    """E21: a flip in any class of page is reported 20 of 20 times by the look that the weekly check takes."""
    with ready_vault.open() as vault, vault.write() as work:
        for number in range(400):
            work.meta.set(f"row {number}", "text " * 60)
        work.meta.set("long", "text " * 4000)
    with ready_vault.open() as vault, vault.write() as work:
        for number in range(200):
            work.meta.set(f"row {number}", "")  # leaves free room behind
    path, dice = ready_vault.folder / "vault.db", random.Random(21)
    size = path.stat().st_size
    with path.open("r+b", buffering=0) as file, ready_vault.open() as vault:  # closed last, so that no lock is lost
        for place in [dice.randrange(16, PAGE), *(dice.randrange(PAGE, size) for _ in range(19))]:
            bit = 1 << dice.randrange(8)
            flip(file, place, bit)
            assert is_reported(vault), f"the flip of {bit} at {place} went unseen"
            flip(file, place, bit)
        assert not forged_pages(vault._connector)


def flip(file: IO[bytes], place: int, bit: int) -> None:
    file.seek(place)
    byte = file.read(1)[0]
    file.seek(place)
    file.write(bytes([byte ^ bit]))


def is_reported(vault: Vault) -> bool:
    try:
        return bool(forged_pages(vault._connector))
    except VaultIsDamaged:
        return True


def test_records_cut_at_a_page_are_reported_although_each_page_left_is_authentic(ready_vault: ReadyVault) -> None:
    """E23: the scan of the pages' codes alone calls a file whole that ends at a page boundary."""
    path = ready_vault.folder / "vault.db"
    with ready_vault.open() as vault, vault.write() as work:
        work.meta.set("long", "text " * 8000)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 3 * PAGE])
    with pytest.raises(VaultIsDamaged):
        ready_vault.open()
    path.write_bytes(whole)
    with ready_vault.open() as vault:
        by_another_program(CUT, path, len(whole) - 3 * PAGE)
        kinds = {finding.kind for finding in vault.check().findings}
    assert FindingKind.STRUCTURE_DAMAGED in kinds
    assert FindingKind.PAGE_FORGED not in kinds


def test_a_loose_link_between_records_is_found(open_vault: Vault) -> None:
    with open_vault._connector.apart() as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute(
            "INSERT INTO disclosure (serial, what, client_id, audience, outlet, made_at, pages, digest) "
            "VALUES ('26-0001', 'x', 4711, 'client', 'pdf', '2026-03-02T12:00:00.000000Z', 1, '')"
        )
    assert open_vault.check().findings == (Finding(FindingKind.LINK_BROKEN, "disclosure"),)


def test_a_broken_trail_is_named_by_kind_and_entry(open_vault: Vault) -> None:
    with open_vault.write() as work:
        entry = work.audit.append(AuditAct.NOTE_SIGNED, "note:1")
        work.meta._session.execute(text("DROP TRIGGER audit_no_update"))
        work.meta._session.execute(text(f"UPDATE audit SET obj='note:2' WHERE id={entry.id}"))
    assert open_vault.check().findings == (Finding(FindingKind.AUDIT_BROKEN, f"{BreakKind.CHANGED}:{entry.id}"),)


def test_what_the_opening_noticed_stands_in_the_result(ready_vault: ReadyVault) -> None:
    ready_vault.open().close()
    (ready_vault.folder / "vault.seal").unlink()
    with ready_vault.open() as vault:
        assert [warning.kind for warning in vault.warnings] == [WarningKind.SEAL_REMOVED]
        check = vault.check()
    assert check.findings == (Finding(FindingKind.NOTICED_AT_OPENING, "seal_removed"),)
    assert check.of(Aspect.MEMORY) == check.findings


def test_a_changed_memory_of_this_computer_is_found(ready_vault: ReadyVault, open_vault: Vault) -> None:
    anchor = ready_vault.paths.anchor(open_vault.vault_id)
    anchor.write_bytes(anchor.read_bytes().replace(b'"generation":', b'"generation":9'))
    assert open_vault.check().findings == (Finding(FindingKind.MEMORY_DIFFERS, ""),)


def test_a_check_can_be_stopped_at_each_step(open_vault: Vault) -> None:
    for steps in range(6):
        asked = iter([False] * steps)
        with pytest.raises(BackupCancelled):
            open_vault.check(cancelled=partial(next, asked, True))
    assert kept(open_vault) is None


def test_the_progress_never_goes_back_and_ends_at_one(open_vault: Vault) -> None:
    parts: list[float] = []
    open_vault.check(progress=parts.append)
    assert parts == sorted(parts)
    assert (0 < parts[0] < 0.5, parts[-1]) == (True, 1.0)


def test_a_vault_that_is_locked_meanwhile_stops_the_check(open_vault: Vault) -> None:
    def lock(_part: float) -> None:
        open_vault.close()

    with pytest.raises(VaultIsLocked):
        open_vault.check(progress=lock)


def test_records_can_be_written_while_they_are_checked(open_vault: Vault) -> None:
    def write(part: float) -> None:
        with open_vault.write() as work:
            work.meta.set(f"at {part}", WORD)

    assert open_vault.check(words=[WORD], progress=write).ok


def test_a_header_copy_that_asks_for_a_newer_app_is_named_as_damaged(open_vault: Vault) -> None:
    copy = open_vault.folder / "vault.hdr2"
    document = {**parsed(copy.read_bytes()), "min_reader": 2}
    document.pop("sum")
    copy.write_bytes(canonical({**document, "sum": hashlib.sha256(canonical(document)).hexdigest()}))
    assert Finding(FindingKind.HEADER_COPY_DAMAGED, "vault.hdr2") in open_vault.check().findings
