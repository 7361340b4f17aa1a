"""The rest of the window's modules are read before they are needed, on the window's own thread."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.journeys.elsewhere import surroundings
from vitalshift_desktop.ui.reading_ahead import ReadingAhead

_ROOT = Path(__file__).resolve().parents[3]
_WIDGETS = ("vitalshift_desktop.ui", "PySide6", "pyqtgraph", "numpy")


def test_no_class_of_a_widget_is_made_beside_the_window(tmp_path: Path, home: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.support.start_watched", str(tmp_path)],
        env=surroundings(home),
        cwd=_ROOT,
        capture_output=True,
        timeout=120,
        check=True,
    )
    seen = json.loads(ended.stdout)
    assert not [name for name in seen["beside"] if name.startswith(_WIDGETS)]
    assert "vitalshift_desktop.services.workspace" in seen["beside"]
    assert {"vitalshift_desktop.ui.main_window", "pyqtgraph"} <= set(seen["read"])


def test_nothing_is_read_right_after_a_key(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "vitalshift_desktop.ui.study_help"
    monkeypatch.delitem(sys.modules, name, raising=False)
    reading = ReadingAhead(qapp, qapp)
    reading.start()
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(qapp, press)
    assert not _read_after(reading, name)
    reading.stop()
    another = ReadingAhead(qapp, qapp)
    another.start()
    assert _read_after(another, name)
    another.stop()


def _read_after(reading: ReadingAhead, name: str) -> bool:
    for _ in range(400):
        reading._timer.timeout.emit()
    return name in sys.modules
