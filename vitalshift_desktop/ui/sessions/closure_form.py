"""Asks from when to when the practice is closed, who covers, and what becomes of standing appointments."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.closures import Closure, ClosureId, Lifting
from vitalshift_desktop.domain.problems import EndsBeforeItStarts, Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.closures import ClosureDone
from vitalshift_desktop.ui.dates_in_words import day_words, span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

_NOT_YET = ClosureId(0)
_MOST_NAMED = 4


class ClosureForm(DialogFrame):
    """The planned sessions in the time are counted while the days are written."""

    def __init__(self, desk: Desk, closure_id: ClosureId | None, parent: QWidget | None) -> None:
        self._desk = desk
        self._closures = desk.workspace.closures
        self._before = None if closure_id is None else self._closures.get(closure_id)
        super().__init__(_("Practice closed"), parent=parent)
        self.setObjectName("closure_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._show()
        names = ("closure.first", "closure.last", "closure.cover", "closure.words", "closure.lifting")
        self.keep(f"closure_form:{closure_id or 0}", *names)
        self.first.edit.setFocus()

    def _build(self) -> None:
        self.first = DateField(_("First day"), today=self._today)
        self.first.setObjectName("closure.first")
        self.last = DateField(_("Last day"), today=self._today)
        self.last.setObjectName("closure.last")
        days = QHBoxLayout()
        days.setSpacing(12)
        days.addWidget(self.first, 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(self.last, 1, Qt.AlignmentFlag.AlignTop)
        self.cover = Field(_("Who covers (optional)"))
        self.cover.setObjectName("closure.cover")
        self.words = Field(_("A few words (optional)"))
        self.words.setObjectName("closure.words")
        for text in (self.cover, self.words):
            text.edit.setMaxLength(LONGEST_FIELD)
        choices = [(one, label(one)) for one in Lifting]
        self.lifting = ChoiceField(_("Standing appointments in this time"), choices)
        self.lifting.setObjectName("closure.lifting")
        self.there = TextLabel(tone="2", size="m")
        self.there.setObjectName("closure.there")
        self.error = ErrorSentence()
        self.error.setObjectName("closure.error")
        self.column.addLayout(days)
        for part in (self.there, self.lifting, self.cover, self.words, self.error):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Close the practice") if self._before is None else _("Save"), variant="primary")
        self.save.setObjectName("closure.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        for field in (self.first, self.last):
            field.changed.connect(self._on_days)

    def _show(self) -> None:
        if self._before is not None:
            self.first.show_day(self._before.first_day)
            self.last.show_day(self._before.last_day)
            self.cover.show_text(self._before.cover)
            self.words.show_text(self._before.words)
            self.lifting.choose(self._before.lifting)
        self._on_days()

    def _on_days(self) -> None:
        self.last.clear_error()
        first, last = self.first.day(), self.last.day()
        if first is None or last is None or last < first or (last - first).days > 366:
            self.there.hide()
            return
        planned = self._closures.planned_in(first, last)
        standing = sum(1 for line in planned if line.session.standing_id is not None)
        told = ngettext("{n} session of a standing appointment.", "{n} sessions of standing appointments.", standing)
        words = [told.format(n=standing)] if standing else []
        others = [line for line in planned if line.session.standing_id is None]
        if others:
            named = [f"{cut(self._desk.privacy.name(one.client))}, {span_words(one.session)}" for one in others]
            listed = "; ".join(named[:_MOST_NAMED]) + ("…" if len(named) > _MOST_NAMED else "")
            words.append(_("Not touched, move or cancel them yourself: {sessions}.").format(sessions=listed))
        self.there.setText(" ".join(words) or _("No session is planned in this time."))
        self.there.show()
        self.adjustSize()

    def _on_save(self) -> None:
        self.error.show_sentence("")
        valid = [self.first.is_valid(), self.last.is_valid()]
        first, last, lifting = self.first.day(), self.last.day(), self.lifting.value
        if not all(valid) or first is None or last is None or not isinstance(lifting, Lifting):
            self.adjustSize()
            return
        number = _NOT_YET if self._before is None else self._before.id
        closure = Closure(number, first, last, self.cover.text(), self.words.text(), lifting)
        try:
            done = self._closures.add(closure) if self._before is None else self._closures.change(closure)
        except EndsBeforeItStarts:
            self.last.show_error(_("The last day lies before the first."))
            self.adjustSize()
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            self.adjustSize()
        else:
            self._desk.wishes.undo_offered.emit(done_words(done), partial(self._closures.put_back, done))
            self.accept()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)


def done_words(done: ClosureDone) -> str:
    """What closing did to the calendar, and what is left for the counselor to do, for the undo."""
    days = _("{first} to {last}").format(first=day_words(done.closure.first_day), last=day_words(done.closure.last_day))
    moved = ngettext("{n} session moved", "{n} sessions moved", len(done.moved)).format(n=len(done.moved))
    left = ngettext("{n} left out", "{n} left out", done.left_out).format(n=done.left_out)
    words = _("Practice closed {days}: {moved}, {left}.").format(days=days, moved=moved, left=left)
    if not done.stays:
        return words
    stay = ngettext(
        "{n} session stays in this time: move or cancel it yourself.",
        "{n} sessions stay in this time: move or cancel them yourself.",
        len(done.stays),
    )
    return f"{words} {stay.format(n=len(done.stays))}"
