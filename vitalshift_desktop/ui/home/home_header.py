"""The head of the day's page: which day or week, day or week, and a new note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _

DAY, WEEK = "day", "week"


class HomeHeader(QWidget):
    """One row, or two where there is no room."""

    stepped = Signal(int)
    segment_chosen = Signal(object)
    note_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(role="h1", wrap=False)
        self.title.setObjectName("today.title")
        self.hint = TextLabel(tone="2", size="m", wrap=False)
        self.hint.setObjectName("today.hint")
        self.back = IconButton("caret-left", "")
        self.back.setObjectName("today.back")
        self.forward = IconButton("caret-right", "")
        self.forward.setObjectName("today.forward")
        self.segments = Segments([(DAY, _("Today")), (WEEK, _("Week"))], name=_("Show"), chosen=DAY)
        self.segments.setObjectName("today.segments")
        self.plan = Button(_("Plan a session…"))
        self.plan.setObjectName("week.plan")
        self.note = Button(_("New session note"), shortcut_hint=_("Ctrl N"))
        self.note.setObjectName("today.new_note")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        when.setSpacing(4)
        for part in (self.title, self.back, self.forward, self.hint):
            when.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        when.insertSpacing(1, 8)
        when.insertSpacing(4, 6)
        when.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for control in (self.segments, self.plan, self.note):
            acts.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        acts.addStretch(0)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setSpacing(12)
        self._rows.addLayout(when, 1)
        self._rows.addLayout(acts)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.segments.chosen.connect(self.segment_chosen)
        self.plan.clicked.connect(self.plan_wanted)
        self.note.clicked.connect(self.note_wanted)

    def show_place(self, segment: str, title: str, hint: str) -> None:
        """Say which day or week is shown."""
        is_week = segment == WEEK
        self.segments.choose(segment)
        self.title.setText(title)
        self.hint.setText(hint)
        self.back.show_name(_("Previous week") if is_week else _("Previous day"))
        self.forward.show_name(_("Next week") if is_week else _("Next day"))
        self.plan.setVisible(is_week)

    def set_padding(self, side: int, *, one_column: bool) -> None:
        """Keep this distance from both sides; title and buttons below each other, or in one row."""
        self._rows.setContentsMargins(side, 20, side, 20)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(down if one_column else across)

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_forward(self) -> None:
        self.stepped.emit(1)
