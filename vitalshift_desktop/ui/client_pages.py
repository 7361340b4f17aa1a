"""The pages about one client beside their own: a note, the summary, a document, process notes, the safety plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.actions import Where
from vitalshift_desktop.ui.wishes import Wishes

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow

PLACES = {
    "clients": Where.CLIENT,
    "note": Where.NOTE,
    "summary": Where.SUMMARY,
    "document": Where.DOCUMENT,
    "process_notes": Where.DOCUMENT,
    "safety_plan": Where.CLIENT_APART,
    "new_episode": Where.CLIENT_APART,
    "review_sheet": Where.CLIENT_APART,
}
"""The pages that show one client, and where the counselor is on them, as commands see it."""


class ClientPages(QObject):
    """Opens them in the window, once what is being typed is saved; a problem is shown above the page that stays."""

    def __init__(self, window: MainWindow, wishes: Wishes) -> None:
        super().__init__(window)
        self._window = window
        self._pages = window.pages
        wishes.note.connect(self.open_note)
        wishes.summary.connect(self.open_summary)
        wishes.new_goal.connect(self._on_new_goal)
        wishes.document.connect(self._on_document)
        wishes.process_notes.connect(self._on_process_notes)
        wishes.safety_plan.connect(self._on_safety_plan)
        wishes.review_sheet.connect(self._on_review_sheet)
        wishes.drift.connect(self._on_drift)
        wishes.new_episode.connect(self._on_new_episode)
        wishes.consents.connect(self.open_consents)

    def open_note(self, session_id: SessionId) -> None:
        """Start or open the note of a session."""
        self._open("note", partial(self._pages.note.open_session, session_id))

    def open_summary(self, client_id: ClientId) -> None:
        """Preview the progress summary of a client."""
        self._open("summary", partial(self._pages.summary.show_client, client_id))

    def _on_new_goal(self, client_id: ClientId) -> None:
        self._window.open_client(client_id, "goals")
        self._pages.goals.add_goal()

    def _on_document(self, attachment_id: AttachmentId) -> None:
        self._open("document", partial(self._pages.document.open_attachment, attachment_id))

    def _on_process_notes(self, client_id: ClientId) -> None:
        self._open("process_notes", partial(self._pages.process_notes.show_client, client_id))

    def _on_safety_plan(self, client_id: ClientId) -> None:
        self._open("safety_plan", partial(self._pages.safety_plan.show_client, client_id))

    def _on_review_sheet(self, client_id: ClientId, number: int) -> None:
        self._open("review_sheet", partial(self._pages.review_sheet.show_sheet, client_id, number))

    def _on_drift(self, client_id: ClientId | None) -> None:
        self._open("drift", partial(self._pages.drift.show_whom, client_id))

    def _on_new_episode(self, client_id: ClientId) -> None:
        self._open("new_episode", partial(self._pages.new_episode.show_client, client_id))

    def open_consents(self, client_id: ClientId) -> None:
        """Show the consents and releases of a client, on the tab of the boundaries."""
        self._window.open_client(client_id, "agreements")
        self._pages.boundaries.show_segment("consents")
        self._pages.boundaries.focus_first()

    def _open(self, key: str, show: Callable[[], object]) -> None:
        try:
            self._pages.save_now()
            show()
        except Problem as problem:
            self._window.show_problem(problem)
            return
        self._window.go(key)
