"""Handing forms over from the main window: which session is meant, and what is told after the vault was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.handover.hand_over_form import HandOverForm
from vitalshift_desktop.ui.handover.news_words import news_words

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow


class HandingOver(QObject):
    """Opens the sheet for the session at hand; an answer to review comes before anything else that is shown."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        desk.wishes.hand_over.connect(self.open)
        desk.wishes.hand_over_client.connect(self.ask_for)

    def ask(self) -> None:
        """Hand over in the session of the note that is shown, of the client that is shown, or of today."""
        pages = self._window.pages
        if pages.key == "note":
            pages.note.header.hand_over_wanted.emit()
        else:
            self.ask_for(self._window.client_at_hand)

    def ask_for(self, client_id: ClientId | None) -> None:
        """Hand over in today's session of a client, or of anybody."""
        try:
            found = self._desk.workspace.handovers.session_at_hand(client_id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.open(found)

    def open(self, session_id: SessionId) -> None:
        """Open the sheet of a session."""
        try:
            HandOverForm(self._desk, session_id, self._window).open()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)

    def words(self) -> str:
        """What became of the forms that were handed over before the vault was opened; "" where there were none."""
        return news_words(self._desk.workspace.handovers.news, self._desk.privacy.name)

    def lead_to_answers(self) -> None:
        """Once the window stands, open the first answer that is to be reviewed."""
        QTimer.singleShot(0, self, self._review)

    def _review(self) -> None:
        workspace = self._desk.workspace
        for one in workspace.handovers.news:
            for form in one.recorded:
                if workspace.answers.asks(form.id):
                    self._desk.wishes.review_answer.emit(form.id)
                    return
