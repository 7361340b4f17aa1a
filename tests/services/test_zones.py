"""The rotation of zones really happens: other rules would be proven in one zone only."""

import ast
import os
import time
from collections import Counter
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.services.world import World
from tests.support.zones import ZONES, clock_zone, process_zone

TESTS = Path(__file__).resolve().parents[1]
ROTATING = ("domain", "services")
# Tests that are about one zone, or share a scene; more than a handful would undo the rotation.
MOST_FIXED = 8


@pytest.mark.parametrize("turn", range(6))
def test_clock_and_computer_stand_in_the_zones_that_the_name_of_a_test_draws(
    world: World, request: pytest.FixtureRequest, turn: int
) -> None:
    name = request.node.nodeid
    assert world.clock.zone() == clock_zone(name)
    assert world.today == date(2026, 3, 2)
    assert os.environ["TZ"] == process_zone(name)
    there = datetime.fromtimestamp(world.clock.now().timestamp(), ZoneInfo(process_zone(name)))
    assert time.localtime(world.clock.now().timestamp()).tm_gmtoff == there.utcoffset().total_seconds()  # type: ignore[union-attr]  # an aware time has one
    assert name.endswith(f"[{turn}]")


@cache
def names() -> tuple[str, ...]:
    found = []
    for room in ROTATING:
        for path in sorted((TESTS / room).glob("test_*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
            found += [f"tests/{room}/{path.name}::{one}" for one in functions if one.startswith("test_")]
    return tuple(found)


@pytest.mark.parametrize("drawn", [clock_zone, process_zone], ids=["clock", "computer"])
def test_every_zone_has_its_share_of_the_tests(drawn: object) -> None:
    assert callable(drawn)
    counted = Counter(drawn(name) for name in names())
    assert set(counted) == set(ZONES)
    assert min(counted.values()) > 0.15 * sum(counted.values())


def test_clock_and_computer_differ_in_most_tests() -> None:
    apart = [name for name in names() if clock_zone(name) != process_zone(name)]
    assert len(apart) > len(names()) / 2


def test_hardly_a_test_keeps_to_a_zone_of_its_own() -> None:
    others = [path for path in (TESTS / "services").glob("test_*.py") if path.name != Path(__file__).name]
    texts = [path.read_text(encoding="utf-8") for path in others]
    fixed = sum(text.count("pytest.mark.zone(") for text in texts)
    assert 0 < fixed <= MOST_FIXED
    overriding = [text for text in texts if "def zone_of_the_computer" in text or "def clock(" in text]
    assert overriding == []
