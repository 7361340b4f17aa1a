"""The pages about one client that are reached from their head: the safety plan, and the way back into the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.actions import Where
from vitalshift_desktop.ui.page import ClientPage
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
}
"""The pages that show one client, and where the counselor is on them, as commands see it."""


class ClientPages(QObject):
    """Opens them in the window."""

    def __init__(self, window: MainWindow, wishes: Wishes) -> None:
        super().__init__(window)
        self._window = window
        wishes.safety_plan.connect(self._on_safety_plan)
        wishes.new_episode.connect(self._on_new_episode)

    def _on_safety_plan(self, client_id: ClientId) -> None:
        self._open(self._window.pages.safety_plan, "safety_plan", client_id)

    def _on_new_episode(self, client_id: ClientId) -> None:
        self._open(self._window.pages.new_episode, "new_episode", client_id)

    def _open(self, page: ClientPage, key: str, client_id: ClientId) -> None:
        try:
            self._window.pages.save_now()
            page.show_client(client_id)
        except Problem as problem:
            self._window.show_problem(problem)
            return
        self._window.go(key)
