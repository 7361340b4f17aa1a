"""Another process on the counselor's computer: its surroundings, what it says, and its sudden end."""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType

_TESTS = Path(__file__).resolve().parents[1]
_PATIENCE = 180.0  # seconds without a word, on a computer that has much else to do
_XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
_TAKEN_OVER = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")


def surroundings(home: Path) -> dict[str, str]:
    """Environment variables that keep a process inside `home`: settings, data, caches and temporary files."""
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    around = {name: os.environ[name] for name in _TAKEN_OVER if name in os.environ}
    around |= {"HOME": str(home), "TMPDIR": str(home / "tmp"), "LANGUAGE": "en", "TZ": "America/New_York"}
    around |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    around["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere/at/all"
    # Every Python started here watches for the network as well.
    around["PYTHONPATH"] = os.pathsep.join((str(_TESTS / "support" / "guarded"), str(_TESTS.parent)))
    for name in _XDG:
        place = home / name.removeprefix("XDG_").lower()
        place.mkdir(mode=0o700, exist_ok=True)
        around[name] = str(place)
    return around


def run(home: Path, *arguments: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """Run a Python of our own to its end."""
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, input=stdin, env=surroundings(home), cwd=_TESTS.parent, capture_output=True, text=True, check=False
    )


class Elsewhere:
    """A Python module of the tests that runs in a process of its own and tells what it did, one JSON line each."""

    def __init__(self, home: Path, module: str, *arguments: str) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the process is ended
        self._heard = b""
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            env=surroundings(home),
            cwd=_TESTS.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )

    def __enter__(self) -> "Elsewhere":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def hear(self) -> dict[str, object]:
        """What it says next."""
        while b"\n" not in self._heard:
            self._read()
        line, _newline, self._heard = self._heard.partition(b"\n")
        said: dict[str, object] = json.loads(line)
        return said

    def hear_until(self, what: str) -> list[dict[str, object]]:
        """Everything it says up to and with the line about `what`."""
        said = [self.hear()]
        while said[-1]["what"] != what:
            said.append(self.hear())
        return said

    def tell(self, line: str) -> None:
        """Say a line to it."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def kill(self) -> list[dict[str, object]]:
        """End it without warning; gives what it said since it was last heard."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        rest, _nothing = self._process.communicate()
        self._errors.close()
        lines = (self._heard + (rest or b"")).split(b"\n")
        self._heard = b""
        # The last line may have been cut in the middle.
        return [json.loads(line) for line in lines[:-1] if line]

    def _read(self) -> None:
        assert self._process.stdout is not None
        ready, _none, _nothing = select.select([self._process.stdout], [], [], _PATIENCE)
        more = os.read(self._process.stdout.fileno(), 65536) if ready else b""
        if not more:
            self._process.kill()
            self._errors.seek(0)
            raise AssertionError(f"it said nothing more: {self._errors.read().decode(errors='replace')[-3000:]}")
        self._heard += more


def say(what: str, **facts: object) -> None:
    """Tell the test that started this process what was done; what is said was seen to be done."""
    print(json.dumps({"what": what, **facts}, ensure_ascii=False), flush=True)


def wait_to_be_told() -> str:
    """The next line that the test says."""
    return sys.stdin.readline().strip()
