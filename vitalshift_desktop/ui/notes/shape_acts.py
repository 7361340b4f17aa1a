"""Another template for a note, or a part of one; either can be undone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.domain.note_templates import NoteTemplate
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.note_views import OpenNote
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.notes.template_row import TemplateRow
from vitalshift_desktop.words import _


class ShapeActs(QObject):
    """Connects the row of the template to the note that is open."""

    leaving = Signal()
    """Save first: the headings are about to change."""
    changed = Signal(str)
    """The headings are other ones; the key of the one to go on under, "" for the first that is empty."""

    def __init__(self, desk: Desk, row: TemplateRow, opened: Callable[[], OpenNote | None], page: QObject) -> None:
        super().__init__(page)
        self._desk = desk
        self._notes = desk.workspace.notes
        self._opened = opened
        self._page = page
        row.picked.connect(self._on_template)
        row.part_picked.connect(self._on_part)
        row.templates_wanted.connect(self._on_templates)

    def _on_template(self, key: str) -> None:
        opened = self._opened()
        if opened is not None and key != opened.note.template:
            words = _("Template changed to {name}.")
            self._do(key, words, partial(self._notes.change_template, template=key, by=self._page))

    def _on_part(self, key: str) -> None:
        words = _("Headings of {name} added below.")
        self._do(key, words, partial(self._notes.add_part, template=key, by=self._page))

    def _do(self, key: str, words: str, act: Callable[..., Note]) -> None:
        self.leaving.emit()
        opened = self._opened()
        if opened is None:
            return
        before = opened.note
        try:
            after = act(before.id, base_version=before.version)
            name = self._template(key).name
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        known = {section.key for section in before.sections}
        added = [section.key for section in after.sections if section.key not in known]
        self.changed.emit(next(iter(added), "") if after.template == before.template else "")
        undo = partial(self._undo, before, after.version)
        self._desk.wishes.undo_offered.emit(words.format(name=name), undo)

    def _undo(self, before: Note, version: int) -> None:
        self.leaving.emit()
        self._notes.put_back(before, base_version=version)

    def _template(self, key: str) -> NoteTemplate:
        return self._desk.workspace.note_templates.get(key)

    def _on_templates(self) -> None:
        self.leaving.emit()
        self._desk.wishes.settings.emit("notes")
