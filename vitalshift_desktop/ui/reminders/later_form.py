"""Picking the day to which a reminder is put off."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.words import _


class LaterForm(DialogFrame):
    """One date; `picked` tells it with what is to be put off."""

    picked = Signal(object, object)

    def __init__(self, desk: Desk, what: object, parent: QWidget) -> None:
        super().__init__(_("Put off to"), width=380, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._clock = desk.workspace.clock
        self._what = what
        self.day = DateField(_("Day"), day=self._today() + timedelta(days=7), today=self._today)
        self.day.setObjectName("later.day")
        self.column.addWidget(self.day)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Put off"), variant="primary")
        self.save.setObjectName("later.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _today(self) -> date:
        return today(self._clock)

    def _on_save(self) -> None:
        day = self.day.day()
        if self.day.is_valid() and day is not None:
            self.picked.emit(self._what, day)
            self.accept()
