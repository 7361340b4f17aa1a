"""The reminders page: overdue, today, this week, later."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.reminder_lines import Most, Which
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.reminders.list_groups import fitting, groups_of
from vitalshift_desktop.ui.reminders.list_row import PADDING
from vitalshift_desktop.ui.reminders.reminder_column import ReminderColumn
from vitalshift_desktop.ui.reminders.reminder_list import AT_FIRST, MORE, ReminderList
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _


class RemindersPage(Page):
    """Everything that is to be remembered, the oldest first."""

    concerns = frozenset(
        {
            Subject.REMINDERS,
            Subject.CLIENTS,
            Subject.SESSIONS,
            Subject.CLOSURES,
            Subject.GOALS,
            Subject.AGREEMENTS,
            Subject.BOUNDARY_EVENTS,
            Subject.CONSENTS,
            Subject.SAFETY_PLANS,
            Subject.MEASURES,
            Subject.BACKUPS,
            Subject.PRACTICE,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("reminders")
        self._desk = desk
        self._lines = AT_FIRST
        self._reminders = desk.workspace.reminders
        self._build()
        self._connect()

    def _build(self) -> None:
        choices: list[tuple[object, str]] = [
            (Which.ALL, _("All")),
            (Which.CHECK_INS, _("Check-ins")),
            (Which.REVIEWS, _("Reviews")),
            (Which.TASKS, _("Tasks")),
            (Which.MINE, _("Mine")),
        ]
        self.filter = Segments(choices, name=_("Which reminders"), chosen=Which.ALL)
        self.filter.setObjectName("reminders.filter")
        self.add = Button(_("New reminder"), shortcut_hint=_("Ctrl Shift R"))
        self.add.setObjectName("reminders.add")
        self._title = TextLabel(_("Reminders"), role="h1", wrap=False)
        self.list = ReminderList(self._desk, self)
        sentence = _("Check-ins, tasks and reviews will stand here until they are done.")
        self.nothing = EmptyState(_("No reminders yet"), sentence, _("New reminder"))
        self.none_of_kind = TextLabel(_("No reminders of this kind."), tone="2")
        self.none_of_kind.setContentsMargins(PADDING, 0, PADDING, 0)
        self._head = QGridLayout()
        self._head.setContentsMargins(PADDING, 0, PADDING, 0)
        self._head.setColumnStretch(1, 1)
        self._head.setHorizontalSpacing(12)
        self._head.setVerticalSpacing(12)
        self._is_wide: bool | None = None
        self._flow = ReminderColumn()
        self._flow.add_layout(self._head)
        for part in (self.list, self.none_of_kind, self.nothing):
            self._flow.add(part, gap=18 if part is self.list else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self._lay_out_head()
        QWidget.setTabOrder(self.filter, self.add)

    def _connect(self) -> None:
        self.filter.chosen.connect(self._on_filter)
        self.add.clicked.connect(self._on_add)
        self.nothing.acted.connect(self._on_add)
        self.list.looked_wanted.connect(self.look_again)
        self.list.more_wanted.connect(self._on_more)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._on_theme)

    def look_again(self) -> None:
        """Show the reminders, and the reviews that fell due on their own, as of today."""
        most = Most(self._lines, later=not self.list.is_folded)
        reminders = self._reminders.list(self._today(), self._which, most)
        reviews = self._desk.workspace.reviews.list()
        groups, later = groups_of(reminders, fitting(reviews, self._which), self._today(), most)
        self.list.show_groups(groups, later)
        is_any = reminders.open_count > 0 or bool(reviews)
        self.nothing.setVisible(not is_any)
        self.none_of_kind.setVisible(is_any and not any(group.count for group in (*groups, later)))
        self.filter.setVisible(is_any)
        self.add.setVisible(is_any)

    def focus_first(self) -> None:
        """Go to the first reminder, or to where one is added."""
        if self.list.all_rows:
            self.list.focus_first()
        else:
            self.nothing.button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_head()

    def _lay_out_head(self) -> None:
        """Title, filter and button in one line, or the filter below where there is no room beside the title."""
        parts = (self._title, self.filter, self.add)
        needed = sum(part.sizeHint().width() for part in parts) + 4 * theme().scale(32)
        is_wide = self.width() >= needed
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for part in parts:
            self._head.removeWidget(part)
        self._head.addWidget(self._title, 0, 0)
        self._head.addWidget(self.add, 0, 3, right)
        if is_wide:
            self._head.addWidget(self.filter, 0, 2, right)
        else:
            self._head.addWidget(self.filter, 1, 0, 1, 4, left)

    @property
    def _which(self) -> Which:
        return Which(str(self.filter.value))

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _on_filter(self, _chosen: object) -> None:
        self.look_again()

    def _on_more(self) -> None:
        self._lines += MORE
        self.look_again()

    def _on_theme(self) -> None:
        self._is_wide = None
        self._lay_out_head()
        self.look_again_soon()

    def _on_add(self) -> None:
        self._desk.wishes.new_reminder.emit(None)
