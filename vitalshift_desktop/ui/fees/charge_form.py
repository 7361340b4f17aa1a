"""Asks what became of the fee for one session: due, paid, waived or not charged, how much, when and how."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.fees import ChargeState, PaidBy
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.fees.amount_field import AmountField
from vitalshift_desktop.ui.money_words import fee_words
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_FREE = (ChargeState.WAIVED, ChargeState.NOT_CHARGED)


class ChargeForm(DialogFrame):
    """Opens with what is recorded or agreed, paid today; only a paid fee has a way of paying."""

    def __init__(self, desk: Desk, session_id: SessionId, parent: QWidget | None) -> None:
        self._desk = desk
        self._fees = desk.workspace.fees
        self._line = desk.workspace.sessions.get(session_id)
        super().__init__(_("Fee for this session"), parent=parent)
        self.setObjectName("charge_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._show()
        self.keep(f"charge_form:{session_id}", "charge.state", "charge.amount", "charge.day", "charge.method")
        self.amount.setFocus()

    def _build(self) -> None:
        clock = self._desk.workspace.clock
        who = cut(self._desk.privacy.name(self._line.client))
        told = TextLabel(f"{who}, {span_words(self._line.session)}", tone="2", size="m")
        self.state = ChoiceField(_("What became of it"), [(state, label(state)) for state in ChargeState])
        self.state.setObjectName("charge.state")
        self.amount = AmountField(_("Amount"), self._fees.currency())
        self.amount.setObjectName("charge.amount")
        self.day = DateField(_("Day"), day=today(clock), today=lambda: today(clock))
        self.day.setObjectName("charge.day")
        methods: list[tuple[object, str]] = [(None, _("Not said")), *((method, label(method)) for method in PaidBy)]
        self.method = ChoiceField(_("How it was paid"), methods)
        self.method.setObjectName("charge.method")
        self.error = ErrorSentence()
        self.error.setObjectName("charge.error")
        for part in (told, self.state, self.amount, self.day, self.method, self.error):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Record"), variant="primary")
        self.save.setObjectName("charge.save")
        self.save.clicked.connect(self._on_save)
        self.state.picked.connect(self._on_state)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _show(self) -> None:
        fee = self._line.fee
        charge = fee.charge if fee is not None else None
        self.state.choose(charge.state if charge is not None else ChargeState.PAID)
        self.amount.show_amount(fee.amount if fee else None, fee.currency if fee else self._fees.currency())
        if charge is not None:
            self.day.show_day(charge.day)
        self.method.choose(charge.method if charge is not None else self._fees.last_method(self._line.client.id))
        self._on_state(self.state.value)

    def _on_state(self, state: object) -> None:
        self.method.setVisible(state is ChargeState.PAID)

    def _on_save(self) -> None:
        self.error.show_sentence("")
        state, method = self.state.value, self.method.value
        if not isinstance(state, ChargeState):
            raise TypeError("one of them is always chosen")
        needs_amount = state not in _FREE or bool(self.amount.text())
        checked = [not needs_amount or self.amount.is_valid(), self.day.is_valid()]
        if not all(checked):
            self.adjustSize()
            return
        session_id = self._line.session.id
        amount = self.amount.amount() if needs_amount else 0
        how = method if isinstance(method, PaidBy) else None
        try:
            before = self._fees.charge(session_id, state, amount=amount, day=self.day.day(), method=how)
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            self.adjustSize()
            return
        fee = self._fees.of_session(session_id)
        words = _("{name}: {fee}.").format(
            name=cut(self._desk.privacy.name(self._line.client)), fee=fee_words(fee) if fee else _("no fee")
        )
        self._desk.wishes.undo_offered.emit(words, partial(self._fees.put_back, session_id, before))
        self.accept()
