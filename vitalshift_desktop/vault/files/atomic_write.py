"""Files replaced as a whole: after a crash the old content or the new one is there, never a part."""

import errno
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TEMPORARY = ".part-"
_WINDOWS_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
_WINDOWS_BUSY = {5, 32, 33}
_CANNOT_SYNC_FOLDERS = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


class PreparedFile:
    """New content, already safe on the drive beside its file, that takes the file's place on `publish`."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._path = path
        self._part = path.with_name(f"{path.name}{_TEMPORARY}{secrets.token_hex(4)}")
        try:
            write_durably(self._part, data)
        except BaseException:
            self.discard()
            raise

    def publish(self) -> None:
        """Take the file's place, durably."""
        replace(self._part, self._path)
        sync_folder(self._path.parent)

    def discard(self) -> None:
        """Throw the new content away; nothing happens after `publish`."""
        self._part.unlink(missing_ok=True)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file by these bytes, durably, readable by this user only."""
    prepared = PreparedFile(path, data)
    try:
        prepared.publish()
    finally:
        prepared.discard()


def write_durably(path: Path, data: bytes) -> None:
    """Write a new file that must not exist yet, readable by this user only, and wait until the drive has it."""
    with open(new_private_file(path), "wb") as file:
        file.write(data)
        file.flush()
        sync(file.fileno())


def new_private_file(path: Path) -> int:
    """An open descriptor of a new file for this user only; raises FileExistsError."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)


def sync(descriptor: int) -> None:
    """Wait until the drive has the file's content."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_file(path: Path) -> None:
    """Wait until the drive has this file."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the drive has the folder's names; Windows and some drives have no such call."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC_FOLDERS:
            raise
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Rename over the target; on Windows wait a little while a virus scanner holds it."""
    for wait in _WINDOWS_WAITS if sys.platform == "win32" else ():
        try:
            source.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                raise
            time.sleep(wait)
        else:
            return
    source.replace(target)


@contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """A free name beside `path` whose file is gone afterwards; after a crash `sweep` finds it."""
    part = path.with_name(f"{path.name}{_TEMPORARY}{secrets.token_hex(4)}")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
        part.with_name(f"{part.name}-journal").unlink(missing_ok=True)


def sweep(folder: Path, name: str = "*") -> None:
    """Remove what a crash in the middle of a write left behind, of all files there or of one."""
    for path in folder.glob(f"{name}{_TEMPORARY}*"):
        if path.is_symlink() or not path.is_dir():  # a folder of such a name is not of our making
            path.unlink(missing_ok=True)
