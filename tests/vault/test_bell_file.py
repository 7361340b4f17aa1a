"""The file of due times: what stands in it, and what may lie in its place without doing harm."""

import json
import os
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from vitalshift_desktop.domain.bell import MOST_TIMES, BellTimes
from vitalshift_desktop.vault.files.bell_file import MOST_FILES, bell_files, read_bell, remove_bell, write_bell
from vitalshift_desktop.vault.files.device_paths import DevicePaths

VAULT = "0b9f4a3e-5a52-4c3f-9a0e-6a3f2f6b1c77"
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
TEN = NINE + timedelta(hours=1)


@pytest.fixture
def device(tmp_path: Path) -> DevicePaths:
    return DevicePaths(tmp_path / "data")


@pytest.fixture
def file(device: DevicePaths) -> Path:
    device.made()
    return device.bell(VAULT)


def spelled(**changed: object) -> bytes:
    document = {"due": ["2026-03-02T10:00Z"], "format": 1, "rang": []} | changed
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()


def test_e55_it_holds_times_and_nothing_else(device: DevicePaths, file: Path) -> None:
    assert write_bell(device, file, BellTimes((TEN,), (NINE,)))
    assert file.read_bytes() == b'{"due":["2026-03-02T10:00Z"],"format":1,"rang":["2026-03-02T09:00Z"]}'
    assert read_bell(file) == BellTimes((TEN,), (NINE,))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_this_user_can_read_it_or_its_folder(device: DevicePaths) -> None:
    file = device.bell(VAULT)
    write_bell(device, file, BellTimes((TEN,)))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_without_times_there_is_no_file(device: DevicePaths, file: Path) -> None:
    write_bell(device, file, BellTimes((TEN,)))
    assert write_bell(device, file, BellTimes())
    assert list(device.data.iterdir()) == []


def test_taking_it_away_takes_what_a_crash_left_of_it(device: DevicePaths, file: Path) -> None:
    write_bell(device, file, BellTimes((TEN,)))
    file.with_name(f"{file.name}.part-0a1b2c3d").write_bytes(b"half")
    other = device.data / "device.ini.part-0a1b2c3d"
    other.write_bytes(b"not of the bell")
    assert remove_bell(file)
    assert list(device.data.iterdir()) == [other]


FORGED = {
    "empty": b"",
    "not JSON": b"\x00\xff",
    "deep": b"[" * 60_000,
    "a list": b"[]",
    "another format": spelled(format=2),
    "a truth for a number": spelled(format=True),
    "more than times": spelled(title="Call Maren"),
    "less than times": b'{"due":[],"format":1}',
    "spelled otherwise": json.dumps({"due": [], "format": 1, "rang": []}).encode(),
    "no list": spelled(due="2026-03-02T10:00Z"),
    "a number for a time": spelled(due=[1772445600]),
    "seconds": spelled(due=["2026-03-02T10:00:07Z"]),
    "another zone": spelled(due=["2026-03-02T10:00+02:00"]),
    "short digits": spelled(due=["2026-3-2T10:00Z"]),
    "no such day": spelled(due=["2026-02-30T10:00Z"]),
    "long ago": spelled(due=["1970-01-01T00:00Z"]),
    "far away": spelled(due=["9999-12-31T23:59Z"]),
    "twice": spelled(due=["2026-03-02T10:00Z", "2026-03-02T10:00Z"]),
    "out of order": spelled(due=["2026-03-02T10:00Z", "2026-03-02T09:00Z"]),
    "too many": spelled(
        due=[f"2026-03-{2 + n // 1440:02}T{n // 60 % 24:02}:{n % 60:02}Z" for n in range(MOST_TIMES + 1)]
    ),
    "huge": b'{"due":["' + b"9" * 5_000_000 + b'"],"format":1,"rang":[]}',
}


@pytest.mark.parametrize("what", FORGED)
def test_a_forged_or_damaged_file_counts_as_none(file: Path, what: str) -> None:
    file.write_bytes(FORGED[what])
    assert read_bell(file) == BellTimes()


def test_as_many_times_as_are_written_can_be_read(device: DevicePaths, file: Path) -> None:
    times = BellTimes(tuple(NINE + timedelta(minutes=n) for n in range(MOST_TIMES)))
    assert write_bell(device, file, times)
    assert read_bell(file) == times


def test_a_folder_in_its_place_is_neither_read_nor_written_over(device: DevicePaths, file: Path) -> None:
    file.mkdir()
    assert read_bell(file) == BellTimes()
    assert not write_bell(device, file, BellTimes((TEN,)))
    assert not remove_bell(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_in_its_place_holds_nobody_up(device: DevicePaths, file: Path) -> None:
    os.mkfifo(file)
    assert read_bell(file) == BellTimes()
    assert write_bell(device, file, BellTimes((TEN,)))
    assert read_bell(file) == BellTimes((TEN,))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_its_place_is_replaced_and_what_it_leads_to_stays(
    device: DevicePaths, file: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "letter"
    elsewhere.write_bytes(b"mine")
    file.symlink_to(elsewhere)
    assert write_bell(device, file, BellTimes((TEN,)))
    assert elsewhere.read_bytes() == b"mine"
    assert not file.is_symlink()


def test_files_are_found_by_their_names_alone_and_never_too_many(device: DevicePaths, file: Path) -> None:
    assert bell_files(DevicePaths(device.data / "missing")) == ()
    for name in ("bell-.json", "bell-../x.json".replace("/", "_"), f"bell-{VAULT}.json.part-00", "bell-x.json"):
        (device.data / name).touch()
    assert bell_files(device) == ()
    for n in range(MOST_FILES + 3):
        device.bell(f"{VAULT[:-2]}{n:02}").touch()
    assert len(bell_files(device)) == MOST_FILES
