"""The counselor's own note templates: change, put away, remove."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.note_templates import NoteTemplate
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class OwnTemplates(QWidget):
    """One row each; a template that notes were written from is put away instead of removed."""

    def __init__(self, desk: Desk, change: Callable[[NoteTemplate], None]) -> None:
        super().__init__()
        self._desk = desk
        self._templates = desk.workspace.note_templates
        self._change = change
        self._shown: tuple[NoteTemplate, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_templates(self, templates: Sequence[NoteTemplate]) -> None:
        """Show these; what is shown already is left alone."""
        if tuple(templates) == self._shown:
            return
        self._shown = tuple(templates)
        empty(self._column)
        if not templates:
            self._column.addWidget(TextLabel(_("None yet."), tone="2", size="m"))
        for template in templates:
            self._column.addWidget(self._row(template))
            self._column.addWidget(Hairline())

    def _row(self, template: NoteTemplate) -> QWidget:
        row = QWidget()
        row.setObjectName(f"settings.template.{template.key}")
        name = _("{name}, put away").format(name=template.name) if template.put_away else template.name
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(TextLabel(name, role="name", size="m"))
        headings = ", ".join(heading.words for heading in template.headings)
        words.addWidget(TextLabel(headings, tone="2", size="m"))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 6)
        line.addLayout(words, 1)
        away = _("Offer again") if template.put_away else _("Put away")
        acts: list[tuple[str, Callable[[], None]]] = [
            (_("Change…"), partial(self._change, template)),
            (away, partial(self._put_away, template)),
        ]
        if not self._templates.is_used(template.key):
            acts.append((_("Remove"), partial(self._remove, template)))
        for words_of_act, act in acts:
            button = LinkButton(words_of_act)
            button.setAccessibleName(f"{words_of_act} {template.name}")
            button.clicked.connect(act)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _put_away(self, template: NoteTemplate) -> None:
        away = not template.put_away
        words = _("{name} is put away.") if away else _("{name} is offered again.")
        if self._desk.did(partial(self._templates.put_away, template.key, away=away)):
            undo = partial(self._templates.put_away, template.key, away=not away)
            self._desk.wishes.undo_offered.emit(words.format(name=template.name), undo)

    def _remove(self, template: NoteTemplate) -> None:
        if self._desk.did(partial(self._templates.remove, template.key)):
            words = _("{name} is removed.").format(name=template.name)
            self._desk.wishes.undo_offered.emit(words, partial(self._templates.add, template))
