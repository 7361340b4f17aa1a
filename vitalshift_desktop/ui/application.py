"""The Qt application: its name, its fonts, its look, and a process that leaves no traces."""

import logging
import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.theme.logo import app_icon
from vitalshift_desktop.ui.theme.theme import Theme, ThemeMode

_SET_DUMPABLE = 4  # of Linux's prctl


def harden_process() -> None:
    """Private files only, no memory dump if the process ends badly, and silent libraries."""
    os.umask(0o077)
    logging.disable()  # what a library logs of an error may hold words of the record
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _hide_memory()


def _hide_memory() -> None:
    """Let no crash collector and no other program of this user read our memory; the limit above stops files only."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def make_application(arguments: list[str]) -> QApplication:
    """The one application object, named so that nothing else is shown in task bars."""
    QCoreApplication.setApplicationName("VitalShift")
    QCoreApplication.setOrganizationName("VitalShift")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationDisplayName("VitalShift")
    application.setDesktopFileName("vitalshift")
    application.setQuitOnLastWindowClosed(False)
    return application


def dress(application: QApplication, settings: DeviceSettings) -> Theme:
    """Apply the chosen look and text size."""
    look = Theme(application)
    look.apply(ThemeMode(settings.theme) if settings.theme in set(ThemeMode) else ThemeMode.SYSTEM, settings.text_size)
    application.setWindowIcon(app_icon())
    return look


def has_screen() -> bool:
    """False where no window could be shown."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
