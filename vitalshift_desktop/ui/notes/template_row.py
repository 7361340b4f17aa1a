"""The template of a note, parts of others added to it, and bringing in the plan of the last one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vitalshift_desktop.domain.note_templates import NoteTemplate
from vitalshift_desktop.services.note_views import OpenNote
from vitalshift_desktop.ui.widgets.buttons import LinkButton, MenuButton
from vitalshift_desktop.words import _


class TemplateRow(QWidget):
    """Above the text; gone once the note is signed."""

    picked = Signal(str)
    """Another template is wanted, by its key."""
    part_picked = Signal(str)
    """The headings of this template are wanted below those of the note."""
    last_plan_wanted = Signal()
    templates_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_template)
        self.button = MenuButton("", self._menu, framed=False)
        self.button.setObjectName("note.template")
        self._parts = QMenu(self)
        self._parts.triggered.connect(self._on_part)
        self.part = MenuButton(_("Add a part"), self._parts, framed=False)
        self.part.setObjectName("note.part")
        self.bring = LinkButton(_("Bring in last plan"), icon="arrow-bend-up-left")
        self.bring.setObjectName("note.bring_plan")
        self.bring.clicked.connect(self.last_plan_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.button)
        row.addWidget(self.part)
        row.addStretch()
        row.addWidget(self.bring)

    def show_note(self, opened: OpenNote, templates: Sequence[NoteTemplate]) -> None:
        """Show which template the note has, and which others there are."""
        self.setVisible(not opened.note.is_signed)
        name = opened.template.name if opened.template is not None else _("removed")
        self.button.setText(_("Template: {name}").format(name=name))
        self.button.setAccessibleName(_("Template: {name}").format(name=name))
        self.bring.setVisible(bool(opened.last and opened.last.plan))
        self._menu.clear()
        for template in templates:
            action = self._menu.addAction(_plain(template.name))
            action.setData(template.key)
            action.setCheckable(True)
            action.setChecked(template.key == opened.note.template)
        self._menu.addSeparator()
        self._menu.addAction(_("Own templates…")).setData("")
        missing = [one for one in templates if any(not opened.note.has_section(part.key) for part in one.headings)]
        self._parts.clear()
        for template in missing:
            self._parts.addAction(_plain(template.name)).setData(template.key)

    def _on_template(self, action: QAction) -> None:
        key = action.data()
        if key:
            self.picked.emit(key)
        else:
            self.templates_wanted.emit()

    def _on_part(self, action: QAction) -> None:
        self.part_picked.emit(action.data())


def _plain(name: str) -> str:
    """A name of the counselor's own in a menu, where & would mean a key."""
    return name.replace("&", "&&")
