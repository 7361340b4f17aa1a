"""Asks whose session a new note is for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.sessions.client_choices import client_choices
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class UnplannedForm(DialogFrame):
    """A client with a session today gets the note of that one, unless another one is started on purpose."""

    started = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(_("New session note"), parent=parent)
        self.setObjectName("unplanned_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._due: Session | None = None
        self._build()
        self._connect()
        self._show_due(None)
        self.client.setFocus()

    def _build(self) -> None:
        self.client = ChoiceField(_("Client"), client_choices(self._desk))
        self.client.setObjectName("unplanned.client")
        self.hint = TextLabel(tone="2", size="m")
        self.hint.setObjectName("unplanned.hint")
        self.column.addWidget(self.client)
        self.column.addWidget(self.hint)
        self.cancel = Button(_("Cancel"))
        self.another = Button(_("Start another session"))
        self.another.setObjectName("unplanned.another")
        self.start = Button(_("Start session note"), variant="primary")
        self.start.setObjectName("unplanned.start")
        self.add_button(self.cancel)
        self.add_button(self.another)
        self.add_button(self.start, safe=True)

    def _connect(self) -> None:
        self.client.picked.connect(self._on_client)
        self.cancel.clicked.connect(self.reject)
        self.start.clicked.connect(self._on_start)
        self.another.clicked.connect(self._on_another)

    def _on_client(self, client_id: ClientId | None) -> None:
        self._show_due(None if client_id is None else self._desk.workspace.clients.header(client_id).due_session)

    def _show_due(self, due: Session | None) -> None:
        self._due = due
        self.another.setVisible(due is not None)
        if due is None:
            self.hint.setText(_("The session begins now and counts as attended."))
        else:
            start = time_words(due.local_start)
            self.hint.setText(
                _("There is a session at {time} today. The note will be for that one.").format(time=start)
            )

    def _on_start(self) -> None:
        if self._due is not None:
            self._finish(self._due)
        else:
            self._on_another()

    def _on_another(self) -> None:
        client_id = self.client.value
        if not isinstance(client_id, int):
            self.client.show_error(_("Choose whom the session was with."))
            return
        try:
            self._finish(self._desk.workspace.sessions.start_unplanned(ClientId(client_id)))
        except Problem as problem:
            advice = sentence(problem)
            self.client.show_error(f"{advice.what} {advice.next_step}")

    def _finish(self, session: Session) -> None:
        self.accept()
        self.started.emit(session.id)
