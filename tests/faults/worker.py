"""Does one thing in a vault over and over, in a process that a test kills.

Reads one JSON line for each round, forks, works in the child and tells every step on standard output; after the child's
death it says "gone".
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.faults.worker_names import passphrase
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.vault.device_paths import DevicePaths
from vitalshift_desktop.vault.recovery import RecoveryCode
from vitalshift_desktop.vault.vault import Vault

ENDLESS = 10**9


def tell(word: str, number: int = 0) -> None:
    print(word, number, flush=True)


def save(vault: Vault, rounds: int) -> None:
    for number in range(1, rounds + 1):
        with vault.write() as work:
            work.meta.set("number", str(number))
            work.meta.set("text", f"{number} " * 2000)
            work.audit.append(AuditAct.NOTE_SIGNED, f"note:{number}")
        tell("saved", number)


def change_passphrase(vault: Vault, rounds: int) -> None:
    for number in range(1, rounds + 1):
        tell("changing", number)
        vault.ways_in.change_passphrase(passphrase(number))
        tell("changed", number)


def back_up(vault: Vault, rounds: int) -> None:
    with vault.write() as work:
        for number in range(500):
            work.meta.set(f"filler {number}", "x" * 1000)
    for number in range(1, rounds + 1):
        tell("begun", number)
        vault.back_up(vault.folder.parent / "backups")
        tell("backed_up", number)


def run(question: dict[str, str]) -> None:
    acts: dict[str, Callable[[Vault, int], None]] = {"save": save, "change": change_passphrase, "back_up": back_up}
    vault = Vault.open(
        Path(question["folder"]), RecoveryCode.parse(question["code"]), paths=DevicePaths(Path(question["data"]))
    )
    tell("open", os.getpid())
    acts[question["act"]](vault, int(question.get("rounds", ENDLESS)))
    vault.close()


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        run(json.loads(line))
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(child, 0)
    tell("gone")
