"""The bell of locked records: it knows times and nothing else. Light on purpose: it is there before the app is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.bell import rung
from vitalshift_desktop.services.clock import Clock, SystemClock
from vitalshift_desktop.vault.files.bell_file import bell_files, read_bell, write_bell
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.files.system_lock import locked


class LockedBell:
    """Looks into the times that were left when the records were locked; nothing of the records is opened."""

    def __init__(self, clock: Clock, device: DevicePaths) -> None:
        self._clock = clock
        self._device = device
        self._heard: set[tuple[Path, datetime]] = set()

    @classmethod
    def here(cls, data: Path) -> "LockedBell":
        """The bell of this computer, whose own folder is `data`."""
        return cls(SystemClock(), DevicePaths(data))

    def rings(self) -> bool:
        """Whether something fell due since the last look; what rang does not ring again, whatever the clock does.

        Silent while another window has the bell: the open records' own, or that of another locked window.
        """
        files = bell_files(self._device)
        if not files:
            return False
        with _held(self._device.bell_lock) as is_ours:
            return is_ours and sum(self._rings_from(file) for file in files) > 0

    def _rings_from(self, file: Path) -> bool:
        before = read_bell(file)
        has_fallen, left = rung(before, self._clock.now())
        if not has_fallen:
            return False
        write_bell(self._device, file, left)
        # Where the file cannot be written, as on a full drive, it would ring again at every look.
        fallen = {(file, instant) for instant in set(before.due).difference(left.due)}
        is_new = not fallen <= self._heard
        self._heard |= fallen
        return is_new


@contextmanager
def _held(path: Path) -> Iterator[bool]:
    """Whether the lock is ours as long as the block lasts."""
    descriptor = locked(path)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            os.close(descriptor)
