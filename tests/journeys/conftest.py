from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.computer import Computer
from tests.journeys.counselor import Counselor
from tests.journeys.limits import SmallDrive
from tests.journeys.ready import Records, master_practice, master_sample, practice, sample
from vitalshift_desktop.vault.keys.key_slots import KdfCost

__all__ = ["master_practice", "master_sample", "practice", "sample"]


@pytest.fixture
def new_computer(home: Path, qapp: QApplication) -> Iterator[Counselor]:
    """Somebody at a computer on which the app was just started for the first time."""
    yield from _sitting_at(Computer(home, cost=KdfCost.floor()))


@pytest.fixture
def at_sample(sample: Records, qapp: QApplication) -> Iterator[Counselor]:
    """Somebody before the locked sample practice."""
    yield from _sitting_at(sample.computer())


@pytest.fixture
def at_practice(practice: Records, qapp: QApplication) -> Iterator[Counselor]:
    """Somebody before their own locked practice, in which there is no client yet."""
    yield from _sitting_at(practice.computer())


@pytest.fixture
def small_drive(home: Path) -> Iterator[SmallDrive]:
    """The drive on which the records lie, small enough to be filled."""
    drive = SmallDrive(home / "Documents", megabytes=8)
    yield drive
    drive.take_away()


def _sitting_at(computer: Computer) -> Iterator[Counselor]:
    computer.start()
    yield Counselor(computer)
    computer.shut_down()
    computer.answers.assert_settled()
