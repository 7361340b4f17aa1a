"""Watches the clock, the computer's idleness and the places, and begins a backup when one is due."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from vitalshift_desktop.domain.backup_rules import IDLE_SECONDS
from vitalshift_desktop.domain.backup_schedule import reason_to_back_up
from vitalshift_desktop.domain.backups import BackupPlace, PlaceId, PlaceTrouble
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.backup_run import BackupRun
from vitalshift_desktop.ui.desk import Desk

PULSE_MS = 5_000
LOOKS_CLOSER_EVERY = 12
"""Pulses between two looks at the records, about a minute, unless the computer is idle or a place came back."""


class BackupSchedule(QObject):
    """Looks every few seconds at the places only; nothing of it is seen while it works.

    A drive that does not answer holds up one look and nothing else: looks have a thread of their own.
    """

    looked = Signal()
    """A look is over, and what it led to has begun."""

    def __init__(self, desk: Desk, run: BackupRun, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._run = run
        self._eyes = Background(self)
        self._in_reach: frozenset[PlaceId] | None = None
        self._pulses = 0
        self._timer = QTimer(self)
        self._timer.setInterval(PULSE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._eyes.close(patience=0)

    def look(self) -> None:
        """Look which places are there, beside the window, and begin a backup if one is due; one look at a time."""
        if self._eyes.is_busy or self._is_hindered:
            return
        backups = self._desk.workspace.backups
        try:
            places = backups.places()
        except Problem:
            return  # the next pulse tries again; what is wrong with the records is told elsewhere

        def work(_job: Job) -> list[BackupPlace]:
            return [place for place in places if backups.is_reachable(place)]

        self._eyes.run(self, work, self._on_seen, self._on_blind)

    @property
    def _is_hindered(self) -> bool:
        return self._desk.background.is_busy or self._desk.workspace.read_only is not None

    def _on_seen(self, there: Sequence[BackupPlace]) -> None:
        try:
            if not self._is_hindered:
                self._judge(there)
        except Problem:
            return  # as above
        finally:
            self.looked.emit()

    def _on_blind(self, error: BaseException) -> None:
        raise error

    def _judge(self, there: Sequence[BackupPlace]) -> None:
        came = self._those_that_came(there)
        idle = self._desk.idle_seconds()
        is_closer = self._pulses % LOOKS_CLOSER_EVERY == 0
        self._pulses += 1
        if is_closer:
            self._run.show_state()  # "today" becomes "yesterday" by itself
        if not (came or is_closer or (idle is not None and idle >= IDLE_SECONDS)):
            return
        backups = self._desk.workspace.backups
        standing = backups.standing(idle, has_place=bool(there))
        if standing is None:
            return
        lacks = any(backups.place_is_behind(place) for place in came)
        reason = reason_to_back_up(
            standing, came_back=bool(came), lacks_newest=lacks, last_trouble=self._run.last_trouble
        )
        if reason is not None:
            self._run.start_quietly(reason)

    def _those_that_came(self, there: Sequence[BackupPlace]) -> list[BackupPlace]:
        now, before = frozenset(place.id for place in there), self._in_reach
        self._in_reach = now
        if before is None:  # the first look: what was away at the last try came while the vault was locked
            return [place for place in there if place.trouble is PlaceTrouble.AWAY]
        if now != before:
            self._desk.backup_news.places_changed.emit()
        return [place for place in there if place.id not in before]
