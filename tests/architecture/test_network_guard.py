"""The guard against the network sees what it should see, in this process and in those a test starts."""

import socket
import subprocess
import sys

import pytest

from tests.support import network_guard
from tests.support.network_guard import NetworkTouched

_ADDRESS = "counselor.invalid"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_socket_is_refused(family: socket.AddressFamily) -> None:
    with pytest.raises(NetworkTouched):
        socket.socket(family)
    assert len(network_guard.take_touches()) == 1


def test_a_name_cannot_be_looked_up() -> None:
    with pytest.raises(NetworkTouched):
        socket.getaddrinfo(_ADDRESS, 443)
    assert len(network_guard.take_touches()) == 1


def test_sockets_inside_this_computer_are_allowed() -> None:
    one, other = socket.socketpair()
    one.close()
    other.close()
    assert network_guard.take_touches() == []


def test_a_program_that_a_test_starts_is_guarded_as_well() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "NetworkTouched" in done.stderr
