"""One form on a page of its own, answered by keys or by pressing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vitalshift_desktop.domain.handovers import FormAnswers, HandedForm
from vitalshift_desktop.ui.handover.answer_line import AnswerLine
from vitalshift_desktop.ui.handover.form_keys import FormKeys
from vitalshift_desktop.ui.handover.form_words import caption_of, foot_of, gaps_words, heading_of, read_with_you
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

WIDEST = 860
_TALL = 48


class FormPage(QWidget):
    """The questions of one form; `given` carries its answers, `declined` that the client would rather not."""

    given = Signal(object)
    declined = Signal()
    back_wanted = Signal()
    size_wanted = Signal()

    def __init__(self, form: HandedForm, *, is_first: bool, is_last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._asked_about_gaps = self._asked_about_leaving = False
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lines = tuple(AnswerLine(form, item, place) for place, item in enumerate(form.items, start=1))
        self._build(is_first=is_first, is_last=is_last)
        self._keys = FormKeys(self.lines, self)
        self._keys.finished.connect(self._on_done)
        self._connect()
        self._on_changed()

    @property
    def answers(self) -> tuple[int | None, ...]:
        """What is chosen on each line."""
        return tuple(line.answer for line in self.lines)

    def focus_first(self) -> None:
        """Put the focus on the first question without an answer."""
        line = next((one for one in self.lines if one.answer is None), self.lines[0])
        line.take_focus(Qt.FocusReason.TabFocusReason)

    def say(self, words: str) -> None:
        """Say something beside the buttons; "" takes it away."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def show_larger(self, *, larger: bool) -> None:
        """Name what the size button does now."""
        self.larger.setText(_("Smaller text") if larger else _("Larger text"))
        self.larger.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keys.press(event)

    # ------------------------------------------------------------ building

    def _build(self, *, is_first: bool, is_last: bool) -> None:
        self.larger = LinkButton("", icon="text-aa")
        self.larger.setObjectName("handover.larger")
        self.rather_not = LinkButton(_("I’d rather not today"))
        self.rather_not.setObjectName("handover.rather_not")
        self._told = TextLabel(tone="attn", size="m")
        self._told.setObjectName("handover.told")
        self._told.hide()
        self._count = TextLabel(tone="2", size="m", wrap=False)
        self._count.setObjectName("handover.count")
        self.back = Button(_("Back"))
        self.back.setObjectName("handover.back")
        if is_first:
            self.back.hide()
        self.done = Button(_("Done") if is_last else _("Next"), variant="primary")
        self.done.setObjectName("handover.done")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._inner = (self._questions(), self._foot())
        self._scroll.setWidget(_centered(self._inner[0]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(_centered(self._inner[1]))
        self._fit()

    def _questions(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 24, 4, 12)  # room for the ring of focus
        column.setSpacing(14)
        head = QHBoxLayout()
        head.addWidget(TextLabel(heading_of(self.form), role="h1" if self.form.is_checkin else "h2"), 1)
        head.addWidget(self.larger, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(TextLabel(caption_of(self.form), tone="2"))
        if self.form.is_critical:
            read = TextLabel(read_with_you(), role="name")
            read.setObjectName("handover.read_with_you")
            column.addWidget(read)
        column.addSpacing(4)
        for line in self.lines:
            column.addWidget(line)
            column.addWidget(Hairline())
        column.addWidget(TextLabel(foot_of(self.form), tone="3", size="c"))
        column.addStretch(1)
        return inner

    def _foot(self) -> QWidget:
        inner = QWidget()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.rather_not)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.back)
        row.addWidget(self.done)
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 10, 4, 24)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addLayout(row)
        return inner

    def _connect(self) -> None:
        for line in self.lines:
            line.changed.connect(self._on_changed)
            for target in line.targets:
                target.installEventFilter(self._keys)
        self.larger.clicked.connect(self.size_wanted)
        self.rather_not.clicked.connect(self._on_rather_not)
        self.back.clicked.connect(self.back_wanted)
        self.done.clicked.connect(self._on_done)
        self._keys.moved.connect(self._on_moved)
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        for inner in self._inner:
            inner.setMaximumWidth(theme().scale(WIDEST) + 6)
        for button in (self.done, self.back):
            button.setMinimumSize(theme().scale(114), theme().scale(_TALL))
        for link in (self.rather_not, self.larger):
            link.setMinimumHeight(theme().scale(_TALL))

    # ------------------------------------------------------------ what the client does

    def _on_changed(self) -> None:
        self._asked_about_gaps = self._asked_about_leaving = False
        self.say("")
        given = sum(answer is not None for answer in self.answers)
        self._count.setText(_("{n} of {m} answered").format(n=given, m=len(self.lines)))

    def _on_moved(self, target: object) -> None:
        line = target.parentWidget() if isinstance(target, QWidget) else None
        if line is not None:
            self._scroll.ensureWidgetVisible(line, 0, 12)

    def _on_done(self) -> None:
        gaps = sum(answer is None for answer in self.answers)
        if gaps and not self._asked_about_gaps:
            self._asked_about_gaps = True
            self.say(gaps_words(gaps, self.done.text()))
            self.focus_first()
            return
        self.given.emit(FormAnswers(self.form.id, self.answers))

    def _on_rather_not(self) -> None:
        has_any = any(answer is not None for answer in self.answers)
        if has_any and not self._asked_about_leaving:
            self._asked_about_leaving = True
            self.say(_("Nothing you picked on this page is kept then. Press it once more to leave it out."))
            return
        self.declined.emit()


def _centered(inner: QWidget) -> QWidget:
    """The widget in the middle, no wider than reads well."""
    holder = QWidget()
    holder.setProperty("surface", "window")
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(holder)
    row.setContentsMargins(24, 0, 24, 0)
    row.addStretch(1)
    row.addWidget(inner, 100)
    row.addStretch(1)
    return holder
