"""Checks the vault once a week, and after an opening that noticed something, while nobody is at the computer."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.vault_check import VaultCheck
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk

LOOKS_EVERY_SECONDS = 60
IDLE_SECONDS = 120


class WeeklyCheck(QObject):
    """Runs beside the window; locking stops it, and it is due again after the next unlock."""

    found_faults = Signal(object)
    """A check that ran by itself found faults (VaultCheck)."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_SECONDS * 1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Begin if a check is due, nobody is there and nothing else runs."""
        if self._job is not None or self._desk.background.is_busy or not self._is_wanted():
            return
        checks = self._desk.workspace.vault_check

        def work(job: Job) -> VaultCheck:
            return checks.run(job.report, job.is_cancelled)

        self._job = self._desk.background.run(self, work, self._on_done, self._on_failed)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _is_wanted(self) -> bool:
        return self._is_quiet() and self._desk.workspace.vault_check.is_due()

    def _is_quiet(self) -> bool:
        """Whether the computer was left alone; where nobody can tell, whether another program is in front."""
        idle = self._desk.idle_seconds()
        if idle is None:
            return QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive
        return idle >= IDLE_SECONDS

    def _on_done(self, check: VaultCheck) -> None:
        self._job = None
        if not check.ok:
            self.found_faults.emit(check)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, Problem):
            raise error  # a problem, such as a drive that has gone: it stays due and is tried again
