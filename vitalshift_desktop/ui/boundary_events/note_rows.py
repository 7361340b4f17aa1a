"""Rows to read: a day that opens, the record's own words, and facts beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
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
        self._widest = 0
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(7)

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show these; what stands below each other is equally wide."""
        empty(self._rows)
        self.links = [self._link(row) for row in rows]
        beside = [[TextLabel(words, tone="2", size="m", wrap=False) for words in row.beside] for row in rows]
        if theme().wide_text:
            beside = [[] for _row in rows]
        for column in zip(*beside, strict=True):
            width = max(part.sizeHint().width() for part in column)
            for part in column:
                part.setMinimumWidth(width)
        self._widest = max((link.sizeHint().width() for link in self.links), default=0)
        for row, link, facts in zip(rows, self.links, beside, strict=True):
            self._rows.addLayout(self._row(row, link, facts))
            self._rows.addWidget(Hairline())

    def _link(self, row: NoteRow) -> LinkButton:
        link = LinkButton(row.opens)
        link.setAccessibleName(row.spoken)
        link.clicked.connect(row.open)
        return link

    def _row(self, row: NoteRow, link: LinkButton, beside: Sequence[TextLabel]) -> QHBoxLayout:
        # A row asks how high wrapped text is at the width it really gets; a grid asks at another one and cuts it.
        line = QHBoxLayout()
        line.setSpacing(20)
        line.addWidget(link, 0, _MIDDLE)
        line.addSpacing(self._widest - link.sizeHint().width())
        line.addLayout(self._words(row), 1)
        for part in beside:
            line.addWidget(part, 0, _MIDDLE)
        return line

    def _words(self, row: NoteRow) -> QVBoxLayout:
        """The words of the record; where the text is large, what stands beside them elsewhere stands below."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(RecordLabel(_beginning(row.record), privacy=self._privacy, role="detail"), 0, _MIDDLE)
        if theme().wide_text and row.beside:
            words.addWidget(TextLabel(", ".join(row.beside), tone="2", size="m"))
        return words


def focus_on(link: LinkButton) -> None:
    """Go to a link that was made just now; its layout would show it later, and hidden it could not take the focus."""
    link.show()
    link.setFocus()


def _beginning(text: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _BEGINNING else words[: _BEGINNING - 1].rstrip() + "…"
