import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from vitalshift_desktop.ui.collecting import Collecting


class Knot:
    """Something that holds itself, so that only a collection takes it away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp: object) -> Iterator[Collecting]:
    parent = QObject()
    collecting = Collecting(parent)
    yield collecting
    collecting.stop()
    gc.disable()  # as it was found: GUI tests run without


def test_nothing_is_collected_between_the_looks_and_what_is_due_at_one(collecting: Collecting) -> None:
    assert not gc.isenabled()
    gone = weakref.ref(Knot())
    many = [Knot() for _number in range(2 * gc.get_threshold()[0])]
    assert gone() is not None
    collecting.look()
    assert gone() is None
    assert len(many) == 2 * gc.get_threshold()[0]


def test_python_collects_by_itself_again_afterwards(collecting: Collecting) -> None:
    collecting.stop()
    assert gc.isenabled()
