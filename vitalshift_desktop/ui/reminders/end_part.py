"""From which day a repeating reminder counts on, and until when it comes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.recurrence import MOST_TIMES
from vitalshift_desktop.domain.reminders import Counted, Repeat, RepeatUnit
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

NEVER, ON_A_DAY, AFTER_TIMES = "never", "on_a_day", "after_times"


class EndPart(QWidget):
    """By the calendar or from the day it is done; without end, until a day, or so many times."""

    NAMES = ("reminder.counted", "reminder.ends", "reminder.until", "reminder.times")

    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.counted = ChoiceField(_("Counted"), [(one, label(one)) for one in Counted])
        self.counted.setObjectName("reminder.counted")
        ends: list[tuple[object, str]] = [
            (NEVER, _("Without end")),
            (ON_A_DAY, _("Until a day")),
            (AFTER_TIMES, _("So many times")),
        ]
        self.ends = ChoiceField(_("Ends"), ends)
        self.ends.setObjectName("reminder.ends")
        self.until = DateField(_("Last day"), today=today)
        self.until.setObjectName("reminder.until")
        self.times = Field(_("How many times"), text="6")
        self.times.setObjectName("reminder.times")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.counted, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.ends, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.until, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.times, 1, 1, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for choice in (self.counted, self.ends):
            choice.picked.connect(self._on_edited)
        self.until.changed.connect(self._on_edited)
        self.times.edit.textEdited.connect(self._on_edited)
        self._show_parts()

    def with_end(self, plain: Repeat) -> Repeat:
        """The rule with what stands here; ValueError while the number or the day is missing."""
        counted = Counted(str(self.counted.value))
        if plain.unit is RepeatUnit.SESSIONS:
            counted = Counted.DONE
        if self.ends.value == ON_A_DAY:
            day = self.until.day()
            if day is None:
                raise ValueError(self.until.edit.text())
            return replace(plain, counted=counted, until=day)
        times = int(self.times.text().strip()) if self.ends.value == AFTER_TIMES else None
        return replace(plain, counted=counted, times=times)

    def is_valid(self) -> bool:
        """Whether the day or the number is there where one is asked for; says so at its field otherwise."""
        if self.ends.value == ON_A_DAY:
            return self.until.is_valid() and self.until.day() is not None
        if self.ends.value != AFTER_TIMES:
            return True
        text = self.times.text().strip()
        is_one = text.isdecimal() and 1 <= int(text) <= MOST_TIMES
        words = _("A number from 1 to {most}.").format(most=MOST_TIMES)
        self.times.show_error("" if is_one else words)
        if not is_one:
            self.times.edit.setFocus()
        return is_one

    def show_end(self, repeat: Repeat) -> None:
        """Show this rule's end, and from which day it counts."""
        self.counted.choose(repeat.counted)
        if repeat.until is not None:
            self.ends.choose(ON_A_DAY)
            self.until.show_day(repeat.until)
        elif repeat.times is not None:
            self.ends.choose(AFTER_TIMES)
            self.times.show_text(str(repeat.times))
        else:
            self.ends.choose(NEVER)
        self._show_parts()

    def show_counted(self, shown: bool) -> None:
        """Sessions always count from the day it is done, so there is nothing to choose."""
        self.counted.setVisible(shown)

    def show_again(self) -> None:
        """Show the parts that belong to what was filled in from outside."""
        self._show_parts()

    def _show_parts(self) -> None:
        self.until.setVisible(self.ends.value == ON_A_DAY)
        self.times.setVisible(self.ends.value == AFTER_TIMES)

    def _on_edited(self, _value: object = None) -> None:
        self._show_parts()
        self.edited.emit()
