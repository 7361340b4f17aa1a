"""The line across the day at the present time."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.home.agenda_row import SIDE, TIME_WIDTH
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class NowLine(QWidget):
    """The time in numbers and a line between what has begun and what is to come."""

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today.now")
        self.setFixedHeight(theme().scale(26))
        self._time = TextLabel(role="name", tone="accent", size="c", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, 0, 0)
        row.addWidget(self._time, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """Show this local time."""
        self._time.setText(time_words(now))
        self.setAccessibleName(_("Now {time}").format(time=time_words(now)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        left = max(SIDE + theme().scale(TIME_WIDTH), self._time.geometry().right() + 8)
        painter = QPainter(self)
        painter.fillRect(left, self.height() // 2, self.width() - left - SIDE, 2, theme().color("accent"))
