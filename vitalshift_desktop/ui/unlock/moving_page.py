"""Moves the locked records to the folder that was chosen, before they are opened again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.unlock.faces import WorkFace
from vitalshift_desktop.ui.unlock.telling import tell
from vitalshift_desktop.ui.unlock.wide_frame import WideFrame
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.moving import MoveRequest, Moving


class MovingPage(WideFrame):
    """Copies, compares, switches; then leads to the passphrase, wherever the records lie then."""

    moved = Signal(object)
    stayed = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._moving: Moving | None = None
        self._request: MoveRequest | None = None
        self._job: Job | None = None
        self.words = TextLabel(tone="2")
        self.words.setObjectName("moving.words")
        self.work = WorkFace("moving")
        self.again = Button(_("Try again"), variant="primary")
        self.again.setObjectName("moving.again")
        self.stay = Button(_("Leave them where they are"))
        self.stay.setObjectName("moving.stay")
        self.column.addWidget(TextLabel(_("Moving your records"), role="h1"))
        self.column.addWidget(self.words)
        self.column.addWidget(self.work)
        self.column.addLayout(left(self.again, self.stay))
        self.work.stop.clicked.connect(self.leave)
        self.again.clicked.connect(self._start)
        self.stay.clicked.connect(self._on_stay)

    def begin(self, moving: Moving, request: MoveRequest) -> None:
        """Move them now."""
        self._moving, self._request = moving, request
        self._start()

    def leave(self) -> None:
        """Esc stops the move."""
        if self._job is not None:
            self._job.cancel()

    def show_problem(self, problem: Problem) -> None:
        """Say what stood in the way; the records lie where they were."""
        advice = sentence(problem)
        self._show(f"{advice.what} {advice.next_step}", tone="risk", is_working=False)

    def _start(self) -> None:
        moving, request = self._moving, self._request
        if moving is None or request is None:
            return
        words = _("They are copied to {folder}, every byte is compared, and the old folder is kept aside.")
        self._show(words.format(folder=request.target), tone="2", is_working=True)
        wanted, service = request, moving

        def work(job: Job) -> Path:
            return service.run(wanted, job.report, job.is_cancelled)

        self._job = self._background.run(self, work, self._on_moved, self._on_failed, self.work.show_progress)

    def _show(self, words: str, *, tone: str, is_working: bool) -> None:
        self.words.setText(words)
        self.words.show_tone(tone)
        self.work.setVisible(is_working)
        self.again.setVisible(not is_working)
        self.stay.setVisible(not is_working)
        (self.work.stop if is_working else self.again).setFocus()

    def _on_moved(self, target: Path) -> None:
        self._job = None
        self.moved.emit(target)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if isinstance(error, BackupCancelled):
            self._show(_("Stopped. Your records lie where they were."), tone="2", is_working=False)
        else:
            tell(self, error)

    def _on_stay(self) -> None:
        if self._moving is not None:
            self._moving.forget_request()
        self.stayed.emit()
