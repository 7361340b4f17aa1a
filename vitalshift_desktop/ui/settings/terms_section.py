"""What the practice calls the phases, its crisis numbers, and when agreements are looked at together."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from vitalshift_desktop.domain.clause_reviews import MOST_SESSIONS, ReviewRhythm
from vitalshift_desktop.domain.clients import Phase
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vocabulary.practice_words import phase_names
from vitalshift_desktop.words import _


class TermsSection(Section):
    """A name that is left empty is ours, which stands in the field in grey."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("What you call the phases of the work. Their order stays; earlier records show the names too.")
        )
        self._desk = desk
        self._terms = desk.workspace.terms
        self._shown: PracticeTerms | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self.names: dict[Phase, Field] = {}
        for phase, ours in phase_names().items():
            field = self.names[phase] = Field(_("Phase: {name}").format(name=ours), placeholder=ours)
            field.setObjectName(f"settings.phase.{phase.value}")
            field.edit.editingFinished.connect(self.save_now)
        self.column.addLayout(self._grid)
        self.numbers = ProseEditor(_("Crisis numbers"), role="body", minimum_lines=4)
        self.numbers.setObjectName("settings.crisis_numbers")
        self.numbers.setProperty("state", "framed")
        self.numbers.focused.connect(self._on_numbers)
        box = QVBoxLayout()
        box.setSpacing(6)
        box.addWidget(TextLabel(_("Crisis numbers"), role="name", size="m"))
        box.addWidget(self.numbers)
        hint = _("One on each line, with its name. A safety plan offers them where it says whom to call.")
        box.addWidget(TextLabel(hint, tone="3", size="c"))
        self.column.addLayout(box)
        self._add_review()

    def _add_review(self) -> None:
        self.first = Field(_("Agreements are looked at together after session"))
        self.first.setObjectName("settings.review_first")
        self.every = Field(_("And then again each time after so many sessions"))
        self.every.setObjectName("settings.review_every")
        for field in (self.first, self.every):
            field.edit.editingFinished.connect(self.save_now)
            self.column.addWidget(field)

    def fit(self) -> None:
        """Two fields beside each other, or one below the other in large text."""
        columns = 1 if theme().wide_text else 2
        self._grid.setVerticalSpacing(theme().scale(12))
        for place, field in enumerate(self.names.values()):
            self._grid.removeWidget(field)
            self._grid.addWidget(field, place // columns, place % columns)

    def look_again(self) -> None:
        """Show the terms as they are kept; what is being written stays."""
        if self._shown is not None and self._wanted() != self._shown:
            return
        terms = self._shown = self._terms.get()
        for phase, field in self.names.items():
            field.show_text(terms.phase_names.get(phase, ""))
        self.numbers.show_text(terms.crisis_numbers)
        self.first.show_text(str(terms.review.first))
        self.every.show_text(str(terms.review.every))

    def save_now(self) -> None:
        """Keep what was typed, if anything was; what cannot be kept stays in the field with its reason."""
        if self._shown is None or not self._numbers_are_right() or self._wanted() == self._shown:
            return
        try:
            self._shown = self._terms.change(self._wanted(), by=self)
        except Problem as problem:
            advice = sentence(problem)
            changed = (
                field for phase, field in self.names.items() if field.text() != self._shown.phase_names.get(phase, "")
            )
            field = next(changed, None)
            if field is None:
                self._desk.wishes.trouble.emit(problem)
            else:
                field.show_error(f"{advice.what} {advice.next_step}")
            return
        for field in self.names.values():
            field.clear_error()

    def _wanted(self) -> PracticeTerms:
        names = {phase: field.text() for phase, field in self.names.items() if field.text()}
        rhythm = ReviewRhythm(_number(self.first) or 0, _number(self.every) or 0)
        return PracticeTerms(names, self.numbers.text(), rhythm)

    def _numbers_are_right(self) -> bool:
        """Whether both numbers of sessions can be kept, after saying which cannot."""
        for field in (self.first, self.every):
            field.show_error("" if _number(field) else _("Use a whole number from 1 to 99."))
        return bool(_number(self.first) and _number(self.every))

    def _on_numbers(self, focused: bool) -> None:
        if not focused:
            self.save_now()


def _number(field: Field) -> int | None:
    """The number of sessions in a field; None for anything but 1 to 99."""
    text = field.text()
    return int(text) if text.isdecimal() and 1 <= int(text) <= MOST_SESSIONS else None
