import hashlib
import io
import json
import random
from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import BackupCancelled
from vitalshift_desktop.domain.vaults import Finding, FindingKind
from vitalshift_desktop.vault import raw_scan
from vitalshift_desktop.vault.documents import canonical, parsed
from vitalshift_desktop.vault.meta import LAST_FULL_CHECK
from vitalshift_desktop.vault.vault import Vault


def test_a_sound_vault_passes_and_remembers_it(open_vault: Vault) -> None:
    with open_vault.write() as work:
        work.meta.set("word", "Quittenmarmelade")
    check = open_vault.check(words=["Quittenmarmelade"])
    assert check.ok
    assert check.pages > 20
    assert check.entries >= 2
    assert {"vault.db", "vault.db-wal", "vault.hdr", "vault.hdr2", "vault.lock"} <= set(check.files)
    with open_vault.read() as work:
        assert work.meta.get(LAST_FULL_CHECK)
        assert work.audit.entries(limit=1)[0].act == AuditAct.VAULT_CHECKED


def test_each_fault_is_found_and_named(open_vault: Vault) -> None:
    folder = open_vault.folder
    (folder / "vault.hdr2").write_bytes(b"{}")
    (folder / "copy.db").write_bytes(b"SQLite format 3\x00" + bytes(8192))
    (folder / "notes.txt").write_text("Quittenmarmelade", encoding="utf-16-le")
    found = set(open_vault.check(words=["Quittenmarmelade"]).findings)
    assert found == {
        Finding(FindingKind.HEADER_COPY_DAMAGED, "vault.hdr2"),
        Finding(FindingKind.PLAIN_DATABASE, "copy.db"),
        Finding(FindingKind.NOT_NOISE, "copy.db"),
        Finding(FindingKind.WORD_FOUND, "notes.txt"),
    }


def test_a_forged_page_is_found(ready_vault: ReadyVault, open_vault: Vault) -> None:
    page = 20
    # Written through the open vault's back, so that it does not lose its locks: by another process in real life.
    with (ready_vault.folder / "vault.db").open("r+b") as file:
        file.seek(page * 4096 + 99)
        byte = file.read(1)
        file.seek(page * 4096 + 99)
        file.write(bytes([byte[0] ^ 1]))
    kinds = {finding.kind for finding in open_vault.check().findings}
    assert FindingKind.PAGE_FORGED in kinds


def test_a_check_can_be_stopped(open_vault: Vault) -> None:
    with pytest.raises(BackupCancelled):
        open_vault.check(cancelled=lambda: True)


def test_the_scan_answers_in_writing(tmp_path: Path) -> None:
    path = tmp_path / "noise.db"
    path.write_bytes(random.Random(5).randbytes(3 * 4096))
    answer = io.StringIO()
    question = {"files": [str(path), str(tmp_path / "gone.db")], "words": [b"word".hex()]}
    raw_scan.main(io.StringIO(json.dumps(question)), answer)
    assert json.loads(answer.getvalue()) == {"findings": [], "pages": 3}


def test_a_word_across_two_chunks_is_found(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"-" * (raw_scan.CHUNK - 3) + b"marker" + b"-" * 10)
    assert raw_scan.findings_in(path, [b"nothing", b"marker"]) == (["word_found"], 0)


def test_a_header_copy_that_asks_for_a_newer_app_is_named_as_damaged(open_vault: Vault) -> None:
    copy = open_vault.folder / "vault.hdr2"
    document = {**parsed(copy.read_bytes()), "min_reader": 2}
    document.pop("sum")
    copy.write_bytes(canonical({**document, "sum": hashlib.sha256(canonical(document)).hexdigest()}))
    assert Finding(FindingKind.HEADER_COPY_DAMAGED, "vault.hdr2") in open_vault.check().findings
