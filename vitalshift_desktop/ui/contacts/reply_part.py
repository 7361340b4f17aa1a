"""What came of a contact that went out: the latest word on it, and noting it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.outreach import Outreach
from vitalshift_desktop.ui.contacts.outreach_words import outreach_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _


class ReplyPart(QWidget):
    """Hidden for a contact that came in."""

    wanted = Signal()

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = TextLabel(size="m")
        self.told.setObjectName("contact_note.reply")
        self._words = RecordLabel(privacy=privacy, role="rail")
        self.note = LinkButton(_("Note a reply…"))
        self.note.setObjectName("contact_note.note_reply")
        self.note.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.told)
        column.addWidget(self._words)
        column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)

    def show_outreach(self, outreach: Outreach | None, *, read_only: bool) -> None:
        """Show what came of it; None hides the part."""
        self.setVisible(outreach is not None)
        if outreach is None:
            return
        words = outreach.reply.words if outreach.reply is not None else ""
        self.told.setText(outreach_words(outreach))
        self._words.show_text(words)
        self._words.setVisible(bool(words))
        self.note.setVisible(not read_only)
