"""A pause after several wrong passphrases; it slows a person at the keyboard, nothing more."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.problems import TooManyTries, VaultProblem
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import write_atomically
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.files.documents import LARGEST, BadDocument, Json, canonical, mapping, parsed, whole
from vitalshift_desktop.vault.files.foreign_files import read_at_most
from vitalshift_desktop.vault.keys.header_files import read_copies

FREE_TRIES = 4
PAUSE = 30  # seconds

_waits_until: dict[tuple[DevicePaths, str], float] = {}  # by the monotonic clock, so that turning the clock is no help


class Throttle:
    """The count of wrong passphrases for each vault, kept on this computer."""

    def __init__(
        self, paths: DevicePaths, now: Callable[[], datetime], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._paths = paths
        self._now = now
        self._monotonic = monotonic

    def seconds_to_wait(self, vault_id: str) -> int:
        """How long until the next try, in whole seconds (0 to 30)."""
        kept = self._state().get(vault_id, {}).get("next_at", 0) - int(self._now().timestamp())
        here = _waits_until.get((self._paths, vault_id), 0.0) - self._monotonic()
        # A clock that was turned back must not shut anybody out for longer than one pause.
        kept = kept if kept <= PAUSE else 0
        return max(0, kept, int(-(-here // 1)))

    def failures(self, vault_id: str) -> int:
        """How many wrong passphrases there were since the vault was last opened."""
        return self._state().get(vault_id, {}).get("failures", 0)

    def check(self, vault_id: str) -> None:
        """Raise TooManyTries while the pause lasts."""
        seconds = self.seconds_to_wait(vault_id)
        if seconds:
            raise TooManyTries(seconds)

    def failed(self, vault_id: str) -> None:
        """Count a wrong passphrase; from the fifth on each starts a pause."""
        state = self._state()
        failures = min(state.get(vault_id, {}).get("failures", 0) + 1, 10**6)
        pause = PAUSE if failures > FREE_TRIES else 0
        state[vault_id] = {"failures": failures, "next_at": int(self._now().timestamp()) + pause if pause else 0}
        if pause:
            _waits_until[self._paths, vault_id] = self._monotonic() + pause
        self._keep(state)

    def cleared(self, vault_id: str) -> None:
        """Forget the wrong passphrases of this vault."""
        _waits_until.pop((self._paths, vault_id), None)
        state = self._state()
        if state.pop(vault_id, None) is not None:
            self._keep(state)

    def _state(self) -> dict[str, dict[str, int]]:
        try:
            document = parsed(read_at_most(self._paths.unlock_state, LARGEST + 1))
            return {vault_id: _counted(entry) for vault_id, entry in document.items()}
        except (OSError, BadDocument):
            return {}

    def _keep(self, state: dict[str, dict[str, int]]) -> None:
        document: dict[str, Json] = {vault_id: dict(entry) for vault_id, entry in state.items()}
        try:
            with told_as_problems():
                self._paths.made()
                write_atomically(self._paths.unlock_state, canonical(document))
        except VaultProblem:
            pass  # a full drive must not keep the counselor out; the pause of this session still holds


def _counted(entry: Json) -> dict[str, int]:
    part = mapping(entry)
    return {"failures": whole(part.get("failures"), 0, 10**6), "next_at": whole(part.get("next_at"), 0, 2**40)}


def seconds_to_wait(folder: Path, paths: DevicePaths, now: Callable[[], datetime]) -> int:
    """How long until this vault takes the next passphrase, in whole seconds; 0 also for a vault that cannot be read."""
    try:
        copies = read_copies(VaultPaths(folder), paths)
    except VaultProblem:
        return 0
    return Throttle(paths, now).seconds_to_wait(copies.headers[0].vault_id)
