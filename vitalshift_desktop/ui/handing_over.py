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
        self._before = self._told = ""
        desk.privacy.changed.connect(self._on_privacy)
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

    def tell(self, before: str) -> None:
        """Say what was noticed, `before`, and what became of the forms; once the window stands, lead to the answers.

        The first answer that is to be reviewed opens before anything else is done.
        """
        self._before = before
        self._told = self._words()
        if self._told:
            self._window.show_sentence(self._told)
        QTimer.singleShot(0, self, self._review)

    def tell_too(self, words: str) -> None:
        """Say this as well; what became of the forms is not talked over."""
        self._before = " ".join(part for part in (self._before, words) if part)
        self._told = self._words()
        self._window.show_sentence(self._told)

    def _words(self) -> str:
        news = news_words(self._desk.workspace.handovers.news, self._desk.privacy.name)
        return " ".join(words for words in (self._before, news) if words)

    def _on_privacy(self) -> None:
        """While it is still said, it is said with the names that may be shown now."""
        banner = self._window.banner
        if self._told and banner.isVisible() and banner.sentence() == self._told:
            self._told = self._words()
            self._window.show_sentence(self._told)

    def _review(self) -> None:
        workspace = self._desk.workspace
        for one in workspace.handovers.news:
            for form in one.recorded:
                if workspace.answers.asks(form.id):
                    self._desk.wishes.review_answer.emit(form.id)
                    return
