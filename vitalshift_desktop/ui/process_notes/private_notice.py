"""What stands above a process note: what it is, what it promises and what it does not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.jurisdictions import ProcessNoteRules
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.vocabulary import in_sentence
from vitalshift_desktop.words import _


class PrivateNotice(QWidget):
    """A filled lock, a heading in words, and what holds where the counselor works."""

    def __init__(self) -> None:
        super().__init__()
        self._what = TextLabel(_("Only for your own reflection."), tone="priv", size="m")
        self._what.setProperty("weight", "600")
        self._kept = TextLabel(
            _(
                "Kept apart from the session note, and left out of summaries, letters, ordinary exports, print and "
                "the search of the record. A client, a court or a college may still ask for it, so keep it to what "
                "helps you think."
            ),
            tone="priv",
            size="m",
        )
        self.elsewhere = TextLabel(tone="priv", size="m")
        self.elsewhere.setObjectName("process_note.elsewhere")
        self.request = TextLabel(tone="2", size="m")
        self.request.setObjectName("process_note.request")
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        for part in (self._what, self._kept, self.elsewhere, self.request):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel("lock-simple-fill", "priv", 18, line=20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_rules(self, rules: ProcessNoteRules) -> None:
        """Show what does not belong here, and how a request is treated, with the source of it."""
        things = ", ".join(in_sentence(one) for one in rules.elsewhere)
        self.elsewhere.setText(
            _("What does not belong here: {things}. They have their place in the session note.").format(things=things)
        )
        source = _("Source: {source}, as of {day}.").format(source=rules.source.rstrip("."), day=full_day(rules.day))
        self.request.setText(f"{rules.place}: {rules.request} {rules.check_with} {source}")
