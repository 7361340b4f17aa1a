"""A notice of the system, outside our windows: it says that a reminder is due, and never whose or how many."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from vitalshift_desktop.ui.desktop.bus_call import Callee, was_taken
from vitalshift_desktop.ui.raise_request import bring_ours_to_front
from vitalshift_desktop.words import _

_PORTAL = Callee(
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Notification"
)
_ONE = "reminder"  # a newer notice takes the place of the older one
_SHOWN_MS = 10_000


class SystemNotice(QObject):
    """By the portal of a Linux desktop, else beside the clock where the system has a place there; else a sound alone.

    The portal is asked, not the older service of notifications: PySide cannot write the whole number without a sign
    that the older one wants (6.11, measured).
    """

    def __init__(self, parent: QObject, session: QDBusConnection | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tray: QSystemTrayIcon | None = None

    def show_due(self) -> None:
        """Say that a reminder is due, with a sound."""
        QApplication.beep()
        if sys.platform == "linux" and self._by_portal():
            return
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._beside_clock()

    def _by_portal(self) -> bool:
        bus = self._session or QDBusConnection.sessionBus()
        return was_taken(bus, _PORTAL, "AddNotification", _ONE, {"title": "VitalShift", "body": notice_words()})

    def _beside_clock(self) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._tray.setToolTip("VitalShift")
            self._tray.activated.connect(self._on_tray)
            self._tray.messageClicked.connect(self._on_tray)
        self._tray.show()
        self._tray.showMessage("VitalShift", notice_words(), QApplication.windowIcon(), _SHOWN_MS)

    def _on_tray(self) -> None:
        """Lead to our window; beside the clock it has done its work."""
        if self._tray is not None:
            self._tray.hide()
        bring_ours_to_front()


def notice_words() -> str:
    """All that a notice ever says."""
    return _("A reminder is due.")
