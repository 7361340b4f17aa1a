"""The head of a review sheet: whose it is, of which session, and whether it was talked over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.early_reviews import REVIEWED_SESSIONS
from vitalshift_desktop.services.early_reviews import ReviewPage
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton, LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.save_state import SaveState
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _, ngettext


class ReviewHead(QFrame):
    """Two rows: name and the one act; which sheet, and what it is for."""

    number_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "head")
        self.back = IconButton("arrow-left", _("Back"))
        self.back.setObjectName("review_sheet.back")
        self.name = TextLabel(role="h1", wrap=False)
        self.name.setObjectName("review_sheet.client")
        self.state = SaveState()
        self.talked = Button(_("Talked over today"), variant="primary")
        self.talked.setObjectName("review_sheet.talked")
        self.take_back = LinkButton(_("Not talked over yet"))
        self.take_back.setObjectName("review_sheet.take_back")
        choices = [(number, _("Session {n}").format(n=number)) for number in REVIEWED_SESSIONS]
        self.numbers = Segments(choices, name=_("Which review"))
        self.numbers.setObjectName("review_sheet.numbers")
        self.words = TextLabel(tone="2", size="m")
        self.words.setObjectName("review_sheet.words")
        self._lay_out()
        self.numbers.chosen.connect(self.number_chosen)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.back, 0, middle)
        top.addWidget(self.name, 0, middle)
        top.addStretch(1)
        for part in (self.state, self.take_back, self.talked):
            top.addWidget(part, 0, middle)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.numbers, 0, middle)
        below.addWidget(self.words, 1, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(below)

    def show_page(self, page: ReviewPage, name: str) -> None:
        """Show whose sheet it is and how far it has come."""
        self.name.setText(_("Review, {name}").format(name=name))
        self.numbers.choose(page.number)
        talked_on = page.sheet.talked_on
        self.talked.setVisible(talked_on is None)
        self.take_back.setVisible(talked_on is not None)
        self.words.setText(f"{_how_far(page)} {_('A working sheet; what you decide belongs in the note.')}")


def _how_far(page: ReviewPage) -> str:
    if page.sheet.talked_on is not None:
        return _("Talked over on {day}.").format(day=full_day(page.sheet.talked_on))
    if page.held >= page.number:
        return _("To be talked over with the client.")
    left = page.number - page.held
    words = ngettext("Due in {n} session.", "Due in {n} sessions.", left)
    return words.format(n=left)
