"""One question with its answers side by side."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.handovers import HandedForm, HandedItem
from vitalshift_desktop.ui.handover.answer_target import AnswerTarget
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

_GAP = 9


class AnswerLine(QWidget):
    """A question and its targets; one of them holds the focus for all, and at most one is chosen."""

    changed = Signal()

    def __init__(self, form: HandedForm, item: HandedItem, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        words = item.words if form.is_checkin else f"{number}. {item.words}"
        self._words = TextLabel(words, role="handover", size="" if form.is_checkin else "m")
        self.targets = tuple(self._target(form, answer) for answer in range(item.low, item.high + 1))
        self._lay_out(form)
        self._keep_one_tab_stop()
        theme().changed.connect(self._fit_soon)

    @property
    def answer(self) -> int | None:
        """The answer that is chosen."""
        return next((place + self.item.low for place, one in enumerate(self.targets) if one.isChecked()), None)

    def choose(self, answer: int | None) -> None:
        """Choose this answer, or none; an answer off the scale changes nothing."""
        if answer is not None and not self.item.low <= answer <= self.item.high:
            return
        before = self.answer
        for place, target in enumerate(self.targets):
            target.setChecked(answer == place + self.item.low)
        self._keep_one_tab_stop()
        if answer != before:
            self.changed.emit()

    def take_focus(self, reason: Qt.FocusReason, answer: int | None = None) -> None:
        """Put the focus on an answer, by default on the chosen one or the first."""
        place = 0 if answer is None else min(max(answer - self.item.low, 0), len(self.targets) - 1)
        if answer is None and self.answer is not None:
            place = self.answer - self.item.low
        self.targets[place].setFocus(reason)

    def focused(self) -> int | None:
        """The answer that has the focus, if this line has it."""
        return next((place + self.item.low for place, one in enumerate(self.targets) if one.hasFocus()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_soon()

    def _target(self, form: HandedForm, answer: int) -> AnswerTarget:
        words = _word_of(form, self.item, answer)
        name = _("{answer}, for: {question}").format(answer=words or answer, question=self.item.words)
        target = AnswerTarget(words or str(answer), name)
        target.setObjectName(f"handover.answer.{answer}")
        target.clicked.connect(self._on_clicked)
        return target

    def _lay_out(self, form: HandedForm) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for target in self.targets:
            row.addWidget(target, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addLayout(row)
        if form.is_checkin:
            ends = QHBoxLayout()
            ends.addWidget(TextLabel(_("not at all"), tone="2", size="m", wrap=False))
            ends.addStretch(1)
            ends.addWidget(TextLabel(_("completely"), tone="2", size="m", wrap=False))
            column.addLayout(ends)

    def _fit(self) -> None:
        room = self.width() - _GAP * (len(self.targets) - 1)
        width = max(1, room // len(self.targets))
        height = max(target.needed_height(width) for target in self.targets)
        for target in self.targets:
            target.setFixedHeight(height)

    def _fit_soon(self) -> None:
        self._fit()
        QTimer.singleShot(0, self, self._fit)

    def _on_clicked(self) -> None:
        target = self.sender()
        if isinstance(target, AnswerTarget):
            for one in self.targets:
                one.setChecked(one is target)
            self._keep_one_tab_stop()
            self.changed.emit()

    def _keep_one_tab_stop(self) -> None:
        stop = next((one for one in self.targets if one.isChecked()), self.targets[0])
        for one in self.targets:
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is stop else Qt.FocusPolicy.ClickFocus)


def _word_of(form: HandedForm, item: HandedItem, answer: int) -> str:
    """The words of an answer where the form has them for this scale."""
    place = answer - item.low
    fits = len(form.answer_words) == item.high - item.low + 1
    return form.answer_words[place] if fits else ""
