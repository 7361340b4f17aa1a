"""A small drive of one's own that can be filled to the page, emptied and made read-only; needs Linux and root."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.amounts import amount, dice
from tests.support.ready_vault import ReadyVault

PAGE = 4096
MOST = 1500
needs_root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="a small drive of one's own needs Linux and root"
)


class SmallDrive:
    """A drive of a few megabytes."""

    def __init__(self, place: Path, size: int = 6) -> None:
        self.place = place
        self._size = size
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", str(place)], check=True)

    def fill(self) -> None:
        """Leave no room at all."""
        with (self.place / "filler").open("ab", buffering=0) as file:
            for size in (65536, 4096, 1):
                try:
                    while file.write(b"x" * size):
                        pass
                except OSError:
                    continue

    def leave(self, pages: int) -> None:
        """Leave room for so many pages of 4 KiB."""
        self.fill()
        filler = self.place / "filler"
        os.truncate(filler, max(0, filler.stat().st_size - pages * PAGE))

    def free(self) -> None:
        """Give the room back."""
        (self.place / "filler").unlink(missing_ok=True)

    def remount(self, mode: str) -> None:
        """Make the drive `ro` or `rw`."""
        subprocess.run(["mount", "-o", f"remount,{mode},size={self._size}m", str(self.place)], check=True)

    def unmount(self) -> None:
        """Take the drive away."""
        subprocess.run(["umount", "--lazy", str(self.place)], check=True)


@contextmanager
def small_drive(place: Path, size: int = 6) -> Iterator[SmallDrive]:
    """A drive that is taken away afterwards."""
    drive = SmallDrive(place, size)
    try:
        yield drive
    finally:
        drive.unmount()


def rooms(number: int, step: int = 12) -> Iterator[int]:
    """How many pages are left, from none at all upwards, until the caller has seen the act succeed.

    In the suite some sizes are left out, at most `step` at once; `make faults` takes every one.
    """
    chance, pages, tried = dice(number), 0, 0
    while pages < MOST:
        tried += 1
        print(f"size {tried}: {pages} pages", end="\r")
        yield pages
        pages += chance.randint(1, amount(step, 1))
    raise AssertionError("never enough room")


def fresh(master: ReadyVault, drive: SmallDrive) -> ReadyVault:
    """The vault and what its computer remembers, both on the small drive."""
    drive.free()
    shutil.rmtree(drive.place / "home", ignore_errors=True)
    return master.copied_to(drive.place / "home")
