"""One of the counselor's own note templates: its name and its headings."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.note_templates import LONGEST_NAME, NoteTemplate
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.headings_editor import HeadingsEditor
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _


class TemplateForm(RoomyDialog):
    """New ones begin with the headings of another; notes written before keep theirs whatever changes here."""

    saved = Signal()

    def __init__(self, desk: Desk, template: NoteTemplate, parent: QWidget) -> None:
        title = _("Change note template") if template.is_own else _("New note template")
        super().__init__(title, width=680, height=560, parent=parent)
        self.setObjectName("template_form")
        self._templates = desk.workspace.note_templates
        self._template = template
        self._build()
        self._show(template)
        self.keep(f"template_form:{template.key}", "template.name", "template.once", "template.headings")
        self.name.edit.setFocus()

    def _build(self) -> None:
        self.name = Field(_("Name"))
        self.name.setObjectName("template.name")
        self.name.edit.setMaxLength(LONGEST_NAME)
        self.headings = HeadingsEditor()
        self.headings.edited.connect(self._on_headings)
        self._as_text = QLineEdit(self)  # never shown: the headings as one text, for the lock
        self._as_text.setObjectName("template.headings")
        self._as_text.hide()
        self.once = CheckBox(_("Written once, such as an intake"))
        self.once.setObjectName("template.once")
        words = _("Notes keep the headings they were written under. “Plan” is what the next session shows of it.")
        once = _("The next note of the client does not begin with it.")
        parts = (self.name, TextLabel(words, tone="2", size="m"), self.headings, self.once)
        for part in (*parts, TextLabel(once, tone="3", size="c")):
            self.content.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("template.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _show(self, template: NoteTemplate) -> None:
        self.name.show_text(template.name if template.is_own else "")
        self.once.setChecked(not template.repeats)
        self.headings.show_headings(template.headings)
        self._as_text.setText(self.headings.as_text())

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept, the headings with it."""
        super().take_back(form)
        if self._as_text.text() != self.headings.as_text():
            self.headings.show_from_text(self._as_text.text())

    def _on_headings(self) -> None:
        self._as_text.setText(self.headings.as_text())

    def _on_save(self) -> None:
        wanted = replace(
            self._template,
            name=self.name.text(),
            headings=self.headings.headings(),
            repeats=not self.once.isChecked(),
        )
        try:
            if self._template.is_own:
                self._templates.change(wanted)
            else:
                self._templates.add(wanted)
        except Problem as problem:
            advice = sentence(problem)
            self.name.show_error(f"{advice.what} {advice.next_step}")
            return
        self.saved.emit()
        self.accept()
