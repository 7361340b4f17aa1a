"""What small forms of a few fields share: they scroll where text is large, and say what is wrong at its field."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT
from vitalshift_desktop.domain.plain_text import has_hidden
from vitalshift_desktop.domain.problems import EndsBeforeItStarts, HiddenCharacters, Problem, TextTooLong
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.words import _

Undo = tuple[str, Callable[[], object]]
Part = QWidget | tuple[QWidget, ...]


class EntryForm(DialogFrame):
    """A form of a few fields that saves in one act and offers to undo it; a roomy one scrolls at any size of text."""

    saved = Signal()

    def __init__(
        self, desk: Desk, title: str, name: str, parent: QWidget | None, *, width: int = 560, roomy: bool = False
    ) -> None:
        super().__init__(title, width=width, parent=parent)
        self._roomy = roomy
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self._fields: list[QWidget] = []
        self._flow: FlowColumn | None = None
        self._trouble = TextLabel(tone="risk", size="m")
        self._trouble.setObjectName(f"{name}.trouble")
        self._trouble.hide()

    def act(self) -> Undo | None:
        """Save what is written; gives the sentence and the way back that are offered then, None where nothing changed.

        Raises Problem.
        """
        return None

    def ready(self) -> bool:
        """Whether what is written can be used; a form with fields of its own kind says below them what is wrong."""
        return True

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The field a problem is about; None where it is about none, and for what every form knows."""
        return None

    def today(self) -> date:
        """The civil day where the counselor sits."""
        return today(self.desk.workspace.clock)

    def named(self, field: Field, name: str) -> Field:
        """The same field with its place for tests and for what a lock keeps."""
        field.setObjectName(f"{self.objectName()}.{name}")
        return field

    def text(self, label: str, name: str, hint: str = "") -> ProseField:
        """A field for several lines."""
        field = ProseField(label, hint=hint)
        field.setObjectName(f"{self.objectName()}.{name}")
        return field

    def day(self, label: str, name: str, hint: str = "", *, optional: bool = True) -> DateField:
        """A field for a day."""
        field = DateField(label, optional=optional, today=self.today, hint=hint)
        field.setObjectName(f"{self.objectName()}.{name}")
        return field

    def lay_out(self, parts: Sequence[Part], save: str) -> None:
        """Put the parts below each other, those of a tuple beside each other, and the buttons below them."""
        page = FlowColumn(padded=False) if theme().wide_text or self._roomy else None
        self._flow = page
        if page is not None:
            page.column.setSpacing(self.column.spacing())
            page.column.setContentsMargins(0, 2, 16, 4)
            self.column.addWidget(page, 1)
            room = self.screen().availableGeometry()
            wide = max(600, self.minimumWidth() + 40)
            self.resize(min(theme().scale(wide), room.width() - 40), min(theme().scale(660), room.height() - 80))
        column = self.column if page is None else page.column
        for part in parts:
            beside = part if isinstance(part, tuple) else (part,)
            self._fields.extend(beside)
            if len(beside) > 1 and not theme().wide_text:
                column.addLayout(_beside(beside))
            else:
                for one in beside:
                    column.addWidget(one)
        self.column.addWidget(self._trouble)
        self._add_buttons(save)

    def keep_fields(self, place: str) -> None:
        """Let a lock keep every field that has a name."""
        prefix = f"{self.objectName()}."
        names = [field.objectName() for field in self._fields if field.objectName().startswith(prefix)]
        self.keep(place, *names)

    def _add_buttons(self, save: str) -> None:
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName(f"{self.objectName()}.cancel")
        self.cancel.clicked.connect(self.reject)
        self.save = Button(save, variant="primary")
        self.save.setObjectName(f"{self.objectName()}.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(self.cancel)
        self.add_button(self.save, safe=True)
        for before, after in pairwise([*self._fields, self.cancel, self.save]):
            QWidget.setTabOrder(before, after)

    def _on_save(self) -> None:
        self._trouble.hide()
        for field in self._labeled():
            field.clear_error()
        wrong = next((one for one in self._days() if not one.is_valid()), None)
        if wrong is not None:
            self._go_to(wrong)
            return
        if not self.ready():
            return
        try:
            undo = self.act()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.saved.emit()
        self.accept()
        if undo is not None:
            self.desk.wishes.undo_offered.emit(*undo)

    def show_problem(self, problem: Problem) -> None:
        """Say what is wrong at the field it is about, or below all of them."""
        advice = sentence(problem)
        words = f"{advice.what} {advice.next_step}"
        field = self.field_of(problem) or self._usual_field_of(problem)
        if field is None:
            self._trouble.setText(words)
            self._trouble.show()
            return
        field.show_error(words)
        self._go_to(field)

    def _go_to(self, field: LabeledField) -> None:
        """The keys go to the field, and it comes into view with what is said below it."""
        field.setFocus()
        if self._flow is not None:  # what is said takes its room only when the layout was made anew
            QTimer.singleShot(0, field, partial(self._flow.ensureWidgetVisible, field, 0, 12))

    def _usual_field_of(self, problem: Problem) -> LabeledField | None:
        texts = [field for field in self._labeled() if isinstance(field, Field | ProseField)]
        if isinstance(problem, TextTooLong):
            return next((field for field in texts if len(field.text()) > _longest(field)), None)
        if isinstance(problem, HiddenCharacters):
            return next((field for field in texts if has_hidden(field.text())), None)
        return self._days()[-1] if isinstance(problem, EndsBeforeItStarts) and self._days() else None

    def _labeled(self) -> list[LabeledField]:
        return [field for field in self._fields if isinstance(field, LabeledField)]

    def _days(self) -> list[DateField]:
        return [field for field in self._fields if isinstance(field, DateField)]


def _beside(parts: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _longest(field: Field | ProseField) -> int:
    return LONGEST_TEXT if isinstance(field, ProseField) else LONGEST_FIELD
