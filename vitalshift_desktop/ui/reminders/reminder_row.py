"""One reminder in the list: tick, title, whom it is about, how often, when, and putting it off."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.services.reminder_lines import ReminderLine
from vitalshift_desktop.services.reminders import WaysOff
from vitalshift_desktop.ui.reminders.later_menu import LaterMenu
from vitalshift_desktop.ui.reminders.list_row import ListRow, Seen
from vitalshift_desktop.ui.reminders.reminder_detail import ReminderDetail
from vitalshift_desktop.ui.reminders.reminder_words import about_words, due_words
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.widgets.checks import RoundCheck
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.vocabulary import repeat_words
from vitalshift_desktop.words import _


class ReminderRow(ListRow):
    """Space or D: done. L: put off. S: skip. T: tomorrow. N: with the next session. Enter: open. Delete: remove.

    The row itself takes the focus.
    """

    done = Signal(object)
    put_off = Signal(object, object)
    session_picked = Signal(object)
    pick_wanted = Signal(object)
    skipped = Signal(object)
    day_picked = Signal(object, object)
    repeat_picked = Signal(object, object)
    client_wanted = Signal(object)
    about_wanted = Signal(object)
    change_wanted = Signal(object)
    removed = Signal(object)
    opened = Signal(object)

    def __init__(self, line: ReminderLine, seen: Seen, ways_off: Callable[[], WaysOff]) -> None:
        super().__init__(seen)
        self.line = line
        self.reminder_id = line.reminder.id
        self.detail: ReminderDetail | None = None
        self._ask_ways_off = ways_off
        self.setObjectName(f"reminders.row.{self.reminder_id}")
        self._build()
        self._name_it()
        self.tick.clicked.connect(self._on_done)

    @property
    def is_open(self) -> bool:
        """Whether the row is opened in place."""
        return self.detail is not None and not self.detail.isHidden()

    def show_open(self, *, is_open: bool) -> None:
        """Open in place, or close."""
        if is_open and self.detail is None:
            self._make_detail()
        if self.detail is not None:
            self.detail.setVisible(is_open)
        set_style_property(self, "role", "panel" if is_open else "")
        set_style_property(self.title, "role", "name" if is_open else "body")

    def ways_off(self) -> WaysOff:
        """To when it can be put off, asked for only now."""
        return self._ask_ways_off()

    def take_menu(self, menu: LaterMenu) -> None:
        """Answer to what is chosen in the menu."""
        menu.day_picked.connect(self._on_put_off)
        menu.session_picked.connect(self._on_with_session)
        menu.pick_wanted.connect(self._on_pick)
        menu.skip_wanted.connect(self._on_skip)

    def open_it(self) -> None:
        """Open in place, or close."""
        self.opened.emit(self.reminder_id)

    def keys(self) -> Mapping[int, Callable[[], object]]:
        """Done, skip, tomorrow, with the next session, remove."""
        return {
            Qt.Key.Key_Space: self._on_done,
            Qt.Key.Key_D: self._on_done,
            Qt.Key.Key_S: self._on_skip,
            Qt.Key.Key_T: self.to_tomorrow,
            Qt.Key.Key_N: self._on_with_session,
            Qt.Key.Key_Delete: self._on_remove,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.setFocus()
            self.open_it()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        title = self._words()
        self.tick = RoundCheck(_("Done: {title}").format(title=title))
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        due = due_words(self.line, self._seen.today)
        self._lay_out(self.tick, title, _repeat_part(self.line), due, self.line.due_on)

    def _words(self) -> str:
        """Its title; while names are shortened not what is to be remembered, only that something is."""
        return _("Reminder") if self._seen.is_covered else self.line.reminder.details.title

    def _name_it(self) -> None:
        details = self.line.reminder.details
        rhythm = repeat_words(details.repeat) if details.repeat else ""
        due = due_words(self.line, self._seen.today)
        self.setAccessibleName(", ".join(part for part in (self._words(), self._seen.name, rhythm, due) if part))
        self.setAccessibleDescription(_("Space: done. L: put off. S: skip. Enter: open."))

    def _make_detail(self) -> None:
        about = about_words(self.line, is_covered=self._seen.is_covered)
        self.detail = ReminderDetail(self.line, self._seen.name, about, self._seen.today)
        self.detail.about_wanted.connect(self._on_about)
        self.detail.day_picked.connect(self._on_day)
        self.detail.repeat_picked.connect(self._on_repeat)
        self.detail.client_wanted.connect(self._on_client)
        self.detail.change_wanted.connect(self._on_change)
        self.detail.remove_wanted.connect(self._on_remove)
        self._column.addWidget(self.detail)

    def _on_done(self) -> None:
        self.done.emit(self.reminder_id)

    def _on_put_off(self, day: date) -> None:
        self.put_off.emit(self.reminder_id, day)

    def to_tomorrow(self) -> None:
        """Put it off to tomorrow."""
        self.put_off.emit(self.reminder_id, self._seen.today + timedelta(days=1))

    def _on_with_session(self) -> None:
        self.session_picked.emit(self.reminder_id)

    def _on_pick(self) -> None:
        self.pick_wanted.emit(self.reminder_id)

    def _on_skip(self) -> None:
        self.skipped.emit(self.reminder_id)

    def _on_day(self, day: date) -> None:
        self.day_picked.emit(self.reminder_id, day)

    def _on_repeat(self, repeat: object) -> None:
        self.repeat_picked.emit(self.reminder_id, repeat)

    def _on_client(self) -> None:
        self.client_wanted.emit(self.line.reminder.details.client_id)

    def _on_about(self) -> None:
        self.about_wanted.emit(self.line.reminder.details)

    def _on_change(self) -> None:
        self.change_wanted.emit(self.reminder_id)

    def _on_remove(self) -> None:
        self.removed.emit(self.reminder_id)


def _repeat_part(line: ReminderLine) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    repeat = line.reminder.details.repeat
    if repeat is not None:
        row.addWidget(IconLabel("repeat", size=15))
        row.addWidget(TextLabel(repeat_words(repeat), tone="2", size="m", wrap=bool(repeat.on)), 1)
    return part
