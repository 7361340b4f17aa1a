import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlcipher3 import dbapi2

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.problems import LibraryTooOld, VaultIsLocked
from vitalshift_desktop.vault.connection import Connector, RawConnection, check_library, self_test
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.vault import Vault

MARKER = "Quittenmarmelade"

SCAN_OPEN_FILES = """
import os, sys
pid, word = sys.argv[1], sys.stdin.read()
seen = 0
for number in os.listdir(f"/proc/{pid}/fd"):
    path = f"/proc/{pid}/fd/{number}"
    if not os.path.isfile(path):
        continue
    seen += 1
    with open(path, "rb") as file:
        data = file.read()
    for encoding in ("utf-8", "utf-16-le"):
        if word.encode(encoding) in data:
            sys.exit(f"plain text in {os.readlink(path)}")
print(seen)
"""


def fill(vault: Vault, rows: int) -> None:
    with vault.write() as work:
        for number in range(rows):
            work.meta.set(f"{MARKER} {number}", f"{MARKER} " * 40)


def files_with_marker(folder: Path) -> list[str]:
    words = [MARKER.encode(), MARKER.encode("utf-16-le")]
    return [path.name for path in folder.rglob("*") if path.is_file() and any(w in path.read_bytes() for w in words)]


def test_no_file_of_a_closed_vault_holds_plain_text(ready_vault: ReadyVault, tmp_path: Path) -> None:
    """E1: nothing readable in the folder, and the records do not begin as plain ones do."""
    with ready_vault.open() as vault:
        fill(vault, 300)
        vault.back_up(tmp_path / "backups")
    assert files_with_marker(tmp_path) == []
    assert not (ready_vault.folder / "vault.db").read_bytes().startswith(b"SQLite format 3")


def test_no_file_of_an_open_vault_holds_plain_text_even_while_it_sorts(open_vault: Vault) -> None:
    """E2: another process looks, also at files that have no name any more."""
    fill(open_vault, 2000)
    with open_vault.read() as work:
        connection = work.meta._session.connection()
        connection.execute(text("PRAGMA cache_size=10"))
        rows = connection.execute(text("SELECT a.value FROM meta a, meta b ORDER BY a.value DESC, b.key LIMIT 50000"))
        rows.fetchone()
        me = str(os.getpid())
        done = subprocess.run(
            [sys.executable, "-c", SCAN_OPEN_FILES, me], input=MARKER, capture_output=True, text=True, check=False
        )
        rows.close()
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 2
    assert open_vault.check(words=[MARKER]).ok


def test_every_connection_is_hardened(open_vault: Vault) -> None:
    """E3: temporary data stays in memory on each connection of the pool."""
    wanted = {
        "temp_store": 2,
        "foreign_keys": 1,
        "synchronous": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "recursive_triggers": 1,
        "journal_mode": "wal",
        "cipher_page_size": "4096",
    }
    with open_vault.read() as one, open_vault.write() as other:
        for work in (one, other):
            connection = work.meta._session.connection()
            found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in wanted}
            assert found == wanted


def connector_of(ready: ReadyVault) -> Connector:
    header = read_header((ready.folder / "vault.hdr").read_bytes())
    return Connector(ready.folder / "vault.db", ready.key, header.salt)


def test_a_connection_that_keeps_temporary_data_in_files_is_refused(ready_vault: ReadyVault) -> None:
    """E3: a connection that would write it to files fails the self-test."""
    with connector_of(ready_vault) as connector, connector.apart() as raw:
        self_test(raw)
        raw.execute("PRAGMA temp_store=FILE")
        with pytest.raises(LibraryTooOld):
            self_test(raw)


@pytest.mark.parametrize(("sqlite", "cipher"), [((3, 51, 1), "4.12.0"), ((3, 51, 2), "4.19.0"), ((3, 53, 4), "")])
def test_an_old_or_plain_library_is_refused(sqlite: tuple[int, ...], cipher: str) -> None:
    """E51: a SQLite with the WAL-reset fault, or one that does not encrypt, stops the start."""
    with pytest.raises(LibraryTooOld):
        check_library(sqlite, cipher)


def test_the_library_in_use_is_good_enough(ready_vault: ReadyVault) -> None:
    check_library((3, 51, 3), "4.19.0")
    with connector_of(ready_vault) as connector, connector.apart() as raw:
        self_test(raw)


def test_a_plain_connection_does_not_pass_the_self_test(tmp_path: Path) -> None:
    """Without a key the same library writes plain files."""
    raw: RawConnection = dbapi2.connect(str(tmp_path / "plain.db"), isolation_level=None)
    with pytest.raises(LibraryTooOld):
        self_test(raw)
    raw.close()


def test_an_error_of_the_database_never_carries_what_was_written(
    open_vault: Vault, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """E47: no values of a statement in the text of an error."""
    caplog.set_level(0)
    statement = text("INSERT INTO meta (key, value) VALUES ('vault_id', :value)")
    for bad, kind in ((statement, IntegrityError), (text("INSERT INTO nowhere VALUES (:value)"), OperationalError)):
        with pytest.raises(kind) as caught, open_vault.write() as work:
            work.meta._session.execute(bad, {"value": MARKER})
        assert MARKER not in f"{caught.value}{caught.value!r}{caught.value.__cause__}"
    with pytest.raises(IntegrityError), open_vault.write() as work:
        work.meta._session.execute(statement, {"value": MARKER})
    assert MARKER not in caplog.text + "".join(capfd.readouterr())


def test_a_failed_connection_says_nothing_on_the_console(
    ready_vault: ReadyVault, capfd: pytest.CaptureFixture[str]
) -> None:
    data = bytearray((ready_vault.folder / "vault.db").read_bytes())
    data[500] ^= 1
    (ready_vault.folder / "vault.db").write_bytes(bytes(data))
    with connector_of(ready_vault) as connector, pytest.raises(dbapi2.DatabaseError):
        connector.connect()
    assert capfd.readouterr() == ("", "")


def test_a_closed_connector_opens_nothing_more(ready_vault: ReadyVault) -> None:
    connector = connector_of(ready_vault)
    raw = connector.connect()
    connector.close_all()
    with pytest.raises(VaultIsLocked):
        connector.connect()
    with pytest.raises(dbapi2.ProgrammingError):
        raw.execute("SELECT 1")
