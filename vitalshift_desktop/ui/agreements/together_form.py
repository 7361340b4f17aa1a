"""Writing down that client and counselor looked at all their clauses together."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

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

_WIDTH = 520


class TogetherForm(DialogFrame):
    """The day, and what came of it where there is something to say."""

    saved = Signal()

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget) -> None:
        super().__init__(_("Looked at together"), width=_WIDTH, parent=parent)
        self.setObjectName("together_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._reviews = desk.workspace.clause_reviews
        self._clock = desk.workspace.clock
        self._client_id = client_id
        words = _("You and the client went through what you agreed on. A clause that changes becomes its next version.")
        self.day = DateField(_("On"), day=self._today(), today=self._today)
        self.day.setObjectName("together.day")
        self.words = ProseField(_("What came of it"), hint=_("May stay empty."))
        self.words.setObjectName("together.words")
        for part in (TextLabel(words, tone="2"), self.day, self.words):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("together.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        self.keep(f"together_form:{client_id}", "together.day", "together.words")
        self.words.setFocus()

    def _today(self) -> date:
        return today(self._clock)

    def _on_save(self) -> None:
        day = self.day.day()
        if not self.day.is_valid() or day is None:
            return
        before = self._desk.workspace.agreements.in_force(self._client_id)
        try:
            review = self._reviews.record(self._client_id, day, self.words.text())
        except Problem as problem:
            advice = sentence(problem)
            self.day.show_error(f"{advice.what} {advice.next_step}")
            return
        self.saved.emit()
        self.accept()
        undo = partial(self._reviews.take_back, review, before)
        self._desk.wishes.undo_offered.emit(_("Looked at together: written down."), undo)
