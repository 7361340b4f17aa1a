"""The files in which a client's answers wait for the vault to be opened."""

import hashlib
import os
import re
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from vitalshift_desktop.vault.files.atomic_write import replace, sync_folder, write_atomically
from vitalshift_desktop.vault.files.foreign_files import NotAFile, read_at_most

_BEGIN, _END = "handover-", ".sealed"
_ASIDE = "refused-"
_TAG = re.compile(r"[0-9a-f]{32}")
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """One file of answers: its name, the tag in it, and its bytes; None where something else than a file lies there.

    `tag` is "" in a name that is not of our making. `is_unreadable` says that a file lies there whose bytes the system
    does not give now, such as while another program holds it.
    """

    name: str
    tag: str
    data: bytes | None
    is_unreadable: bool = False

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes in hex; "" where there are none."""
        return "" if self.data is None else hashlib.sha256(self.data).hexdigest()


def new_tag() -> str:
    """A random name for one hand-over; it means nothing."""
    return secrets.token_hex(16)


def handover_file(folder: Path, tag: str) -> Path:
    """Where the answers of a hand-over are sealed; raises ValueError for a tag that was not drawn by `new_tag`."""
    if not _TAG.fullmatch(tag):
        raise ValueError("not a tag")
    return folder / f"{_BEGIN}{tag}{_END}"


def write_sealed(folder: Path, tag: str, data: bytes) -> None:
    """Put the sealed answers in place of what was sealed for this hand-over before, durably."""
    write_atomically(handover_file(folder, tag), data)


def waiting_files(folder: Path, most: int) -> tuple[WaitingFile, ...]:
    """Every file of answers by name, with at most `most` bytes and one more; links are not followed."""
    names = sorted(path.name for path in folder.glob(f"{_BEGIN}*{_END}"))
    return tuple(_waiting(folder, name, most) for name in names)


def set_aside(folder: Path, name: str) -> str:
    """Move a file that is not taken in out of the way, unharmed, and give its new name.

    A name that is not of our making is not kept: it may be too long, or read as something else than it is.
    """
    tag = _tag(name) or secrets.token_hex(16)
    new = f"{_ASIDE}{_BEGIN}{tag}{_END}"
    if os.path.lexists(folder / new):
        new = f"{_ASIDE}{_BEGIN}{tag}-{secrets.token_hex(4)}{_END}"
    replace(folder / name, folder / new)
    return new


def shown_name(name: str) -> str:
    """The name of a file as it may be shown: short, and without anything that does not print."""
    return re.sub(r"[^A-Za-z0-9._-]", "?", name)[:_LONGEST_SHOWN]


def remove_taken(folder: Path, name: str, digest: str, most: int) -> None:
    """Remove a file whose answers are in the vault, durably, unless other bytes lie there by now."""
    try:
        data = _content(folder / name, most)
    except FileNotFoundError:
        return
    if data is not None and hashlib.sha256(data).hexdigest() == digest:
        (folder / name).unlink(missing_ok=True)
        sync_folder(folder)


def _waiting(folder: Path, name: str, most: int) -> WaitingFile:
    try:
        return WaitingFile(name, _tag(name), _content(folder / name, most))
    except OSError:
        return WaitingFile(name, _tag(name), None, is_unreadable=True)


def _tag(name: str) -> str:
    tag = name[len(_BEGIN) : -len(_END)]
    return tag if _TAG.fullmatch(tag) else ""


def _content(path: Path, most: int) -> bytes | None:
    if not stat.S_ISREG(path.lstat().st_mode):
        return None
    try:
        return read_at_most(path, most + 1)
    except NotAFile:
        return None
