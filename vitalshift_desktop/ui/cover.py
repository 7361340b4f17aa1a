"""The cover: clock and date, nothing else; after two minutes it asks to lock."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.ui.widgets.cover_page import CoverPage

LOCKS_AFTER_SECONDS = 120


class Cover(QWidget):
    """Esc returns within two minutes; then the app locks."""

    left = Signal()
    expired = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._page = CoverPage(lambda: local(clock, clock.now()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOCKS_AFTER_SECONDS * 1000)
        self._timer.timeout.connect(self.expired)
        self._page.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def start(self) -> None:
        """Show the clock and begin the two minutes."""
        self._page.start()
        self._page.setFocus()
        self._timer.start()

    def stop(self) -> None:
        """Come back in time."""
        self._timer.stop()
        self._page.stop()
