"""Adding to a signed contact note, with the reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.contacts import ContactId
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.words import _


class ContactAdditionForm(DialogFrame):
    """What is added stands below the signed text, with when it was written and why."""

    def __init__(self, desk: Desk, contact_id: ContactId, parent: QWidget) -> None:
        super().__init__(_("Add to this contact note"), parent=parent)
        self.setObjectName("contact_addition_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._contacts = desk.workspace.contacts
        self._contact_id = contact_id
        self._build()
        self.keep(f"contact_addition_form:{contact_id}", "contact_addition.text", "contact_addition.reason")
        self.text.edit.setFocus()

    def _build(self) -> None:
        self.text = ProseField(_("What to add"))
        self.text.setObjectName("contact_addition.text")
        self.reason = Field(_("Reason"), placeholder=_("such as: remembered later"))
        self.reason.setObjectName("contact_addition.reason")
        words = _("The signed text stays as it is. This is added below it and cannot be changed later.")
        for part in (TextLabel(words, tone="2", size="m"), self.text, self.reason):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Add and sign"), variant="primary")
        self.save.setObjectName("contact_addition.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _on_save(self) -> None:
        if not self.reason.text():
            self.reason.show_error(_("Say in a few words why this is added."))
            return
        try:
            self._contacts.add_to(self._contact_id, self.text.text(), self.reason.text())
        except TextIsMissing:
            self.text.show_error(_("Write what is to be added."))
        except Problem as problem:
            advice = sentence(problem)
            self.text.show_error(f"{advice.what} {advice.next_step}")
        else:
            self.accept()
