import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qInstallMessageHandler

from vitalshift_desktop.ui.crash_guard import LONGEST_REPORT, REPORT_NAME, CrashGuard

MARKER = "Maren-Tveit-said"


@pytest.fixture
def guard(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashGuard]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    earlier = qInstallMessageHandler(None)
    guard = CrashGuard(tmp_path / "data")
    guard.install()
    yield guard
    qInstallMessageHandler(earlier)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return tmp_path / "data" / REPORT_NAME


def test_the_report_holds_types_and_lines_and_nothing_of_the_words(guard: CrashGuard, report: Path) -> None:
    """E47: neither the words of the error nor a name of a folder."""
    _crash()
    text = report.read_text()
    assert "builtins.ValueError" in text
    assert "test_crash_guard.py:" in text
    assert "_fail" in text
    assert MARKER not in text
    assert str(report.parent) not in text


def test_what_is_typed_is_saved_before_anything_else(guard: CrashGuard, report: Path) -> None:
    steps: list[str] = []
    guard.rescue = lambda: steps.append("saved after the report" if report.exists() else "saved first")
    guard.tell = lambda file: steps.append(f"told of {file.name}")
    _crash()
    assert steps == ["saved first", f"told of {REPORT_NAME}"]


def test_it_is_told_once_however_often_it_happens(guard: CrashGuard, report: Path) -> None:
    told: list[Path] = []
    guard.tell = told.append
    for _time in range(3):
        _crash()
    assert told == [report]
    assert report.read_text().count("builtins.ValueError") == 3


def test_a_failing_rescue_is_reported_too_and_stops_nothing(guard: CrashGuard, report: Path) -> None:
    told: list[Path] = []

    def fail() -> None:
        raise OSError(28, MARKER)

    guard.rescue, guard.tell = fail, told.append
    _crash()
    text = report.read_text()
    assert "builtins.OSError" in text
    assert "builtins.ValueError" in text
    assert MARKER not in text
    assert told


def test_a_crash_on_another_thread_is_reported(guard: CrashGuard, report: Path) -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    assert "builtins.ValueError" in report.read_text()
    assert MARKER not in report.read_text()


def test_words_of_qt_stay_out_of_the_report(guard: CrashGuard, report: Path) -> None:
    qCritical(MARKER)
    assert "Qt QtCriticalMsg" in report.read_text()
    assert MARKER not in report.read_text()


def test_the_report_does_not_grow_for_ever(guard: CrashGuard, report: Path) -> None:
    report.parent.mkdir(exist_ok=True)
    report.write_bytes(b"\xff" + b"x" * (LONGEST_REPORT + 500))  # also when something else wrote into it
    _crash()
    assert len(report.read_text("utf-8")) <= LONGEST_REPORT
    assert "builtins.ValueError" in report.read_text("utf-8")


def test_a_place_that_cannot_be_written_to_makes_no_second_crash(tmp_path: Path, guard: CrashGuard) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    told: list[Path] = []
    guard.tell = told.append
    _crash()
    assert told


def _fail() -> None:
    words = MARKER
    raise ValueError(words)


def _crash() -> None:
    try:
        _fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
