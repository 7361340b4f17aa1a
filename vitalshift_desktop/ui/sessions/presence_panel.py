"""Who else was in a session, in the note's rail."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.sessions.presence_form import PresenceForm
from vitalshift_desktop.ui.sessions.presence_words import present_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class PresencePanel(SessionPanel):
    """Guardians, an interpreter and others; sealed with the note."""

    concerns: ClassVar[frozenset[Subject]] = frozenset({Subject.SESSIONS, Subject.NOTES, Subject.CLIENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("presence_panel")
        self._desk = desk
        self._heading = SectionHeading(_("Who else was there"), line=False)
        self.words = RecordLabel(privacy=desk.privacy, role="rail")
        self.change = LinkButton(_("Say who was there…"))
        self.change.setObjectName("presence.change")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        ask = _("An interpreter is used: say who it was, and the minutes before and after.")
        self.interpreter = TextLabel(ask, tone="2", size="m")
        self.interpreter.setObjectName("presence.interpreter")
        for part in (self._heading, self.words, self.interpreter, self.change):
            column.addWidget(part)
        self.change.clicked.connect(self._on_change)

    def look_again(self) -> None:
        """Show who was in this session."""
        if self.session_id is None:
            return
        view = self._desk.workspace.company.present(self.session_id)
        self.words.show_text("\n".join(present_words(one) for one in view.present))
        self.words.setVisible(bool(view.present))
        self.interpreter.setVisible(view.asks_interpreter)
        self._heading.show_count(len(view.present) or _("nobody"))
        self.change.setVisible(not view.is_signed)

    def focus_first(self) -> None:
        """Go to where it is changed."""
        self.change.setFocus()

    def _on_change(self) -> None:
        if self.session_id is not None:
            PresenceForm(self._desk, self.session_id, self.window()).open_from(self.change)
