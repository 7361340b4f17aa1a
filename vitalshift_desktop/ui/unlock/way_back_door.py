"""What the ways back share: one piece of work at a time, a result that is taken or left, and open records."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.late_rooms import LateRooms
from vitalshift_desktop.ui.unlock.opened_records import OpenedRecords
from vitalshift_desktop.ui.unlock.telling import tell
from vitalshift_desktop.ui.unlock.way_back_page import WayBackPage
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.rescuing import PreparedRescue
    from vitalshift_desktop.services.restoring import PreparedRestore
    from vitalshift_desktop.services.workspace import Workspace


class WayBackDoor(QObject):
    """Ends in `succeeded` with open records, or with everything as it was."""

    succeeded = Signal(object)
    _page: WayBackPage
    _prepared: PreparedRescue | PreparedRestore | None

    def __init__(
        self, page: WayBackPage, rooms: LateRooms, background: Background, dialogs: Dialogs, opened: OpenedRecords
    ) -> None:
        super().__init__(page)
        self._page = page
        self._rooms = rooms
        self._background = background
        self._dialogs = dialogs
        self._opened = opened
        self._prepared = None
        self._secret = ""
        self._job: Job | None = None
        page.stop_wanted.connect(self.stop)
        page.declined.connect(self._on_declined)

    def stop(self) -> None:
        """Stop what runs; nothing is left of it."""
        if self._job is not None:
            self._job.cancel()

    def abandon(self) -> None:
        """Take away what was brought back and not accepted."""
        prepared, self._prepared = self._prepared, None
        if prepared is not None:
            prepared.discard()

    def _run(self, work: Callable[[Job], object], done: Callable[..., None]) -> None:
        self._job = self._background.run(self, work, done, self._on_failed, self._page.show_progress)

    def _open(self, attempt: Callable[[], Workspace]) -> None:
        self._page.show_working(_("Opening…"))
        opened = self._opened
        self._run(lambda _job: opened.keep(attempt()), self._on_opened)

    def _is_switched(self) -> bool:
        """Whether what was brought back lies at its place now; what stood in the way is told."""
        try:
            if self._prepared is None:
                return False
            self._prepared.switch()
        except Problem as problem:
            self._page.show_problem(problem)
            return False
        self._prepared = None
        return True

    def _on_opened(self, workspace: Workspace) -> None:
        self._job = None
        self._page.wipe()
        self.succeeded.emit(workspace)

    def _on_declined(self) -> None:
        self.abandon()
        self._page.show_note(_("Everything is as it was."))

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if isinstance(error, BackupCancelled):
            self._page.show_note(_("Stopped. Everything is as it was."))
        else:
            tell(self._page, error)
