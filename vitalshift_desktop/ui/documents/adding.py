"""Adding files: a button, files dropped anywhere on the page, and what became of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.reading_in import ReadIn, ReadingIn
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.dropped_files import files_in
from vitalshift_desktop.ui.widgets.work_bar import WorkBar
from vitalshift_desktop.words import _

Owner = Callable[[], tuple[ClientId, NoteId | None] | None]


class AddingFiles(QWidget):
    """Nothing is seen of it until files are read in; what was refused stays in sight until it is waved away."""

    def __init__(self, desk: Desk, owner: Owner, parent: QObject | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._owner = owner
        self.reading = ReadingIn(desk, self)
        self.work = WorkBar()
        self.refused = Banner("warning-circle", "", _("Close"), tone="attn")
        self.refused.setObjectName("documents.refused")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.work)
        column.addWidget(self.refused)
        self.work.hide()
        self.refused.hide()
        self.reading.begun.connect(self._on_begun)
        self.reading.went_on.connect(self.work.show_part)
        self.reading.ended.connect(self._on_ended)
        self.work.stopped.connect(self.reading.stop)
        self.refused.pressed.connect(self.refused.hide)
        desk.privacy.changed.connect(self.refused.hide)  # it names files, and files are named after people

    def choose(self) -> None:
        """Ask for files and add them."""
        self.add(self._desk.dialogs.choose_documents(self.window(), _("Which files?")))

    def add(self, paths: tuple[Path, ...]) -> None:
        """Add these files."""
        owner = self._owner()
        if owner is not None:
            self.refused.hide()
            self.reading.start(owner[0], paths, owner[1])

    def take_drag(self, event: QDragEnterEvent) -> None:
        """Let files of this computer be dropped, unless others are being read in."""
        if files_in(event.mimeData()) and not self.reading.is_running:
            event.acceptProposedAction()

    def take_drop(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        event.acceptProposedAction()
        self.add(files_in(event.mimeData()))

    def _on_begun(self) -> None:
        self.work.begin(_("Reading files into the vault"))
        self.work.show()

    def _on_ended(self, read: ReadIn) -> None:
        self.work.hide()
        if read.refused:
            self.refused.show_sentence("\n".join(read.refused))
            self.refused.show()
