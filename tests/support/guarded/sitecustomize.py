"""Runs first in every Python that a test starts: it may not touch the network either."""

from tests.support import network_guard

network_guard.install()
