"""A clause was looked at again with the client and stays as it is."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.words import _


class LookForm(DialogFrame):
    """The day, and a few words; the notes so far suggest nothing more then."""

    saved = Signal()

    def __init__(self, desk: Desk, client_id: ClientId, clause_id: ClauseId, parent: QWidget) -> None:
        super().__init__(_("Looked at again with the client"), parent=parent)
        self.setObjectName("look_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._client_id, self._clause_id = client_id, clause_id
        words = _("The clause stays as it is. If its wording changes, use Revise instead.")
        self.day = DateField(_("Looked at on"), day=self._today(), today=self._today)
        self.day.setObjectName("look.day")
        self.words = ProseField(_("A few words, if you like"))
        self.words.setObjectName("look.words")
        for part in (TextLabel(words, tone="2", size="m"), self.day, self.words):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("look.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        self.keep(f"look_form:{client_id}:{clause_id}", "look.day", "look.words")
        self.words.edit.setFocus()

    def _on_save(self) -> None:
        day = self.day.day()
        if not self.day.is_valid() or day is None:
            return
        try:
            self._desk.workspace.boundary_events.look_at_clause(
                self._client_id, self._clause_id, day, self.words.text()
            )
        except Problem as problem:
            self.day.show_error(sentence(problem).whole)
            return
        self.saved.emit()
        self.accept()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
