"""A check-in that is due, at the side of the day; a reminder has a tick, so that one click does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from vitalshift_desktop.domain.reminders import ReminderId
from vitalshift_desktop.services.home_page import CheckinDue
from vitalshift_desktop.ui.home.side_row import SideRow
from vitalshift_desktop.ui.widgets.buttons import IconButton
from vitalshift_desktop.ui.widgets.checks import RoundCheck
from vitalshift_desktop.words import _


class CheckinRow(SideRow):
    """Follows like any row at the side; a reminder has a tick (D) and a clock that puts it off to tomorrow (T)."""

    done = Signal(object)
    put_off = Signal(object)

    def __init__(self, due: CheckinDue, name: str, what: str, when: str) -> None:
        super().__init__(due, name, what, when, tone="2" if due.since is None else "attn")
        self._due = due
        if due.reminder_id is None:
            return
        tick = RoundCheck(_("Done: {title}").format(title=what))
        tick.setObjectName("today.checkin.done")
        tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tick.clicked.connect(self._on_done)
        self.put_first(tick)
        self.later = IconButton("clock-clockwise", _("Put off to tomorrow: {title}").format(title=what))
        self.later.setObjectName("today.checkin.later")
        self.later.setToolTip(_("Put off to tomorrow"))
        self.later.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.later.clicked.connect(self._on_later)
        self.put_last(self.later)
        self.setAccessibleDescription(_("D: done. T: put off to tomorrow."))

    @property
    def key(self) -> ReminderId | None:
        """The reminder it is, or None for the check-in of a session."""
        return self._due.reminder_id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_D and self._due.reminder_id is not None:
            self._on_done()
        elif event.key() == Qt.Key.Key_T and self._due.reminder_id is not None:
            self._on_later()
        else:
            super().keyPressEvent(event)

    def _on_later(self) -> None:
        self.put_off.emit(self._due)

    def _on_done(self) -> None:
        self.done.emit(self._due)
