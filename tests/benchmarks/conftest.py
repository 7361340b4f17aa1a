import pytest

from tests.benchmarks.beside import TOLD
from tests.journeys.conftest import at_sample, master_practice, master_sample, sample

__all__ = ["at_sample", "master_practice", "master_sample", "sample"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was measured beside its budget, one line each."""
    for line in TOLD:
        terminalreporter.write_line(line)
