"""The frame around the steps of setting up: their list at the left, one step, and the buttons at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.step_list import StepList
from vitalshift_desktop.words import _

LIST_WIDTH = 280
_WIDE_FROM = 1100
_WIDEST_LIST = 0.28  # of the window, where text is large


class SetupFrame(QWidget):
    """Shows one step at a time; each scrolls by itself where text is large."""

    def __init__(self, title: str, named: Sequence[tuple[str, Step]]) -> None:
        super().__init__()
        self._steps = [step for _name, step in named]
        self._list = StepList(title, [name for name, _step in named])
        self._stack = QStackedWidget()
        self._flows = [_flow(step) for step in self._steps]
        for flow in self._flows:
            self._stack.addWidget(flow)
            flow.verticalScrollBar().rangeChanged.connect(self.keep_focus_in_view)
        self.back = LinkButton(_("Back"), icon="arrow-left")
        self.back.setObjectName("setup.back")
        self.go_on = Button(_("Continue"), variant="primary")
        self.go_on.setObjectName("setup.continue")
        self._state = TextLabel(tone="2", size="m")
        self._state.setObjectName("setup.state")
        self._foot = QHBoxLayout()
        self._lay_out()
        theme().changed.connect(self._fit)

    def show_step(self, index: int) -> None:
        """Show this step."""
        self._list.show_step(index)
        self._stack.setCurrentIndex(index)
        self.say("")
        self.go_on.setText(_("Finish") if index == len(self._steps) - 1 else _("Continue"))
        self.go_on.updateGeometry()

    def say(self, words: str, *, tone: str = "2") -> None:
        """A sentence at the foot."""
        self._state.setText(words)
        self._state.show_tone(tone)

    def set_open(self, *, is_open: bool) -> None:
        """Take what is typed into the step, or nothing while something runs."""
        self._stack.setEnabled(is_open)
        self.back.setEnabled(is_open)

    def keep_focus_in_view(self) -> None:
        """Scroll to what has the focus."""
        focus = QApplication.focusWidget()
        flow = self._flows[self._stack.currentIndex()]
        if focus is not None and flow.isAncestorOf(focus):
            flow.ensureWidgetVisible(focus, 8, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        right = QFrame()
        right.setProperty("surface", "surface")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._footer())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(right, 1)

    def _footer(self) -> QWidget:
        footer = QFrame()
        footer.setProperty("surface", "foot")
        self._foot = QHBoxLayout(footer)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self._state, 1)
        self._foot.addWidget(self.go_on)
        return footer

    def _fit(self) -> None:
        side = 56 if self.width() >= _WIDE_FROM else 32
        narrow = LIST_WIDTH if self.width() >= _WIDE_FROM else 216
        self._list.setFixedWidth(max(narrow, min(theme().scale(LIST_WIDTH), int(self.width() * _WIDEST_LIST))))
        self._foot.setContentsMargins(side, 12, side, 12)
        for flow in self._flows:
            flow.column.setContentsMargins(side, 40, side, 24)


def _flow(step: Step) -> FlowColumn:
    flow = FlowColumn(padded=False)
    flow.column.setAlignment(Qt.AlignmentFlag(0))
    flow.column.addWidget(step)
    return flow
