"""Ours beside the same thing without us, turn by turn in one run; what counts is the ratio."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from pytest_benchmark.fixture import BenchmarkFixture

_MS = 1000
TOLD: list[str] = []


@dataclass(frozen=True, slots=True)
class Budget:
    """What is allowed: so many times what it takes without us, or so many milliseconds, or both."""

    times: float | None = None
    milliseconds: float | None = None


def measured(
    benchmark: BenchmarkFixture, act: Callable[..., object], rounds: int, *, setup: Callable[[], object] | None = None
) -> float:
    """The median of so many rounds in seconds, after one that does not count."""
    warm = 1 if setup is None else 0  # the library refuses to warm up something that is set up anew
    benchmark.pedantic(act, setup=setup, rounds=rounds, warmup_rounds=warm)  # type: ignore[no-untyped-call]  # untyped there
    assert benchmark.stats is not None
    return float(benchmark.stats.stats.median)


def beside(
    benchmark: BenchmarkFixture, ours: Callable[[], object], bare: Callable[[], object], budget: Budget, rounds: int = 7
) -> None:
    """Measure `ours` with `bare` before each round, and tell the ratio of the medians."""
    without: list[float] = []

    def measure_bare() -> None:
        began = time.perf_counter()
        bare()
        without.append(time.perf_counter() - began)

    took = measured(benchmark, ours, rounds, setup=measure_bare)
    compare = statistics.median(without)
    ratio = took / compare
    benchmark.extra_info.update(ratio=round(ratio, 2), bare_ms=round(compare * _MS, 2), ours_ms=round(took * _MS, 2))
    tell(benchmark, f"{took * _MS:.1f} ms beside {compare * _MS:.1f} ms, {ratio:.2f} times", budget)


def alone(
    benchmark: BenchmarkFixture,
    act: Callable[..., object],
    budget: Budget,
    rounds: int = 7,
    *,
    setup: Callable[[], object] | None = None,
) -> None:
    """Measure something that has nothing to be measured beside."""
    took = measured(benchmark, act, rounds, setup=setup)
    benchmark.extra_info.update(ours_ms=round(took * _MS, 2))
    tell(benchmark, f"{took * _MS:.1f} ms", budget)


def tell(benchmark: BenchmarkFixture, what: str, budget: Budget) -> None:
    """Keep what was measured beside its budget, for the end of the run."""
    allowed = [f"{budget.times} times"] if budget.times else []
    allowed += [f"{budget.milliseconds:.0f} ms"] if budget.milliseconds else []
    TOLD.append(f"{benchmark.name}: {what}, budget {' and '.join(allowed)}")
