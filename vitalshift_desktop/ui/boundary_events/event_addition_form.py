"""Adding to a note on an agreement: a class, a talk, words, or that it was written by mistake."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.boundary_events import CLASSES, AdditionKind, BoundaryEvent, BoundaryEventId, EventClass
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.boundary_events.note_words import conduct_hint
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_NOT_YET = ""


class EventAdditionForm(DialogFrame):
    """One kind of addition; `added` is told once it is in the record."""

    added = Signal()

    def __init__(self, desk: Desk, event_id: BoundaryEventId, kind: AdditionKind, parent: QWidget) -> None:
        super().__init__(_title(kind), parent=parent)
        self.setObjectName("event_addition_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._kind = kind
        self._event: BoundaryEvent = desk.workspace.boundary_events.get(event_id)
        self.event_class: ChoiceField | None = None
        self.on: DateField | None = None
        self._build()
        fields = [one.objectName() for one in (self.event_class, self.on, self.text) if one is not None]
        self.keep(f"event_addition_form:{event_id}:{kind.value}", *fields)
        next(one for one in (self.event_class, self.on, self.text) if one is not None).setFocus()

    def _build(self) -> None:
        words = _("The note stays as it is. This is added below it with today’s date and cannot be changed later.")
        self.column.addWidget(TextLabel(words, tone="2", size="m"))
        if self._kind is AdditionKind.CLASS:
            self._add_classes()
        if self._kind is AdditionKind.TALKED:
            self.on = DateField(_("Talked about on"), day=self._today(), today=self._today)
            self.on.setObjectName("event_addition.on")
            self.column.addWidget(self.on)
        self.text = ProseField(self._text_words())
        self.text.setObjectName("event_addition.text")
        self.column.addWidget(self.text)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Add"), variant="primary")
        self.save.setObjectName("event_addition.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _add_classes(self) -> None:
        conduct, now = self._event.details.conduct, self._event.event_class
        offered = [(one, label(one)) for one in CLASSES[conduct] if one is not now]
        hint = conduct_hint(conduct)
        self.event_class = ChoiceField(_("What you call it"), [(_NOT_YET, _("Choose…")), *offered], hint=hint)
        self.event_class.setObjectName("event_addition.class")
        self.column.addWidget(self.event_class)

    def _text_words(self) -> str:
        if self._kind is AdditionKind.CLASS:
            revises = self._event.event_class is not None
            return _("Why it is called something else now") if revises else _("A few words, if you like")
        return {
            AdditionKind.TALKED: _("How the client took it"),
            AdditionKind.WORDS: _("What to add"),
            AdditionKind.SET_ASIDE: _("Why it was written by mistake"),
        }[self._kind]

    def _on_save(self) -> None:
        if self.on is not None and not self.on.is_valid():
            self.point_at(self.on)
            return
        if self.event_class is not None and self.event_class.value == _NOT_YET:
            self.event_class.show_error(_("Choose one, or cancel: then it stays as it is."))
            self.point_at(self.event_class)
            return
        try:
            self._add()
        except TextIsMissing:
            self.text.show_error(_("Say it in a few words."))
            self.point_at(self.text)
        except DateIsImpossible:
            if self.on is not None:
                self.on.show_error(_("Use a day from the day it happened until today."))
        except Problem as problem:
            self.text.show_error(sentence(problem).whole)
        else:
            self.added.emit()
            self.accept()

    def _add(self) -> None:
        events, event_id, text = self._desk.workspace.boundary_events, self._event.id, self.text.text()
        if self.event_class is not None:
            events.class_as(event_id, EventClass(str(self.event_class.value)), text)
        elif self.on is not None:
            day = self.on.day()
            if day is None:
                raise DateIsImpossible
            events.talked(event_id, day, text)
        elif self._kind is AdditionKind.SET_ASIDE:
            events.set_aside(event_id, text)
        else:
            events.add_to(event_id, text)

    def _today(self) -> date:
        return today(self._desk.workspace.clock)


def _title(kind: AdditionKind) -> str:
    return {
        AdditionKind.CLASS: _("What to call it"),
        AdditionKind.TALKED: _("Talked about with the client"),
        AdditionKind.WORDS: _("Add to this note"),
        AdditionKind.SET_ASIDE: _("Set this note aside"),
    }[kind]
