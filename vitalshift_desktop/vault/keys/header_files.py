"""Where headers lie: two copies in the vault, and a third on this computer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vitalshift_desktop.domain.problems import (
    HeaderDamaged,
    HeaderMissing,
    KeySettingsOutOfBounds,
    VaultIsNewer,
    VaultNotFound,
    VaultProblem,
)
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import PreparedFile, write_atomically
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.files.documents import LARGEST, BadDocument
from vitalshift_desktop.vault.files.foreign_files import NotAFile, read_at_most
from vitalshift_desktop.vault.keys.header import Header, read_header

_NO_HEADER = b"\x00"  # reads as a damaged copy


@dataclass(frozen=True, slots=True)
class HeaderCopies:
    """The different whole headers that were found, newest first; `alike` says that both copies are the same."""

    headers: tuple[Header, ...]
    alike: bool


def read_copies(vault: VaultPaths, device: DevicePaths) -> HeaderCopies:
    """The headers of a vault.

    Raises VaultNotFound, HeaderMissing, HeaderDamaged, VaultIsNewer or KeySettingsOutOfBounds if no copy can be used.
    """
    contents = [_content(vault, index) for index in range(len(vault.headers))]
    headers: list[Header] = []
    problem: VaultProblem | None = None
    for content in contents:
        try:
            header = read_header(content) if content else None
        except BadDocument:
            continue
        except (VaultIsNewer, KeySettingsOutOfBounds) as refused:
            problem = refused
            continue
        if header and header not in headers:
            headers.append(header)
    if headers and not isinstance(problem, VaultIsNewer):
        headers.sort(key=lambda header: header.seq, reverse=True)
        return HeaderCopies(tuple(headers), alike=contents[0] == contents[1])
    raise problem or _nothing_whole(vault, device, contents)


def device_header(vault: VaultPaths, device: DevicePaths) -> Header | None:
    """This computer's copy of the header, found by the salt at the head of the records; no connection may be open."""
    if not vault.has_records():
        return None
    salt = vault.database_salt()
    for path in sorted(device.data.glob("header-*.hdr")):
        try:
            header = read_header(read_at_most(path, LARGEST + 1))
        except (OSError, BadDocument, VaultIsNewer, KeySettingsOutOfBounds):
            continue
        if header.salt == salt:
            return header
    return None


def write_copies(vault: VaultPaths, device: DevicePaths, header: Header) -> None:
    """Write both copies and this computer's, one after the other; DiskFull or FolderIsReadOnly leave the old ones."""
    with prepared_copies(vault, device, header) as publish:
        publish()


class _Copies:
    """Headers prepared on the drive, published together."""

    def __init__(self, vault: VaultPaths, device: DevicePaths, header: Header) -> None:
        self._device = device
        self._header = header
        self._files: list[PreparedFile] = []
        try:
            for path in vault.headers:
                self._files.append(PreparedFile(path, header.to_bytes()))
        except BaseException:
            self.discard()
            raise

    def publish(self) -> None:
        """Put the copies in place; this computer's own copy may fail, the vault opens without it."""
        with told_as_problems():
            for file in self._files:
                file.publish()
        keep_on_device(self._device, self._header)

    def discard(self) -> None:
        """Throw away what was not published."""
        for file in self._files:
            file.discard()


@contextmanager
def prepared_copies(vault: VaultPaths, device: DevicePaths, header: Header) -> Iterator[Callable[[], None]]:
    """Headers that already lie safely on the drive; they count only once the yielded function is called."""
    with told_as_problems():
        copies = _Copies(vault, device, header)
    try:
        yield copies.publish
    finally:
        copies.discard()


def keep_on_device(device: DevicePaths, header: Header) -> None:
    """Keep this computer's copy of the header; failing to do so harms nothing."""
    try:
        with told_as_problems():
            device.made()
            kept, data = device.header(header.vault_id), header.to_bytes()
            if not _holds(kept, data):
                write_atomically(kept, data)
    except VaultProblem:
        pass  # the vault's own two copies are what counts


def _holds(path: Path, data: bytes) -> bool:
    """Whether the file is just this already; then nothing has to be written and waited for."""
    try:
        return _bytes_of(path) == data
    except OSError:
        return False


def _content(vault: VaultPaths, index: int) -> bytes:
    """One copy's bytes; none if it is missing. A file too large to be a header reads as damaged."""
    try:
        with told_as_problems():
            return _bytes_of(vault.headers[index])
    except VaultProblem:
        if vault.headers[index].exists():
            raise
        return b""


def _bytes_of(path: Path) -> bytes:
    try:
        return read_at_most(path, LARGEST + 1)
    except NotAFile:
        return _NO_HEADER


def _nothing_whole(vault: VaultPaths, device: DevicePaths, contents: list[bytes]) -> VaultProblem:
    if not any(contents) and not vault.looks_like_a_vault():
        return VaultNotFound()
    has_copy = device_header(vault, device) is not None
    return HeaderDamaged(device_copy=has_copy) if any(contents) else HeaderMissing(device_copy=has_copy)
