"""A dated note or an event for the chart."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.chart_entries import ChartEntry, EntryKind
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import DateIsImpossible, HiddenCharacters, Problem, TextIsMissing, TextTooLong
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_OF_WORDS = (TextIsMissing, TextTooLong, HiddenCharacters)


class ChartEntryForm(DialogFrame):
    """Adds one, or puts another in the place of `entry`; `recorded` carries what was done and how to undo it."""

    recorded = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        client_id: ClientId,
        parent: QWidget,
        *,
        day: date | None = None,
        entry: ChartEntry | None = None,
    ) -> None:
        title = _("Add a note or an event") if entry is None else _("Change what stands on the chart")
        super().__init__(title, parent=parent)
        self.setObjectName("chart_entry_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._client_id = client_id
        self._entry = entry
        self._today = today(desk.workspace.clock)
        self._build(entry.day if entry else day or self._today)
        number = entry.id if entry else 0
        self.keep(f"chart_entry_form:{client_id}:{number}", "chart_entry.kind", "chart_entry.day", "chart_entry.words")

    def _build(self, day: date) -> None:
        kinds = [(kind, label(kind)) for kind in EntryKind]
        self.kind = ChoiceField(_("What it is"), kinds, chosen=self._entry.kind if self._entry else EntryKind.NOTE)
        self.day = DateField(_("Day"), day=day, today=partial(today, self._desk.workspace.clock))
        self.words = Field(_("A few words"), hint=_("They stand on the chart and are part of the record."))
        self.words.show_text(self._entry.words if self._entry else "")
        for name, field in (("kind", self.kind), ("day", self.day), ("words", self.words)):
            field.setObjectName(f"chart_entry.{name}")
            self.column.addWidget(field)
        self._error = TextLabel(tone="risk", size="m")
        self._error.hide()
        self.column.addWidget(self._error)
        cancel = Button(_("Cancel"))
        self.save = Button(_("Add") if self._entry is None else _("Save"), variant="primary")
        self.save.setObjectName("chart_entry.save")
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self.words.edit.setFocus()

    def _on_save(self) -> None:
        day = self.day.day()
        if day is None:
            self.day.show_error(_("A day is needed here."))
            return
        try:
            words, undo = self._act(day, EntryKind(str(self.kind.value)))
        except Problem as problem:
            self._tell(problem)
            return
        self.recorded.emit(words, undo)
        self.accept()

    def _act(self, day: date, kind: EntryKind) -> tuple[str, Callable[[], object]]:
        entries = self._desk.workspace.chart_entries
        if self._entry is None:
            added = entries.add(self._client_id, day, kind, self.words.text())
            return _("It stands on the chart."), partial(entries.take_off, added.id)
        changed = entries.change(self._entry.id, day, kind, self.words.text())
        return _("What stands on the chart is changed."), partial(entries.undo_change, changed)

    def _tell(self, problem: Problem) -> None:
        advice = sentence(problem)
        words = f"{advice.what} {advice.next_step}"
        if isinstance(problem, _OF_WORDS):
            self.words.show_error(words)
        elif isinstance(problem, DateIsImpossible):
            self.day.show_error(words)
        else:
            self._error.setText(words)
            self._error.show()
