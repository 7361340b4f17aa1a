"""The simulation behind the marked-drop rule, with fewer clients; `tests/benchmarks` holds the whole of it."""

import pytest

from tests.benchmarks.marked_drop_simulation import SETTINGS, Setting, simulated


@pytest.mark.parametrize("setting", SETTINGS[:2], ids=lambda setting: setting.name)
def test_few_steady_clients_are_marked_and_most_real_drops_of_three_points_found(setting: Setting) -> None:
    found = simulated(setting, clients=800)
    assert found.stable_marked <= 8
    assert found.three_points >= 90
    assert found.two_points < found.three_points


def test_the_same_seed_gives_the_same_clients_and_another_one_others() -> None:
    first = simulated(SETTINGS[1], clients=150)
    assert simulated(SETTINGS[1], clients=150) == first
    assert simulated(SETTINGS[1], clients=150, seed=2) != first
