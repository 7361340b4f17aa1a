"""Seen from outside, by the system's own trace: a whole tour of the app makes no network socket."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.amounts import FULL
from tests.journeys.elsewhere import surroundings

_ROOT = Path(__file__).resolve().parents[2]
_INTERNET = re.compile(r"socket\(AF_INET6?,")
_SOCKET = re.compile(r"\bsocket\(AF_")


def _trace(command: list[str], home: Path) -> str:
    report = home / "trace"
    trace = [*_CUT_OFF, "strace", "-f", "-qq", "--trace=socket", "--seccomp-bpf", "-o", str(report), *command]
    around = surroundings(home)
    # The guard inside the process would refuse what is to be seen from outside.
    around["PYTHONPATH"] = str(_ROOT)
    done = subprocess.run(trace, env=around, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return report.read_text()


def _may_trace() -> bool:
    if sys.platform != "linux" or shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "true"], capture_output=True, check=False).returncode == 0


def _cut_off() -> tuple[str, ...]:
    """What starts a program without any network at all, where this may be done."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return ()
    command = ("unshare", "-n")
    return command if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0 else ()


_CUT_OFF = _cut_off()


@pytest.mark.skipif(not _may_trace(), reason="no strace, or no leave to trace; the guard in the suite stands in for it")
def test_a_tour_of_the_whole_app_makes_no_network_socket(tmp_path: Path) -> None:
    """E50: traced, and where it may be done cut off from every network; the whole app works all the same."""
    folder = tmp_path / "tour"
    folder.mkdir()
    trace = _trace([sys.executable, "-m", "tests.journeys.tour", str(folder), "--look", "light"], tmp_path)
    assert not _INTERNET.search(trace), trace
    assert len(list(folder.glob("*.png"))) > 20


@pytest.mark.skipif(not _may_trace(), reason="no strace, or no leave to trace; the guard in the suite stands in for it")
def test_the_trace_sees_a_socket_where_there_is_one(tmp_path: Path) -> None:
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    trace = _trace([sys.executable, "-c", code], tmp_path)
    assert _SOCKET.search(trace)
    assert _INTERNET.search(trace)


@pytest.mark.skipif(not _CUT_OFF, reason="no leave to cut a program off from the network")
def test_the_vault_and_the_services_pass_their_tests_without_any_network(tmp_path: Path) -> None:
    """E50: a part stands for the whole in the suite, all of it in `make faults`; the network does not exist there."""
    few = ("tests/vault/test_connection.py", "tests/services/test_clients.py")
    tests = ("tests/vault", "tests/services") if FULL else few
    # Asserts as they stand: to spell out why one failed, every module would be translated anew.
    command = [*_CUT_OFF, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--assert=plain", *tests]
    done = subprocess.run(command, env=surroundings(tmp_path), cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    assert " passed" in done.stdout
