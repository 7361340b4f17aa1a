"""Runs first in every Python that a test starts: it may not touch the network either."""

import sys

from tests.support import network_guard

network_guard.install()

if "--show-form" in sys.orig_argv:  # the app has become the process in which a client answers
    from tests.support import typed_from_outside

    typed_from_outside.listen()
