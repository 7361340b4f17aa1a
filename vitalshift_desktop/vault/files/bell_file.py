"""The times at which a locked vault's bell rings: a small file in the app's own folder, of times and nothing else.

It is not encrypted and anybody who can write there may forge it. So it is never believed further than a bell goes: what
is missing, too large, not in its one spelling or out of all reason counts as no file at all.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from vitalshift_desktop.domain.bell import MOST_TIMES, BellTimes
from vitalshift_desktop.vault.files.atomic_write import sweep, write_atomically
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.files.documents import (
    LARGEST,
    BadDocument,
    Json,
    canonical,
    expect_keys,
    parsed,
    text,
    whole,
)
from vitalshift_desktop.vault.files.foreign_files import read_at_most

FORMAT = 1
MOST_FILES = 16
FIRST_YEAR, LAST_YEAR = 2020, 2199
_NAME = re.compile(r"bell-[0-9a-f-]{36}\.json", re.ASCII)
_SPELLING = "%Y-%m-%dT%H:%MZ"


def bell_files(device: DevicePaths) -> tuple[Path, ...]:
    """The bell files of this computer, at most 16, by name; none where the folder cannot be read."""
    with suppress(OSError):
        return tuple(sorted(file for file in device.data.iterdir() if _NAME.fullmatch(file.name))[:MOST_FILES])
    return ()


def read_bell(file: Path) -> BellTimes:
    """The times in a bell file; none where it is missing, damaged or not ours."""
    try:
        document = parsed(read_at_most(file, LARGEST + 1))
        expect_keys(document, "due", "format", "rang")
        whole(document["format"], FORMAT, FORMAT)
        return BellTimes(_instants(document["due"]), _instants(document["rang"]))
    except (OSError, BadDocument):
        return BellTimes()


def write_bell(device: DevicePaths, file: Path, times: BellTimes) -> bool:
    """Put these times in place of the older ones; whether that was possible. Without times there is no file."""
    if times == BellTimes():
        return remove_bell(file)
    document: dict[str, Json] = {"format": FORMAT, "due": _spelled(times.due), "rang": _spelled(times.rang)}
    try:
        device.made()
        write_atomically(file, canonical(document))
    except OSError:
        return False  # the bell is a convenience; the vault does not hang on it
    return True


def remove_bell(file: Path) -> bool:
    """Take a bell file away, and what a crash left of one; whether it is gone."""
    try:
        file.unlink(missing_ok=True)
        sweep(file.parent, file.name)
    except OSError:
        return False
    return True


def _spelled(instants: Sequence[datetime]) -> list[Json]:
    return [instant.astimezone(UTC).strftime(_SPELLING) for instant in instants]


def _instants(value: Json) -> tuple[datetime, ...]:
    """The instants, in order and each once; raises BadDocument."""
    if not isinstance(value, list) or len(value) > MOST_TIMES:
        raise BadDocument
    instants = tuple(_instant(text(one)) for one in value)
    if list(instants) != sorted(set(instants)):
        raise BadDocument
    return instants


def _instant(spelled: str) -> datetime:
    try:
        instant = datetime.strptime(spelled, _SPELLING).replace(tzinfo=UTC)
    except ValueError:
        raise BadDocument from None
    if not FIRST_YEAR <= instant.year <= LAST_YEAR or instant.strftime(_SPELLING) != spelled:
        raise BadDocument
    return instant
