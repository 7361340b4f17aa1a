"""Reads chosen or dropped files into the vault, one after the other, beside the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.leaves import leaves_of
from vitalshift_desktop.ui.file_content import content_of
from vitalshift_desktop.words import _


@dataclass(frozen=True, slots=True)
class ReadIn:
    """What became of some files: how many were added, and a sentence for each that was not."""

    added: int
    refused: tuple[str, ...]


class ReadingIn(QObject):
    """One run at a time. What was added before somebody stopped it stays."""

    begun = Signal()
    went_on = Signal(float)
    ended = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether files are being read in now."""
        return self._job is not None

    def start(self, client_id: ClientId, paths: Sequence[Path], note_id: NoteId | None = None) -> None:
        """Read in these files for a client; `ended` tells a ReadIn."""
        if self.is_running or not paths:
            return
        attachments = self._desk.workspace.attachments

        def work(job: Job) -> ReadIn:
            added, refused = 0, []
            for place, path in enumerate(paths):
                if job.is_cancelled():
                    break
                try:
                    data = content_of(path)
                    leaves_of(data)
                    attachments.add(client_id, path.name, data, note_id=note_id)
                    added += 1
                except Problem as problem:
                    refused.append(refusal_words(path, problem, covered=self._desk.privacy.initials_on))
                job.report((place + 1) / len(paths))
            return ReadIn(added, tuple(refused))

        self._job = self._desk.background.run(self, work, self._on_done, self._on_failed, self.went_on.emit)
        self.begun.emit()

    def stop(self) -> None:
        """Read no further file."""
        if self._job is not None:
            self._job.cancel()

    def _on_done(self, read: ReadIn) -> None:
        self._job = None
        self.ended.emit(read)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self.ended.emit(ReadIn(0, ()))
        if not isinstance(error, Problem):
            raise error
        self._desk.wishes.trouble.emit(error)


def refusal_words(path: Path, problem: Problem, *, covered: bool) -> str:
    """Which file was not added, why, and what to do; not by its name while names are shortened."""
    advice = sentence(problem)
    file = _("A file") if covered else path.name
    return _("{file}: {what} {next_step}").format(file=file, what=advice.what, next_step=advice.next_step)
