"""A new reminder, or changes to one."""

from dataclasses import replace
from datetime import date
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain import problems
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.domain.recurrence import coming_days, first_day
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderId, ReminderKind
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.dates_in_words import weekday_and_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.about_field import AboutField
from vitalshift_desktop.ui.reminders.rhythm_field import RhythmField
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_FORETOLD = 4


class ReminderForm(RoomyDialog):
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
        super().__init__(title, width=560, height=560, parent=parent)
        self.setObjectName("reminder_form")
        self._desk = desk
        self._reminders = desk.workspace.reminders
        self._reminder_id = reminder_id
        self._by = by
        self._build()
        if reminder_id is None:
            self.client.choose(client_id)
            self.about.show_of(client_id)
        else:
            self._show(self._reminders.get(reminder_id).details)
        fields = ("title", "kind", "client", "about", "day", "at")
        place = f"reminder_form:{client_id or 0}:{reminder_id or 0}"
        self.keep(place, *(f"reminder.{name}" for name in fields), *RhythmField.NAMES)
        self._foretell()
        self.title.edit.setFocus()

    def take_back(self, form: HalfFilled) -> None:
        """What the client leads to is offered again before it is chosen."""
        super().take_back(form)
        self.about.show_of(self._client_id)
        self.about.choose_text(form.fields.get("reminder.about", ""))
        self.rhythm.show_again()
        self._foretell()

    def _build(self) -> None:
        self.title = Field(_("What"), text=_("Check-in"))
        self.title.setObjectName("reminder.title")
        self.kind = ChoiceField(_("Kind"), [(kind, label(kind)) for kind in ReminderKind])
        self.kind.setObjectName("reminder.kind")
        self.client = ChoiceField(_("For"), self._clients())
        self.client.setObjectName("reminder.client")
        self.about = AboutField(self._desk)
        self.day = DateField(_("Due"), day=self._today(), today=self._today)
        self.day.setObjectName("reminder.day")
        self.at = TimeField(_("Time, if it matters"), optional=True)
        self.at.setObjectName("reminder.at")
        self.rhythm = RhythmField(self._today)
        self.foretold = TextLabel("", tone="2", size="m")
        self.foretold.setObjectName("reminder.foretold")
        self.error = ErrorSentence()
        self.error.setObjectName("reminder.error")
        self._lay_out()
        self.client.picked.connect(self._on_client)
        self.day.changed.connect(self._foretell)
        self.rhythm.edited.connect(self._foretell)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.title, 0, 0, 1, 2)
        for place, field in enumerate((self.client, self.kind, self.day, self.at)):
            grid.addWidget(field, 1 + place // 2, place % 2)
        grid.addWidget(self.about, 3, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.content.addLayout(grid)
        for part in (self.rhythm, self.foretold, self.error):
            self.content.addWidget(part)
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
        self.about.show_of(details.client_id)
        self.about.show_details(details)
        self.day.show_day(details.due_on)
        self.at.show_time(details.at)
        self.rhythm.show_rule(details.repeat, with_session=details.repeat is None and details.session_from is not None)

    @property
    def _client_id(self) -> ClientId | None:
        client_id = self.client.value
        return ClientId(client_id) if isinstance(client_id, int) else None

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _on_client(self, _client: object) -> None:
        self.about.show_of(self._client_id)
        self._foretell()

    def _foretell(self) -> None:
        """Say the first days of the rule, while there is one."""
        self.error.show_sentence("")
        self.foretold.setText(self._foretold())
        self.foretold.setVisible(bool(self.foretold.text()))
        self.fit_content()

    def _foretold(self) -> str:
        day = self.day.day()
        if self.rhythm.with_session:
            return _("It comes with the first session from this day on, and moves with it.")
        try:
            rule = self.rhythm.rule()
        except ValueError:
            return ""
        if rule is None or day is None:
            return ""
        if rule.by_sessions:
            return _("It comes with the first session from this day on, and counts sessions from there.")
        first = first_day(rule, day)
        if first is None:
            return ""
        days = ", ".join(weekday_and_day(one) for one in islice(coming_days(rule, first), _FORETOLD))
        return _("The first days: {days}").format(days=days) if days else ""

    def _on_save(self) -> None:
        day = self.day.day()
        if not all([self.day.is_valid(), self.at.is_valid(), self.rhythm.is_valid()]) or day is None:
            self.fit_content()
            self.keep_focus_in_view()
            return
        try:
            reminder = self._save(self._details(day))
        except TextIsMissing:
            self.title.show_error(_("Say what to be reminded of."))
        except Problem as problem:
            self._tell(problem)
        else:
            self.saved.emit(reminder)
            self.accept()
            return
        self.fit_content()
        if self.error.sentence():
            self._flow.ensureWidgetVisible(self.error)

    def _tell(self, problem: Problem) -> None:
        advice = sentence(problem)
        words = f"{advice.what} {advice.next_step}"
        if isinstance(problem, problems.SessionsNeedAClient):
            self.client.show_error(words)
        elif isinstance(problem, problems.TextTooLong):
            self.title.show_error(words)
        else:
            self.error.show_sentence(words)

    def _details(self, day: date) -> ReminderDetails:
        before = None if self._reminder_id is None else self._reminders.get(self._reminder_id).details
        details = ReminderDetails(
            title=self.title.text(),
            due_on=day,
            kind=ReminderKind(str(self.kind.value)),
            client_id=self._client_id,
            at=self.at.at(),
            repeat=self.rhythm.rule(),
        )
        follows = self.rhythm.with_session or (details.repeat is not None and details.repeat.by_sessions)
        same = (details.repeat, day, follows)
        if before is not None and (before.repeat, before.due_on, before.follows_sessions) == same:
            return self.about.with_about(replace(details, session_from=before.session_from))
        return self.about.with_about(replace(details, session_from=day if follows else None))

    def _save(self, details: ReminderDetails) -> ReminderId:
        if self._reminder_id is None:
            return self._reminders.add(details, by=self._by).id
        return self._reminders.change(self._reminder_id, details, by=self._by).id
