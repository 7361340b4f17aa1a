"""What can be said about the fee of a session from a list: by key, from its menu, and with a way back."""

from functools import partial

from vitalshift_desktop.domain.fees import Charge, ChargeState, PaidBy
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.money_words import fee_words
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.words import _


class SessionFees:
    """Records what became of a fee through the service; where no amount is known, a form asks for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fees = desk.workspace.fees

    def pay(self, line: SessionLine, method: PaidBy | None = None) -> None:
        """Paid today, as agreed and in the way this client paid last, unless it is said how."""
        fee = line.fee
        if fee is not None and fee.state is ChargeState.PAID and method is None:
            return
        self.record(line, ChargeState.PAID, method or self._fees.last_method(line.client.id))

    def record(self, line: SessionLine, state: ChargeState, method: PaidBy | None = None) -> None:
        """Say what became of the fee."""
        session = line.session
        needs_amount = state in (ChargeState.DUE, ChargeState.PAID)
        if needs_amount and line.fee is None and not self._is_agreed(line):
            self.ask(line)
            return
        before = self._fees.charge(session.id, state, method=method)
        self._offer_undo(line, before)

    def forget(self, line: SessionLine) -> None:
        """Nothing is recorded any more: it is as agreed."""
        charge = line.fee.charge if line.fee else None
        if charge is not None:
            self._fees.put_back(line.session.id, None)
            self._offer_undo(line, charge)

    def ask(self, line: SessionLine) -> None:
        """Ask for amount, day and way of paying."""
        self._desk.wishes.charge_session.emit(line.session.id)

    def agree(self, line: SessionLine) -> None:
        """Ask for the fee that is agreed with the client."""
        self._desk.wishes.agree_fee.emit(line.client.id)

    def _is_agreed(self, line: SessionLine) -> bool:
        agreed = self._fees.of_client(line.client.id).agreements
        return any(one.from_day <= line.session.day and one.amount for one in agreed)

    def _offer_undo(self, line: SessionLine, before: Charge | None) -> None:
        fee = self._fees.of_session(line.session.id)
        words = _("{name}, {day}: {fee}.").format(
            name=cut(self._desk.privacy.name(line.client)),
            day=day_words(line.session.day),
            fee=fee_words(fee) if fee else _("no fee"),
        )
        self._desk.wishes.undo_offered.emit(words, partial(self._fees.put_back, line.session.id, before))
