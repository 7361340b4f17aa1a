"""Choosing the days of the drift watch: the last months, or any days from one to another."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.words import _, ngettext

MONTHS = (3, 6, 12)
_FREE = 0


class DriftDays(QWidget):
    """`changed` is told when there are other days that can be looked at; both ends belong to them."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        months = ngettext("Last {n} month", "Last {n} months", 2)
        choices: list[tuple[object, str]] = [(n, months.format(n=n)) for n in MONTHS]
        self.period = ChoiceField(_("Time"), [*choices, (_FREE, _("From one day to another"))], chosen=MONTHS[0])
        self.period.setObjectName("drift.period")
        self.first = DateField(_("From"), today=today)
        self.first.setObjectName("drift.first")
        self.last = DateField(_("Until"), today=today)
        self.last.setObjectName("drift.last")
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(16)
        self._fields.addWidget(self.first, 1)
        self._fields.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.period)
        column.addLayout(self._fields)
        self._arrange()
        theme().changed.connect(self._arrange)
        self._show_ends(self._last_months(MONTHS[0]))
        self.period.picked.connect(self._on_period)
        self.first.changed.connect(self._on_day)
        self.last.changed.connect(self._on_day)

    def days(self) -> tuple[date, date]:
        """The first and the last day that were chosen; while what is written makes no days, those before it."""
        months = int(str(self.period.value))
        return self._ends if months == _FREE else self._last_months(months)

    def _arrange(self) -> None:
        """Beside each other, or below where the text is large."""
        directions = QBoxLayout.Direction
        self._fields.setDirection(directions.TopToBottom if theme().wide_text else directions.LeftToRight)

    def _last_months(self, months: int) -> tuple[date, date]:
        last = self._today()
        found = QDate(last.year, last.month, last.day).addMonths(-months)
        return date(found.year(), found.month(), found.day()), last

    def _show_ends(self, ends: tuple[date, date]) -> None:
        self._ends = ends
        is_free = self.period.value == _FREE
        for field, day in zip((self.first, self.last), ends, strict=True):
            field.show_day(day)
            field.setHidden(not is_free)

    def _on_period(self, chosen: object) -> None:
        months = int(str(chosen))
        self._show_ends(self._last_months(months) if months else self._ends)
        self.changed.emit()

    def _on_day(self) -> None:
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            return
        self.first.clear_error()
        self.last.show_error(_("Use a day that is not before the first.") if last < first else "")
        if first <= last:
            self._ends = (first, last)
            self.changed.emit()
