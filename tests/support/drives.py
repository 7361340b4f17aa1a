"""Where the tests work: in memory where there is enough of it, so that nobody waits for a drive, else on the drive.

Nothing here is about a loss of power, which alone tells a drive from memory: a killed process leaves the same files on
both.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY, _DRIVE = Path("/dev/shm"), Path(tempfile.gettempdir())
_ENOUGH = 2 * 1024**3


def _has_enough(place: Path) -> bool:
    try:
        room = os.statvfs(place)
    except (AttributeError, OSError):  # not on Windows, or no such place
        return False
    return os.access(place, os.W_OK) and room.f_bavail * room.f_frsize >= _ENOUGH


WORKING = _DRIVE if "TMPDIR" in os.environ or not _has_enough(_MEMORY) else _MEMORY
"""The folder that all temporary folders of a run lie in; whoever sets TMPDIR chooses it."""
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(WORKING))


@pytest.fixture
def another_drive(tmp_path: Path) -> Iterator[Path]:
    """A folder on another drive than the tests' own, where this computer has one that can be written to."""
    own = tmp_path.stat().st_dev
    others = [place for place in (_MEMORY, _DRIVE) if place.is_dir() and place.stat().st_dev != own]
    if not others:
        pytest.skip("this computer has no second drive to write to")
    folder = Path(tempfile.mkdtemp(prefix="vs-drive-", dir=others[0]))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def too_deep(folder: Path) -> Path:
    """A folder that is there, but whose path leaves no room for the name of a file in it; so for root too."""
    while len(str(folder)) < 4020:
        folder = folder / ("n" * min(200, 4060 - len(str(folder))))
    folder.mkdir(parents=True)
    return folder
