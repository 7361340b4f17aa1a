"""The template of a note, and bringing in the plan of the last one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vitalshift_desktop.domain.notes import Note, Template
from vitalshift_desktop.ui.widgets.buttons import LinkButton, MenuButton
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class TemplateRow(QWidget):
    """Above the text; gone once the note is signed."""

    picked = Signal(object)
    last_plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        menu = QMenu(self)
        for template in Template:
            menu.addAction(label(template)).setData(template.value)
        menu.triggered.connect(self._on_template)
        self.button = MenuButton("", menu, framed=False)
        self.button.setObjectName("note.template")
        self.bring = LinkButton(_("Bring in last plan"), icon="arrow-bend-up-left")
        self.bring.setObjectName("note.bring_plan")
        self.bring.clicked.connect(self.last_plan_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch()
        row.addWidget(self.bring)

    def show_note(self, note: Note, *, can_bring_plan: bool) -> None:
        """Show which template the note has."""
        self.button.setText(label(note.template))
        self.button.setAccessibleName(_("Template: {name}").format(name=label(note.template)))
        self.bring.setVisible(can_bring_plan)
        self.setVisible(not note.is_signed)

    def _on_template(self, action: QAction) -> None:
        self.picked.emit(Template(action.data()))
