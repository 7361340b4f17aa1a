"""A computer that sets limits: a folder that may not be written to, and a drive that is full."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_VERSION_3 = 0x20080522  # of linux/capability.h, as the numbers below
_OVERRIDES = 1 << 1 | 1 << 2 | 1 << 3  # DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Set(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody can write into this folder, the administrator included, as long as this lasts."""
    folder.chmod(0o500)
    with _without_the_rights_of_root():
        yield
    folder.chmod(0o700)


@contextmanager
def _without_the_rights_of_root() -> Iterator[None]:
    # Threads begun meanwhile lack them as well.
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head, sets = _Head(_VERSION_3, 0), (_Set * 2)()
    assert libc.capget(ctypes.byref(head), sets) == 0
    before = sets[0].effective
    sets[0].effective = before & ~_OVERRIDES
    assert libc.capset(ctypes.byref(head), sets) == 0
    try:
        yield
    finally:
        sets[0].effective = before
        assert libc.capset(ctypes.byref(head), sets) == 0


class SmallDrive:
    """A drive that can be filled up and emptied: a small one of its own where one may be mounted, else a limit."""

    def __init__(self, place: Path, megabytes: int) -> None:
        self.place = place
        place.mkdir(parents=True)
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "tmpfs", str(place)]
        self.is_mounted = _succeeds(*mount)
        self._filler = place / "filler"

    def fill(self) -> None:
        """Leave no room at all."""
        if not self.is_mounted:
            self._limit(0)
            return
        with self._filler.open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                pass  # full, as was wanted

    def make_room(self) -> None:
        """Take away what fills it."""
        if self.is_mounted:
            self._filler.unlink()
        else:
            self._limit(None)

    def take_away(self) -> None:
        """Unmount it."""
        if self.is_mounted:
            assert _succeeds("umount", "--lazy", str(self.place))
        else:
            self._limit(None)

    @staticmethod
    def _limit(size: int | None) -> None:
        import resource

        _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def _succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False
