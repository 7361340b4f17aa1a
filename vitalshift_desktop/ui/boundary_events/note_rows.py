"""Rows to read: a day that opens, the record's own words, and facts beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_BEGINNING = 160


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One row: what opens it and what that is called when read out, its words, what stands beside them."""

    opens: str
    spoken: str
    record: str
    beside: tuple[str, ...]
    open: Callable[[], None]


class NoteRows(QWidget):
    """A few rows under each other with a line below each; the words of the record are covered where they are to be."""

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy = privacy
        self.links: list[LinkButton] = []
        self._table = QGridLayout(self)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setHorizontalSpacing(20)
        self._table.setVerticalSpacing(7)
        self._table.setColumnStretch(1, 1)

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show these."""
        empty(self._table)
        self.links.clear()
        for place, row in enumerate(rows):
            self._add(place, row)

    def _add(self, place: int, row: NoteRow) -> None:
        link = LinkButton(row.opens)
        link.setAccessibleName(row.spoken)
        link.clicked.connect(row.open)
        self.links.append(link)
        self._table.addWidget(link, 2 * place, 0, _MIDDLE)
        self._table.addWidget(RecordLabel(_beginning(row.record), privacy=self._privacy, role="detail"), 2 * place, 1)
        for column, words in enumerate(row.beside, start=2):
            self._table.addWidget(TextLabel(words, tone="2", size="m", wrap=False), 2 * place, column, _MIDDLE)
        self._table.addWidget(Hairline(), 2 * place + 1, 0, 1, 2 + len(row.beside))


def _beginning(text: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _BEGINNING else words[: _BEGINNING - 1].rstrip() + "…"
