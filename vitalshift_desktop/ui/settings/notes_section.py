"""Note templates of the counselor's own, what a first note begins with, and from when on a note is late."""

from functools import partial

from PySide6.QtWidgets import QMenu

from vitalshift_desktop.domain.lateness import checked_steps
from vitalshift_desktop.domain.note_templates import NoteTemplate
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.own_templates import OwnTemplates
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.settings.template_form import TemplateForm
from vitalshift_desktop.ui.widgets.buttons import MenuButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class NotesSection(Section):
    """Each choice is kept at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("A note keeps the headings it was written under, whatever becomes of its template."))
        self._desk = desk
        self._templates = desk.workspace.note_templates
        self._is_typed = False
        self._build()
        self.usual.picked.connect(self._on_usual)
        self.late.edited.connect(self._on_typed)
        self.late.edit.editingFinished.connect(self.save_now)

    def _build(self) -> None:
        hint = _("Later notes follow the one before.")
        self.usual = ChoiceField(_("The first note with a client begins with"), [], hint=hint)
        self.usual.setObjectName("settings.usual_template")
        hint = _("One to three numbers. Days on which the practice is closed do not count.")
        self.late = Field(_("A note counts as signed late after so many hours"), hint=hint)
        self.late.setObjectName("settings.late_hours")
        self._menu = QMenu(self)
        self.new = MenuButton(_("New, beginning with"), self._menu)
        self.new.setObjectName("settings.template.new")
        self.list = OwnTemplates(self._desk, self._open)
        words = _("Those that come with the app stay as they are.")
        self.column.addWidget(self.usual)
        self.column.addWidget(self.late)
        self.column.addWidget(Hairline())
        self.column.addWidget(SectionHeading(_("Own templates"), action=self.new, line=False))
        self.column.addWidget(TextLabel(words, tone="3", size="c"))
        self.column.addWidget(self.list)

    def look_again(self) -> None:
        """Show the settings and templates as they are kept."""
        templates = self._templates.all()
        usable = [template for template in templates if not template.put_away]
        self.usual.show_choices([(template.key, template.name) for template in usable])
        self.usual.choose(self._templates.usual().key)
        if not self._is_typed:
            self.late.show_text(", ".join(str(hours) for hours in self._templates.late_hours()))
        self._menu.clear()
        for template in usable:
            self._menu.addAction(template.name.replace("&", "&&"), partial(self._open, _copy(template)))
        self.list.show_templates([template for template in templates if template.is_own])

    def _open(self, template: NoteTemplate) -> None:
        form = TemplateForm(self._desk, template, self.window())
        form.saved.connect(self.look_again)
        form.open_from(self.new)

    def _on_usual(self, key: str) -> None:
        try:
            self._templates.set_usual(key, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            self.look_again()

    def _on_typed(self) -> None:
        self._is_typed = True

    def save_now(self) -> None:
        """Keep the hours, if other ones were typed."""
        if not self._is_typed:
            return
        parts = [part.strip() for part in self.late.text().replace(";", ",").split(",")]
        try:
            hours = checked_steps(int(part) for part in parts if part)
            self._is_typed = False
            if hours != self._templates.late_hours():
                self._templates.set_late_hours(hours, by=self)
            self.look_again()
        except ValueError:
            self.late.show_error(_("One to three different whole numbers of hours, such as 24, 48, 72."))
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)


def _copy(template: NoteTemplate) -> NoteTemplate:
    """The beginning of a new template: another's headings under no name yet."""
    return NoteTemplate("", template.name, template.headings, template.repeats)
