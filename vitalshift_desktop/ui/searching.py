"""The full-text search in the window: its page, what it opens, and reading changes into the index at rest."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.record_asking import RecordAsking

if TYPE_CHECKING:
    from datetime import date

    from vitalshift_desktop.ui.main_window import MainWindow

RESTED = 4_000  # ms without a change before the index reads what was written
_AFTER_OPENING = 700  # ms, so that the first page comes first
_BETWEEN = 60  # ms between two helpings, so that what was asked for meanwhile goes first
_HELPING, _SECONDS = 8, 0.15  # entries in one act of the vault, and how long the worker goes on with them


class Searching(QObject):
    """Listens to the wishes that have to do with searching; freshens the index while nobody types."""

    def __init__(self, desk: Desk, window: MainWindow, bridge: EventBridge) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._job: Job | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._on_rest)
        desk.wishes.search.connect(self.open)
        desk.wishes.entry.connect(self._on_entry)
        desk.wishes.week.connect(self._on_week)
        bridge.changed.connect(self.note_change)
        self._rest.start(_AFTER_OPENING)

    def open(self, client_id: ClientId | None, text: str = "") -> None:
        """Open the page of searching, for one client or for all."""
        self._window.pages.save_now()
        self._window.pages.search.begin(client_id, text)
        self._window.go("search")

    def find(self) -> None:
        """Ctrl+F: search the record of the client at hand, or of all."""
        self.open(self._window.client_at_hand)

    def note_change(self) -> None:
        """Something was written: read it into the index once nothing was for a while."""
        self._rest.start(RESTED)

    def stop(self) -> None:
        """Read nothing more into the index, and look for nothing more in it."""
        self._rest.stop()
        for asking in self._window.findChildren(RecordAsking):
            asking.close()
        if self._job is not None:
            self._job.cancel()

    def _on_entry(self, client_id: ClientId, tab: str, item: int, part: int) -> None:
        self._window.open_client(client_id, tab)
        self._window.pages.clients.workspace.show_item(item, part)

    def _on_week(self, day: date) -> None:
        self._window.go("home")
        self._window.pages.home.show_week_of(day)

    def _on_rest(self) -> None:
        if self._job is None:
            self._job = self._desk.background.run(self, self._work, self._on_done, self._on_failed)

    def _work(self, job: Job) -> bool:
        """Read for a moment; True where more is left."""
        search, until = self._desk.workspace.record_search, time.monotonic() + _SECONDS
        while time.monotonic() < until and not job.is_cancelled():
            if not search.freshen(_HELPING):
                return False
        return True

    def _on_done(self, is_more: bool) -> None:
        self._job = None
        if is_more:
            self._rest.start(_BETWEEN)

    def _on_failed(self, _problem: BaseException) -> None:
        """A full drive or a lock: what was not read in stays marked, and the next change tries again."""
        self._job = None
