"""One answer to a critical item, on any page: always shown, reviewed or not, and never put aside."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.answers import AnswerFacts
from vitalshift_desktop.ui.answer_words import answer_told, prompt_words
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _

ICON = "warning-octagon"


class AnswerRow(QWidget):
    """The whole prompt with the way to its review; after that what was answered, and when it was reviewed.

    `hidden` keeps the answer back while names are shortened. `review_wanted` tells the form (AdministrationId).
    """

    review_wanted = Signal(object)

    def __init__(
        self, facts: AnswerFacts, reviewed_on: date | None = None, *, hidden: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("answer_row")
        self._facts = facts
        title = _("Answer to review") if reviewed_on is None else _("Answer reviewed")
        self.words = TextLabel(_told(facts, reviewed_on, hidden=hidden), tone="2", size="m")
        self.words.setObjectName("answer_row.words")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(ICON, "risk" if reviewed_on is None else "text2", 16, line=20))
        head.addWidget(TextLabel(title, role="name", size="m"), 1)
        told = self._told = QVBoxLayout()
        told.setContentsMargins(theme().scale(24), 0, 0, 0)
        told.setSpacing(1)
        told.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(1)
        column.addLayout(head)
        column.addLayout(told)
        self.setAccessibleName(f"{title}. {self.words.text()}")
        if reviewed_on is None:
            self.review = LinkButton(_("Review…"))
            self.review.setObjectName("answer_row.review")
            self.review.setAccessibleName(f"{self.review.text()}, {title}")
            self.review.clicked.connect(self._on_review)
            told.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)

    def add_note(self, note: QWidget) -> None:
        """Put the note of the review below."""
        self._told.addWidget(note)

    def _on_review(self) -> None:
        self.review_wanted.emit(self._facts.administration_id)


def _told(facts: AnswerFacts, reviewed_on: date | None, *, hidden: bool) -> str:
    if hidden:
        return _("Hidden while names are shortened.")
    if reviewed_on is None:
        return prompt_words(facts)
    return _("{told} Reviewed with the client on {day}.").format(told=answer_told(facts), day=full_day(reviewed_on))
