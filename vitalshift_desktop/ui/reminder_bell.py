"""The bell: every half minute it looks for reminders that have fallen due; it names nobody."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.standing_ahead import StandingAhead
from vitalshift_desktop.words import _, ngettext

LOOKS_EVERY_SECONDS = 30


class ReminderBell(QObject):
    """Compares wall-clock times, so sleep and summer time need no special case."""

    rang = Signal(str)
    day_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._reminders = desk.workspace.reminders
        self._clock = desk.workspace.clock
        self._day = today(self._clock)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_SECONDS * 1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._ahead = StandingAhead(desk, self)
        self.day_changed.connect(self._ahead.top_up)
        # What was due before the vault was opened stands on Today and beside Reminders; it does not ring.
        self._reminders.due_now()

    def look(self) -> None:
        """Ring once for all reminders that fell due since the last look."""
        if today(self._clock) != self._day:
            self._day = today(self._clock)
            self.day_changed.emit()
        count = self._reminders.due_now()
        if count:
            QApplication.beep()
            self.rang.emit(bell_words(count))

    def stop(self) -> None:
        """Ring no more."""
        self._timer.stop()


def bell_words(count: int) -> str:
    """What the bell says: how many, never about whom."""
    if count == 1:
        return _("A reminder is due.")
    return ngettext("{n} reminder is due.", "{n} reminders are due.", count).format(n=count)
