"""Asks for the fee that is agreed with a client: how much, from which day on, in which words."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.fees import FeeAgreement
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.fees.amount_field import AmountField
from vitalshift_desktop.ui.money_words import agreement_words, money_words
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _

SHOWN = 3


class FeeForm(DialogFrame):
    """A new fee holds from its day on; earlier ones stay and are listed, the latest can be taken out."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None) -> None:
        self._desk = desk
        self._fees = desk.workspace.fees
        self._client_id = client_id
        self._name = cut(desk.privacy.name(desk.workspace.clients.get(client_id)))
        super().__init__(_("Fee agreed with {name}").format(name=self._name), parent=parent)
        self.setObjectName("fee_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self.keep(f"fee_form:{client_id}", "fee.amount", "fee.from", "fee.words")
        self.amount.setFocus()

    def _build(self) -> None:
        clock = self._desk.workspace.clock
        self.amount = AmountField(_("Fee for a session"), self._fees.currency())
        self.amount.setObjectName("fee.amount")
        self.from_day = DateField(_("From"), day=today(clock), today=lambda: today(clock))
        self.from_day.setObjectName("fee.from")
        self.words = Field(_("What is special about it"), hint=_("such as sliding scale; may stay empty"))
        self.words.setObjectName("fee.words")
        self.error = ErrorSentence()
        self.error.setObjectName("fee.error")
        self._add_known()
        for part in (self.amount, self.from_day, self.words, self.error):
            self.column.addWidget(part)
        told = TextLabel(_("0 means that sessions are free. What was recorded so far stays."), tone="3", size="c")
        self.column.addWidget(told)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Agree this fee"), variant="primary")
        self.save.setObjectName("fee.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _add_known(self) -> None:
        known = self._fees.of_client(self._client_id).agreements
        for place, agreement in enumerate(known[:SHOWN]):
            self.column.addWidget(TextLabel(agreement_words(agreement), tone="2", size="m"))
            if agreement.words:
                self.column.addWidget(RecordLabel(agreement.words, privacy=self._desk.privacy, role="rail"))
            if place == 0:
                take_out = LinkButton(_("Take this one out"))
                take_out.setObjectName("fee.take_out")
                take_out.clicked.connect(partial(self._on_take_out, agreement))
                self.column.addWidget(take_out, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_take_out(self, agreement: FeeAgreement) -> None:
        try:
            self._fees.remove(agreement.id)
        except Problem as problem:
            self._say(problem)
            return
        words = _("Fee taken out: {name}, {fee}.").format(name=self._name, fee=agreement_words(agreement))
        self._desk.wishes.undo_offered.emit(words, partial(self._fees.restore, agreement))
        self.reject()

    def _on_save(self) -> None:
        self.error.show_sentence("")
        checked = [self.amount.is_valid(), self.from_day.is_valid()]
        amount, day = self.amount.amount(), self.from_day.day()
        if not all(checked) or amount is None or day is None:
            self.adjustSize()
            return
        try:
            agreement = self._fees.agree(self._client_id, amount, day, self.words.text())
        except Problem as problem:
            self._say(problem)
            return
        fee = money_words(amount, agreement.currency)
        words = _("Fee agreed: {name}, {fee}.").format(name=self._name, fee=fee)
        self._desk.wishes.undo_offered.emit(words, partial(self._fees.remove, agreement.id))
        self.accept()

    def _say(self, problem: Problem) -> None:
        advice = sentence(problem)
        self.error.show_sentence(f"{advice.what} {advice.next_step}")
        self.adjustSize()
