"""When a session is to be: day, time, length."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from vitalshift_desktop.domain.sessions import LONGEST_MINUTES, SHORTEST_MINUTES
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.words import _

_MOST_DIGITS = 6


class TimeRow(QWidget):
    """Three fields beside each other; `edited` tells that the user touched one of them."""

    edited = Signal()
    NAMES = ("plan.day", "plan.time", "plan.minutes")

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DateField(_("Day"), today=today)
        self.day.setObjectName("plan.day")
        self.time = TimeField(_("Time"))
        self.time.setObjectName("plan.time")
        self.minutes = Field(_("Minutes"))
        self.minutes.setObjectName("plan.minutes")
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(down if theme().wide_text else across, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for field, share in ((self.day, 5), (self.time, 5), (self.minutes, 2)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        for edit in (self.day.edit, self.time.edit, self.minutes.edit):
            edit.textEdited.connect(self._on_edited)
        self.day.changed.connect(self.edited)

    def show_when(self, starts: datetime, minutes: int) -> None:
        """Offer this local start and length."""
        self.show_day_and_time(starts.date(), starts.time(), minutes)

    def show_day_and_time(self, day: date, at: time | None, minutes: int) -> None:
        """Offer this day, wall-clock time (or none) and length."""
        self.day.show_day(day)
        self.time.show_time(at)
        self.minutes.show_text(str(minutes))
        self.minutes.clear_error()

    def length(self) -> int | None:
        """The length in minutes, from 5 to 720, or None while there is none."""
        text = self.minutes.text()
        minutes = int(text) if text.isascii() and text.isdecimal() and len(text) < _MOST_DIGITS else 0
        return minutes if SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES else None

    def show_clash(self, words: str) -> None:
        """Mark the time as the one that clashes, and let it be read out with these words; "" takes that away."""
        set_style_property(self.time.edit, "state", "error" if words else "")
        self.time.edit.setAccessibleDescription(words)

    def is_valid(self) -> bool:
        """Whether all three can be used; says below each what is wrong."""
        if self.length() is None:
            words = _("From {least} to {most} minutes.").format(least=SHORTEST_MINUTES, most=LONGEST_MINUTES)
            self.minutes.show_error(words)
        checked = [self.day.is_valid(), self.time.is_valid(), self.length() is not None]
        return all(checked)

    def _on_edited(self) -> None:
        self.edited.emit()
