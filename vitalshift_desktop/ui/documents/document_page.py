"""Looking at one attachment inside the app."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.attachments import Attachment, AttachmentId, AttachmentKind
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.document_words import shown_name
from vitalshift_desktop.ui.documents.leaf_view import LeafView
from vitalshift_desktop.ui.documents.leaves import Leaves, leaf, leaves_of
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.widgets.buttons import IconButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
_FITTING = ZOOMS.index(1.0)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is looked at: its bytes stay in memory only while they are."""

    attachment: Attachment
    data: bytes
    leaves: Leaves


class DocumentPage(Page):
    """Page Up and Page Down turn the pages, + and - change the size."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("document")
        self._desk = desk
        self._wanted: Attachment | None = None
        self._opened: _Opened | None = None
        self._at = 0
        self._zoom = _FITTING
        self._build()
        self._connect()

    @property
    def client_id(self) -> ClientId | None:
        """Whose attachment is looked at."""
        return self._wanted.client_id if self._wanted is not None else None

    def _build(self) -> None:
        self.back = IconButton("arrow-left", _("Back"))
        self.name = TextLabel(role="h2", wrap=False)
        self.name.setObjectName("document.name")
        self.place = TextLabel(tone="2", size="m", wrap=False)
        self.place.setObjectName("document.place")
        self.previous = IconButton("caret-left", _("Previous page"))
        self.following = IconButton("caret-right", _("Next page"))
        self.smaller = IconButton("magnifying-glass-minus", _("Smaller"))
        self.larger = IconButton("magnifying-glass-plus", _("Larger"))
        self.state = TextLabel(tone="2")
        self.state.setObjectName("document.state")
        self.state.setContentsMargins(32, 24, 32, 24)
        self.view = LeafView(self._desk.privacy)
        head = QFrame()
        head.setProperty("surface", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.name)
        row.addStretch(1)
        for part in (self.place, self.previous, self.following, self.smaller, self.larger):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.state)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self._desk.wishes.back)
        self.previous.clicked.connect(self._on_previous)
        self.following.clicked.connect(self._on_following)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self._desk.privacy.changed.connect(self._show_name)

    def open_attachment(self, attachment_id: AttachmentId) -> None:
        """Look at this attachment from its first page. Raises NotFound; what else goes wrong stands in its place."""
        attachment = self._desk.workspace.attachments.get(attachment_id)
        self._wanted, self._opened, self._at, self._zoom = attachment, None, 0, _FITTING
        self.view.forget()
        self._show_name()
        self._show_controls()

    def focus_first(self) -> None:
        """Go to the page itself."""
        self.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None and self._opened is None:
            self._read(self._wanted)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._opened = None
        self.view.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_PageUp: self._on_previous, Qt.Key.Key_PageDown: self._on_following}
        sizes = {Qt.Key.Key_Plus: self._on_larger, Qt.Key.Key_Minus: self._on_smaller}
        slot = {**turns, **sizes}.get(Qt.Key(event.key()))
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()

    def _read(self, attachment: Attachment) -> None:
        attachments = self._desk.workspace.attachments
        self._say(_("Opening…"))

        def work(_job: Job) -> _Opened:
            data = attachments.open(attachment.id)
            return _Opened(attachment, data, leaves_of(data))

        self._desk.background.run(self, work, self._on_opened, self._on_failed)

    def _on_opened(self, opened: _Opened) -> None:
        if opened.attachment != self._wanted or not self.isVisible():
            return  # something else is wanted meanwhile
        self._opened = opened
        self._show_leaf()

    def _show_leaf(self) -> None:
        opened = self._opened
        if opened is None:
            return
        self._show_controls()
        if opened.leaves.kind is AttachmentKind.TEXT:
            self._say("")
            self.view.show_words(opened.leaves.words[self._at])
            return
        number, ratio = self._at, self.devicePixelRatioF()
        width = int(self.view.room * ZOOMS[self._zoom] * ratio)

        def work(_job: Job) -> QImage:
            image = leaf(opened.data, opened.leaves.kind, number, width)
            image.setDevicePixelRatio(ratio)
            return image

        def show(image: QImage) -> None:
            if self._opened is opened and self._at == number:
                self._say("")
                self.view.show_image(image, self._place_words())

        self._desk.background.run(self, work, show, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, Problem):
            raise error
        advice = sentence(error)
        self._say(f"{advice.what} {advice.next_step}")

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.view.setVisible(not words)

    def _show_name(self) -> None:
        if self._wanted is None:
            return
        client = self._desk.workspace.clients.get(self._wanted.client_id)
        covered = self._desk.privacy.initials_on
        name = _("{document}, {client}").format(
            document=shown_name(self._wanted, covered=covered), client=self._desk.privacy.name(client)
        )
        self.name.setText(name)

    def _show_controls(self) -> None:
        count = self._opened.leaves.count if self._opened else 1
        is_text = self._opened is not None and self._opened.leaves.kind is AttachmentKind.TEXT
        for part in (self.place, self.previous, self.following):
            part.setVisible(count > 1)
        for part in (self.smaller, self.larger):
            part.setVisible(not is_text)
        self.place.setText(self._place_words())
        self.previous.setEnabled(self._at > 0)
        self.following.setEnabled(self._at < count - 1)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(ZOOMS) - 1)

    def _place_words(self) -> str:
        count = self._opened.leaves.count if self._opened else 1
        return _("Page {n} of {count}").format(n=self._at + 1, count=count)

    def _on_previous(self) -> None:
        self._turn_to(self._at - 1)

    def _on_following(self) -> None:
        self._turn_to(self._at + 1)

    def _turn_to(self, place: int) -> None:
        if self._opened is not None and 0 <= place < self._opened.leaves.count:
            self._at = place
            self._show_leaf()

    def _on_smaller(self) -> None:
        self._set_zoom(self._zoom - 1)

    def _on_larger(self) -> None:
        self._set_zoom(self._zoom + 1)

    def _set_zoom(self, zoom: int) -> None:
        if 0 <= zoom < len(ZOOMS):
            self._zoom = zoom
            self._show_leaf()
