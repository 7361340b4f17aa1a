"""The menu that puts a reminder off."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vitalshift_desktop.domain.due_dates import LaterChoice, LaterKind
from vitalshift_desktop.services.reminders import WaysOff
from vitalshift_desktop.ui.reminders.reminder_words import choice_words, later_words
from vitalshift_desktop.words import _


class LaterMenu(QMenu):
    """The client's next session leads; then tomorrow, next week, any day, and leaving it out this time."""

    day_picked = Signal(object)
    session_picked = Signal()
    pick_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, ways: WaysOff, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reminders.later_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices: dict[QAction, LaterChoice] = {}
        for choice in ways.choices:
            action = self.addAction(f"{_kind_words(choice.kind)}\t{choice_words(choice, today)}")
            self._choices[action] = choice
        self._pick = self.addAction(_("Pick a date…"))
        self.triggered.connect(self._on_triggered)
        if not ways.can_skip:
            return
        self.addSeparator()
        skip = _("Skip this time")
        following = ways.next_if_skipped
        self.addAction(skip if following is None else f"{skip}\t{_next(following)}")

    def _on_triggered(self, action: QAction) -> None:
        choice = self._choices.get(action)
        if choice is not None and choice.kind is LaterKind.NEXT_SESSION:
            self.session_picked.emit()
        elif choice is not None:
            self.day_picked.emit(choice.day)
        elif action is self._pick:
            self.pick_wanted.emit()
        else:
            self.skip_wanted.emit()


def _next(day: date) -> str:
    return _("next: {day}").format(day=later_words(day))


def _kind_words(kind: LaterKind) -> str:
    return {
        LaterKind.NEXT_SESSION: _("With the next session"),
        LaterKind.TOMORROW: _("Tomorrow"),
        LaterKind.NEXT_WEEK: _("Next week"),
    }[kind]
