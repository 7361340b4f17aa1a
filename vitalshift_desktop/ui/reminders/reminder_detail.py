"""The opened part of a reminder: its day and rhythm to change in place, what became of it so far, and two acts."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.reminders import Counted, Repeat
from vitalshift_desktop.services.reminder_lines import ReminderLine
from vitalshift_desktop.ui.reminders.reminder_words import end_words, history_words, moved_words, overdue_words
from vitalshift_desktop.ui.reminders.rhythms import row_choices
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label, repeat_words
from vitalshift_desktop.words import _

TICK_GAP = 10
_BUTTON_EDGE = 9


class ReminderDetail(QWidget):
    """Due, repeat, so far; a day or a rhythm that is chosen here is told at once."""

    day_picked = Signal(object)
    repeat_picked = Signal(object)
    client_wanted = Signal()
    about_wanted = Signal()
    change_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, line: ReminderLine, name: str, about: str, today: date) -> None:
        super().__init__()
        self._about = about
        self._line = line
        self._today = today
        self._build(name)
        self._connect()

    def _build(self, name: str) -> None:
        details = self._line.reminder.details
        self.day = DateField("", day=details.due_on, today=self._asked_today)
        self.day.setObjectName("reminders.day")
        self.day.edit.setAccessibleName(_("Due"))
        self.day.setFixedWidth(theme().scale(200))
        self._build_rule(details.repeat)
        self.about = LinkButton(self._about)
        self.about.setObjectName("reminders.about")
        self.client = LinkButton(_("Open {name}").format(name=name))
        self.client.setObjectName("reminders.client")
        self.change = LinkButton(_("Change…"))
        self.change.setObjectName("reminders.change")
        self.remove = LinkButton(_("Remove"))
        self.remove.setObjectName("reminders.remove")
        self._lay_out(name)

    def _build_rule(self, repeat: Repeat | None) -> None:
        plain = repeat.rhythm if repeat else None
        known = dict(row_choices())
        known.setdefault(plain, repeat_words(plain))
        self.repeat = ChoiceField(_("Repeat"), list(known.items()), chosen=plain, inline=True)
        self.repeat.setObjectName("reminders.repeat")
        by_sessions = repeat is not None and repeat.by_sessions
        offered = [(one, label(one)) for one in Counted if one is Counted.DONE or not by_sessions]
        chosen = repeat.counted if repeat else Counted.CALENDAR
        self.counted = ChoiceField(_("Counted"), offered, chosen=chosen, inline=True)
        self.counted.setObjectName("reminders.counted")
        self.counted.setVisible(repeat is not None)

    def _lay_out(self, name: str) -> None:
        repeat, with_session = self._line.reminder.details.repeat, self._line.reminder.details.session_from
        due = [overdue_words(self._line, self._today), moved_words(self._line)]
        due.append(_("with the session") if with_session is not None else "")
        due_part = TextLabel(", ".join(words for words in due if words), tone="2", size="m")
        facts = [
            (_("Due"), _beside(self.day, due_part)),
            (_("Repeat"), _beside(self.repeat, self.counted, TextLabel(end_words(repeat), tone="2", size="m"))),
        ]
        if self._about:
            facts.append((_("Linked to"), _beside(self.about)))
        history = TextLabel(history_words(self._line) or _("Nothing yet"), size="m")
        facts.append((_("So far"), _beside(history)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().scale(24))
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (words, part) in enumerate(facts):
            grid.addWidget(TextLabel(words, tone="2", size="m", wrap=False), place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(part, place, 1)
        grid.setContentsMargins(theme().scale(_BUTTON_EDGE), 0, 0, 0)
        acts = _beside(self.change, self.remove, self.client)
        self.client.setVisible(bool(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(indent() - theme().scale(_BUTTON_EDGE), 2, 0, 6)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.day.changed.connect(self._on_day)
        self.repeat.picked.connect(self._on_repeat)
        self.counted.picked.connect(self._on_counted)
        self.about.clicked.connect(self.about_wanted)
        self.client.clicked.connect(self.client_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.remove.clicked.connect(self.remove_wanted)

    def _asked_today(self) -> date:
        return self._today

    def _on_day(self) -> None:
        day = self.day.day()
        if day is not None:
            self.day_picked.emit(day)

    def _on_repeat(self, chosen: Repeat | None) -> None:
        """Another rhythm keeps from which day it counts, and its end."""
        before = self._line.reminder.details.repeat
        if chosen is None or before is None:
            self.repeat_picked.emit(chosen)
            return
        counted = chosen.counted if chosen.by_sessions or before.by_sessions else before.counted
        self.repeat_picked.emit(replace(chosen, counted=counted, until=before.until, times=before.times))

    def _on_counted(self, counted: Counted) -> None:
        repeat = self._line.reminder.details.repeat
        if repeat is not None:
            self.repeat_picked.emit(replace(repeat, counted=counted))


def indent() -> int:
    """How far below a title things are set in, so that they stand under its first letter."""
    return theme().scale(16) + 2 + TICK_GAP


def _beside(*parts: QWidget) -> QHBoxLayout:
    """Things beside each other at the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, TextLabel) else 0)
    if not isinstance(parts[-1], TextLabel):
        row.addStretch()
    return row
