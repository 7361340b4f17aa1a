"""Keeps what a page asked of the main window."""

from collections.abc import Callable
from datetime import datetime

from vitalshift_desktop.ui.wishes import Wishes


class Wished:
    """One list for each wish, the latest last."""

    def __init__(self, wishes: Wishes) -> None:
        self.pages: list[str] = []
        self.notes: list[object] = []
        self.clients: list[tuple[object, str]] = []
        self.cancels: list[object] = []
        self.moves: list[object] = []
        self.plans: list[object] = []
        self.at: list[datetime] = []
        self.troubles: list[object] = []
        self.reviews: list[object] = []
        self.sheets: list[tuple[object, int]] = []
        self.entries: list[tuple[object, str, int]] = []
        self.reached_out: list[object] = []
        self.undos: list[tuple[str, Callable[[], object]]] = []
        wishes.page.connect(self.pages.append)
        wishes.note.connect(self.notes.append)
        wishes.client.connect(self._on_client)
        wishes.cancel_session.connect(self.cancels.append)
        wishes.move_session.connect(self.moves.append)
        wishes.plan_session.connect(self.plans.append)
        wishes.plan_at.connect(self.at.append)
        wishes.trouble.connect(self.troubles.append)
        wishes.review_answer.connect(self.reviews.append)
        wishes.review_sheet.connect(self._on_sheet)
        wishes.entry.connect(self._on_entry)
        wishes.reach_out.connect(self.reached_out.append)
        wishes.undo_offered.connect(self._on_undo)

    def undo(self) -> None:
        """Do what the bar with "Undo" would do."""
        _words, undo = self.undos.pop()
        undo()

    def _on_client(self, client_id: object, tab: str) -> None:
        self.clients.append((client_id, tab))

    def _on_sheet(self, client_id: object, number: int) -> None:
        self.sheets.append((client_id, number))

    def _on_entry(self, client_id: object, tab: str, item: int, _part: int) -> None:
        self.entries.append((client_id, tab, item))

    def _on_undo(self, words: str, undo: Callable[[], object]) -> None:
        self.undos.append((words, undo))
