"""Quick capture: one field, from anywhere in the app."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.autosaver import Autosaver
from vitalshift_desktop.ui.contacts.client_choices import client_choices
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.words import _

PLACE = "capture"


class CaptureForm(DialogFrame):
    """Enter keeps what was typed in the inbox; a lock, a crash or a power cut keeps it as an unfinished form."""

    def __init__(self, desk: Desk, parent: QWidget, place: str = "") -> None:
        super().__init__(_("Quick capture"), parent=parent)
        self.setObjectName("capture")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._build()
        # Each its own: an older one may still wait to be taken up again.
        self._draft = place or f"{PLACE}:{int(desk.workspace.clock.now().timestamp() * 1000)}"
        self.keep(self._draft, "capture.text", "capture.client")
        self._autosaver = Autosaver(self._keep_draft, self)
        self._had_draft = bool(place)
        self.text.edited.connect(self._autosaver.note_typing)
        self.client.picked.connect(self._on_client)
        self.text.edit.installEventFilter(self)
        if (combo := self.client.focusProxy()) is not None:
            combo.installEventFilter(self)
        self.text.edit.setFocus()

    def _build(self) -> None:
        hint = _("Enter keeps it in the inbox, Shift+Enter begins a line. It is filed later.")
        self.text = ProseField(_("What to keep"), hint=hint)
        self.text.setObjectName("capture.text")
        self.client = ChoiceField(_("Client, if you like"), [(None, _("Nobody yet"))])
        self.client.setObjectName("capture.client")
        self._has_clients = False
        self.column.addWidget(self.text)
        self.column.addWidget(self.client)
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName("capture.cancel")
        self.cancel.clicked.connect(self.reject)
        self.save = Button(_("Keep"), variant="primary")
        self.save.setObjectName("capture.save")
        self.save.clicked.connect(self._on_keep)
        self.add_button(self.cancel)
        self.add_button(self.save, safe=True)

    def offer_clients(self) -> None:
        """Read who there is, only once somebody goes there: the form itself opens at once."""
        if not self._has_clients:
            self._has_clients = True
            self.client.show_choices(client_choices(self._desk))

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept, the client too."""
        self.offer_clients()
        super().take_back(form)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the text keeps it, as the field is for a line or two."""
        if watched is self.client.focusProxy() and event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress):
            self.offer_clients()
        if watched is self.text.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            is_enter = is_enter and not self.text.edit.offers.is_open  # it chooses what is offered there
            if is_enter and held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
                self._on_keep()
                return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Give it up; what was typed can be brought back into the inbox for a moment."""
        words, client_id = self.text.text(), self._client_id()
        super().reject()
        if words.strip():
            back = partial(self._desk.workspace.inbox.capture, words, client_id)
            self._desk.wishes.undo_offered.emit(_("What you typed was not kept."), back)

    def done(self, result: int) -> None:
        """Nothing of it is half filled any more."""
        self._autosaver.forget()
        super().done(result)
        if self._had_draft:
            self._settle()

    def _on_keep(self) -> None:
        try:
            self._desk.workspace.inbox.capture(self.text.text(), self._client_id())
        except TextIsMissing:
            self.text.show_error(_("Write a few words first."))
        except Problem as problem:
            advice = sentence(problem)
            self.text.show_error(f"{advice.what} {advice.next_step}")
        else:
            self.accept()

    def _on_client(self) -> None:
        self._autosaver.note_typing()

    def _keep_draft(self) -> None:
        form = self.half_filled()
        if form is not None:
            self._had_draft = self._desk.workspace.drafts.keep([form]) or self._had_draft

    def _settle(self) -> None:
        try:
            self._desk.workspace.drafts.settle(self._draft)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)

    def _client_id(self) -> ClientId | None:
        value = self.client.value
        return ClientId(value) if isinstance(value, int) else None
