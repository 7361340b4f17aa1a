"""The bell of open records: what fell due, and the times that are left behind for when they are locked."""

import os
from datetime import date, timedelta
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.bell import LONGEST_AHEAD, DueTime, begun, left_by, listened
from vitalshift_desktop.domain.due_dates import heeded_day
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.vault.files.bell_file import bell_files, read_bell, remove_bell, write_bell
from vitalshift_desktop.vault.files.system_lock import locked
from vitalshift_desktop.vault.vault import Vault

_ZONES_APART = timedelta(days=2)  # the civil days of one instant lie no further apart


class Bell:
    """Each reminder rings once for each time it is due. What it leaves outside the vault are times and nothing else."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._heard = begun((), (), clock.now())
        self._lock: int | None = None

    def begin(self) -> None:
        """Look from now on: what is due by now stands on Today and does not ring, nor does what rang while locked."""
        now = self._clock.now()
        self._heard = begun(self._due_by(today(self._clock)), read_bell(self._file).rang, now)

    def ring(self) -> int:
        """How many reminders fell due since the last look, each counted once."""
        count, self._heard = listened(self._heard, self._due_by(today(self._clock)), self._clock.now())
        return count

    def leave(self) -> bool:
        """Leave the times of the next two months in the app's folder; whether that was possible.

        From then on only this window rings, until the records are closed.
        """
        if self._lock is None:
            self._lock = locked(self._vault.device.bell_lock)
        due = self._due_by(today(self._clock) + LONGEST_AHEAD)
        return write_bell(self._vault.device, self._file, left_by(self._heard, due, self._clock.now()))

    def allow(self) -> bool:
        """The counselor wants the times left on this computer: leave them, and note it; whether that was possible."""
        if not self.leave():
            self._take_away()
            return False
        self._note(is_on=True)
        return True

    def forget(self) -> bool:
        """Take away all that was left for a bell on this computer, and note it; whether nothing is left."""
        is_gone = self._take_away()
        self._note(is_on=False)
        return is_gone

    def close(self) -> None:
        """Let other windows ring."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _take_away(self) -> bool:
        self.close()
        device = self._vault.device
        left = [file for file in (*bell_files(device), device.bell_lock) if not remove_bell(file)]
        return not left

    def _note(self, *, is_on: bool) -> None:
        with self._vault.write() as work:
            work.audit.append(AuditAct.BELL_SWITCHED, on=is_on)

    @property
    def _file(self) -> Path:
        return self._vault.device.bell(self._vault.vault_id)

    def _due_by(self, day: date) -> tuple[DueTime, ...]:
        with self._vault.read() as work:
            closures, dated = work.closures.all(), work.reminders.open_days(day + _ZONES_APART)
        return tuple(DueTime(one.id, heeded_day(one, closures), one.at, one.zone) for one in dated)
