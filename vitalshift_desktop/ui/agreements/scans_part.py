"""The scans of a signed page: put with the agreement by a button or by dropping files, and taken off again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreements import AgreementId
from vitalshift_desktop.domain.attachments import Attachment
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.agreement_records import AgreementSheet
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.file_content import content_of
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.dropped_files import files_in
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class ScansPart(QWidget):
    """Every scan is a document of the client too; `opened` tells which one is to be looked at."""

    changed = Signal()
    opened = Signal(object)

    def __init__(self, desk: Desk, agreement_id: AgreementId) -> None:
        super().__init__()
        self.setObjectName("made.scans")
        self._desk = desk
        self._records = desk.workspace.agreement_records
        self._agreement_id = agreement_id
        self._job: Job | None = None
        self.add = LinkButton(_("Add the scan…"))
        self.add.setObjectName("made.add_scan")
        self._heading = SectionHeading(_("Signed page"), action=self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._none = TextLabel(_("None yet. Choose a scan or a photo, or drop it here."), tone="2", size="m")
        self._error = ErrorSentence()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addLayout(self._lines)
        column.addWidget(self._none)
        column.addWidget(self._error)
        self.add.clicked.connect(self._on_add)
        self.setAcceptDrops(True)

    @property
    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._error.sentence()

    def show_sheet(self, sheet: AgreementSheet) -> None:
        """Show the scans of this agreement."""
        empty(self._lines)
        self._heading.show_count(len(sheet.scans) or None)
        self._none.setVisible(not sheet.scans)
        for scan in sheet.scans:
            self._lines.addWidget(self._line(scan))

    def take(self, files: tuple[Path, ...]) -> None:
        """Put these files with the agreement, read beside the window."""
        if self._job is None and files:
            self._error.show_sentence("")
            work = partial(self._kept, files)
            self._job = self._desk.background.run(self, work, self._on_kept, self._on_failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._job is None and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(files_in(event.mimeData()))

    def _line(self, scan: Attachment) -> QWidget:
        name = _("A document") if self._desk.privacy.initials_on else scan.name
        look = LinkButton(name)
        look.setObjectName(f"made.scan.{scan.id}")
        off = LinkButton(_("Take off"))
        off.setAccessibleName(_("Take {name} off the agreement").format(name=name))
        look.clicked.connect(partial(self.opened.emit, scan.id))
        off.clicked.connect(partial(self._on_off, scan))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(look)
        row.addStretch(1)
        row.addWidget(off)
        return line

    def _on_add(self) -> None:
        self.take(self._desk.dialogs.choose_documents(self.window(), _("Which scan?")))

    def _kept(self, files: tuple[Path, ...], _job: Job) -> None:
        for path in files:
            self._records.add_scan_file(self._agreement_id, path.name, content_of(path))

    def _on_kept(self, _nothing: None) -> None:
        self._job = None
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self.changed.emit()
        if not isinstance(error, Problem):
            raise error
        advice = sentence(error)
        self._error.show_sentence(f"{advice.what} {advice.next_step}")

    def _on_off(self, scan: Attachment) -> None:
        if self._desk.did(partial(self._records.remove_scan, self._agreement_id, scan.id)):
            self.changed.emit()
