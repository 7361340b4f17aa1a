"""Adding to a signed note: a late entry, an addendum or an amendment, with its reason and the day it is about."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.notes import AdditionKind, NoteId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class AddendumForm(RoomyDialog):
    """What is added stands below the signed text, with when it was written and why."""

    saved = Signal()

    def __init__(
        self,
        desk: Desk,
        note_id: NoteId,
        service_day: date,
        parent: QWidget,
        *,
        kind: AdditionKind = AdditionKind.ADDENDUM,
    ) -> None:
        super().__init__(_("Add to the signed note"), width=520, height=480, parent=parent)
        self.setObjectName("addendum_form")
        self._notes = desk.workspace.notes
        self._clock = desk.workspace.clock
        self._note_id = note_id
        self._build(service_day, kind)

    def _build(self, service_day: date, kind: AdditionKind) -> None:
        self.kind = ChoiceField(_("What it is"), [(one, label(one)) for one in AdditionKind], chosen=kind)
        self.kind.setObjectName("addendum.kind")
        self._meaning = TextLabel(_meaning(kind), tone="3", size="c")
        self.kind.picked.connect(self._on_kind)
        self.text = ProseField(_("What to add"))
        self.text.setObjectName("addendum.text")
        self.reason = Field(_("Reason"), placeholder=_("such as: remembered later"))
        self.reason.setObjectName("addendum.reason")
        self.day = DateField(_("About the day"), day=service_day, today=self._today)
        self.day.setObjectName("addendum.day")
        words = _("The signed text stays as it is. This is added below it and cannot be changed later.")
        for part in (TextLabel(words, tone="2", size="m"), self.kind, self._meaning, self.text, self.reason, self.day):
            self.content.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Add and sign"), variant="primary")
        self.save.setObjectName("addendum.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)  # Enter after the reason must not throw away what was written
        self.keep(
            f"addendum_form:{self._note_id}:{kind.value}",
            "addendum.kind",
            "addendum.text",
            "addendum.reason",
            "addendum.day",
        )
        self.fit_content()
        self.text.edit.setFocus()

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept, and say again what its kind means."""
        super().take_back(form)
        self._on_kind(self.kind.value)

    def _on_kind(self, kind: object) -> None:
        self._meaning.setText(_meaning(AdditionKind(str(kind))))

    def _today(self) -> date:
        return today(self._clock)

    def _on_save(self) -> None:
        day = self.day.day()
        if not self.day.is_valid() or day is None:
            return
        if not self.reason.text().strip():
            self.reason.show_error(_("Say in a few words why this is added."))
            return
        try:
            kind = AdditionKind(str(self.kind.value))
            self._notes.add_addendum(self._note_id, self.text.text(), self.reason.text(), day, kind)
        except Problem as problem:
            advice = sentence(problem)
            self.text.show_error(f"{advice.what} {advice.next_step}")
            return
        self.saved.emit()
        self.accept()


def _meaning(kind: AdditionKind) -> str:
    return {
        AdditionKind.LATE_ENTRY: _("What belonged into the note when you signed it."),
        AdditionKind.ADDENDUM: _("What happened or came to be known since."),
        AdditionKind.AMENDMENT: _("What corrects the text; the text itself stays as it was."),
    }[kind]
