"""The parts the page about an instrument is made of: facts, items, and figures with their sources."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.measures.instrument import Instrument, Licence
from vitalshift_desktop.ui.settings.instrument_words import Figure
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _

_NAMES = 168


class FigureRow(QWidget):
    """What a figure is, its value, and in small where it was seen."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        name = TextLabel(figure.name, tone="3", size="m")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(figure.value, size="m"))
        if figure.source:
            words.addWidget(TextLabel(figure.source, tone="3", size="c"))
        narrow = theme().wide_text
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(2 if narrow else 16)
        if not narrow:
            name.setFixedWidth(theme().scale(_NAMES))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addLayout(row)
        self.setAccessibleName(". ".join(part for part in (figure.name, figure.value, figure.source) if part))


class PartOfPage(QWidget):
    """A heading with rows and hairlines under it."""

    def __init__(self, title: str, rows: Sequence[QWidget], *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHeading(title))
        for row in rows:
            column.addWidget(row)
            column.addWidget(Hairline())


def item_rows(instrument: Instrument) -> list[QWidget]:
    """The items as they are put to the client; a sentence where the wording is not ours to show."""
    if instrument.licence is Licence.SCORING:
        words = _("The wording is not part of VitalShift. You type in the numbers from your own licensed form.")
        return [_line(TextLabel(words, tone="2", size="m"))]
    rows: list[QWidget] = []
    if instrument.asks:
        rows.append(_line(TextLabel(instrument.asks, role="rail")))
    for number, item in enumerate(instrument.items, start=1):
        words = item.client_words or _("Item {n}").format(n=number)
        rows.append(_line(TextLabel(f"{number}. {words}", role="rail")))
    if instrument.answer_words:
        low = instrument.low
        answers = [f"{low + place} {words}" for place, words in enumerate(instrument.answer_words)]
        rows.append(_line(TextLabel(_("Answers: {answers}").format(answers=", ".join(answers)), tone="2", size="m")))
    return rows


def _line(label: TextLabel) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 7, 0, 7)
    column.addWidget(label)
    return row
