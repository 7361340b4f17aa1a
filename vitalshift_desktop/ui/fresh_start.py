"""Becoming a new process, so that nothing of the record stays in memory."""

import os
import sys

from PySide6.QtWidgets import QApplication


def start_afresh() -> None:
    """Replace this process by a new one, so that nothing of the record stays in memory."""
    command = [sys.executable] if getattr(sys, "frozen", False) else _ourselves()
    if sys.platform == "win32":
        from PySide6.QtCore import QProcess

        QProcess.startDetached(command[0], command[1:])
        QApplication.quit()
        return
    try:
        os.execv(command[0], command)  # noqa: S606 - our own program, no shell, no input from people
    except OSError:
        QApplication.quit()  # rather no window than one over old memory


def _ourselves() -> list[str]:
    """Python with our package; `-P` keeps it from loading modules of the folder the app was started in."""
    return [sys.executable, "-P", "-m", "vitalshift_desktop"]
