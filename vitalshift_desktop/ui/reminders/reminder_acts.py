"""What can be done to a reminder in a list; each act can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderId, Repeat
from vitalshift_desktop.services.reminders import WaysOff
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.later_form import LaterForm
from vitalshift_desktop.ui.reminders.reminder_form import ReminderForm
from vitalshift_desktop.ui.reminders.reminder_row import ReminderRow
from vitalshift_desktop.words import _


class ReminderActs(QObject):
    """Carries out what rows ask for and offers to undo it; `settled` says that the list has to look again."""

    settled = Signal()

    def __init__(self, desk: Desk, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._reminders = desk.workspace.reminders
        self.just_settled: ReminderId | None = None
        """The reminder that was ticked, put off, skipped or removed by this act; None between acts."""

    def take(self, row: ReminderRow) -> None:
        """Carry out what this row asks for."""
        row.done.connect(self._on_done)
        row.put_off.connect(self._on_put_off)
        row.session_picked.connect(self._on_with_session)
        row.pick_wanted.connect(self._on_pick)
        row.skipped.connect(self._on_skipped)
        row.day_picked.connect(self._on_day)
        row.repeat_picked.connect(self._on_repeat)
        row.client_wanted.connect(self._on_client)
        row.about_wanted.connect(self._on_about)
        row.change_wanted.connect(self._on_change)
        row.removed.connect(self._on_removed)

    def ways_off(self, reminder_id: ReminderId) -> Callable[[], WaysOff]:
        """Asks, when it is needed, to when a reminder can be put off."""
        return partial(self._reminders.ways_off, reminder_id)

    def _do(self, reminder_id: ReminderId, act: Callable[[], object], words: str, *, moves_on: bool = True) -> None:
        try:
            before = self._reminders.get(reminder_id)
            act()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            self.settled.emit()
            return
        self.just_settled = reminder_id if moves_on else None
        self.settled.emit()
        self.just_settled = None
        self._desk.wishes.undo_offered.emit(words, partial(self._reminders.restore, before))

    def _on_done(self, reminder_id: ReminderId) -> None:
        self._do(reminder_id, partial(self._reminders.done, reminder_id, by=self._page), _("Reminder done."))

    def _on_put_off(self, reminder_id: ReminderId, until: date) -> None:
        act = partial(self._reminders.later, reminder_id, until, by=self._page)
        self._do(reminder_id, act, _("Reminder put off."))

    def _on_with_session(self, reminder_id: ReminderId) -> None:
        act = partial(self._reminders.with_next_session, reminder_id, by=self._page)
        self._do(reminder_id, act, _("Reminder put off to the next session."))

    def _on_skipped(self, reminder_id: ReminderId) -> None:
        act = partial(self._reminders.skip, reminder_id, by=self._page)
        self._do(reminder_id, act, _("Reminder skipped this time."))

    def _on_removed(self, reminder_id: ReminderId) -> None:
        act = partial(self._reminders.remove, reminder_id, by=self._page)
        self._do(reminder_id, act, _("Reminder removed."))

    def _on_day(self, reminder_id: ReminderId, day: date) -> None:
        details = replace(self._reminders.get(reminder_id).details, due_on=day)
        act = partial(self._reminders.change, reminder_id, details, by=self._page)
        self._do(reminder_id, act, _("Reminder moved."), moves_on=False)

    def _on_repeat(self, reminder_id: ReminderId, repeat: Repeat | None) -> None:
        details = replace(self._reminders.get(reminder_id).details, repeat=repeat)
        act = partial(self._reminders.change, reminder_id, details, by=self._page)
        self._do(reminder_id, act, _("Reminder changed."), moves_on=False)

    def _on_client(self, client_id: ClientId) -> None:
        self._desk.wishes.client.emit(client_id, "overview")

    def _on_about(self, details: ReminderDetails) -> None:
        """Go to the goal, the clause, or the measures."""
        wishes = self._desk.wishes
        if details.goal_id is not None:
            wishes.entry.emit(details.client_id, "goals", details.goal_id, 0)
        elif details.clause_id is not None:
            wishes.entry.emit(details.client_id, "agreements", details.clause_id, 0)
        else:
            wishes.client.emit(details.client_id, "outcomes")

    def _on_pick(self, reminder_id: ReminderId) -> None:
        form = LaterForm(self._desk, reminder_id, self._page.window())
        form.picked.connect(self._on_put_off)
        form.open()

    def _on_change(self, reminder_id: ReminderId) -> None:
        form = ReminderForm(self._desk, self._page.window(), reminder_id=reminder_id, by=self._page)
        form.saved.connect(self._on_saved)
        form.open()

    def _on_saved(self, _reminder_id: ReminderId) -> None:
        self.settled.emit()
