"""How much stands under “Overdue” and “Today” on the page of reminders, beside its name in the navigation."""

from typing import Final

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.due_count import DueCounting
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.navigation import Navigation

_MOVES_IT: Final = frozenset(
    {
        Subject.REMINDERS,
        Subject.CLIENTS,
        Subject.SESSIONS,
        Subject.CLOSURES,
        Subject.GOALS,
        Subject.AGREEMENTS,
        Subject.CONSENTS,
        Subject.SAFETY_PLANS,
        Subject.MEASURES,
        Subject.BACKUPS,
        Subject.PRACTICE,
    }
)


class DueCount(QObject):
    """Counts beside the window, since reviews are gathered from all subjects; of many changes it counts the last."""

    def __init__(self, desk: Desk, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._counting: DueCounting = desk.workspace.due_count
        self._background = desk.background
        self._navigation = navigation
        self._job: Job | None = None
        self._is_stale = False
        self.count_again()

    def hear(self, change: Changed) -> None:
        """Count again if the change may have moved what is due."""
        if change.subject in _MOVES_IT:
            self.count_again()

    def count_again(self) -> None:
        """Count soon; while it is being counted, once more afterwards."""
        if self._job is not None:
            self._is_stale = True
            return
        self._is_stale = False
        self._job = self._background.run(self, self._count, self._on_counted, self._on_failed)

    def _count(self, _job: Job) -> int:
        return self._counting.by_today()

    def _on_counted(self, count: int) -> None:
        self._job = None
        self._navigation.show_due(count)
        if self._is_stale:
            self.count_again()

    def _on_failed(self, error: BaseException) -> None:
        """Records that cannot be read show no number, and their own page says so."""
        self._job = None
        if not isinstance(error, Problem):
            raise error
        self._navigation.show_due(0)
