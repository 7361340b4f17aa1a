"""One capture: its words, whom it is about, and where it can go."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.inbox import InboxLine
from vitalshift_desktop.ui.contacts.client_choices import client_choices
from vitalshift_desktop.ui.contacts.contact_words import age_words
from vitalshift_desktop.ui.dates_in_words import day_words, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _


class InboxDetail(QWidget):
    """Filing as a contact note asks for the rest; into today's note it goes as text."""

    client_picked = Signal(object)
    file_wanted = Signal()
    note_wanted = Signal(object)
    away_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._when = TextLabel(tone="2", size="m")
        self._text = RecordLabel(privacy=desk.privacy)
        self.client = ChoiceField(_("About"), [(None, _("Nobody yet"))])
        self.client.setObjectName("inbox.client")
        self.file = Button(_("File as a contact note…"), variant="primary")
        self.file.setObjectName("inbox.file")
        self.away = LinkButton(_("Throw away"))
        self.away.setObjectName("inbox.away")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        self._build()
        self.client.picked.connect(self.client_picked)
        self.file.clicked.connect(self.file_wanted)
        self.away.clicked.connect(self.away_wanted)

    def _build(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.file)
        acts.addWidget(self.away)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._when, self._text, self.client):
            column.addWidget(part)
        column.addLayout(self._notes)
        column.addLayout(acts)
        column.addStretch(1)

    def show_clients(self) -> None:
        """Offer the clients there are now, by the names they are called by now."""
        self.client.show_choices(client_choices(self._desk))

    def show_line(self, line: InboxLine, sessions: Sequence[Session], *, read_only: bool) -> None:
        """Show this capture; `sessions` are those of today whose notes take text."""
        at = line.contact.details.local_at
        days = (today(self._desk.workspace.clock) - at.date()).days
        words, age = _("Kept {day}, {time}; {age}."), age_words(line.age, days)
        self._when.setText(words.format(day=day_words(at.date()), time=time_words(at), age=age))
        self._text.show_text(line.contact.details.text)
        self.client.choose(line.contact.client_id)
        self._show_sessions(() if read_only else sessions)
        self.client.setEnabled(not read_only)
        for button in (self.file, self.away):
            button.setVisible(not read_only)

    def _show_sessions(self, sessions: Sequence[Session]) -> None:
        empty(self._notes)
        for session in sessions:
            words = _("Put into the note of today, {time}").format(time=time_words(session.local_start))
            button = Button(words)
            button.setObjectName(f"inbox.note.{session.id}")
            button.clicked.connect(partial(self._on_note, session.id))
            self._notes.addWidget(button)

    def _on_note(self, session_id: SessionId) -> None:
        self.note_wanted.emit(session_id)
