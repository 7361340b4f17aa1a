"""In which folders a vault's backups were seen: kept on this computer, to be found when the vault does not open."""

from collections.abc import Iterable
from pathlib import Path

from vitalshift_desktop.vault.files.device_notes import read_notes, write_notes
from vitalshift_desktop.vault.files.device_paths import DevicePaths

_MOST = 12


class BackupFolders:
    """A short list of folders for each vault, by the place of the vault; no names of backups, nothing of the record."""

    def __init__(self, device: DevicePaths) -> None:
        self._device = device

    def note(self, vault: Path, vault_id: str, folders: Iterable[Path]) -> None:
        """Remember where the backups of this vault lie; written only when something is new."""
        known = read_notes(self._device.backup_folders)
        lines = [vault_id, *dict.fromkeys(str(folder) for folder in folders)]
        text = "\n".join(lines[: _MOST + 1])
        if known.get(str(vault)) != text:
            write_notes(self._device, self._device.backup_folders, {**known, str(vault): text})

    def of(self, vault: Path) -> tuple[Path, ...]:
        """The folders, those remembered for this vault and the ones of its neighbours on this computer."""
        known = read_notes(self._device.backup_folders)
        mine = known.get(str(vault), "").split("\n")[1:]
        others = [line for place, text in known.items() if place != str(vault) for line in text.split("\n")[1:]]
        return tuple(Path(line) for line in dict.fromkeys([*mine, *others]) if line)

    def vault_id(self, vault: Path) -> str:
        """The id of the vault that lay at this place; empty if it was never open here."""
        return read_notes(self._device.backup_folders).get(str(vault), "").partition("\n")[0]
