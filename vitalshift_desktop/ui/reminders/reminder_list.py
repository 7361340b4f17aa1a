"""Reminders under their headings, and where the focus is among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.reminders import ReminderId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.reminder_lines import ReminderLine
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.reminder_acts import ReminderActs
from vitalshift_desktop.ui.reminders.reminder_row import PADDING, ReminderRow, Seen
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext

_TWO_LINES_UNDER = 720
AT_FIRST, MORE = 30, 100
"""How many lines of a heading are shown at first, and how many more each time they are asked for."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, the lines that are shown under it, how many there are in all, and the tone of the heading."""

    heading: str
    lines: Sequence[ReminderLine]
    count: int
    tone: str = ""


class ReminderList(QWidget):
    """Headings and rows; the later ones may be folded. The arrow keys move among the rows, which are one tab stop."""

    looked_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, desk: Desk, page: QWidget, *, shows_client: bool = True) -> None:
        super().__init__()
        self._desk = desk
        self._shows_client = shows_client
        self._is_folded = True
        self._open_id: ReminderId | None = None
        self._fold: Button | None = None
        self.acts = ReminderActs(desk, page, self)
        self.acts.settled.connect(self.looked_wanted)
        self.rows: list[ReminderRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def is_folded(self) -> bool:
        """Whether the later ones are folded, so that nobody need read them."""
        return self._is_folded

    def show_groups(self, groups: Sequence[Group], later: Group | None = None) -> None:
        """Show the groups, then the later ones folded under one line; the focus stays."""
        place, reminder_id = self._focused()
        had_fold = self._fold is not None and self.window().focusWidget() is self._fold
        if place is not None or had_fold:
            self.setFocus()  # so that it does not wander over what is being taken away
        empty(self._column)
        self.rows = []
        for group in groups:
            if group.count:
                self._show_group(group)
        self._fold = self._show_later(later) if later is not None and later.count else None
        self._keep_one_tab_stop(self.rows[0] if self.rows else None)
        if had_fold and self._fold is not None:
            self._fold.setFocus()
        elif place is not None:
            self._focus_again(place, reminder_id)

    def focus_first(self) -> None:
        """Go to the first row."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, reminder_id: ReminderId) -> ReminderRow | None:
        """The row of a reminder, if it is shown."""
        return next((row for row in self.rows if row.reminder_id == reminder_id), None)

    def _show_group(self, group: Group) -> None:
        if self._column.count():
            self._column.addSpacing(theme().scale(22))
        self._add_inset(SectionHeading(group.heading, group.count, tone=group.tone))
        self._show_lines(group)

    def _show_lines(self, group: Group) -> None:
        for line in group.lines:
            self._show_row(line)
        hidden = group.count - len(group.lines)
        if hidden > 0:
            more = LinkButton(ngettext("{n} more", "{n} more", hidden).format(n=hidden))
            more.setObjectName("reminders.more")
            more.clicked.connect(self.more_wanted)
            self._add_inset(more)

    def _show_later(self, group: Group) -> Button:
        words = _("Later, {n}").format(n=group.count)
        fold = Button(words, variant="menu", icon="caret-right" if self._is_folded else "caret-down")
        fold.setObjectName("reminders.later")
        fold.setAccessibleDescription(_("Folded.") if self._is_folded else _("Unfolded."))
        fold.clicked.connect(self._on_fold)
        self._column.addSpacing(theme().scale(16))
        place = QHBoxLayout()
        place.setContentsMargins(PADDING - theme().scale(6) - 1, 0, 0, 0)
        place.addWidget(fold)
        place.addStretch()
        self._column.addLayout(place)
        fold.show()
        if not self._is_folded:
            self._column.addSpacing(6)
            self._show_lines(group)
        return fold

    def _show_row(self, line: ReminderLine) -> None:
        row = ReminderRow(line, self._seen(line), self.acts.ways_off(line.reminder.id))
        self.acts.take(row)
        row.opened.connect(self._on_opened)
        row.step_wanted.connect(self._on_step)
        row.focused.connect(self._keep_one_tab_stop)
        row.show_open(is_open=row.reminder_id == self._open_id)
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # now, not when the layout comes to it: the focus may go to it at once
        self._add_inset(Hairline())

    def _seen(self, line: ReminderLine) -> Seen:
        shown = self._shows_client and line.client is not None
        return Seen(
            today=today(self._desk.workspace.clock),
            name=self._desk.privacy.name(line.client) if shown and line.client is not None else "",
            shows_client=self._shows_client,
            is_covered=self._desk.privacy.initials_on,
            is_narrow=theme().wide_text or 0 < self.width() < theme().scale(_TWO_LINES_UNDER),
        )

    def _add_inset(self, part: QWidget) -> None:
        inset = QVBoxLayout()
        inset.setContentsMargins(PADDING, 0, PADDING, 0)
        inset.addWidget(part)
        self._column.addLayout(inset)
        part.show()

    def _focused(self) -> tuple[int | None, ReminderId | None]:
        """The place and the reminder of the row the focus is on or in, also while a form is open above it."""
        focus = self.window().focusWidget()
        for place, row in enumerate(self.rows):
            if focus is row or row.isAncestorOf(focus):
                return place, row.reminder_id
        return None, None

    def _focus_again(self, place: int, reminder_id: ReminderId | None) -> None:
        """The same reminder, or its neighbor when it was just settled or is gone."""
        same = None if reminder_id is None or self.acts.just_settled == reminder_id else self.row(reminder_id)
        neighbor = self.rows[min(place, len(self.rows) - 1)] if self.rows else None
        chosen = same or neighbor
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_one_tab_stop(self, current: ReminderRow | None) -> None:
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is current else Qt.FocusPolicy.ClickFocus)

    def _on_opened(self, reminder_id: ReminderId) -> None:
        self._open_id = None if self._open_id == reminder_id else reminder_id
        for row in self.rows:
            row.show_open(is_open=row.reminder_id == self._open_id)

    def _on_fold(self) -> None:
        self._is_folded = not self._is_folded
        self.looked_wanted.emit()

    def _on_step(self, key: Qt.Key) -> None:
        here = self._focused()[0] or 0
        last = len(self.rows) - 1
        there = {Qt.Key.Key_Up: here - 1, Qt.Key.Key_Down: here + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}[key]
        self.rows[max(0, min(last, there))].setFocus(Qt.FocusReason.TabFocusReason)
