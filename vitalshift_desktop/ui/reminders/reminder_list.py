"""Reminders under their headings, and where the focus is among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.reminders import ReminderId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.reminder_lines import ReminderLine
from vitalshift_desktop.services.review_list import ReviewLine
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.list_row import PADDING, ListRow, Seen
from vitalshift_desktop.ui.reminders.reminder_acts import ReminderActs
from vitalshift_desktop.ui.reminders.reminder_row import ReminderRow
from vitalshift_desktop.ui.reminders.review_acts import ReviewActs
from vitalshift_desktop.ui.reminders.review_row import ReviewRow
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext

_TWO_LINES_UNDER = 720
_FIRST_ROWS, _ROWS_AT_A_TIME, _ALL = 10, 6, 100_000
AT_FIRST, MORE = 30, 100
"""How many lines of a heading are shown at first, and how many more each time they are asked for."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, the lines that are shown under it, how many there are in all, and the tone of the heading."""

    heading: str
    lines: Sequence[ReminderLine | ReviewLine]
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
        self.review_acts = ReviewActs(desk, page, self)
        self.review_acts.settled.connect(self.looked_wanted)
        self.rows: list[ReminderRow] = []
        self.all_rows: list[ListRow] = []
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        self._steps: Iterator[None] | None = None
        self._rest = QTimer(self)
        self._rest.timeout.connect(self._on_rest)

    @property
    def is_folded(self) -> bool:
        """Whether the later ones are folded, so that nobody need read them."""
        return self._is_folded

    def show_groups(self, groups: Sequence[Group], later: Group | None = None) -> None:
        """Show the groups, then the later ones folded under one line; the focus stays.

        The first rows come at once, the others as soon as nothing else waits.
        """
        place, reminder_id = self._focused()
        had_fold = self._fold is not None and self.window().focusWidget() is self._fold
        if place is not None or had_fold:
            self.setFocus()  # so that it does not wander over what is being taken away
        self._take_away()
        self._steps = self._shown_step_by_step(groups, later)
        self._show_more_rows(_ALL if had_fold else max(_FIRST_ROWS, (place or 0) + 1))
        self._keep_one_tab_stop(self.all_rows[0] if self.all_rows else None)
        if had_fold and self._fold is not None:
            self._fold.setFocus()
        elif place is not None:
            self._focus_again(place, reminder_id)

    def show_all(self) -> None:
        """Show the rows that are still to come."""
        while self._steps is not None:
            self._show_more_rows(_ALL)

    def _take_away(self) -> None:
        self._rest.stop()
        self._fold, self.rows, self.all_rows = None, [], []
        while (item := self._whole.takeAt(0)) is not None:
            body = item.widget()
            if body is not None:
                body.hide()
                body.deleteLater()

    def _show_more_rows(self, count: int) -> None:
        """Show so many rows more in a part of their own: laid out once, and not each with all others."""
        part = QWidget()
        self._column = QVBoxLayout(part)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if self._steps is not None and sum(1 for _row in islice(self._steps, count)) < count:
            self._steps = None
        self._whole.addWidget(part)
        part.show()
        # Everything around grows now, before it is painted: until then all rows would be squeezed into the old height.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if self._steps is None:
            self._rest.stop()
        else:
            self._rest.start()

    def _on_rest(self) -> None:
        self._show_more_rows(_ROWS_AT_A_TIME)

    def _shown_step_by_step(self, groups: Sequence[Group], later: Group | None) -> Iterator[None]:
        """Shows everything; a step is a row."""
        shown = [group for group in groups if group.count]
        for group in shown:
            if group is not shown[0]:
                self._column.addSpacing(theme().scale(22))
            self._add_inset(SectionHeading(group.heading, group.count, tone=group.tone))
            yield from self._lines_step_by_step(group)
        if later is not None and later.count:
            self._fold = self._show_fold(later)
            if not self._is_folded:
                self._column.addSpacing(6)
                yield from self._lines_step_by_step(later)

    def _lines_step_by_step(self, group: Group) -> Iterator[None]:
        for line in group.lines:
            self._show_row(line)
            yield
        hidden = group.count - len(group.lines)
        if hidden > 0:
            more = LinkButton(ngettext("{n} more", "{n} more", hidden).format(n=hidden))
            more.setObjectName("reminders.more")
            more.clicked.connect(self.more_wanted)
            self._add_inset(more)

    def focus_first(self) -> None:
        """Go to the first row."""
        if self.all_rows:
            self.all_rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, reminder_id: ReminderId) -> ReminderRow | None:
        """The row of a reminder, if it is shown."""
        return self._shown_row(reminder_id) or self._row_of_all(reminder_id)

    def _row_of_all(self, reminder_id: ReminderId) -> ReminderRow | None:
        self.show_all()
        return self._shown_row(reminder_id)

    def _shown_row(self, reminder_id: ReminderId) -> ReminderRow | None:
        return next((row for row in self.rows if row.reminder_id == reminder_id), None)

    def _show_fold(self, group: Group) -> Button:
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
        return fold

    def _show_row(self, line: ReminderLine | ReviewLine) -> None:
        row = self._review_row(line) if isinstance(line, ReviewLine) else self._reminder_row(line)
        row.step_wanted.connect(self._on_step)
        row.focused.connect(self._keep_one_tab_stop)
        row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.all_rows.append(row)
        self._column.addWidget(row)
        self._add_inset(Hairline())

    def _reminder_row(self, line: ReminderLine) -> ListRow:
        row = ReminderRow(line, self._seen(line), self.acts.ways_off(line.reminder.id))
        self.acts.take(row)
        row.opened.connect(self._on_opened)
        row.show_open(is_open=row.reminder_id == self._open_id)
        self.rows.append(row)
        return row

    def _review_row(self, line: ReviewLine) -> ListRow:
        row = ReviewRow(line, self._seen(line))
        self.review_acts.take(row)
        return row

    def _seen(self, line: ReminderLine | ReviewLine) -> Seen:
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

    def _focused(self) -> tuple[int | None, ReminderId | None]:
        """The place and the reminder of the row the focus is on or in, also while a form is open above it."""
        focus = self.window().focusWidget()
        for place, row in enumerate(self.all_rows):
            if focus is row or row.isAncestorOf(focus):
                return place, row.reminder_id if isinstance(row, ReminderRow) else None
        return None, None

    def _focus_again(self, place: int, reminder_id: ReminderId | None) -> None:
        """The same reminder, or its neighbor when it was just settled or is gone."""
        same = None if reminder_id is None or self.acts.just_settled == reminder_id else self._shown_row(reminder_id)
        neighbor = self.all_rows[min(place, len(self.all_rows) - 1)] if self.all_rows else None
        chosen = same or neighbor
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_one_tab_stop(self, current: ListRow | None) -> None:
        for row in self.all_rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is current else Qt.FocusPolicy.ClickFocus)

    def _on_opened(self, reminder_id: ReminderId) -> None:
        self._open_id = None if self._open_id == reminder_id else reminder_id
        for row in self.rows:
            row.show_open(is_open=row.reminder_id == self._open_id)

    def _on_fold(self) -> None:
        self._is_folded = not self._is_folded
        self.looked_wanted.emit()

    def _on_step(self, key: Qt.Key) -> None:
        self.show_all()
        here = self._focused()[0] or 0
        last = len(self.all_rows) - 1
        there = {Qt.Key.Key_Up: here - 1, Qt.Key.Key_Down: here + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}[key]
        self.all_rows[max(0, min(last, there))].setFocus(Qt.FocusReason.TabFocusReason)
