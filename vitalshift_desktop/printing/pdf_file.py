"""Saves a finished PDF where the counselor chose: readable by nobody else, whole or not at all."""

import contextlib
import errno
import os
from pathlib import Path
from typing import Final

from vitalshift_desktop.domain.problems import DiskFull, FolderIsReadOnly

PRIVATE: Final = 0o600
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def save_pdf(path: Path, content: bytes) -> None:
    """Writes beside the file first and then takes its place; raises DiskFull or FolderIsReadOnly and leaves nothing."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        _write(unfinished, content)
        unfinished.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        problem = DiskFull if error.errno in _FULL else FolderIsReadOnly
    else:
        return
    raise problem


def file_name(what: str, serial: str) -> str:
    """The proposed name of a file: what it is in one word and its serial, never a client's name."""
    return f"{what}-{serial}.pdf"


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
