"""A free time of a day as a row: Enter or a click plans a session at its beginning."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.ui.dates_in_words import day_words, time_words
from vitalshift_desktop.ui.home.agenda_row import GUTTER, SIDE, TIME_WIDTH
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow
from vitalshift_desktop.words import _


class GapRow(RingedRow):
    """Takes the focus as a session does, and the arrows lead through it."""

    booking_wanted = Signal(object)
    step_wanted = Signal(int)

    def __init__(self, start: datetime, end: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=7)
        self.start = start
        self.setObjectName("week.gap")
        self.setMinimumHeight(theme().scale(30))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = _("Free {start} to {end}").format(start=time_words(start), end=time_words(end))
        self.words = TextLabel(words, tone="2", size="m")
        self.setAccessibleName(_("{day}, {free}, plan a session").format(day=day_words(start.date()), free=words))
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE + theme().scale(TIME_WIDTH), 3, GUTTER, 3)
        row.addWidget(self.words, 1)
        row.addWidget(TextLabel(_("Plan…"), tone="accent", size="m", wrap=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and step is not None:
            self.step_wanted.emit(step)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.booking_wanted.emit(self.start)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.booking_wanted.emit(self.start)
