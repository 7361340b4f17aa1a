"""How the range is worked out, with this client's numbers filled in."""

from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.measures.marked_drop import Mark
from vitalshift_desktop.domain.range_working import RangeWorking, mark_working, range_working
from vitalshift_desktop.ui.measures.range_words import mark_sentence, not_yet, rule_words, steps
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _


class RangeDialog(RoomyDialog):
    """For a mark the numbers of its own day first, then the range as it stands now."""

    def __init__(self, course: AllianceCourse, mark: Mark | None, parent: QWidget) -> None:
        super().__init__(_("How the range is worked out"), width=620, height=620, parent=parent)
        self.setObjectName("range_dialog")
        if mark is not None:
            self._add_mark(course, mark)
        self.content.addWidget(TextLabel(_("The range now"), role="h3"))
        now = range_working(course)
        if now is None:
            self.content.addWidget(TextLabel(not_yet(course.reading.scores), size="m"))
        else:
            self._add_steps(now, "now")
        self.content.addWidget(TextLabel(rule_words(), tone="2", size="m"))
        self.content.addStretch(1)
        close = Button(_("Close"))
        close.setObjectName("range.close")
        self.add_button(close, safe=True)
        close.clicked.connect(self.reject)
        self.fit_content()

    def _add_mark(self, course: AllianceCourse, mark: Mark) -> None:
        working = mark_working(course, mark)
        self.content.addWidget(TextLabel(_("The mark of session {n}").format(n=working.session_no), role="h3"))
        told = TextLabel(mark_sentence(working), size="m")
        told.setObjectName("range.mark")
        self.content.addWidget(told)
        if working.range_then is not None:
            self._add_steps(working.range_then, "then")

    def _add_steps(self, working: RangeWorking, name: str) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(20)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        for row, (what, result) in enumerate(steps(working)):
            value = TextLabel(result, size="m")
            value.setObjectName(f"range.{name}.{row}")
            value.setAccessibleName(f"{what}: {result}")
            rows.addWidget(TextLabel(what, tone="2", size="m", wrap=False), row, 0)
            rows.addWidget(value, row, 1)
        self.content.addLayout(rows)
