"""The record of a licence for an instrument that is not free: who allowed it, how, and until when."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails, Listed
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextTooLong
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _


class LicenceForm(RoomyDialog):
    """What is noted stays; a new note stands beside the earlier ones."""

    saved = Signal()

    def __init__(self, desk: Desk, listed: Listed, parent: QWidget) -> None:
        form = listed.instrument
        super().__init__(_("License of {name}").format(name=form.name), width=560, height=560, parent=parent)
        self.setObjectName("licence_form")
        self._desk = desk
        self._id = form.id
        why = _(
            "This form belongs to somebody. VitalShift knows how it is scored, but not its wording, and keeps it off"
            " until you note who allowed you to use it. Ask the owner if you are not sure."
        )
        self.content.addWidget(TextLabel(why, tone="2", size="m"))
        if form.notice:
            self.content.addWidget(TextLabel(form.notice, tone="3", size="m"))
        self.granted_by = Field(_("Who allowed it"), hint=_("The owner, publisher, or your employer."))
        self.granted_by.setObjectName("licence_form.granted_by")
        self.reference = Field(_("How"), hint=_("Such as a letter, an invoice or contract number, bought copies."))
        self.reference.setObjectName("licence_form.reference")
        hint = _("The last day. Empty when it does not run out.")
        self.until = DateField(_("Until"), optional=True, today=self._today, hint=hint)
        self.until.setObjectName("licence_form.until")
        for part in (self.granted_by, self.reference, self.until):
            self.content.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Note the license"), variant="primary")
        self.save.setObjectName("licence_form.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        names = ("licence_form.granted_by", "licence_form.reference", "licence_form.until")
        self.keep(f"licence_form:{form.id}", *names)
        self.fit_content()
        self.granted_by.edit.setFocus()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _on_save(self) -> None:
        if not self.until.is_valid():
            self.until.setFocus()
            return
        details = LicenceDetails(self.granted_by.text(), self.reference.text(), self.until.day())
        try:
            self._desk.workspace.instruments.note_licence(self._id, details)
        except Problem as problem:
            advice = sentence(problem)
            field = self._field_of(problem)
            field.show_error(f"{advice.what} {advice.next_step}")
            field.setFocus()
            return
        self.saved.emit()
        self.accept()

    def _field_of(self, problem: Problem) -> LabeledField:
        if isinstance(problem, DateIsImpossible):
            return self.until
        too_long = isinstance(problem, TextTooLong) and len(self.reference.text()) > len(self.granted_by.text())
        return self.reference if too_long else self.granted_by
