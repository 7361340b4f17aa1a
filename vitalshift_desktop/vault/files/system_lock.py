"""A lock on a file that the system lets go when the program ends, however it ends; needs nothing of the vault."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from vitalshift_desktop.vault.files.foreign_files import demand_file


def opened_to_lock(path: Path) -> int:
    """The file, made if needed; a link planted in its place must not lead us to empty another file. Raises OSError."""
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | careful | getattr(os, "O_BINARY", 0), 0o600)
    try:
        demand_file(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def locked(path: Path) -> int | None:
    """A descriptor that holds the lock until it is closed; None while another holds it, or where none can be had."""
    with suppress(OSError):
        descriptor = opened_to_lock(path)
        try:
            lock(descriptor)
        except OSError:
            os.close(descriptor)
        else:
            return descriptor
    return None


def is_locked(path: Path) -> bool:
    """Whether another program holds the lock on this file; nothing is made."""
    if not path.is_file():
        return False
    descriptor = None
    with suppress(OSError):
        descriptor = opened_to_lock(path)
    if descriptor is None:
        return False
    try:
        lock(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _system_lock() -> Callable[[int], None]:
    if sys.platform == "win32":
        import msvcrt

        def lock_it(descriptor: int) -> None:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        def lock_it(descriptor: int) -> None:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    return lock_it


lock = _system_lock()
"""Lock the first byte of an open file, or raise OSError at once."""
