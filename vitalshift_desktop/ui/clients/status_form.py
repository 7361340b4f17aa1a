"""Moving a client to another status, with the reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import Client, ClientStatus
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class StatusForm(DialogFrame):
    """Status and reason; both go into the client's timeline with today's date."""

    def __init__(self, desk: Desk, client: Client, parent: QWidget) -> None:
        super().__init__(_("Status of {name}").format(name=desk.privacy.name(client)), parent=parent)
        self.setObjectName("status_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._client = client
        self._build()
        self.keep(f"status_form:{client.id}", "status_form.status", "status_form.reason")

    def _build(self) -> None:
        choices = [(status, label(status)) for status in ClientStatus]
        self.status = ChoiceField(_("Status"), choices, chosen=self._client.status)
        self.status.setObjectName("status_form.status")
        self.reason = Field(_("Reason"), hint=_("May stay empty. It stands in the timeline."))
        self.reason.setObjectName("status_form.reason")
        self._words = TextLabel(
            _("Nothing is removed. A closed client keeps their whole record and can be made active again."),
            tone="2",
            size="m",
        )
        for part in (self.status, self.reason, self._words):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("status_form.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _on_save(self) -> None:
        chosen, clients = self.status.value, self._desk.workspace.clients
        if not isinstance(chosen, ClientStatus) or chosen is self._client.status:
            self.reject()
            return
        try:
            clients.set_status(self._client.id, chosen, self.reason.text())
        except Problem as problem:
            advice = sentence(problem)
            self.reason.show_error(f"{advice.what} {advice.next_step}")
            return
        self.accept()
