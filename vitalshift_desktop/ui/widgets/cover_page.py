"""The cover: clock and date, and nothing else."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.dates_in_words import long_day, time_words
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class CoverPage(QWidget):
    """Shows the local time; Esc leaves. It counts nothing down."""

    left = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._clock = TextLabel(role="clock", tone="2", wrap=False)
        self._day = TextLabel(tone="2", wrap=False)
        self._hint = TextLabel(_("Esc to return."), tone="3", size="c", wrap=False)
        self.setProperty("surface", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (self._clock, self._day, self._hint):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.insertSpacing(3, 32)
        column.addStretch(1)
        self._timer.timeout.connect(self._show_time)

    def start(self) -> None:
        """Show the time and keep it right."""
        self._show_time()
        self._timer.start()
        self.setFocus()

    def stop(self) -> None:
        """Stop the clock."""
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def _show_time(self) -> None:
        now = self._now()
        self._clock.setText(time_words(now))
        self._day.setText(long_day(now.date()))
        self.setAccessibleName(f"{self._clock.text()}, {self._day.text()}")
