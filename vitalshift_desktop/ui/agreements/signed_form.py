"""A printed page came back signed: when, and by whom."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreement_copies import SigningPage
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.agreements.agree_part import AgreePart
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class SignedForm(DialogFrame):
    """The clauses come into force word for word as they were printed."""

    agreed = Signal(object)

    def __init__(self, desk: Desk, page: SigningPage, parent: QWidget) -> None:
        super().__init__(_("Page {serial} was signed").format(serial=page.serial), width=560, parent=parent)
        self.setObjectName("signed_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._agreeing = desk.workspace.agreeing
        self._clock = desk.workspace.clock
        self._page = page
        topics = ", ".join(label(clause.topic) for clause in page.clauses)
        self.day = DateField(_("Signed on"), day=self._today(), today=self._today)
        self.day.setObjectName("signed.day")
        self.who = AgreePart(desk, page.client_id, self._today(), with_hints=False)
        self._error = ErrorSentence()
        for part in (
            TextLabel(topics, tone="2", size="m"),
            self.day,
            self.who,
            self._error,
            TextLabel(_("The scan can be put with the agreement right afterwards."), tone="3", size="c"),
        ):
            self.column.addWidget(part)
        self.cancel = Button(_("Cancel"))
        self.save = Button(_("Put in force"), variant="primary")
        self.save.setObjectName("signed.save")
        self.add_button(self.cancel)
        self.add_button(self.save, safe=True)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self.who.changed.connect(self._on_changed)
        self.keep(f"signed_form:{page.client_id}:{page.serial}", "signed.day", *self.who.fields())
        self.save.setFocus()

    @property
    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._error.sentence()

    def _today(self) -> date:
        return today(self._clock)

    def _on_changed(self) -> None:
        self._error.show_sentence("")

    def _on_save(self) -> None:
        day = self.day.day()
        if not self.day.is_valid() or day is None:
            return
        if not self._page.printed_on <= day <= self._today():
            self.day.show_error(_("Use a day from the day it was printed until today."))
            return
        try:
            parties = self.who.value().parties
            agreement = self._agreeing.signed(self._page.client_id, self._page.serial, parties, day)
        except Problem as problem:
            advice = sentence(problem)
            self._error.show_sentence(f"{advice.what} {advice.next_step}")
            return
        self.accept()
        self.agreed.emit(agreement)
