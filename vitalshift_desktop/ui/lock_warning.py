"""The last minute before the app locks: a sentence over the window, a button, and a word for screen readers."""

from PySide6.QtCore import QEvent, QObject, QRect, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.words import _, ngettext

_READ_OUT_AT = (60, 30, 10)  # every second would drown what a screen reader is reading


class LockWarning(QObject):
    """Lies over the top of the window in front, and takes the focus from nobody; any key or click ends it."""

    def __init__(self, window: QWidget, stay_wanted: SignalInstance) -> None:
        super().__init__(window)
        self._stay_wanted = stay_wanted
        self._window = window
        self._banner: Banner | None = None
        self._host: QWidget | None = None
        self._to_read = list(_READ_OUT_AT)

    @property
    def sentence(self) -> str:
        """What is said now; "" while nothing is."""
        return self._banner.sentence() if self._banner is not None and isValid(self._banner) else ""

    def show_seconds(self, seconds: int) -> None:
        """Say that the app locks in so many seconds; in steps of ten until the last ten."""
        host = QApplication.activeModalWidget() or self._window
        if self._banner is None or not isValid(self._banner) or host is not self._host:
            self.hide()
            self._show_over(host)
        shown = seconds if seconds <= 10 else -(-seconds // 10) * 10
        self._say(
            ngettext(
                "VitalShift locks in {n} second. What you typed is kept. Press any key to go on.",
                "VitalShift locks in {n} seconds. What you typed is kept. Press any key to go on.",
                shown,
            ).format(n=shown)
        )
        if self._to_read and seconds <= self._to_read[0]:
            self._to_read = [at for at in self._to_read if at < seconds]
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(host, self.sentence))

    def hide(self) -> None:
        """Say nothing."""
        self._to_read = list(_READ_OUT_AT)
        if self._host is not None and isValid(self._host):
            self._host.removeEventFilter(self)
        if self._banner is not None and isValid(self._banner):
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = self._host = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _show_over(self, host: QWidget) -> None:
        self._host = host
        self._banner = Banner("lock-simple", "", _("Stay here"), tone="attn", parent=host)
        self._banner.setObjectName("lock_warning")
        self._banner.button.setObjectName("lock_warning.stay")
        self._banner.pressed.connect(self._stay_wanted)
        host.installEventFilter(self)

    def _say(self, words: str) -> None:
        if self._banner is None or words == self._banner.sentence():
            return
        self._banner.show_sentence(words)
        self._fit()
        self._banner.show()
        self._banner.raise_()

    def _fit(self) -> None:
        if self._banner is not None and self._host is not None:
            width = self._host.width()
            height = max(self._banner.sizeHint().height(), self._banner.heightForWidth(width))
            self._banner.setGeometry(QRect(0, 0, width, height))
