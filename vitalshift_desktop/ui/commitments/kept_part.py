"""One version of what was agreed, and what happened while it counted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.commitment_kept import KeptPart, Side
from vitalshift_desktop.ui.commitments.terms_words import (
    agreed_words,
    away_words,
    days_words,
    line_words,
    part_title,
    rhythm_sentence,
    task_words,
)
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class KeptPartView(QWidget):
    """Both sides beside each other, below each other where text is large."""

    def __init__(self, part: KeptPart, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kept.part")
        self._privacy = privacy
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        commitment = part.part.commitment
        self._column.addWidget(SectionHeading(part_title(part.part)))
        self._column.addWidget(TextLabel(agreed_words(commitment), size="m"))
        for title, words in (
            (_("Why it changed"), commitment.reason),
            (_("Between sessions, the client"), commitment.terms.client_does),
            (_("Between sessions, you"), commitment.terms.counselor_does),
        ):
            self._say(title, words)
        self._column.addWidget(TextLabel(rhythm_sentence(part), size="m"))
        for away in part.away:
            self._column.addWidget(TextLabel(away_words(away), tone="2", size="m"))
        self._column.addSpacing(4)
        self._add_sides(part)

    def _say(self, title: str, words: str) -> None:
        if words:
            self._column.addWidget(TextLabel(title, tone="2", size="m"))
            self._column.addWidget(RecordLabel(words, privacy=self._privacy, role="rail"))

    def _add_sides(self, part: KeptPart) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        sides = QBoxLayout(down if theme().wide_text else across)
        sides.setSpacing(28)
        for title, side in ((_("The client"), Side.CLIENT), (_("You"), Side.COUNSELOR)):
            sides.addWidget(_side(title, _lines(part, side)), 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(sides)
        if part.of(Side.NEITHER):
            self._column.addWidget(_side(_("Neither"), _lines(part, Side.NEITHER)))


def _lines(part: KeptPart, side: Side) -> list[tuple[str, str]]:
    """What happened and its days, the sessions first and then the tasks."""
    sessions = [(line_words(line), days_words(line)) for line in part.of(side)]
    return [*sessions, *(task_words(line) for line in part.tasks_of(side))]


def _side(title: str, lines: list[tuple[str, str]]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    head = TextLabel(title, role="name", size="m")
    head.setProperty("weight", "600")
    column.addWidget(head)
    for words, days in lines:
        column.addSpacing(4)
        column.addWidget(TextLabel(words, size="m"))
        if days:
            column.addWidget(TextLabel(days, tone="2", size="m"))
    if not lines:
        column.addWidget(TextLabel(_("Nothing to list."), tone="2", size="m"))
    return whole
