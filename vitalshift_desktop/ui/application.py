"""The Qt application: its name, its fonts, its look, and a process that leaves no traces."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.theme.theme import Theme, ThemeMode


def harden_process() -> None:
    """Private files only, and no memory dump if the process ends badly."""
    os.umask(0o077)
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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
    return look


def has_screen() -> bool:
    """False where no window could be shown."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
