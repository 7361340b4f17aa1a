"""Setting a phase for an earlier day, or putting a day or a phase right."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId, Phase, PhaseMark
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class PhaseForm(DialogFrame):
    """A new mark, or one of this episode's that is changed or taken out; either can be undone."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget) -> None:
        super().__init__(_("Phase from a day on"), parent=parent)
        self.setObjectName("phase_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._client_id = client_id
        self._marks = desk.workspace.phases.of_episode(client_id)
        self._build()
        self.keep(f"phase_form:{client_id}", "phase_form.mark", "phase_form.phase", "phase_form.day")

    def _build(self) -> None:
        choices: list[tuple[object, str]] = [(None, _("Set a phase"))]
        choices += [(mark.since.isoformat(), _mark_words(mark)) for mark in self._marks]
        self.mark = ChoiceField(_("What to change"), choices)
        self.mark.setObjectName("phase_form.mark")
        self.mark.setVisible(bool(self._marks))
        self.phase = ChoiceField(_("Phase"), [(phase, label(phase)) for phase in Phase])
        self.phase.setObjectName("phase_form.phase")
        self.day = DateField(_("From"), day=self._today(), today=self._today)
        self.day.setObjectName("phase_form.day")
        for part in (self.mark, self.phase, self.day):
            self.column.addWidget(part)
        self.remove = Button(_("Take this mark out"))
        self.remove.setObjectName("phase_form.remove")
        self.remove.hide()
        cancel = Button(_("Cancel"))
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("phase_form.save")
        self.add_button(self.remove)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        self.mark.picked.connect(self._on_mark)
        self.remove.clicked.connect(self._on_remove)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)

    def _on_mark(self, _value: object) -> None:
        mark = self._chosen
        self.remove.setVisible(mark is not None)
        self.phase.choose(mark.phase if mark is not None else Phase.BEGINNING)
        self.day.show_day(mark.since if mark is not None else self._today())

    @property
    def _chosen(self) -> PhaseMark | None:
        return next((mark for mark in self._marks if mark.since.isoformat() == self.mark.value), None)

    def _on_save(self) -> None:
        day, phase = self.day.day(), self.phase.value
        if not self.day.is_valid() or day is None or not isinstance(phase, Phase):
            return
        chosen = self._chosen
        kept = [mark for mark in self._marks if mark != chosen and (chosen is not None or mark.since != day)]
        words = _("The phase is {phase} from {day} on.").format(phase=label(phase), day=full_day(day))
        self._put([*kept, PhaseMark(self._client_id, phase, day)], words)

    def _on_remove(self) -> None:
        words = _("The mark was taken out.")
        self._put([mark for mark in self._marks if mark != self._chosen], words)

    def _put(self, marks: list[PhaseMark], words: str) -> None:
        phases, client_id = self._desk.workspace.phases, self._client_id
        try:
            before = phases.put_right(client_id, marks)
        except Problem as problem:
            advice = sentence(problem)
            self.day.show_error(f"{advice.what} {advice.next_step}")
            return
        self.accept()
        self._desk.wishes.undo_offered.emit(words, partial(phases.put_right, client_id, before))

    def _today(self) -> date:
        return today(self._desk.workspace.clock)


def _mark_words(mark: PhaseMark) -> str:
    return _("{phase} since {day}").format(phase=label(mark.phase), day=full_day(mark.since))
