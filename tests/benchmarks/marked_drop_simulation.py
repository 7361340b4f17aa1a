"""How often the marked-drop rule speaks, on invented clients: `python -m tests.benchmarks.marked_drop_simulation`.

Each client has a level of their own (evenly from 6.5 to 9) and a spread from session to session (evenly from 0.3 to
0.8 points, normally distributed), 20 sessions, scores on the scale from 0 to 10. A stable client has nothing else;
a dropping one is the same client with one session 2 or 3 points lower. Help shows the table that this prints.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.measures.marked_drop import MarkKind, Rating, marked_drops

CLIENTS = 4000
SEED = 1
SESSIONS = 20
MOST_MARKED, FEWEST_FOUND = 8, 90
LEVELS = (6.5, 9.0)
_DAY = date(2026, 3, 12)


@dataclass(frozen=True, slots=True)
class Setting:
    """How scores vary from session to session, in which steps they are given (0: none), and where the drop is."""

    name: str
    spread: tuple[float, float] = (0.3, 0.8)
    steps: int = 4
    drop_in: int = 13


@dataclass(frozen=True, slots=True)
class Found:
    """In percent of all clients: stable ones with a marked drop, with an early fall, with either; real drops found."""

    stable_marked: float
    stable_fell: float
    stable_either: float
    three_points: float
    two_points: float


SETTINGS = (
    Setting("any number, drop in session 13", steps=0),
    Setting("check-in, drop in session 13"),
    Setting("check-in, drop in session 7", drop_in=7),
    Setting("check-in, scores vary by 0.8 to 1.5", spread=(0.8, 1.5)),
)


def simulated(setting: Setting, clients: int = CLIENTS, seed: int = SEED) -> Found:
    """What the rule says about these clients; the same seed gives the same clients."""
    lines = list(_lines(setting, clients, seed))
    stable = [_marks(setting, line) for line in lines]
    marked = [MarkKind.BELOW_RANGE in marks.values() for marks in stable]
    fell = [MarkKind.FALL in marks.values() for marks in stable]
    return Found(
        _percent(marked),
        _percent(fell),
        _percent([bool(marks) for marks in stable]),
        _percent([_finds(setting, line, 3) for line in lines]),
        _percent([_finds(setting, line, 2) for line in lines]),
    )


def _lines(setting: Setting, clients: int, seed: int) -> Sequence[list[float]]:
    dice = random.Random(seed)
    people = [(dice.uniform(*LEVELS), dice.uniform(*setting.spread)) for _ in range(clients)]
    return [[dice.gauss(level, spread) for _ in range(SESSIONS)] for level, spread in people]


def _finds(setting: Setting, line: Sequence[float], points: int) -> bool:
    lower = list(line)
    lower[setting.drop_in - 1] -= points
    return _marks(setting, lower).get(setting.drop_in) is MarkKind.BELOW_RANGE


def _marks(setting: Setting, line: Sequence[float]) -> dict[int, MarkKind]:
    """The marks of one client by session, from 1."""
    ratings = [Rating(_DAY, _given(score, setting.steps)) for score in line]
    return {mark.index + 1: mark.kind for mark in marked_drops(ratings).marks}


def _given(score: float, steps: int) -> float:
    on_scale = min(10.0, max(0.0, score))
    return round(on_scale * steps) / steps if steps else on_scale


def _percent(cases: Sequence[bool]) -> float:
    return 100 * sum(cases) / len(cases)


def main() -> int:
    """Print the table and what was promised of it; gives 1 when a promise is broken."""
    print(f"{CLIENTS} clients in each line, {SESSIONS} sessions, seed {SEED}; percent of clients")
    heads = ("stable: drop", "stable: fall", "either", "3 points found", "2 points found")
    print(f"{'':38}" + "".join(f"{head:>16}" for head in heads))
    every = [simulated(setting) for setting in SETTINGS]
    for setting, found in zip(SETTINGS, every, strict=True):
        row = (found.stable_marked, found.stable_fell, found.stable_either, found.three_points, found.two_points)
        print(f"{setting.name:38}" + "".join(f"{value:16.1f}" for value in row))
    kept = every[0].stable_marked <= MOST_MARKED and every[0].three_points >= FEWEST_FOUND
    print(
        f"Promised of the first line: at most {MOST_MARKED} % marked, at least {FEWEST_FOUND} % of 3 points found:",
        kept,
    )
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
