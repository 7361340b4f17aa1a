"""The parts of the form in which a measure is entered, from its choice above to what it came to below."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.measures.instrument import Instrument, Licence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry.answer_cells import AnswerCells, scale_words
from vitalshift_desktop.ui.entry.given_fields import GivenFields
from vitalshift_desktop.ui.entry.result_part import ResultPart
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn, empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

_WIDTH, _HEIGHT, _AROUND = 680, 760, 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MeasureFrame(DialogFrame):
    """Choice, fields and answers scroll; what the numbers stand for and the result stay in sight below."""

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(title, width=_WIDTH, parent=parent)
        self.setObjectName("measure_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.answers: AnswerCells | None = None
        self.flags: tuple[CheckBox, ...] = ()
        self._build()
        self._add_buttons()
        room = parent.window().size()
        high = min(theme().scale(_HEIGHT), room.height() - _AROUND)  # the same for all, so that nothing moves
        self.resize(min(theme().scale(_WIDTH), room.width() - _AROUND), high)
        desk.privacy.changed.connect(self._cover)

    def _build(self) -> None:
        self.client = ChoiceField(_("Client"), [])
        self.client.setObjectName("measure.client")
        self.told = TextLabel(tone="2", size="m")
        self.told.setObjectName("measure.told")
        self.instrument = ChoiceField(_("Measure"), [])
        self.instrument.setObjectName("measure.instrument")
        combo = self.instrument.focusProxy()
        if combo is not None:
            combo.installEventFilter(self)
        self.fields = GivenFields(self.desk.privacy, lambda: today(self.desk.workspace.clock))
        self.asks = TextLabel(role="rail")
        self.note = TextLabel(tone="2", size="c")
        self._holder = QVBoxLayout()
        self._holder.setSpacing(6)
        self.flow = _Questions(padded=False)
        self.flow.column.setSpacing(12)
        self.flow.column.setContentsMargins(1, 2, 14, 4)
        for above in (self.client, self.told, self.instrument, self.fields, self.asks):
            self.flow.add(above)
        self.flow.add_layout(self._holder)
        self.flow.add(self.note)
        self.legend = TextLabel(tone="2", size="m")
        self.legend.setObjectName("measure.legend")
        self.keys = TextLabel(
            _("Digits move on. Space leaves a blank. Enter in the last cell saves."), tone="3", size="c"
        )
        self.trouble = ErrorSentence()
        self.trouble.setObjectName("measure.trouble")
        self.earlier = LinkButton(_("Open the earlier entry…"))
        self.earlier.setObjectName("measure.earlier")
        self.earlier.hide()
        self.outcome = ResultPart(self.desk.privacy)
        self.flow.resized.connect(self._keep_in_sight)
        self.column.addWidget(self.flow, 1)
        for below in (self.legend, self.keys, self.trouble, self.earlier, self.outcome):
            self.column.addWidget(below)

    def _add_buttons(self) -> None:
        self.another = Button(_("Enter another…"))
        self.another.setObjectName("measure.another")
        self.another.hide()
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName("measure.cancel")
        self.cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("measure.save")
        for button in (self.another, self.cancel):
            self.add_button(button)
        self.add_button(self.save, safe=True)

    def show_instrument(self, form: Instrument | None) -> None:
        """Show the questions of a form, all of them blank; None shows none."""
        old = self.answers
        if old is not None:
            old.setObjectName("")
        empty(self._holder)
        self.answers, self.flags = None, ()
        self.outcome.forget()
        self.asks.setText(form.asks if form is not None else "")
        self.asks.setVisible(bool(self.asks.text()))
        self.note.setText(_note(form))
        self.note.setVisible(bool(self.note.text()))
        for told in (self.legend, self.keys):
            told.setVisible(form is not None)
        if form is not None:
            self._put(form)
        self._cover()
        self.show_trouble("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the choice of the measure goes on to its answers."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() in _ENTER and not event.modifiers() and self.answers is not None:  # type: ignore[attr-defined]  # a key
            self.answers.focus_first()
            return True
        return super().eventFilter(watched, event)

    def show_trouble(self, words: str) -> None:
        """Say what is wrong; "" takes it away."""
        self.trouble.show_sentence(words)
        self.earlier.setVisible(False)

    def ticked(self) -> tuple[str, ...]:
        """The names of the flags that are ticked."""
        return tuple(box.objectName().removeprefix("measure.flag.") for box in self.flags if box.isChecked())

    def tick(self, names: Iterable[str]) -> None:
        """Tick these flags and no others."""
        wanted = set(names)
        for box in self.flags:
            box.setChecked(box.objectName().removeprefix("measure.flag.") in wanted)

    def _put(self, form: Instrument) -> None:
        cells = AnswerCells(form)
        cells.item_entered.connect(self._on_item)
        self.answers = cells
        self._holder.addWidget(cells)
        boxes = []
        for flag in form.flags:
            box = CheckBox(flag.words)
            box.setObjectName(f"measure.flag.{flag.name}")
            self._holder.addWidget(box)
            boxes.append(box)
        self.flags = tuple(boxes)
        self._form = form
        self.legend.setText(scale_words(form, 1))

    def _on_item(self, item: int) -> None:
        self.legend.setText(scale_words(self._form, item))
        if self.answers is not None:
            self.flow.ensureWidgetVisible(self.answers.cells[item - 1], 0, theme().scale(60))

    def _keep_in_sight(self) -> None:
        focused = self.focusWidget()
        if self.answers is not None and focused in self.answers.cells:
            self.flow.ensureWidgetVisible(focused, 0, theme().scale(30))

    def _cover(self) -> None:
        if self.answers is not None:
            self.answers.set_covered(covered=self.desk.privacy.initials_on)


class _Questions(FlowColumn):
    """What scrolls; `resized` tells that there is more or less room."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _note(form: Instrument | None) -> str:
    if form is None:
        return ""
    if form.licence is Licence.SCORING:
        return _("Numbers from your own licensed form, by the number of the item. Its wording is not kept here.")
    return form.notice
