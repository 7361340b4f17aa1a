"""Leads from a vault that does not open back to open records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vitalshift_desktop import __version__
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.rescue import Diagnosis
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.late_rooms import LateRooms
from vitalshift_desktop.ui.unlock.opened_records import OpenedRecords
from vitalshift_desktop.ui.unlock.rescue_page import RescuePage
from vitalshift_desktop.ui.unlock.way_back_door import WayBackDoor
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.rescuing import PreparedRescue, Rescuing
    from vitalshift_desktop.services.unlocking import Unlocking
    from vitalshift_desktop.services.workspace import Workspace


class RescueDoor(WayBackDoor):
    """Looks, brings back beside the damaged vault, and switches when the counselor says so."""

    _page: RescuePage
    _prepared: PreparedRescue | None
    retry_wanted = Signal(str)

    def __init__(
        self, page: RescuePage, rooms: LateRooms, background: Background, dialogs: Dialogs, opened: OpenedRecords
    ) -> None:
        super().__init__(page, rooms, background, dialogs, opened)
        self._folder = Path()
        self._problem = Problem()
        self._diagnosis: Diagnosis | None = None
        page.rescue_wanted.connect(self._on_rescue)
        page.read_wanted.connect(self._on_read)
        page.header_wanted.connect(self._on_header)
        page.retry_wanted.connect(self._on_retry)
        page.folder_wanted.connect(self._on_folder)
        page.diagnosis_wanted.connect(self._on_save)
        page.accepted.connect(self._on_accepted)

    def begin(self, folder: Path, problem: Problem, secret: str = "") -> None:
        """Show what is wrong with this vault, and look for its backups."""
        self.abandon()
        self._folder, self._problem = folder, problem
        self._page.show_looking(problem, secret)
        self._look(())

    # ------------------------------------------------------------ looking

    def _look(self, more: tuple[Path, ...]) -> None:
        folder = self._folder

        def begin(unlocking: Unlocking) -> None:
            self._run(lambda _job: unlocking.rescuing.look(folder, more), self._on_looked)

        self._rooms.when_loaded(begin)

    def _on_looked(self, diagnosis: Diagnosis) -> None:
        self._job = None
        self._diagnosis = diagnosis
        newest = diagnosis.newest
        clock = self._rooms.unlocking.clock if self._rooms.unlocking else None
        self._page.show_diagnosis(diagnosis, local(clock, newest.made) if newest and clock else None)

    def _on_folder(self) -> None:
        folder = self._dialogs.choose_folder(self._page, _("Where do your backups lie?"))
        if folder is not None:
            self._page.show_looking(self._problem, self._page.secret.text())
            self._look((folder,))

    def _on_save(self) -> None:
        unlocking, diagnosis = self._rooms.unlocking, self._diagnosis
        if unlocking is None or diagnosis is None:
            return
        file = self._dialogs.choose_save_file(self._page, _("Save the report"), "vitalshift-report.txt")
        if file is None:
            return
        text = unlocking.rescuing.diagnosis_text(diagnosis, self._problem, __version__)
        try:
            unlocking.rescuing.save_text(file, text)
        except Problem as problem:
            self._page.show_problem(problem)
        else:
            self._page.show_note(_("Saved. It says which files are whole and how large; nothing of the records."))

    # ------------------------------------------------------------ opening as it is

    def _on_retry(self) -> None:
        self.retry_wanted.emit(self._page.secret.text())

    def _on_read(self, secret: str) -> None:
        folder = self._folder
        self._open_by(lambda rescuing: rescuing.open_to_read(folder, secret))

    def _on_header(self, secret: str) -> None:
        folder = self._folder
        self._open_by(lambda rescuing: rescuing.open_by_kept_header(folder, secret))

    def _open_by(self, attempt: Callable[[Rescuing], Workspace]) -> None:
        unlocking = self._rooms.unlocking
        if unlocking is not None:
            rescuing = unlocking.rescuing
            self._open(lambda: attempt(rescuing))

    # ------------------------------------------------------------ the way back

    def _on_rescue(self, secret: str) -> None:
        unlocking, diagnosis = self._rooms.unlocking, self._diagnosis
        if unlocking is None or diagnosis is None or self._job is not None:
            return
        folder, backup = self._folder, diagnosis.newest.path if diagnosis.newest else None
        older = tuple(found.path for found in diagnosis.older)
        by_device = diagnosis.device_copy and self._page.header.isVisible()
        self._secret = secret
        self._page.show_working(_("Bringing your records back, beside the damaged ones…"))
        rescuing = unlocking.rescuing

        def work(job: Job) -> PreparedRescue:
            told, stopped = job.report, job.is_cancelled
            return rescuing.rescue(folder, secret, backup, told, stopped, use_device_header=by_device, older=older)

        self._run(work, self._on_rescued)

    def _on_rescued(self, prepared: PreparedRescue) -> None:
        self._job = None
        self._prepared = prepared
        self._page.show_rescued(prepared.rescued)

    def _on_accepted(self) -> None:
        if not self._is_switched():
            return
        folder, secret, self._secret = self._folder, self._secret, ""
        self._open_by(lambda rescuing: rescuing.open(folder, secret))
