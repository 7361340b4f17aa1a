"""What hangs on a note, in the note's rail."""

from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.adding import AddingFiles
from vitalshift_desktop.ui.documents.document_words import shown_name
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class DocumentsPanel(SessionPanel):
    """A press opens one; files can be added, or dropped here, until the note is signed."""

    concerns = frozenset({Subject.ATTACHMENTS, Subject.NOTES})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("documents_panel")
        self._desk = desk
        self._heading = SectionHeading(_("Documents"), line=False)
        self.rows: list[LinkButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.adding = AddingFiles(desk, self._owner)
        self.add = LinkButton(_("Add files…"))
        self.add.setObjectName("documents_panel.add")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(self._list)
        column.addWidget(self.adding)
        column.addWidget(self.add)
        self.add.clicked.connect(self.adding.choose)
        desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show what hangs on the session's note."""
        if self.session_id is None:
            return
        note, hung = self._desk.workspace.attachments.of_session(self.session_id)
        empty(self._list)
        self.rows = []
        for one in hung:
            row = LinkButton(shown_name(one, covered=self._desk.privacy.initials_on))
            row.clicked.connect(partial(self._desk.wishes.document.emit, one.id))
            self._list.addWidget(row)
            self.rows.append(row)
        self._heading.show_count(len(hung) or None)
        is_open = note is not None and not note.is_signed
        self.add.setVisible(is_open)
        self.setAcceptDrops(is_open)
        if not hung:
            self._list.addWidget(TextLabel(_("None yet. Drag a scan here."), tone="2", size="m"))

    def focus_first(self) -> None:
        """Go to the first document, or to where one is added."""
        (self.rows[0] if self.rows else self.add).setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.adding.take_drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.adding.take_drop(event)

    def _owner(self) -> tuple[ClientId, NoteId | None] | None:
        if self.session_id is None:
            return None
        note, _hung = self._desk.workspace.attachments.of_session(self.session_id)
        return None if note is None else (note.client_id, note.id)
