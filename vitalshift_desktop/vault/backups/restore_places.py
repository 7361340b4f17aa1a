"""The names of folders in a restore, and what is left of one that a crash broke off."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from vitalshift_desktop.domain.problems import VaultInUse, VaultProblem
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import replace, sync_folder, write_atomically
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.files.documents import LARGEST
from vitalshift_desktop.vault.files.foreign_files import read_at_most
from vitalshift_desktop.vault.files.lock_file import LockFile

RESTORING = ".restoring-"
BEFORE_RESTORE = ".before-restore-"
MARK = "vault.restore"
_LOCK = "vault.lock"
_LONGEST_NAME = 255  # bytes, on every drive that is in use
_RESTORING_END = re.compile(r"\.restoring-[0-9a-f]{8}")


class Phase(StrEnum):
    """How far a restore is; it lies in the new vault's folder until the new vault has its name."""

    PREPARING = "preparing"
    READY = "ready"
    SWITCHING = "switching"


def beside(target: Path, ending: str) -> Path:
    """The place beside `target` whose name says what it is; a very long name is cut for it."""
    stem = target.name
    while stem and len(os.fsencode(stem + ending)) > _LONGEST_NAME:
        stem = stem[:-1]
    return target.with_name(stem + ending)


def write_phase(folder: Path, phase: Phase, target: Path) -> None:
    """Write down how far the restore in this folder is, and under which name it will be a vault."""
    write_atomically(folder / MARK, json.dumps({"phase": phase.value, "target": target.name}).encode())


def take_away(folder: Path) -> None:
    """Remove what a restore made, as far as it goes; our mark goes last, so that a crash leaves it to be found."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name not in (MARK, _LOCK):
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def settle(target: Path) -> None:
    """Finish or take away what an earlier restore to this place left behind; never raises.

    If a crash came between the two renames of the switch, the place is empty and the new vault takes its name, as the
    counselor had asked. Everything else that was not finished goes. A folder in which something lies but not our mark,
    one that a program is still working on, and the older vault that was set aside are left alone.
    """
    with suppress(VaultProblem, RuntimeError), told_as_problems():  # a circle of links is a RuntimeError
        target = target.resolve()
        for folder, phase in tuple(_left_over(target)):
            _settle_one(folder, phase, target)
        if (target / MARK).exists() and not _RESTORING_END.search(target.name):
            (target / MARK).unlink()  # the last thing a switch does


def _settle_one(folder: Path, phase: Phase, target: Path) -> None:
    try:
        lock = LockFile(folder / _LOCK)
    except VaultInUse:
        return
    try:
        if phase is Phase.SWITCHING and not os.path.lexists(target) and VaultPaths(folder).looks_like_a_vault():
            lock.release()
            replace(folder, target)
            sync_folder(target.parent)
        else:
            take_away(folder)
    finally:
        lock.release()


def _left_over(target: Path) -> Iterator[tuple[Path, Phase]]:
    if not target.parent.is_dir():
        return
    for folder in sorted(target.parent.iterdir()):
        end = _RESTORING_END.search(folder.name)
        if end is None or end.end() != len(folder.name) or folder.is_symlink() or not folder.is_dir():
            continue
        if not target.name.startswith(folder.name[: end.start()]):
            continue
        phase = _phase(folder, target)
        if phase is not None:
            yield folder, phase


def _phase(folder: Path, target: Path) -> Phase | None:
    """How far the restore to this target is in this folder; None if there is no mark of ours for it.

    Before the mark, and after it was taken away, nothing lies there but the lock and perhaps a half written mark.
    """
    try:
        if all(path.name == _LOCK or path.name.startswith(f"{MARK}.part-") for path in folder.iterdir()):
            return Phase.PREPARING
        mark = json.loads(read_at_most(folder / MARK, LARGEST))
        return Phase(mark["phase"]) if mark["target"] == target.name else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
