"""Asks the raw scan, run as a program of its own, what it sees in files; it can be stopped at any moment."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from vitalshift_desktop.domain.problems import BackupCancelled, DriveFailed
from vitalshift_desktop.domain.vault_check import Finding, FindingKind
from vitalshift_desktop.vault.check import raw_scan
from vitalshift_desktop.vault.progress import Cancelled, Progress

SCAN_FLAG = "--scan-vault-files"
_SILENT_SECONDS = 120.0  # a drive that answers nothing for so long is not waited for
_LOOKS_UP_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Seen:
    """What the scan saw: faults, pages measured, spellings planted in a plain sample and those found there."""

    findings: tuple[Finding, ...]
    pages: int
    planted: int
    control: int


class _Patience:
    """Kills the scan when nobody wants it any more, or when it has said nothing for too long."""

    def __init__(self, child: "subprocess.Popen[str]", cancelled: Cancelled) -> None:
        self._child = child
        self._cancelled = cancelled
        self._ended = threading.Event()
        self._heard = time.monotonic()
        self._thread = threading.Thread(target=self._watch, name="scan-patience", daemon=True)
        self._thread.start()

    def heard(self) -> None:
        """The scan has said something."""
        self._heard = time.monotonic()

    def end(self) -> None:
        """Stop watching."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(_LOOKS_UP_EVERY):
            if self._cancelled() or time.monotonic() - self._heard > _SILENT_SECONDS:
                self._child.kill()
                return


def seen_from_outside(paths: Sequence[Path], words: Sequence[str], progress: Progress, cancelled: Cancelled) -> Seen:
    """What a thief would see in these files; raises BackupCancelled when stopped, DriveFailed without an answer."""
    question = json.dumps({"files": [str(path) for path in paths], "words": list(words)})
    answer = None
    for said in _said(question, cancelled):
        if "part" in said:
            progress(float(str(said["part"])))
        else:
            answer = said
    if cancelled():
        raise BackupCancelled
    if answer is None:
        raise DriveFailed
    return _seen(answer)


def _seen(answer: dict[str, object]) -> Seen:
    found = answer["findings"]
    if not isinstance(found, list):
        raise DriveFailed
    pages, planted, control = (int(str(answer[key])) for key in ("pages", "planted", "control"))
    findings = tuple(Finding(FindingKind(kind), name) for kind, name in found)
    return Seen(findings, pages, planted, control)


def _said(question: str, cancelled: Cancelled) -> Iterator[dict[str, object]]:
    with _scan() as child:
        patience = _Patience(child, cancelled)
        try:
            if child.stdin is None or child.stdout is None:
                raise DriveFailed
            try:
                child.stdin.write(question)
                child.stdin.close()
            except OSError:
                return  # it was stopped before it had heard everything
            for line in child.stdout:
                patience.heard()
                yield json.loads(line)
        finally:
            patience.end()


@contextmanager
def _scan() -> Iterator["subprocess.Popen[str]"]:
    """The scan as a program of its own, gone when this ends; an installed app starts itself with `SCAN_FLAG`."""
    installed = getattr(sys, "frozen", False)
    command = [sys.executable, SCAN_FLAG] if installed else [sys.executable, "-I", "-S", str(raw_scan.__file__)]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        child = subprocess.Popen(  # noqa: S603 -- our own program, nothing of it typed by anybody
            command, stdin=pipe, stdout=pipe, stderr=nothing, encoding="utf-8"
        )
    except OSError:
        raise DriveFailed from None
    try:
        yield child
    finally:
        child.kill()
        for stream in (child.stdin, child.stdout):
            with suppress(OSError):  # a broken pipe has nothing left to close
                if stream:
                    stream.close()
        child.wait()
