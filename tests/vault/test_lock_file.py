import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.problems import RecordsMissing, VaultInUse
from vitalshift_desktop.vault.files.lock_file import LockFile

HOLD = """
import sys
from pathlib import Path
from vitalshift_desktop.vault.files.lock_file import LockFile
lock = LockFile(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_told_who_holds_the_vault(ready_vault: ReadyVault) -> None:
    """E42: with process and computer, and the first one works on."""
    with ready_vault.open() as first:
        with pytest.raises(VaultInUse) as caught:
            ready_vault.open()
        assert (caught.value.pid, caught.value.host) == (os.getpid(), platform.node())
        assert not caught.value.other_computer
        with first.write() as work:
            work.meta.set("still", "fine")
    ready_vault.open().close()


def test_the_lock_of_a_killed_program_is_gone(tmp_path: Path) -> None:
    """E42: nobody has to tidy up after a kill."""
    path = tmp_path / "vault.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(VaultInUse) as caught:
            LockFile(path)
        assert caught.value.pid == holder.pid
        holder.kill()
    LockFile(path).release()


def test_a_lock_from_another_computer_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "vault.lock"
    held = LockFile(path)
    path.write_text(' {"pid": 7, "host": "elsewhere"}')
    with pytest.raises(VaultInUse) as caught:
        LockFile(path)
    assert (caught.value.pid, caught.value.host, caught.value.other_computer) == (7, "elsewhere", True)
    held.release()


@pytest.mark.parametrize("said", [b" \xff[1", b' {"pid":1e400,"host":"x"}', b' {"pid":true,"host":"x"}', b' {"pid":1}'])
def test_a_lock_without_readable_text_is_still_a_lock(tmp_path: Path, said: bytes) -> None:
    path = tmp_path / "vault.lock"
    held = LockFile(path)
    path.write_bytes(said)
    with pytest.raises(VaultInUse) as caught:
        LockFile(path)
    assert caught.value.pid is None
    held.release()


def test_a_vault_that_does_not_open_is_left_unlocked(ready_vault: ReadyVault) -> None:
    (ready_vault.folder / "vault.db").write_bytes(b"")
    for _ in range(2):
        with pytest.raises(RecordsMissing):
            ready_vault.open()
