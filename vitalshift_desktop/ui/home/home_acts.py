"""What follows from a click or a key on the day's page."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.flags import Flag
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.reminders import ReminderId
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.domain.vault_care import Care
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.home_page import CheckinDue, NoNextDate
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.care_acts import follow_care
from vitalshift_desktop.ui.home.flag_acts import ask_for_dismissal, follow_flag
from vitalshift_desktop.ui.home.home_header import HomeHeader
from vitalshift_desktop.ui.home.put_aside_form import PutAsideForm
from vitalshift_desktop.ui.home.session_items import SessionItems
from vitalshift_desktop.ui.home.side_column import SideColumn
from vitalshift_desktop.ui.session_command import SessionCommand
from vitalshift_desktop.ui.session_commands import SessionCommands
from vitalshift_desktop.words import _


class HomeActs(QObject):
    """Carries out what the parts of the page ask for; what leads elsewhere is wished."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._commands = SessionCommands(desk, page)

    def hear_sessions(self, items: SessionItems) -> None:
        """Do what is asked of the sessions in a list."""
        items.asked.connect(self._commands.carry_out)
        items.menu_wanted.connect(self._on_menu)
        items.booking_wanted.connect(self._desk.wishes.plan_at)

    def hear_header(self, header: HomeHeader) -> None:
        """Do what the buttons of the header ask for."""
        header.note_wanted.connect(self._on_new_note)
        header.plan_wanted.connect(self.plan)

    def hear_side(self, side: SideColumn) -> None:
        """Do what the lists at the side ask for."""
        side.flag_followed.connect(self._on_flag)
        side.dismiss_wanted.connect(self._on_dismiss)
        side.put_aside_wanted.connect(self._on_put_aside)
        side.checkin_followed.connect(self._on_checkin)
        side.reminder_done.connect(self._on_reminder_done)
        side.reminder_put_off.connect(self._on_reminder_put_off)
        side.reminders_wanted.connect(self._on_reminders)
        side.note_followed.connect(self._on_note)
        side.inbox_followed.connect(self._on_inbox)
        side.care_followed.connect(self.follow_care)
        side.booking_wanted.connect(self._on_booking)

    def plan(self) -> None:
        """Ask for the time of a new session."""
        self._desk.wishes.plan_session.emit(None)

    def follow_care(self, care: Care) -> None:
        """Do what the vault needs, or go where it is done."""
        follow_care(self._desk, care)

    def _on_menu(self, line: SessionLine, place: QPoint) -> None:
        self._commands.open_menu(line, place, self._page)

    def _on_new_note(self) -> None:
        self._desk.wishes.unplanned_note.emit(None)

    def _on_flag(self, flag: Flag) -> None:
        follow_flag(self._desk, flag)

    def _on_dismiss(self, flag: Flag) -> None:
        ask_for_dismissal(self._desk, flag, self._page)

    def _on_put_aside(self) -> None:
        PutAsideForm(self._desk, self._page).open()

    def _on_inbox(self, _nothing: object) -> None:
        self._desk.wishes.page.emit("inbox")

    def _on_reminders(self) -> None:
        self._desk.wishes.page.emit("reminders")

    def _on_note(self, line: SessionLine) -> None:
        self._commands.carry_out(SessionCommand.NOTE, line)

    def _on_booking(self, wanted: NoNextDate) -> None:
        # The form offers the time of last time, and says whom it would clash with.
        self._desk.wishes.plan_session.emit(wanted.client.id)

    def _on_checkin(self, due: CheckinDue) -> None:
        session = self._session(due)
        if session is None:
            self._on_reminders()
        elif session.starts <= self._desk.workspace.clock.now():
            self._desk.wishes.note.emit(session.id)
        else:
            self._desk.wishes.client.emit(due.client.id, "alliance")

    def _on_reminder_done(self, due: CheckinDue) -> None:
        if due.reminder_id is not None:
            act = partial(self._desk.workspace.reminders.done, due.reminder_id)
            self._settle(due.reminder_id, act, _("Reminder done."))

    def _on_reminder_put_off(self, due: CheckinDue) -> None:
        if due.reminder_id is not None:
            tomorrow = today(self._desk.workspace.clock) + timedelta(days=1)
            act = partial(self._desk.workspace.reminders.later, due.reminder_id, tomorrow)
            self._settle(due.reminder_id, act, _("Reminder put off."))

    def _settle(self, reminder_id: ReminderId, act: Callable[[], object], words: str) -> None:
        reminders = self._desk.workspace.reminders
        try:
            before = reminders.get(reminder_id)
            act()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._desk.wishes.undo_offered.emit(words, partial(reminders.restore, before))

    def _session(self, due: CheckinDue) -> Session | None:
        return None if due.session_id is None else self._desk.workspace.sessions.get(due.session_id).session
