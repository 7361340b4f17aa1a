"""Folders that a service copies to the internet or to other computers: known by name, by marker, by configuration."""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from vitalshift_desktop.domain.vault_places import SyncProvider, conflict_copies, provider_by_name

_LARGEST = 1024 * 1024  # bytes of a configuration that are looked at
_MARKERS = {
    ".dropbox": SyncProvider.DROPBOX,
    ".dropbox.cache": SyncProvider.DROPBOX,
    ".stfolder": SyncProvider.SYNCTHING,
    ".tmp.drivedownload": SyncProvider.GOOGLE_DRIVE,
    ".tmp.driveupload": SyncProvider.GOOGLE_DRIVE,
    ".nextcloudsync.log": SyncProvider.NEXTCLOUD,
    ".owncloudsync.log": SyncProvider.NEXTCLOUD,
}
_NEXTCLOUD_JOURNALS = (".sync_*.db", "._sync_*.db")
_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NEXTCLOUD_FOLDER = re.compile(r"^[^\n=]*localPath=(.+)$", re.MULTILINE)


def looks_synced(path: Path, environment: Mapping[str, str] | None = None) -> SyncProvider | None:
    """The service that seems to copy this place about, or None; the place itself need not be there yet."""
    known = os.environ if environment is None else environment
    for place in _both(path):
        found = provider_by_name(place) or _by_marker(place) or _by_configuration(place, known)
        if found:
            return found
    return None


def conflicts_in(folder: Path) -> tuple[str, ...]:
    """Names of second versions that a service made of the vault's files in this folder."""
    try:
        return conflict_copies(path.name for path in folder.iterdir())
    except OSError:
        return ()


def _both(path: Path) -> Iterator[Path]:
    """The path as it was given, and where it really leads."""
    given = Path(os.path.abspath(path))  # noqa: PTH100 -- `resolve` would follow links, which comes second
    yield given
    try:
        real = given.resolve()
    except (OSError, RuntimeError):
        return
    if real != given:
        yield real


def _by_marker(place: Path) -> SyncProvider | None:
    home = Path.home()
    for folder in (place, *place.parents):
        for name, provider in _MARKERS.items():
            # A home holds the program's own `.dropbox` settings without being copied about.
            if not (folder == home and name.startswith(".dropbox")) and os.path.lexists(folder / name):
                return provider
        if any(_has(folder, pattern) for pattern in _NEXTCLOUD_JOURNALS):
            return SyncProvider.NEXTCLOUD
    return None


def _has(folder: Path, pattern: str) -> bool:
    try:
        return next(folder.glob(pattern), None) is not None
    except OSError:
        return False


def _by_configuration(place: Path, known: Mapping[str, str]) -> SyncProvider | None:
    for provider, folder in _configured(known):
        if folder.is_absolute() and place.is_relative_to(folder):
            return provider
    return None


def _configured(known: Mapping[str, str]) -> Iterator[tuple[SyncProvider, Path]]:
    home = Path.home()
    for name in _ONEDRIVE:
        if known.get(name):
            yield SyncProvider.ONEDRIVE, Path(known[name])
    for folder in _dropbox_folders((home / ".dropbox", *_under(known, "APPDATA", "LOCALAPPDATA", name="Dropbox"))):
        yield SyncProvider.DROPBOX, folder
    for folder in _nextcloud_folders(home, known):
        yield SyncProvider.NEXTCLOUD, folder
    if sys.platform == "darwin":
        for name in ("Documents", "Desktop"):
            if (home / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / name).exists():
                yield SyncProvider.ICLOUD, home / name


def _under(known: Mapping[str, str], *variables: str, name: str) -> tuple[Path, ...]:
    return tuple(Path(known[variable]) / name for variable in variables if known.get(variable))


def _dropbox_folders(places: tuple[Path, ...]) -> Iterator[Path]:
    for place in places:
        try:
            accounts = json.loads(_text(place / "info.json"))
        except ValueError:
            continue
        for account in accounts.values() if isinstance(accounts, dict) else ():
            if isinstance(account, dict) and isinstance(account.get("path"), str):
                yield Path(account["path"])


def _nextcloud_folders(home: Path, known: Mapping[str, str]) -> Iterator[Path]:
    settings = (
        *(Path(known.get("XDG_CONFIG_HOME") or home / ".config") / name for name in ("Nextcloud", "ownCloud")),
        *(home / "Library" / "Preferences" / name for name in ("Nextcloud", "ownCloud")),
        *_under(known, "APPDATA", name="Nextcloud"),
        *_under(known, "APPDATA", name="ownCloud"),
    )
    for folder in settings:
        for match in _NEXTCLOUD_FOLDER.finditer(_text(folder / f"{folder.name.lower()}.cfg")):
            yield Path(match.group(1).strip())


def _text(file: Path) -> str:
    """The beginning of a configuration; nothing where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""
