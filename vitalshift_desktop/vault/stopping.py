"""Stopping a look into the vault that nobody waits for any more, without touching what others do in it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from vitalshift_desktop.domain.problems import VaultIsLocked
from vitalshift_desktop.vault.connection import RawConnection


class Stopper:
    """Given to looks into the vault, one after the other; `stop` ends the one at hand and those that come later."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._raw: RawConnection | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """End it, from any thread; the look raises VaultIsLocked, and so does every later one with this stopper."""
        with self._guard:
            self._is_stopped = True
            if self._raw is not None:
                self._raw.interrupt()

    @contextmanager
    def watching(self, raw: RawConnection) -> Iterator[None]:
        """While this lasts a stop interrupts this connection; never later, when it may be somebody else's."""
        with self._guard:
            if self._is_stopped:
                raise VaultIsLocked
            self._raw = raw
        try:
            yield
        finally:
            with self._guard:
                self._raw = None
