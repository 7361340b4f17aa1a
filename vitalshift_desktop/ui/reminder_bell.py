"""The bell: every half minute it looks for reminders that have fallen due; it names nobody."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.desktop.system_notice import SystemNotice, notice_words
from vitalshift_desktop.ui.standing_ahead import StandingAhead
from vitalshift_desktop.words import ngettext

LOOKS_EVERY_SECONDS = 30
LEAVES_AFTER_MS = 1000
_MOVES_REMINDERS = frozenset({Subject.REMINDERS, Subject.SESSIONS, Subject.CLOSURES, Subject.CLIENTS})


class ReminderBell(QObject):
    """Compares wall-clock times, so sleep and summer time need no special case.

    Where that was chosen it leaves the times ahead on this computer, for the bell that rings while all is locked.
    """

    rang = Signal(str)
    day_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._bell = desk.workspace.bell
        self._settings = desk.settings
        self._clock = desk.workspace.clock
        self._day = today(self._clock)
        self._notice = SystemNotice(self)
        self._timer = _timer(self, LOOKS_EVERY_SECONDS * 1000, self.look)
        self._timer.start()
        self._soon = _timer(self, LEAVES_AFTER_MS, self.leave_times)
        self._soon.setSingleShot(True)
        self._ahead = StandingAhead(desk, self)
        self.day_changed.connect(self._ahead.top_up)
        # What was due before the vault was opened stands on Today and beside Reminders; it does not ring.
        self._bell.begin()
        self._soon.start()

    def look(self) -> None:
        """Ring once for all reminders that fell due since the last look."""
        if today(self._clock) != self._day:
            self._day = today(self._clock)
            self.day_changed.emit()
        count = self._bell.ring()
        if count:
            self._notice.show_due()
            self.rang.emit(bell_words(count))
            self.leave_times()

    def hear(self, change: Changed) -> None:
        """Leave other times soon, where a change may have moved them."""
        if change.subject in _MOVES_REMINDERS:
            self._soon.start()

    @property
    def leaves_soon(self) -> bool:
        """Whether something has changed for which other times are about to be left."""
        return self._soon.isActive()

    def leave_times(self) -> None:
        """Leave the times ahead on this computer, if that was chosen."""
        if not self._settings.rings_while_locked:
            return
        try:
            self._bell.leave()
        except Problem:
            pass  # the bell is a convenience, and whoever needs the records next is told what is wrong with them

    def stop(self) -> None:
        """Ring no more in this window; what is locked now rings from the times left."""
        self._timer.stop()
        self._soon.stop()
        self.leave_times()


def bell_words(count: int) -> str:
    """What the bell says in the window: how many, never about whom."""
    if count == 1:
        return notice_words()
    return ngettext("{n} reminder is due.", "{n} reminders are due.", count).format(n=count)


def _timer(owner: QObject, milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
