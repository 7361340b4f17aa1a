"""The client's documents: scans and files, kept inside the vault and looked at inside the app."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.domain.attachments import Attachment, AttachmentId
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.attachments import NoteOfAttachment
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.adding import AddingFiles
from vitalshift_desktop.ui.documents.document_form import DocumentForm
from vitalshift_desktop.ui.documents.document_words import cells
from vitalshift_desktop.ui.documents.documents_table import DocumentsTable
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.cells_model import CellsRow
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import beside
from vitalshift_desktop.words import _


class DocumentsTab(ClientPage):
    """Files can be dropped anywhere on it."""

    concerns = frozenset({Subject.ATTACHMENTS, Subject.NOTES})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("documents")
        self.setAcceptDrops(True)
        self._desk = desk
        self._attachments = desk.workspace.attachments
        self._shown: dict[AttachmentId, Attachment] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.add = Button(_("Add files…"))
        self.add.setObjectName("documents.add")
        self.more = IconButton("dots-three-bold", _("More for the selected document"), framed=True)
        self.more.setObjectName("documents.more")
        self._heading = SectionHeading(_("Documents"), action=beside(self.more, self.add), line=False)
        self.table = DocumentsTable()
        self.adding = AddingFiles(self._desk, self._owner)
        self.nothing = EmptyState(
            _("No documents yet"),
            _("Scans of signed forms, letters, drawings. Drag them here; they are kept encrypted with the record."),
            _("Add files…"),
            variant="",
        )
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(self._heading)
        inner.addWidget(self.table, 1)
        self._views = QStackedWidget()
        self._views.addWidget(listed)
        self._views.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 12)
        column.setSpacing(10)
        column.addWidget(self.adding)
        column.addWidget(self._views, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self.adding.choose)
        self.nothing.acted.connect(self.adding.choose)
        self.more.clicked.connect(self._on_more)
        self.table.open_wanted.connect(self._desk.wishes.document)
        self.table.remove_wanted.connect(self._on_remove)
        self.table.menu_wanted.connect(self._on_menu)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show the documents of this client as they stand now."""
        if self.client_id is None:
            return
        listed = self._attachments.of_client(self.client_id)
        self._shown = {one.id: one for one in listed}
        notes = self._attachments.notes_of(listed)
        covered = self._desk.privacy.initials_on
        rows = [CellsRow(one.id, cells(one, note_words(notes.get(one.id)), covered=covered)) for one in listed]
        self.table.show_rows(rows)
        self._heading.show_count(len(listed) or None)
        self._views.setCurrentIndex(0 if listed else 1)

    def count(self) -> int | None:
        """How many there are."""
        return None if self.client_id is None else self._attachments.count_of(self.client_id) or None

    def focus_first(self) -> None:
        """Go to the newest document, or to adding the first one."""
        is_empty = self._views.currentWidget() is self.nothing
        (self.nothing.button if is_empty else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.adding.take_drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.adding.take_drop(event)

    def _owner(self) -> tuple[ClientId, NoteId | None] | None:
        return None if self.client_id is None else (self.client_id, None)

    def _on_more(self) -> None:
        if self.table.chosen() is None:
            self.table.select_first()
        chosen = self.table.chosen()
        if chosen is not None:
            self._on_menu(chosen, self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _on_menu(self, chosen: AttachmentId, place: QPoint) -> None:
        sealed = self._attachments.is_sealed(self._shown[chosen])
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), partial(self._desk.wishes.document.emit, chosen))
        change = menu.addAction(_("Name and date…"), partial(self._on_change, chosen))
        remove = menu.addAction(_("Remove"), partial(self._on_remove, chosen))
        for action in (change, remove):
            action.setEnabled(not sealed)
        if sealed:
            menu.addAction(_("Sealed with its signed note")).setEnabled(False)
        menu.popup(place)

    def _on_change(self, chosen: AttachmentId) -> None:
        DocumentForm(self._desk, chosen, self.window()).open_from(self.table)

    def _on_remove(self, chosen: AttachmentId) -> None:
        try:
            removed = self._attachments.remove(chosen)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._desk.wishes.undo_offered.emit(_("Document removed."), partial(self._attachments.restore, removed))


def note_words(note: NoteOfAttachment | None) -> str:
    """The note that a document hangs on, by its session's day."""
    if note is None:
        return ""
    day = short_day(note.day)
    return (_("Note of {day}, signed") if note.is_signed else _("Note of {day}")).format(day=day)
