"""Another name for an attachment, and the day it is about."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.words import _


class DocumentForm(DialogFrame):
    """The file itself stays as it is."""

    def __init__(self, desk: Desk, attachment_id: AttachmentId, parent: QWidget) -> None:
        super().__init__(_("Name and date"), parent=parent)
        self.setObjectName("document_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._before = desk.workspace.attachments.get(attachment_id)
        self._build()
        self.keep(f"document_form:{attachment_id}", "document_form.name", "document_form.day")

    def _build(self) -> None:
        self.name = Field(_("Name"), text=self._before.name)
        self.name.setObjectName("document_form.name")
        self.day = DateField(_("About the day"), day=self._before.day, today=self._today)
        self.day.setObjectName("document_form.day")
        self.column.addWidget(self.name)
        self.column.addWidget(self.day)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("document_form.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        self.name.edit.selectAll()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _on_save(self) -> None:
        day, before = self.day.day(), self._before
        if not self.day.is_valid() or day is None:
            return
        attachments = self._desk.workspace.attachments
        try:
            attachments.change(before.id, self.name.text(), day)
        except Problem as problem:
            advice = sentence(problem)
            self.name.show_error(f"{advice.what} {advice.next_step}")
            return
        self._desk.wishes.undo_offered.emit(
            _("Name and date changed."), lambda: attachments.change(before.id, before.name, before.day)
        )
        self.accept()
