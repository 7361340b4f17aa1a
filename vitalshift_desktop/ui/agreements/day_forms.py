"""The two small forms of a clause: when to look at it again, and ending it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.agreements.clause_words import later_review
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WIDEST = 900


class ReviewForm(DialogFrame):
    """One day, or none."""

    saved = Signal()

    def __init__(self, desk: Desk, clause: ClauseVersion, parent: QWidget) -> None:
        super().__init__(_("Look at it again"), width=_scaled(420), parent=parent)
        self.setObjectName("review_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._agreements = desk.workspace.agreements
        self._clock = desk.workspace.clock
        self._clause = clause
        self.day = DateField(_("Review on"), optional=True, today=self._today, hint=_("Leave it empty for no review."))
        self.day.setObjectName("review.day")
        day, now = clause.review_on, self._today()
        self.day.show_day(day if day is not None and day > now else later_review(now))
        self.column.addWidget(self.day)
        self.save = _add_buttons(self, _("Save"), is_safe=True)
        self.save.setObjectName("review.save")
        self.save.clicked.connect(self._on_save)
        self.day.edit.setFocus()

    def _today(self) -> date:
        return today(self._clock)

    def _on_save(self) -> None:
        if not self.day.is_valid():
            return
        try:
            self._agreements.set_review(self._clause.clause_id, self.day.day())
        except Problem as problem:
            self.day.show_error(sentence(problem).whole)
            return
        self.saved.emit()
        self.accept()


class EndForm(DialogFrame):
    """The last day of a clause; it says what stays."""

    saved = Signal()

    def __init__(self, desk: Desk, clause: ClauseVersion, parent: QWidget) -> None:
        super().__init__(_("End “{topic}”?").format(topic=label(clause.topic)), width=_scaled(460), parent=parent)
        self.setObjectName("end_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._agreements = desk.workspace.agreements
        self._clock = desk.workspace.clock
        self._clause = clause
        words = _("Neither of you goes by it any more from that day. Its wording and its versions stay in the record.")
        self.day = DateField(_("Ends on"), day=self._today(), today=self._today)
        self.day.setObjectName("end.day")
        self.column.addWidget(TextLabel(words, tone="2"))
        self.column.addWidget(self.day)
        self.end = _add_buttons(self, _("End clause"), is_safe=False)
        self.end.setObjectName("end.save")
        self.end.clicked.connect(self._on_end)
        self.day.edit.setFocus()

    def _today(self) -> date:
        return today(self._clock)

    def _on_end(self) -> None:
        day = self.day.day()
        if not self.day.is_valid() or day is None:
            return
        if not self._clause.effective_on <= day <= self._today():
            self.day.show_error(_("Use a day from the day it was agreed until today."))
            return
        try:
            self._agreements.end_clause(self._clause.clause_id, day)
        except Problem as problem:
            self.day.show_error(sentence(problem).whole)
            return
        self.saved.emit()
        self.accept()


def _scaled(width: int) -> int:
    """As wide as the text size asks, within the smallest window."""
    return min(theme().scale(width), _WIDEST)


def _add_buttons(form: DialogFrame, words: str, *, is_safe: bool) -> Button:
    cancel = Button(_("Cancel"))
    cancel.clicked.connect(form.reject)
    act = Button(words, variant="primary")
    form.add_button(cancel, safe=not is_safe)
    form.add_button(act, safe=is_safe)
    return act
