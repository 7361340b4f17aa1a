"""A private bus with a small desktop on it, and our own connection to it."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection

from tests.journeys.elsewhere import surroundings
from tests.support.private_bus import DAEMON, REASON, private_bus

_ROOT = Path(__file__).resolve().parents[3]
_NAMES = count()


class DesktopElsewhere:
    """The other process: things happen when they are told to."""

    def __init__(self, address: str, home: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.desktop_services", address],
            env=surroundings(home),
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self.hear() == "served"

    def hear(self) -> str:
        """The next thing it says."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().decode().strip()

    def let(self, line: str) -> None:
        """Let something happen and come back when it did."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()
        assert self.hear() == f"done {line}"

    def end(self) -> None:
        """Go away."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def bus_address(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Iterator[str]:
    if DAEMON is None:
        pytest.skip(REASON)
    with private_bus(home) as address:
        yield address


@pytest.fixture
def desktop_elsewhere(bus_address: str, home: Path) -> Iterator[DesktopElsewhere]:
    """Mutter, screen savers, logind and UPower on the private bus."""
    other = DesktopElsewhere(bus_address, home)
    yield other
    other.end()


@pytest.fixture
def bus(bus_address: str, qapp: QCoreApplication) -> Iterator[QDBusConnection]:
    """Our own connection to the private bus."""
    name = f"test-{next(_NAMES)}"
    yield QDBusConnection.connectToBus(bus_address, name)
    QDBusConnection.disconnectFromBus(name)
