"""Trying an own measure before it is saved: answers are typed, and the score is worked out at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.measures.results import ScoreResult, Status
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.settings.instrument_words import cutoff_words, number
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.scale_typing import is_whole
from vitalshift_desktop.words import _


class CustomPreview(QWidget):
    """Nothing typed here is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._form: Instrument | None = None
        self._why_not = ""
        self._how = _(
            "Type answers with commas between them; nothing between two commas is a blank. None of it is kept."
        )
        self.answers = Field(_("Try it"))
        self.answers.setObjectName("custom_form.try")
        self.result = TextLabel(self._how, tone="2", size="m")
        self.result.setObjectName("custom_form.result")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.result)  # above, where it stays in sight while one types
        column.addWidget(self.answers)
        self.answers.edited.connect(self._work_out)

    def show_form(self, form: Instrument | None, why_not: str = "") -> None:
        """Score by this form; None while the fields above do not make one yet, and why."""
        self._form = form
        self._why_not = why_not
        self._work_out()

    def _work_out(self, _typed: str = "") -> None:
        text = self.answers.text()
        words = self._words(text) if text else self._how
        self.result.setText(words)
        self.result.show_tone("" if text else "2")
        self.answers.edit.setAccessibleDescription(words)

    def _words(self, text: str) -> str:
        if self._form is None:
            return self._why_not
        parts = [part.strip() for part in text.split(",")]
        if any(part and not is_whole(part) for part in parts):
            return _("Answers are whole numbers.")
        count = len(self._form.items)
        if len(parts) != count:
            return _("{n} of {all} answers so far.").format(n=len(parts), all=count)
        try:
            total = score(self._form, [int(part) if part else None for part in parts]).scores["total"]
        except Problem as problem:
            advice = sentence(problem)
            return f"{advice.what} {advice.next_step}"
        return self._total(total)

    def _total(self, total: ScoreResult) -> str:
        if total.value is None:
            return (
                _("No score: nothing was answered.")
                if total.status is Status.NOT_COMPUTABLE
                else _("No score: an answer is missing.")
            )
        words = _("Score {value}, of {low} to {high}.").format(
            value=number(round(total.value, 4)), low=number(total.low), high=number(total.high)
        )
        cutoffs = self._form.total.cutoffs if self._form and self._form.total else ()
        for cutoff in cutoffs:
            side = _("on the clinical side") if cutoff.is_clinical(total.value) else _("not on the clinical side")
            words += " " + _("Cut-off {at}: {side}.").format(at=cutoff_words(cutoff), side=side)
        return words
