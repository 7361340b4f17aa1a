"""Keys for a process of the app that the test did not write: it hears them, line by line, on its standard input."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_LATE = "vitalshift_desktop.ui.handover.form_window"  # loaded once there is an application
_SOON = 20  # milliseconds


def listen() -> None:
    """Press what is told from now on, and say which page is shown then."""
    threading.Thread(target=_hear, daemon=True).start()


def _hear() -> None:
    heard = b""
    while more := os.read(0, 4096):
        heard += more
        *lines, heard = heard.split(b"\n")
        for line in lines:
            _press_soon(json.loads(line))


def _press_soon(keys: list[str]) -> None:
    while _LATE not in sys.modules:
        time.sleep(_SOON / 1000)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert app is not None
    QTimer.singleShot(0, app, lambda: _press(keys))


def _press(keys: list[str]) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QStackedWidget

    if QApplication.focusWidget() is None:
        QTimer.singleShot(_SOON, lambda: _press(keys))
        return
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, _key(key))
    focus = QApplication.focusWidget()
    stack = focus.window().findChild(QStackedWidget) if focus is not None else None
    page = stack.currentWidget() if isinstance(stack, QStackedWidget) else None
    print(json.dumps({"what": "pressed", "page": type(page).__name__}), flush=True)


def _key(name: str) -> Qt.Key:
    """A digit's key, or the one that Qt calls so."""
    from PySide6.QtCore import Qt

    return Qt.Key(ord(name)) if len(name) == 1 else Qt.Key[f"Key_{name}"]
