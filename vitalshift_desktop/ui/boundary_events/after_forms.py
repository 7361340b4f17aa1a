"""The worksheet for after: what happened, which closes it; and adding to a closed one."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.boundary_events import WorksheetId
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.words import _


class AfterForm(DialogFrame):
    """One text with its day; with `adds` it is an addition to a closed worksheet, without a day."""

    saved = Signal()

    def __init__(self, desk: Desk, worksheet_id: WorksheetId, parent: QWidget, *, adds: bool = False) -> None:
        super().__init__(_("Add to this worksheet") if adds else _("What happened"), parent=parent)
        self.setObjectName("after_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._worksheet_id = worksheet_id
        self._adds = adds
        self._build()
        self.keep(f"after_form:{worksheet_id}:{int(adds)}", "after.day", "after.text")
        self.text.edit.setFocus()

    def _build(self) -> None:
        adding = _("The worksheet stays as it is. What is added has today’s date and cannot be changed later.")
        closing = _("This closes the worksheet: from now on it is only added to. If you did not do it, say so here.")
        self.day = DateField(_("Day"), day=self._today(), today=self._today)
        self.day.setObjectName("after.day")
        self.day.setVisible(not self._adds)
        self.text = ProseField(_("What to add") if self._adds else _("What happened"))
        self.text.setObjectName("after.text")
        for part in (TextLabel(adding if self._adds else closing, tone="2", size="m"), self.day, self.text):
            self.column.addWidget(part)
        self.day.setHidden(self._adds)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Add") if self._adds else _("Close the worksheet"), variant="primary")
        self.save.setObjectName("after.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _on_save(self) -> None:
        day = self.day.day()
        if not self.day.is_valid() or day is None:
            self.point_at(self.day)
            return
        sheets = self._desk.workspace.worksheets
        try:
            if self._adds:
                sheets.add_to(self._worksheet_id, self.text.text())
            else:
                sheets.close(self._worksheet_id, self.text.text(), day)
        except TextIsMissing:
            self.text.show_error(_("Say it in a few words."))
            self.point_at(self.text)
        except DateIsImpossible:
            self.day.show_error(_("This day has not come yet."))
            self.point_at(self.day)
        except Problem as problem:
            self.text.show_error(sentence(problem).whole)
        else:
            self.saved.emit()
            self.accept()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
