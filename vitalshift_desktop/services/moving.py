"""Moving a locked vault to another folder, as it was asked for while it was open."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.vault.files.device_notes import read_notes, write_notes
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.files.sync_folders import looks_synced
from vitalshift_desktop.vault.moving import moved

_FROM, _TO = "from", "to"


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """From where to where a vault is to be moved."""

    source: Path
    target: Path


class Moving:
    """What this computer remembers of moves: the next one, and where vaults lay before."""

    def __init__(self, clock: Clock, device: DevicePaths) -> None:
        self._clock = clock
        self._device = device

    def request(self, source: Path, target: Path) -> None:
        """Remember that the vault is to be moved before it is opened again."""
        write_notes(self._device, self._device.move_request, {_FROM: str(source), _TO: str(target)})

    def requested(self, source: Path) -> MoveRequest | None:
        """The move that was asked for this vault, or None; nobody here asks for one into a synced folder."""
        notes = read_notes(self._device.move_request)
        if notes.get(_FROM) != str(source) or not Path(notes.get(_TO, "")).is_absolute():
            return None
        return None if looks_synced(Path(notes[_TO])) else MoveRequest(source, Path(notes[_TO]))

    def forget_request(self) -> None:
        """The move is done, or not wanted any more."""
        write_notes(self._device, self._device.move_request, {})

    def run(self, request: MoveRequest, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Path:
        """Move the locked vault; slow. Raises what `moved` raises; then it lies where it was."""
        aside = moved(request.source, request.target, self._clock.now(), progress, cancelled)
        self.forget_request()
        places = read_notes(self._device.old_places)
        write_notes(self._device, self._device.old_places, {**places, str(request.target): str(aside)})
        return request.target

    def old_place(self, folder: Path) -> Path | None:
        """Where the copy lies that moving this vault left behind, if it is still there."""
        text = read_notes(self._device.old_places).get(str(folder))
        return Path(text) if text and Path(text).is_dir() else None

    def forget_old_place(self, folder: Path) -> None:
        """Nothing is left at the old place."""
        places = read_notes(self._device.old_places)
        places.pop(str(folder), None)
        write_notes(self._device, self._device.old_places, places)
