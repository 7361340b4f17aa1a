"""What the process itself gives away: memory, error texts, the folder it was started in."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.elsewhere import surroundings
from tests.support.ready_vault import PASSPHRASE, ReadyVault

MARKER = "Quittenmarmelade"

HARDENED = """
import logging, os, sys
from pathlib import Path
from vitalshift_desktop.process import harden_process
from vitalshift_desktop.ui.crash_guard import CrashGuard
harden_process()
CrashGuard(Path(sys.argv[1])).install()
logging.getLogger("some.library").error("Quittenmarmelade")

class Careless:
    def __del__(self):
        raise ValueError("Quittenmarmelade")

Careless()
if sys.platform == "linux":
    import ctypes
    print("dumpable", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""

AFRESH = "from vitalshift_desktop.ui.fresh_start import start_afresh; start_afresh()"


def python(
    home: Path, *arguments: str, stdin: bytes = b"", cwd: Path | None = None
) -> "subprocess.CompletedProcess[bytes]":
    around = surroundings(home)
    around.pop("QT_QPA_PLATFORM")
    command = [sys.executable, *arguments]
    return subprocess.run(command, input=stdin, env=around, cwd=cwd or home, capture_output=True, check=False)


@pytest.fixture
def afar(tmp_path: Path) -> Path:
    """A home outside the project."""
    return tmp_path


def test_a_hardened_process_shows_no_memory_and_no_error_texts(afar: Path) -> None:
    done = python(afar, "-c", HARDENED, str(afar / "data"))
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    assert done.stdout == (b"dumpable 0\n" if sys.platform == "linux" else b"")
    told = (afar / "data" / "crash-report.txt").read_text("utf-8")
    assert "builtins.ValueError" in told
    assert MARKER not in told


def test_starting_afresh_loads_nothing_from_the_folder_it_stands_in(afar: Path) -> None:
    for name in ("vitalshift_desktop", "argparse"):
        (afar / name).mkdir()
        (afar / name / "__init__.py").write_text("print('loaded from where we stand')\n")
        (afar / name / "__main__.py").write_text("")
    done = python(afar, "-P", "-c", AFRESH)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"There is no screen here. Start VitalShift from a desktop session.\n"


@pytest.mark.parametrize(
    ("command", "given", "said"),
    [
        ("vault create", b"\xff\xfe Quittenmarmelade\n", b"The passphrase on standard input is not text in UTF-8.\n"),
        ("demo", b"", b"No passphrase was given.\n"),
        ("vault create", b"\r\n", b"No passphrase was given.\n"),
    ],
)
def test_a_passphrase_that_is_none_is_refused_in_a_sentence(
    afar: Path, command: str, given: bytes, said: bytes
) -> None:
    words = ("-m", "vitalshift_desktop", *command.split(), "new.vshift", "--passphrase-stdin")
    done = python(afar, *words, stdin=given)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", said)
    assert not (afar / "new.vshift").exists()


def test_an_unforeseen_error_of_a_command_is_told_without_its_text(afar: Path) -> None:
    given = "from vitalshift_desktop import command_line, headless\n"
    given += "def check(*_): raise KeyError('Quittenmarmelade')\n"
    given += "headless.check = check\n"
    given += "raise SystemExit(command_line.main(['vault', 'check', 'x', '--passphrase-stdin']))\n"
    done = python(afar, "-c", given, stdin=b"something\n")
    assert done.returncode == 1
    assert done.stderr.startswith(b"Something went wrong in VitalShift.")
    assert b"builtins.KeyError" in done.stderr
    assert MARKER.encode() not in done.stderr


def test_the_folder_of_a_backup_is_remembered_whole_and_a_file_is_no_folder(
    afar: Path, ready_vault: ReadyVault
) -> None:
    words = ("-m", "vitalshift_desktop", "vault", "backup", str(ready_vault.folder), "--passphrase-stdin", "--to")
    secret = f"{PASSPHRASE}\n".encode()
    assert python(afar, *words, "stick", stdin=secret).returncode == 0
    with ready_vault.open() as vault:
        last = vault.last_backup()
        assert last is not None
        assert last.folder == afar / "stick"
    (afar / "letter.txt").write_text("mine")
    done = python(afar, *words, "letter.txt", stdin=secret)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"This folder cannot be written to.")
    assert (afar / "letter.txt").read_text() == "mine"
