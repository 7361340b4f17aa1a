"""A look at the files of a vault that does not open: named states, nothing of their content."""

from pathlib import Path

from vitalshift_desktop.domain.problems import KeySettingsOutOfBounds, VaultIsNewer
from vitalshift_desktop.domain.rescue import Diagnosis, FileState
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.files.documents import LARGEST, BadDocument
from vitalshift_desktop.vault.files.foreign_files import read_at_most
from vitalshift_desktop.vault.files.sync_folders import conflicts_in
from vitalshift_desktop.vault.keys.header import Header, read_header
from vitalshift_desktop.vault.keys.header_files import device_header

_PAGE = 4096


def diagnosed(folder: Path, device: DevicePaths) -> Diagnosis:
    """What lies in the folder, whatever state it is in; never raises, never writes. No connection may be open."""
    vault = VaultPaths(folder)
    size = _size(vault.database)
    return Diagnosis(
        folder=folder,
        headers=(_header_state(vault.headers[0]), _header_state(vault.headers[1])),
        device_copy=_kept_header(vault, device) is not None,
        records=_records_state(size),
        records_size=size or 0,
        log=FileState.PRESENT if _size(vault.log) else FileState.MISSING,
        conflicts=conflicts_in(folder),
    )


def vault_id_of(folder: Path, device: DevicePaths) -> str:
    """The vault's id, from whatever copy of its header is whole; empty if there is none."""
    for path in VaultPaths(folder).headers:
        header = _header(path)
        if isinstance(header, Header):
            return header.vault_id
    kept = _kept_header(VaultPaths(folder), device)
    return kept.vault_id if kept else ""


def _kept_header(vault: VaultPaths, device: DevicePaths) -> Header | None:
    try:
        return device_header(vault, device)
    except OSError:
        return None


def _header_state(path: Path) -> FileState:
    found = _header(path)
    return FileState.WHOLE if isinstance(found, Header) else found


def _header(path: Path) -> Header | FileState:
    try:
        content = read_at_most(path, LARGEST + 1)
    except FileNotFoundError:
        return FileState.MISSING
    except OSError:
        return FileState.DAMAGED
    if not content:
        return FileState.EMPTY
    try:
        return read_header(content)
    except VaultIsNewer:
        return FileState.NEWER
    except (BadDocument, KeySettingsOutOfBounds):
        return FileState.DAMAGED


def _records_state(size: int | None) -> FileState:
    if size is None:
        return FileState.MISSING
    if size == 0:
        return FileState.EMPTY
    return FileState.CUT if size % _PAGE else FileState.PRESENT


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
