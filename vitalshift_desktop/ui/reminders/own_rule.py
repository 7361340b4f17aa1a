"""A rule of one's own: every so many days, weeks on weekdays, months by date or by weekday, or sessions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.recurrence import LARGEST_STEP
from vitalshift_desktop.domain.reminders import Repeat, RepeatUnit
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.vocabulary.weekday_words import WEEKDAYS, nth_words, weekday_names
from vitalshift_desktop.words import _

BY_DATE = "date"
_IN_A_ROW = 4


class OwnRule(QWidget):
    """How many, of what, and on which weekdays."""

    NAMES = (
        "reminder.every",
        "reminder.unit",
        "reminder.nth",
        "reminder.nth_day",
        *(f"reminder.weekday.{day}" for day in range(WEEKDAYS)),
    )

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.every = Field(_("Every"), text="1")
        self.every.setObjectName("reminder.every")
        self.unit = ChoiceField(_("Step"), [(unit, label(unit)) for unit in RepeatUnit], chosen=RepeatUnit.WEEKS)
        self.unit.setObjectName("reminder.unit")
        names = weekday_names()
        self.weekdays = [CheckBox(name) for name in names]
        self.nth = ChoiceField(_("In the month"), [(BY_DATE, _("On the same date")), *nth_words()])
        self.nth.setObjectName("reminder.nth")
        self.nth_day = ChoiceField(_("Weekday"), list(enumerate(names)))
        self.nth_day.setObjectName("reminder.nth_day")
        self._week = QWidget()
        days = QGridLayout(self._week)
        days.setContentsMargins(0, 0, 0, 0)
        days.setHorizontalSpacing(theme().scale(14))
        for day, box in enumerate(self.weekdays):
            box.setObjectName(f"reminder.weekday.{day}")
            box.toggled.connect(self._on_edited)
            days.addWidget(box, day // _IN_A_ROW, day % _IN_A_ROW)
        days.setColumnStretch(_IN_A_ROW, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(_beside(self.every, self.unit))
        column.addWidget(self._week)
        column.addLayout(_beside(self.nth, self.nth_day))
        self.every.edit.textEdited.connect(self._on_edited)
        for choice in (self.unit, self.nth, self.nth_day):
            choice.picked.connect(self._on_edited)
        self._show_parts()

    def rule(self) -> Repeat:
        """The rule; ValueError while the number is none."""
        unit = RepeatUnit(str(self.unit.value))
        every = int(self.every.text().strip())
        if unit is RepeatUnit.WEEKS:
            return Repeat(every, unit, on=tuple(day for day, box in enumerate(self.weekdays) if box.isChecked()))
        if unit is RepeatUnit.MONTHS and isinstance(self.nth.value, int):
            return Repeat(every, unit, on=(int(str(self.nth_day.value)),), nth=self.nth.value)
        return Repeat(every, unit)

    def is_valid(self) -> bool:
        """Whether the number is one; says so at its field otherwise."""
        text = self.every.text().strip()
        is_one = text.isdecimal() and 1 <= int(text) <= LARGEST_STEP
        words = _("A number from 1 to {most}.").format(most=LARGEST_STEP)
        self.every.show_error("" if is_one else words)
        if not is_one:
            self.every.edit.setFocus()
        return is_one

    def show_rule(self, repeat: Repeat) -> None:
        """Show this rule."""
        self.every.show_text(str(repeat.every))
        self.unit.choose(repeat.unit)
        for day, box in enumerate(self.weekdays):
            box.setChecked(repeat.nth is None and day in repeat.on)
        self.nth.choose(BY_DATE if repeat.nth is None else repeat.nth)
        if repeat.nth is not None:
            self.nth_day.choose(repeat.on[0])
        self._show_parts()

    def show_again(self) -> None:
        """Show the parts that belong to what was filled in from outside."""
        self._show_parts()

    def _show_parts(self) -> None:
        unit = self.unit.value
        self._week.setVisible(unit is RepeatUnit.WEEKS)
        self.nth.setVisible(unit is RepeatUnit.MONTHS)
        self.nth_day.setVisible(unit is RepeatUnit.MONTHS and self.nth.value != BY_DATE)

    def _on_edited(self, _value: object = None) -> None:
        self._show_parts()
        self.edited.emit()


def _beside(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row
