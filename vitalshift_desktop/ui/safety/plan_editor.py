"""The five parts of a safety plan and its day of review, to be written in."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vitalshift_desktop.domain.safety_plans import PlanPart, SafetyPlan
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import MenuButton
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.vocabulary.episode_words import part_hint
from vitalshift_desktop.words import _


class PlanEditor(QWidget):
    """One editor below the other; `typed` tells how many characters came or went."""

    typed = Signal(int)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._length = 0
        self.editors: dict[PlanPart, ProseEditor] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().scale(18))
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_number)
        self.numbers = MenuButton(_("Insert a crisis number"), self._menu)
        self.numbers.setObjectName("safety_plan.numbers")
        self._no_numbers = TextLabel(
            _("The crisis numbers that you give to clients can be kept under Settings, Terms."), tone="3", size="c"
        )
        for part in PlanPart:
            self._column.addWidget(self._part(part))
        self.review = DateField(_("To be looked at again on"), optional=True, today=today)
        self.review.setObjectName("safety_plan.review")
        self.review.setMaximumWidth(theme().scale(260))
        self.review.changed.connect(self._on_review)
        self._column.addWidget(self.review)

    def show_plan(self, plan: SafetyPlan) -> None:
        """Show this plan without telling anybody; where it stands already, cursor and undo stay too."""
        for part, editor in self.editors.items():
            editor.show_text(plan.text(part))
        if self.review.day() != plan.review_on:
            self.review.show_day(plan.review_on)
        self._length = self._total()

    def show_numbers(self, numbers: tuple[str, ...]) -> None:
        """Offer the practice's own crisis numbers."""
        self._menu.clear()
        for number in numbers:
            self._menu.addAction(number.replace("&", "&&"))
        self.numbers.setVisible(bool(numbers))
        self._no_numbers.setVisible(not numbers)

    def plan(self) -> SafetyPlan:
        """The plan as it stands; a day that cannot be read is left out."""
        plan = SafetyPlan(review_on=self.review.day())
        for part, editor in self.editors.items():
            plan = plan.with_text(part, editor.text())
        return plan

    def set_covered(self, *, covered: bool) -> None:
        """Hide the words while someone may look over the shoulder."""
        for editor in self.editors.values():
            editor.set_covered(covered)

    def focus_first(self) -> None:
        """Put the caret into the first part that is empty, else into the first one."""
        empty = (editor for editor in self.editors.values() if not editor.text().strip())
        next(empty, self.editors[PlanPart.WARNING_SIGNS]).setFocus()

    def _part(self, part: PlanPart) -> QWidget:
        editor = ProseEditor(label(part), placeholder=part_hint(part), minimum_lines=2)
        editor.setObjectName(f"safety_plan.{part.value}")
        editor.setProperty("state", "framed")
        editor.typed.connect(self._on_typed)
        self.editors[part] = editor
        head = QHBoxLayout()
        head.addWidget(TextLabel(label(part), role="h3", wrap=False))
        head.addStretch(1)
        if part is PlanPart.WHOM_TO_CALL:
            head.addWidget(self.numbers)
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(editor)
        if part is PlanPart.WHOM_TO_CALL:
            inside.addWidget(self._no_numbers)
        return box

    def _on_number(self, action: QAction) -> None:
        editor = self.editors[PlanPart.WHOM_TO_CALL]
        editor.setFocus()
        cursor = editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        editor.setTextCursor(cursor)
        words = action.text().replace("&&", "&")
        editor.insertPlainText(words if cursor.atBlockStart() else f"\n{words}")

    def _on_typed(self) -> None:
        length = self._total()
        grown, self._length = abs(length - self._length), length
        self.typed.emit(grown)

    def _on_review(self) -> None:
        self.typed.emit(1)

    def _total(self) -> int:
        return sum(editor.document().characterCount() for editor in self.editors.values())
