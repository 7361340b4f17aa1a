"""A worker process that a test can kill at a chosen or a random moment."""

import json
import os
import random
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.recovery import RecoveryCode

WORKER = Path(__file__).with_name("worker.py")
_SILENT_SECONDS = 300.0  # an act that tells nothing for so long hangs


class ClosedVault(Protocol):
    """A vault to work in, the computer it is on, and its recovery code."""

    @property
    def folder(self) -> Path:
        """Where it lies."""

    @property
    def paths(self) -> DevicePaths:
        """What its computer remembers."""

    @property
    def code(self) -> RecoveryCode:
        """What opens it."""


class Worker:
    """Runs acts on vaults in a process of its own."""

    def __init__(self, command: tuple[str, ...] = ()) -> None:
        self._process = subprocess.Popen(
            [*command, sys.executable, str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": str(WORKER.parents[2])},  # this tree, whatever is installed
        )
        self.said: list[tuple[str, int]] = []
        self._pid: int | None = None
        self._unread = b""

    def start(self, vault: ClosedVault, act: str, rounds: int | None = None) -> None:
        """Begin a round and wait until the vault is open."""
        question = {
            "folder": str(vault.folder),
            "data": str(vault.paths.data),
            "code": vault.code.text,
            "act": act,
            **({"rounds": str(rounds)} if rounds else {}),
        }
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question).encode() + b"\n")
        self.said = []
        word, self._pid = self._heard()
        assert word == "open", "the act ended before it began"

    def kill_after(self, word: str, number: int, dice: random.Random, longest: float) -> None:
        """Kill the act after this step and a random time (in seconds); one that ended before that was no kill."""
        while not self._is_gone and (word, number) not in self.said:
            self._heard()
        assert not self._is_gone, "the act ended by itself"
        select.select([], [], [], dice.random() * longest)
        self._kill()
        assert self.until_gone() == -signal.SIGKILL, "the act ended by itself"

    def until_gone(self) -> int:
        """Hear everything that was said before the act ended; how it ended, as `waitstatus_to_exitcode` tells it."""
        while not self._is_gone:
            self._heard()
        return self.said[-1][1]

    def last(self, word: str) -> int:
        """The number of the last step of this name that was told; 0 if there was none."""
        return max((number for said, number in self.said if said == word), default=0)

    def close(self) -> None:
        """End the process, and what it is still doing if a test failed in the middle."""
        if self._pid is not None and not self._is_gone:
            self._kill()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    @property
    def _is_gone(self) -> bool:
        return bool(self.said) and self.said[-1][0] == "gone"

    def _kill(self) -> None:
        assert self._pid is not None
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def _heard(self) -> tuple[str, int]:
        while b"\n" not in self._unread:
            self._unread += self._read()
        line, self._unread = self._unread.split(b"\n", 1)
        word, number = line.decode().split()
        self.said.append((word, int(number)))
        return word, int(number)

    def _read(self) -> bytes:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], _SILENT_SECONDS)
        assert ready, f"the worker says nothing any more; it said {self.said[-3:]}"
        data = os.read(self._process.stdout.fileno(), 65536)
        assert data, "the worker died"
        return data
