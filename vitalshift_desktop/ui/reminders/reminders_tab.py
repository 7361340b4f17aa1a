"""One client's reminders."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.reminders.list_row import PADDING
from vitalshift_desktop.ui.reminders.reminder_column import ReminderColumn
from vitalshift_desktop.ui.reminders.reminder_list import AT_FIRST, MORE, Group, ReminderList
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.words import _


class RemindersTab(ClientPage):
    """What is to be remembered about this client."""

    concerns = frozenset({Subject.REMINDERS, Subject.SESSIONS, Subject.CLOSURES})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("client.reminders")
        self._desk = desk
        self._lines = AT_FIRST
        self.list = ReminderList(desk, self, shows_client=False)
        self.add = Button(_("New reminder"))
        self.add.setObjectName("client.reminders.add")
        sentence = _("A check-in every session, a letter to write, an agreement to look at again.")
        self.nothing = EmptyState(_("No reminders for this client"), sentence, _("New reminder"), variant="")
        head = QHBoxLayout()
        head.setContentsMargins(PADDING, 0, PADDING, 0)
        head.addStretch()
        head.addWidget(self.add)
        flow = ReminderColumn()
        flow.add_layout(head)
        flow.add(self.list, gap=4)
        flow.add(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        self.add.clicked.connect(self._on_add)
        self.nothing.acted.connect(self._on_add)
        self.list.looked_wanted.connect(self.look_again)
        self.list.more_wanted.connect(self._on_more)
        theme().changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show the client's open reminders."""
        if self.client_id is None:
            return
        lines = self._desk.workspace.reminders.of_client(self.client_id)
        self.list.show_groups([Group(_("Open"), lines[: self._lines], len(lines))])
        self.nothing.setVisible(not lines)
        self.add.setVisible(bool(lines))

    def count(self) -> int | None:
        """How many are open."""
        if self.client_id is None:
            return None
        return len(self._desk.workspace.reminders.of_client(self.client_id)) or None

    def focus_first(self) -> None:
        """Go to the first reminder, or to where one is added."""
        if self.list.rows:
            self.list.focus_first()
        else:
            self.nothing.button.setFocus()

    def _on_more(self) -> None:
        self._lines += MORE
        self.look_again()

    def _on_add(self) -> None:
        self._desk.wishes.new_reminder.emit(self.client_id)
