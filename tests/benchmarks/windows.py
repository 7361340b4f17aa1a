"""A window and the time it takes: `python -m tests.benchmarks.windows bare|entry|today BEGAN [HOME PASSPHRASE]`.

Tells the seconds from BEGAN (of time.time) to the first painted picture, and the memory in KiB, and ends at once.
"""

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class _Painted(QObject):
    """Calls once when a widget was painted."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._then()
        return False


def tell_and_end() -> None:
    """Say how long it took and how much memory is held, and end without tidying up."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - pathlib is not in the bare window
        pages = int(file.read().split()[1])
    print(time.time() - float(sys.argv[2]), pages * os.sysconf("SC_PAGE_SIZE") // 1024, flush=True)
    os._exit(0)


def bare() -> None:
    """An application with an empty main window."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    painted = _Painted(window, tell_and_end)
    window.show()
    application.exec()
    del painted


def entry() -> None:
    """Our app up to its unlock page."""
    from vitalshift_desktop.startup import App, Places
    from vitalshift_desktop.ui.application import dress, make_application
    from vitalshift_desktop.ui.dialogs import SystemDialogs
    from vitalshift_desktop.ui.fresh_start import start_afresh

    application = make_application(sys.argv[:1])
    app = App(application, Places.usual(), dialogs=SystemDialogs(), relaunch=start_afresh)
    dress(application, app.settings)
    app.start()
    assert app.entry is not None
    painted = _Painted(app.entry, tell_and_end)
    application.exec()
    del painted


def today() -> None:
    """Our app with Today open, after everything has come to rest."""
    from pathlib import Path

    from tests.journeys.computer import Computer
    from tests.journeys.counselor import Counselor

    counselor = Counselor(Computer(Path(sys.argv[3])))
    counselor.computer.start()
    counselor.door.unlock(sys.argv[4])
    tell_and_end()


if __name__ == "__main__":
    {"bare": bare, "entry": entry, "today": today}[sys.argv[1]]()
