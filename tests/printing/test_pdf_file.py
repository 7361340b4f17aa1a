import errno
import os
import stat
from pathlib import Path

import pytest

from vitalshift_desktop.domain.problems import DiskFull, FolderIsReadOnly
from vitalshift_desktop.printing.pdf_file import file_name, save_pdf


def test_a_saved_file_is_whole_and_readable_by_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    save_pdf(path, b"%PDF words")
    assert path.read_bytes() == b"%PDF words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["summary.pdf"]


def test_an_older_file_of_the_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"older")
    path.chmod(0o644)
    save_pdf(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_a_problem_to_act_on(tmp_path: Path) -> None:
    with pytest.raises(FolderIsReadOnly):
        save_pdf(tmp_path / "gone" / "summary.pdf", b"x")


def test_a_full_drive_leaves_the_older_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"older")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        save_pdf(path, b"newer")
    assert path.read_bytes() == b"older"
    assert [entry.name for entry in tmp_path.iterdir()] == ["summary.pdf"]


def test_a_problem_carries_nothing_of_the_content(tmp_path: Path) -> None:
    with pytest.raises(FolderIsReadOnly) as caught:
        save_pdf(tmp_path / "gone" / "summary.pdf", b"Maren")
    assert caught.value.__context__ is None
    assert not caught.value.args


def test_the_proposed_name_holds_only_the_serial() -> None:
    assert file_name("summary", "26-0042") == "summary-26-0042.pdf"
