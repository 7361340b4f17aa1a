"""Reading files of a folder that others may write to: never a pipe or a device, never more than was asked for."""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

# Opening a pipe would wait for ever; Windows has neither.
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotAFile(OSError):
    """Something else than a plain file lies where a file should be."""


def opened_file(path: Path) -> BufferedReader:
    """The file, open for reading; raises NotAFile for a folder, a pipe or a device."""
    descriptor = os.open(path, os.O_RDONLY | _WITHOUT_WAITING)
    try:
        demand_file(descriptor)
        return open(descriptor, "rb")  # noqa: PTH123 -- an open descriptor
    except BaseException:
        os.close(descriptor)
        raise


def read_at_most(path: Path, size: int) -> bytes:
    """The first `size` bytes of a file; raises NotAFile."""
    with opened_file(path) as file:
        return file.read(size)


def demand_file(descriptor: int) -> None:
    """Raise NotAFile unless a plain file is open here."""
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise NotAFile(errno.EINVAL, "not a plain file")
