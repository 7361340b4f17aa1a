"""The Qt application: its name, its fonts and its look."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.theme.logo import app_icon
from vitalshift_desktop.ui.theme.theme import Theme, ThemeMode


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
