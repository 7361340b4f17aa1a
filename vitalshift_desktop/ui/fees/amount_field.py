"""An amount of money to fill in; what was understood stands below it while it is typed."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.money import read_amount
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.money_words import amount_text, group_sign, money_words
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class AmountField(Field):
    """Point and comma both part whole units from hundredths; nothing is guessed."""

    def __init__(self, label: str, currency: str, *, free: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self._currency = currency
        self._free = free
        self._understood = TextLabel(tone="2", size="m")
        self._understood.setObjectName("amount.understood")
        self._column.addWidget(self._understood)
        self.edited.connect(self._on_typed)
        self._on_typed("")

    def show_amount(self, amount: int | None, currency: str) -> None:
        """Show this amount, in minor units, and go on in this currency."""
        self._currency = currency
        self.show_text("" if amount is None else amount_text(amount, currency))
        self._on_typed(self.text())

    def amount(self) -> int | None:
        """The amount in minor units; None while there is none that can be used."""
        try:
            amount = read_amount(self.text(), self._currency, group=group_sign())
        except Problem:
            return None
        return amount if amount or self._free else None

    def is_valid(self) -> bool:
        """Whether there is an amount that can be used; says below the field what is wrong."""
        try:
            amount = read_amount(self.text(), self._currency, group=group_sign())
        except Problem as problem:
            advice = sentence(problem)
            self.show_error(f"{advice.what} {advice.next_step}")
            return False
        if not amount and not self._free:
            self.show_error(_("What is due or paid is more than nothing."))
            return False
        return True

    def _on_typed(self, _text: str) -> None:
        amount = self.amount()
        self._understood.setText("" if amount is None else money_words(amount, self._currency))
        self._understood.setVisible(amount is not None)
