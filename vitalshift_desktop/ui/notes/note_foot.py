"""The foot of a note: the next session, at the same time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from vitalshift_desktop.services.session_lines import Suggestion
from vitalshift_desktop.ui.dates_in_words import day_words, time_words
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _


class NoteFoot(QFrame):
    """Book with Enter, choose another time, or leave it for now."""

    booked = Signal()
    other_wanted = Signal()
    none_yet = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "foot")
        self.setObjectName("note.foot")
        self._words = TextLabel(size="m", wrap=False)
        self._words.setObjectName("note.next")
        self.book = Button(_("Book"))
        self.book.setObjectName("note.book")
        self.other = LinkButton(_("Other…"))
        self.other.setObjectName("note.book_other")
        self.later = LinkButton(_("None yet"))
        self.later.setObjectName("note.book_none")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 10, 24, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("calendar-blank", size=16), 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self._words, self.book, self.other, self.later):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.book.setAutoDefault(True)
        self.book.clicked.connect(self.booked)
        self.other.clicked.connect(self.other_wanted)
        self.later.clicked.connect(self.none_yet)

    def show_suggestion(self, suggestion: Suggestion, zone_start: str, clash_name: str) -> None:
        """Say what can be booked, what is booked already, or what stands in the way."""
        already = suggestion.already
        if already is not None:
            local = already.local_start
            words = _("Next: {day} {time}, booked").format(day=day_words(local.date()), time=time_words(local))
        elif suggestion.clash is not None:
            words = _("{when} is taken by {name}.").format(when=zone_start, name=clash_name)
        else:
            words = _("Next: {when}, same time").format(when=zone_start)
        self._words.setText(words)
        self.book.setVisible(already is None and suggestion.clash is None)
        self.other.setVisible(already is None)
        self.later.setVisible(already is None)

    def book_or_ask(self) -> None:
        """What the first button here does: book, or choose another time where that cannot be."""
        (self.other if self.book.isHidden() else self.book).click()

    def show_none_yet(self) -> None:
        """Leave it for now; the choice stays one click away."""
        self._words.setText(_("No next session yet"))
        self.book.hide()
        self.later.hide()
