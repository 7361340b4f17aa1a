"""A file that was chosen or dropped becomes the scan of a consent, and a document of the client, in one act."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.domain.consents import ConsentId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.file_content import content_of


class ScanFiles(QObject):
    """Reads beside the window, one after the other; the last one counts."""

    kept = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._desk = desk
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._job is not None

    def take(self, consent_id: ConsentId, files: tuple[Path, ...]) -> None:
        """Keep these files and link them; nothing happens while others are being read."""
        if self._job is None and files:
            work = partial(self._linked, consent_id, files)
            self._job = self._desk.background.run(self, work, self._on_kept, self._on_failed)

    def _linked(self, consent_id: ConsentId, files: tuple[Path, ...], _job: Job) -> None:
        for path in files:
            self._desk.workspace.consents.link_scan_file(consent_id, path.name, content_of(path))

    def _on_kept(self, _nothing: None) -> None:
        self._job = None
        self.kept.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, Problem):
            raise error
        self.failed.emit(error)
