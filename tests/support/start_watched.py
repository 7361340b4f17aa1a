"""Starts the app in a process of its own and notes on which thread each module was first looked for.

Called with the folder for its data; prints, as JSON, the modules looked for beside the window's thread and those read.
"""

import json
import sys
import threading
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QTimer

from vitalshift_desktop.startup import App, Places
from vitalshift_desktop.ui.application import dress, make_application
from vitalshift_desktop.ui.dialogs import SystemDialogs
from vitalshift_desktop.ui.reading_ahead import ReadingAhead


class Watching(MetaPathFinder):
    """Finds nothing; remembers what was looked for on another thread than the first."""

    def __init__(self) -> None:
        self.beside: list[str] = []

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if threading.current_thread() is not threading.main_thread():
            self.beside.append(fullname)
        return None


def main(folder: Path) -> None:
    """Start, wait until everything was read, print what was seen, and end."""
    watching = Watching()
    sys.meta_path.insert(0, watching)
    application = make_application(["vitalshift"])
    app = App(application, Places(folder, folder), dialogs=SystemDialogs(), relaunch=application.quit)
    dress(application, app.settings)
    app.start()
    reading = app.findChild(ReadingAhead)
    assert reading is not None
    was_reading = False

    def look() -> None:
        nonlocal was_reading
        if was_reading and not reading.is_reading:
            print(json.dumps({"beside": watching.beside, "read": sorted(sys.modules)}))
            app.quit()
        was_reading = was_reading or reading.is_reading

    timer = QTimer(application)
    timer.timeout.connect(look)
    timer.start(1)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
