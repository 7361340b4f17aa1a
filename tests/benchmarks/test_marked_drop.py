"""The whole simulation of the marked-drop rule, compared with the table in Help."""

import math

import pytest

from tests.benchmarks.marked_drop_simulation import SETTINGS, Found, simulated
from vitalshift_desktop.ui.mark_help import EARLIER_DROP, LATER_DROP, WIDE_SPREAD, TriedLine


def _whole(percent: float) -> int:
    return math.floor(percent + 0.5)


def _line(found: Found) -> TriedLine:
    figures = (found.stable_marked, found.stable_fell, found.three_points, found.two_points)
    return TriedLine(*map(_whole, figures))


@pytest.mark.parametrize(("number", "line"), [(1, LATER_DROP), (2, EARLIER_DROP), (3, WIDE_SPREAD)])
def test_help_shows_what_the_simulation_gives(number: int, line: TriedLine) -> None:
    assert _line(simulated(SETTINGS[number])) == line


def test_the_rule_keeps_its_two_promises() -> None:
    found = simulated(SETTINGS[0])
    assert found.stable_marked <= 8
    assert found.three_points >= 90
