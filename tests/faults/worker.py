"""Does one thing in a vault over and over, in a process that a test kills.

Reads one JSON line for each round, forks, works in the child and tells every step on standard output; after the child's
death it says "gone", and how the child ended.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import NoReturn

from tests.faults.worker_names import LAST_DAY, new_code, note_text, passphrase
from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.services.clock import SystemClock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.vault import Vault

ENDLESS = 10**9


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be done, in which vault, how often."""

    folder: Path
    data: Path
    code: str
    act: str
    rounds: int = ENDLESS

    def opened(self) -> Vault:
        """The vault, opened by its recovery code."""
        return Vault.open(self.folder, RecoveryCode.parse(self.code), paths=DevicePaths(self.data))


def tell(word: str, number: int = 0) -> None:
    os.write(1, f"{word} {number}\n".encode())  # at once: a kill must not leave half a line for the next one to end


def save(vault: Vault, rounds: int) -> None:
    for number in range(1, rounds + 1):
        with vault.write() as work:
            work.meta.set("number", str(number))
            work.meta.set("text", f"{number} " * 2000)
            work.audit.append(AuditAct.NOTE_SIGNED, f"note:{number}")
        tell("saved", number)


def sign(vault: Vault, rounds: int) -> None:
    """A note for each round: begun, saved twice, signed."""
    workspace = Workspace(vault, FakeClock(), Events())
    client = workspace.clients.add(ClientDetails(preferred_name="Maren T."))
    for number in range(1, rounds + 1):
        day = date.fromisoformat(LAST_DAY) - timedelta(days=number)
        session = workspace.sessions.plan(client.id, day, time(9), 50, Modality.IN_PERSON)
        note = workspace.notes.start(session.id)
        for text in ("", note_text(number)):
            filled = tuple(Section(part.key, text) for part in note.sections)
            note = workspace.notes.save_draft(note.id, filled, base_version=note.version)
        tell("written", number)
        workspace.notes.sign(note.id)
        tell("signed", number)


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


def in_an_open_vault(act: Callable[[Vault, int], None]) -> Callable[[Question], None]:
    """The act in a vault that is opened before and closed after it."""

    def run(question: Question) -> None:
        vault = question.opened()
        tell("open", os.getpid())
        act(vault, question.rounds)
        vault.close()

    return run


def open_and_close(question: Question) -> None:
    """Open the vault, which brings an old one up to date, and lock it again."""
    tell("open", os.getpid())
    for number in range(1, question.rounds + 1):
        tell("opening", number)
        vault = question.opened()
        tell("opened", number)
        vault.close()
        tell("closed", number)


def rotate(question: Question) -> None:
    """Change the vault key over and over; each time the newest code opens the vault."""
    tell("open", os.getpid())
    code = RecoveryCode.parse(question.code)
    for number in range(1, question.rounds + 1):
        vault = Vault.open(question.folder, code, paths=DevicePaths(question.data))
        with vault.write() as work:
            work.meta.set("number", str(number))
            work.audit.append(AuditAct.NOTE_SIGNED, f"note:{number}")
        code = new_code(number)
        tell("rotating", number)
        vault.ways_in.rotate(PASSPHRASE, code)
        vault.close()
        tell("rotated", number)


def restore(question: Question) -> None:
    """Put the backup that lies beside the vault in its place, over and over."""
    tell("open", os.getpid())
    (backup,) = (question.folder.parent / "backups").glob("*.vsbackup")
    restoring, code = Restoring(SystemClock(), DevicePaths(question.data)), RecoveryCode.parse(question.code)
    for number in range(1, question.rounds + 1):
        tell("restoring", number)
        prepared = restoring.prepare(backup, code, question.folder)
        tell("prepared", number)
        prepared.switch()
        tell("restored", number)


ACTS: dict[str, Callable[[Question], None]] = {
    "save": in_an_open_vault(save),
    "sign": in_an_open_vault(sign),
    "change": in_an_open_vault(change_passphrase),
    "back_up": in_an_open_vault(back_up),
    "open": open_and_close,
    "rotate": rotate,
    "restore": restore,
}


def asked(line: str) -> Question:
    """The question of one line."""
    said = json.loads(line)
    return Question(
        Path(said["folder"]), Path(said["data"]), said["code"], said["act"], int(said.get("rounds", ENDLESS))
    )


def work(line: str) -> NoReturn:
    """Do what is asked and end; a problem ends this process too, since only its parent may go on to the next line."""
    try:
        question = asked(line)
        ACTS[question.act](question)
        sys.stdout.flush()
        os._exit(0)
    except BaseException:  # noqa: BLE001 -- the child must never run on
        traceback.print_exc()
        os._exit(1)


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        work(line)
    tell("gone", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
