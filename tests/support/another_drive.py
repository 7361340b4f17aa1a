"""A folder on another drive than the tests' own, where this computer has one that can be written to."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def another_drive(tmp_path: Path) -> Iterator[Path]:
    """Memory that looks like a drive."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("this computer has no second drive to write to")
    folder = Path(tempfile.mkdtemp(prefix="vs-drive-", dir=memory))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def too_deep(folder: Path) -> Path:
    """A folder that is there, but whose path leaves no room for the name of a file in it; so for root too."""
    while len(str(folder)) < 4020:
        folder = folder / ("n" * min(200, 4060 - len(str(folder))))
    folder.mkdir(parents=True)
    return folder
