"""How often a reminder comes: once, one of the usual rhythms, or a rule of one's own, and until when."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.reminders import Repeat
from vitalshift_desktop.ui.reminders.end_part import EndPart
from vitalshift_desktop.ui.reminders.own_rule import OwnRule
from vitalshift_desktop.ui.reminders.rhythms import (
    EVERY_SESSION,
    MONTHLY,
    ONCE,
    OTHER,
    OWN,
    WEEKLY,
    WITH_SESSION,
    often_choices,
    other_choices,
)
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _

_AT_ONCE = (EVERY_SESSION, WEEKLY, MONTHLY)


class RhythmField(QWidget):
    """The commonest rhythms are one click or one key (Alt and a digit) away; the others stand in a list."""

    NAMES = ("reminder.often", "reminder.repeat", *OwnRule.NAMES, *EndPart.NAMES)

    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.often = Segments(often_choices(), name=_("How often"), chosen=ONCE)
        self.often.setObjectName("reminder.often")
        self.often.setToolTip(_("Alt+1 to Alt+5"))
        self.repeat = ChoiceField(_("Which rhythm"), other_choices())
        self.repeat.setObjectName("reminder.repeat")
        self.own = OwnRule()
        self.end = EndPart(today)
        label = TextLabel(_("How often"), role="name", size="m")
        label.setProperty("weight", "600")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.often, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6)
        column.addWidget(self.repeat)
        column.addWidget(self.own)
        column.addWidget(self.end)
        self.often.chosen.connect(self._on_edited)
        self.repeat.picked.connect(self._on_edited)
        self.own.edited.connect(self.edited)
        self.end.edited.connect(self.edited)
        for place, (value, _words) in enumerate(often_choices(), start=1):
            key = QShortcut(QKeySequence(f"Alt+{place}"), self, context=Qt.ShortcutContext.WindowShortcut)
            key.activated.connect(partial(self._on_key, value))
        self._show_parts()

    @property
    def with_session(self) -> bool:
        """Whether it comes once, with the next session."""
        return self._chosen == WITH_SESSION

    def rule(self) -> Repeat | None:
        """The rule as it stands; None for once. ValueError while a number or a day is missing."""
        chosen = self._chosen
        if chosen in (ONCE, WITH_SESSION):
            return None
        plain = self.own.rule() if chosen == OWN else chosen
        if not isinstance(plain, Repeat):
            raise TypeError(chosen)
        return self.end.with_end(plain)

    def is_valid(self) -> bool:
        """Whether every number and day that is asked for is there; says at the fields what is wrong."""
        chosen = self._chosen
        if chosen in (ONCE, WITH_SESSION):
            return True
        return all([chosen != OWN or self.own.is_valid(), self.end.is_valid()])

    def show_rule(self, repeat: Repeat | None, *, with_session: bool = False) -> None:
        """Show this rule."""
        plain = None if repeat is None else repeat.rhythm
        if plain in _AT_ONCE or (plain is None and not with_session):
            self.often.choose(ONCE if plain is None else plain)
        else:
            self.often.choose(OTHER)
            known = [value for value, _words in other_choices()]
            value = WITH_SESSION if plain is None else plain
            self.repeat.choose(value if value in known else OWN)
            if plain is not None and plain not in known:
                self.own.show_rule(plain)
        if repeat is not None:
            self.end.show_end(repeat)
        self._show_parts()

    def show_again(self) -> None:
        """Show the parts that belong to what was filled in from outside."""
        self.own.show_again()
        self.end.show_again()
        self._show_parts()

    @property
    def _chosen(self) -> object:
        often = self.often.value
        return self.repeat.value if often == OTHER else often

    def _show_parts(self) -> None:
        chosen = self._chosen
        self.repeat.setVisible(self.often.value == OTHER)
        self.own.setVisible(chosen == OWN)
        repeats = chosen not in (ONCE, WITH_SESSION)
        self.end.setVisible(repeats)
        self.end.show_counted(not (isinstance(chosen, Repeat) and chosen.by_sessions))

    def _on_key(self, value: object) -> None:
        self.often.choose(value)
        self._on_edited()

    def _on_edited(self, _value: object = None) -> None:
        self._show_parts()
        self.edited.emit()
