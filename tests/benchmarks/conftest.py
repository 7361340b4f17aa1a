import pytest

from tests.benchmarks.beside import TOLD
from tests.journeys.conftest import at_sample, master_practice, master_sample, sample

__all__ = ["at_sample", "master_practice", "master_sample", "sample"]


@pytest.fixture(scope="session", autouse=True)
def kept_statements() -> None:
    """None are kept: what is measured is the app as it is, which puts them together for each vault."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was measured beside its budget, one line each."""
    for line in TOLD:
        terminalreporter.write_line(line)
