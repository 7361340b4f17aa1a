"""A new reminder, or changes to one."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderId, ReminderKind, Repeat
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.reminder_words import repeats
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.vocabulary import label, repeat_words
from vitalshift_desktop.words import _


class ReminderForm(DialogFrame):
    """What, for whom, when, how often."""

    saved = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        client_id: ClientId | None = None,
        reminder_id: ReminderId | None = None,
        by: object = None,
    ) -> None:
        title = _("New reminder") if reminder_id is None else _("Change reminder")
        super().__init__(title, parent=parent)
        self.setObjectName("reminder_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._reminders = desk.workspace.reminders
        self._reminder_id = reminder_id
        self._by = by
        self._build()
        if reminder_id is None:
            self.client.choose(client_id)
        else:
            self._show(self._reminders.get(reminder_id).details)
        fields = ("title", "kind", "client", "day", "at", "repeat")
        place = f"reminder_form:{client_id or 0}:{reminder_id or 0}"
        self.keep(place, *(f"reminder.{name}" for name in fields))
        self.title.edit.setFocus()

    def _build(self) -> None:
        self.title = Field(_("What"), text=_("Check-in"))
        self.title.setObjectName("reminder.title")
        self.kind = ChoiceField(_("Kind"), [(kind, label(kind)) for kind in ReminderKind])
        self.kind.setObjectName("reminder.kind")
        self.client = ChoiceField(_("For"), self._clients())
        self.client.setObjectName("reminder.client")
        self.day = DateField(_("Due"), day=self._today(), today=self._today)
        self.day.setObjectName("reminder.day")
        self.at = TimeField(_("Time, if it matters"), optional=True)
        self.at.setObjectName("reminder.at")
        self.repeat = ChoiceField(_("Repeat"), repeats())
        self.repeat.setObjectName("reminder.repeat")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.title, 0, 0, 1, 2)
        for place, field in enumerate((self.client, self.kind, self.day, self.at, self.repeat)):
            grid.addWidget(field, 1 + place // 2, place % 2)
        self.column.addLayout(grid)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("reminder.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _clients(self) -> list[tuple[object, str]]:
        lines = self._desk.workspace.clients.lines()
        return [
            (None, _("Nobody, just me")),
            *((line.client.id, self._desk.privacy.name(line.client)) for line in lines),
        ]

    def _show(self, details: ReminderDetails) -> None:
        self.title.show_text(details.title)
        self.kind.choose(details.kind)
        self.client.choose(details.client_id)
        self.day.show_day(details.due_on)
        self.at.show_time(details.at)
        known = [repeat for repeat, _words in repeats()]
        if details.repeat not in known:
            self.repeat.show_choices([*repeats(), (details.repeat, repeat_words(details.repeat))])
        self.repeat.choose(details.repeat)

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _on_save(self) -> None:
        day = self.day.day()
        if not (self.day.is_valid() and self.at.is_valid()) or day is None:
            return
        repeat, client_id, kind = self.repeat.value, self.client.value, self.kind.value
        details = ReminderDetails(
            title=self.title.text(),
            due_on=day,
            kind=kind if isinstance(kind, ReminderKind) else ReminderKind.CHECK_IN,
            client_id=ClientId(client_id) if isinstance(client_id, int) else None,
            at=self.at.at(),
            repeat=repeat if isinstance(repeat, Repeat) else None,
        )
        try:
            reminder = self._save(details)
        except TextIsMissing:
            self.title.show_error(_("Say what to be reminded of."))
            return
        except Problem as problem:
            advice = sentence(problem)
            self.title.show_error(f"{advice.what} {advice.next_step}")
            return
        self.saved.emit(reminder)
        self.accept()

    def _save(self, details: ReminderDetails) -> ReminderId:
        if self._reminder_id is None:
            return self._reminders.add(details, by=self._by).id
        return self._reminders.change(self._reminder_id, details, by=self._by).id
