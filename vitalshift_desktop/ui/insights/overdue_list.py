"""The measures that sessions went by without, one button-like row each."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.services.measures_due import MeasureWaits
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _, ngettext

MOST = 12
"""More would push the page down; the longest waits come first."""


class OverdueList(QWidget):
    """Who waits for which measure and since when; `opened` tells whose name was pressed."""

    opened = Signal(object)

    def __init__(self, name: Callable[[Client], str]) -> None:
        super().__init__()
        self.setObjectName("insights.overdue")
        self._name = name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_waits(self, waits: Sequence[MeasureWaits]) -> None:
        """Show these, the longest wait first."""
        empty(self._column)
        for wait in waits[:MOST]:
            self._column.addLayout(self._row(wait))
        rest = len(waits) - MOST
        if rest > 0:
            self._column.addWidget(TextLabel(ngettext("and {n} more", "and {n} more", rest).format(n=rest), tone="2"))
        if not waits:
            self._column.addWidget(TextLabel(_("None is overdue."), tone="2", size="m"))

    def _row(self, wait: MeasureWaits) -> QHBoxLayout:
        name, client_id = self._name(wait.client), wait.client.id
        words = _words(wait)
        opens = LinkButton(name)
        opens.setAccessibleName(f"{name}, {wait.instrument.name}, {words}")
        opens.clicked.connect(partial(self._open, client_id))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(opens)
        row.addWidget(TextLabel(wait.instrument.name, size="m", wrap=False))
        row.addWidget(TextLabel(words, tone="attn", size="m"), 1)
        return row

    def _open(self, client_id: ClientId, _checked: bool = False) -> None:
        self.opened.emit(client_id)


def _words(wait: MeasureWaits) -> str:
    waited = wait.due.waited
    return ngettext("{n} session late", "{n} sessions late", waited).format(n=waited)
