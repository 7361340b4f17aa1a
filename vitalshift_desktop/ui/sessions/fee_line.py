"""The fee agreed with a client, what is unpaid, and the way to agree another one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.money_words import agreement_words, sums_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _, ngettext


class FeeLine(QWidget):
    """One line over the client's sessions."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._client_id: ClientId | None = None
        self.words = TextLabel(tone="2", size="m")
        self.words.setObjectName("sessions.fee")
        self.agree = LinkButton(_("Agree a fee…"))
        self.agree.setObjectName("sessions.agree_fee")
        self.agree.clicked.connect(self._on_agree)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_client(self, client_id: ClientId) -> None:
        """Say what is agreed with this client and what is unpaid."""
        self._client_id = client_id
        fees = self._desk.workspace.fees.of_client(client_id)
        parts = [_("No fee agreed.") if fees.in_force is None else f"{agreement_words(fees.in_force)}."]
        if fees.in_force is not None and fees.in_force.words and not self._desk.privacy.initials_on:
            parts = [f"{agreement_words(fees.in_force)}, {fees.in_force.words}."]
        if fees.due:
            due = ngettext("{sum} unpaid for {n} session.", "{sum} unpaid for {n} sessions.", len(fees.due))
            parts.append(due.format(sum=sums_words(fees.sums), n=len(fees.due)))
        if fees.waived:
            parts.append(ngettext("{n} waived.", "{n} waived.", fees.waived).format(n=fees.waived))
        self.words.setText(" ".join(parts))

    def _on_agree(self) -> None:
        if self._client_id is not None:
            self._desk.wishes.agree_fee.emit(self._client_id)
