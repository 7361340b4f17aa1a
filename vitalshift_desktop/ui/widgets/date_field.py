"""A day, typed or picked from a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from vitalshift_desktop.ui.widgets.buttons import IconButton
from vitalshift_desktop.ui.widgets.calendar_popup import CalendarPopup
from vitalshift_desktop.ui.widgets.day_text import day_text, read_day
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.words import _


def _system_day() -> date:
    today = QDate.currentDate()
    return date(today.year(), today.month(), today.day())


class DateField(LabeledField):
    """A labeled day; `changed` tells only what the user did, once the words make a day."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        *,
        day: date | None = None,
        optional: bool = False,
        today: Callable[[], date] | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._today = today or _system_day
        self._optional = optional
        self._day = day
        self._calendar: CalendarPopup | None = None
        self.edit = QLineEdit()
        self._pick = IconButton("calendar-blank", _("Pick a day from a calendar"))
        inside = QHBoxLayout(self.edit)
        inside.setContentsMargins(0, 0, 3, 0)
        inside.addStretch(1)
        inside.addWidget(self._pick)
        self.edit.setTextMargins(0, 0, 30, 0)
        self._take(self.edit, self.edit)
        self.show_day(day)
        self._pick.clicked.connect(self._on_pick)
        self.edit.editingFinished.connect(self._on_finished)
        self.edit.textEdited.connect(self._on_edited)
        opener = QShortcut(QKeySequence(Qt.Key.Key_F4), self.edit)
        opener.setContext(Qt.ShortcutContext.WidgetShortcut)
        opener.activated.connect(self._on_pick)

    def day(self) -> date | None:
        """The day that is written, or None while there is none."""
        return read_day(self.edit.text(), self._today())

    def show_day(self, day: date | None) -> None:
        """Show this day without telling anybody."""
        self._day = day
        self.edit.setText("" if day is None else day_text(day))
        self.clear_error()

    def is_valid(self) -> bool:
        """Whether there is a day, or nothing where nothing is allowed; says below the field what is wrong."""
        written = self.edit.text().strip()
        if not written and self._optional:
            return True
        if self.day() is not None:
            return True
        example = day_text(self._today(), weekday=False)
        self.show_error(_("Use a date such as {example}.").format(example=example))
        return False

    def _on_edited(self) -> None:
        self.clear_error()

    def _on_finished(self) -> None:
        if (not self.edit.text().strip() and not self._optional) or not self.is_valid():
            return
        self._take_day(self.day())

    def _take_day(self, day: date | None) -> None:
        is_new = day != self._day
        self.show_day(day)
        if is_new:
            self.changed.emit()

    def _on_pick(self) -> None:
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.picked.connect(self._on_picked)
        self._calendar.open_below(self.edit, self.day() or self._today())

    def _on_picked(self, day: date) -> None:
        self._take_day(day)
        self.edit.setFocus()
