"""One reminder in the list: tick, title, whom it is about, how often, when, and putting it off."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.services.reminder_lines import ReminderLine
from vitalshift_desktop.services.reminders import WaysOff
from vitalshift_desktop.ui.reminders.later_menu import LaterMenu
from vitalshift_desktop.ui.reminders.reminder_detail import TICK_GAP, ReminderDetail, indent
from vitalshift_desktop.ui.reminders.reminder_words import about_words, due_words
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import IconButton
from vitalshift_desktop.ui.widgets.checks import RoundCheck
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow
from vitalshift_desktop.vocabulary import repeat_words
from vitalshift_desktop.words import _

CLIENT_WIDTH, REPEAT_WIDTH, DUE_WIDTH = 118, 156, 142
PADDING = 16


@dataclass(frozen=True, slots=True)
class Seen:
    """How rows are seen: as of which day, with which name, in one line or in two, and whether somebody may look."""

    today: date
    name: str = ""
    shows_client: bool = True
    is_narrow: bool = False
    is_covered: bool = False


class ReminderRow(RingedRow):
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
    step_wanted = Signal(object)
    focused = Signal(object)

    def __init__(self, line: ReminderLine, seen: Seen, ways_off: Callable[[], WaysOff]) -> None:
        super().__init__(radius=7, by_mouse=True)
        self.line = line
        self.reminder_id = line.reminder.id
        self.detail: ReminderDetail | None = None
        self._seen = seen
        self._ways_off = ways_off
        self.setObjectName(f"reminders.row.{self.reminder_id}")
        self._build()
        self._name_it()
        self.tick.clicked.connect(self._on_done)
        self.later.clicked.connect(self.show_later_menu)

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
        set_style_property(self._title, "role", "name" if is_open else "body")

    def show_later_menu(self) -> None:
        """Offer the days it can be put off to."""
        menu = LaterMenu(self._ways_off(), self._seen.today, self)
        menu.day_picked.connect(self._on_put_off)
        menu.session_picked.connect(self._on_with_session)
        menu.pick_wanted.connect(self._on_pick)
        menu.skip_wanted.connect(self._on_skip)
        menu.setActiveAction(menu.actions()[0])
        corner = self.later.mapToGlobal(self.later.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Space: self._on_done,
            Qt.Key.Key_D: self._on_done,
            Qt.Key.Key_L: self.show_later_menu,
            Qt.Key.Key_S: self._on_skip,
            Qt.Key.Key_T: self._on_tomorrow,
            Qt.Key.Key_N: self._on_with_session,
            Qt.Key.Key_Return: self._on_open,
            Qt.Key.Key_Enter: self._on_open,
            Qt.Key.Key_Delete: self._on_remove,
        }
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.setFocus()
            self._on_open()
        elif not self.hasFocus() or held:
            super().keyPressEvent(event)
        elif event.key() in acts:
            acts[event.key()]()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step_wanted.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        on_line = event.position().y() < self._line.geometry().bottom() + PADDING
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()) and on_line:
            self._on_open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def _build(self) -> None:
        title = self._words()
        self.tick = RoundCheck(_("Done: {title}").format(title=title))
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.later = IconButton("clock-clockwise", _("Put off: {title}").format(title=title))
        self.later.setToolTip(_("Put off"))
        self.later.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = TextLabel(title)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TICK_GAP)
        row.addWidget(self.tick)
        row.addWidget(self._title, 1)
        for part, width in self._facts():
            if not self._seen.is_narrow:
                part.setFixedWidth(theme().scale(width))
                row.addWidget(part)
        row.addWidget(self.later)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, 6, PADDING, 6)
        self._column.setSpacing(4)
        self._column.addWidget(self._line)
        if self._seen.is_narrow:
            self._column.addLayout(self._second_line())

    def _words(self) -> str:
        """Its title; while names are shortened not what is to be remembered, only that something is."""
        return _("Reminder") if self._seen.is_covered else self.line.reminder.details.title

    def _second_line(self) -> QHBoxLayout:
        below = QHBoxLayout()
        below.setContentsMargins(indent(), 0, 0, 0)
        below.setSpacing(theme().scale(16))
        for part, _width in self._facts():
            if part.findChild(TextLabel) is not None or (isinstance(part, TextLabel) and part.text()):
                below.addWidget(part)
            else:
                part.deleteLater()
        below.addStretch()
        return below

    def _facts(self) -> list[tuple[QWidget, int]]:
        """Whom, how often and when, with the width of each column."""
        tone = "attn" if self.line.due_on < self._seen.today else "2"
        wraps = not self._seen.is_narrow
        facts: list[tuple[QWidget, int]] = []
        if self._seen.shows_client:
            facts.append((TextLabel(self._seen.name, tone="2", size="m", wrap=wraps), CLIENT_WIDTH))
        facts.append((_repeat_part(self.line), REPEAT_WIDTH))
        due = due_words(self.line, self._seen.today)
        facts.append((TextLabel(due, tone=tone, size="m", wrap=wraps), DUE_WIDTH))
        return facts

    def _name_it(self) -> None:
        details = self.line.reminder.details
        rhythm = repeat_words(details.repeat) if details.repeat else ""
        due = due_words(self.line, self._seen.today)
        self.setAccessibleName(", ".join(part for part in (self._words(), self._seen.name, rhythm, due) if part))
        self.setAccessibleDescription(_("Space: done. L: put off. S: skip. Enter: open."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

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

    def _on_tomorrow(self) -> None:
        self.put_off.emit(self.reminder_id, self._seen.today + timedelta(days=1))

    def _on_with_session(self) -> None:
        self.session_picked.emit(self.reminder_id)

    def _on_pick(self) -> None:
        self.pick_wanted.emit(self.reminder_id)

    def _on_skip(self) -> None:
        self.skipped.emit(self.reminder_id)

    def _on_open(self) -> None:
        self.opened.emit(self.reminder_id)

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
    if line.reminder.details.repeat is not None:
        row.addWidget(IconLabel("repeat", size=15))
        row.addWidget(TextLabel(repeat_words(line.reminder.details.repeat), tone="2", size="m", wrap=False), 1)
    return part
