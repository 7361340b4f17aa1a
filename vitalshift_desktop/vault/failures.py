"""Errors of the system and of the database, told as problems the counselor can act on."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlcipher3 import dbapi2

from vitalshift_desktop.domain.problems import (
    DiskFull,
    DriveFailed,
    FolderIsReadOnly,
    VaultInUse,
    VaultIsDamaged,
    VaultIsLocked,
    VaultProblem,
)

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_LEAVE = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG}
# SQLite's primary result codes: https://www.sqlite.org/rescode.html
_BUSY, _LOCKED, _READ_ONLY, _INTERRUPTED, _IO_ERROR = 5, 6, 8, 9, 10
_CORRUPT, _FULL, _CANNOT_OPEN, _NOT_A_DATABASE = 11, 13, 14, 26
_LITTLE_ROOM = 64 * 1024  # SQLite's log index grows by half of this
_BY_CODE: dict[int, type[VaultProblem]] = {
    _BUSY: VaultInUse,
    _LOCKED: VaultInUse,
    _READ_ONLY: FolderIsReadOnly,
    _INTERRUPTED: VaultIsLocked,
    _IO_ERROR: DriveFailed,
    _CORRUPT: VaultIsDamaged,
    _FULL: DiskFull,
    _CANNOT_OPEN: FolderIsReadOnly,
    _NOT_A_DATABASE: VaultIsDamaged,
}

# SQLCipher's export fails with the general code 1 and only says in SQLite's fixed words what was the matter.
_BY_WORDS: dict[str, type[VaultProblem]] = {
    "database or disk is full": DiskFull,
    "disk I/O error": DriveFailed,
    "database disk image is malformed": VaultIsDamaged,
}


def problem_of(error: BaseException) -> VaultProblem | None:
    """The problem behind an error, or None if it is a fault of ours."""
    if isinstance(error, DBAPIError):
        return None if isinstance(error, IntegrityError) else problem_of(error.orig) if error.orig else None
    if isinstance(error, PoolTimeout):
        return VaultInUse()
    if isinstance(error, dbapi2.Error):
        return _database_problem(error)
    if isinstance(error, OSError):
        return _system_problem(error)
    return None


@contextmanager
def told_as_problems(*, system: bool = True, drive: Path | None = None) -> Iterator[None]:
    """Errors of the database inside, with `system` also those of files, leave as problems without their texts.

    An error of the drive that holds `drive` is called a full drive if there is no room left on it: SQLite does not
    tell the two apart where its log's index cannot grow.
    """
    problem: VaultProblem | None
    try:
        yield
        return
    except (DBAPIError, PoolTimeout, dbapi2.Error, OSError) as error:
        problem = problem_of(error) if system or not isinstance(error, OSError) else None
        if problem is None:
            raise
    if isinstance(problem, DriveFailed) and drive and _is_full(drive):
        problem = DiskFull()
    raise problem


def _is_full(place: Path) -> bool:
    try:
        return shutil.disk_usage(place).free < _LITTLE_ROOM
    except OSError:
        return False


def _database_problem(error: Exception) -> VaultProblem | None:
    if isinstance(error, dbapi2.ProgrammingError) and "closed" in str(error):
        return VaultIsLocked()
    code = getattr(error, "sqlite_errorcode", None) or 0
    kind = _BY_CODE.get(code & 0xFF) or _BY_WORDS.get(str(error))
    return kind() if kind else None


def _system_problem(error: OSError) -> VaultProblem:
    if error.errno in _NO_ROOM:
        return DiskFull()
    if error.errno in _NO_LEAVE:
        return FolderIsReadOnly()
    return DriveFailed()
