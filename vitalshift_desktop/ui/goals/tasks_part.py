"""The tasks of a goal: what is to be done, by when, and what the client said to it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskId, in_order
from vitalshift_desktop.ui.goals.task_words import answer_words, when_words, who_and_where
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import IconButton, LinkButton
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _

_BESIDE = Qt.AlignmentFlag.AlignTop


class TaskLine(QWidget):
    """A box to tick, the words, the client's answer below, the day at the right, and what else can be done."""

    ticked = Signal(object, bool)
    more_wanted = Signal(object, object)

    def __init__(self, task: Task, name: str, today: date, privacy: Privacy) -> None:
        super().__init__()
        self.task = task
        self.words = RecordLabel(task.details.words, privacy=privacy, role="detail")
        spoken = _("hidden") if self.words.is_covered else task.details.words
        self.check = CheckBox(name=_("Done: {task}").format(task=spoken))
        self.check.setObjectName(f"goals.task.{task.id}.done")
        self.check.setChecked(task.done_on is not None)
        said = " · ".join(part for part in (answer_words(task, today), who_and_where(task, name)) if part)
        self.answer = TextLabel(said, tone="2" if task.is_agreed else "attn", size="c")
        when, tone = when_words(task, today)
        self.when = TextLabel(when, tone=tone, size="m", wrap=False)
        self.more = IconButton("dots-three-bold", _("More for: {task}").format(task=spoken))
        self.more.setObjectName(f"goals.task.{task.id}.more")
        self._lay_out()
        self.check.clicked.connect(self._on_tick)
        self.more.clicked.connect(self._on_more)

    def _lay_out(self) -> None:
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.words)
        both.addWidget(self.answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.check, 0, _BESIDE)
        row.addLayout(both, 1)
        row.addWidget(self.when, 0, _BESIDE)
        row.addWidget(self.more, 0, _BESIDE)

    def _on_tick(self, is_done: bool) -> None:
        self.ticked.emit(self.task.id, is_done)

    def _on_more(self) -> None:
        self.more_wanted.emit(self.task, self.more)


class TasksPart(QWidget):
    """The tasks of one goal; signals name the task."""

    add_wanted = Signal()
    ticked = Signal(object, bool)
    answered = Signal(object, object)
    change_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy = privacy
        self._shown: tuple[object, ...] = ()
        self.lines: list[TaskLine] = []
        self.add = LinkButton(_("Add a task…"), icon="plus")
        self.add.setObjectName("goals.task.add")
        self._none = TextLabel(_("None yet: how is this goal worked on, and is the client for it?"), tone="2", size="m")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TextLabel(_("Tasks"), role="name", size="m"))
        column.addLayout(self._rows)
        column.addWidget(self._none)
        under = QHBoxLayout()
        under.addWidget(self.add)
        under.addStretch(1)
        column.addLayout(under)
        column.addStretch(1)
        self.add.clicked.connect(self.add_wanted)

    def show_tasks(self, tasks: Sequence[Task], name: str, today: date) -> None:
        """Show these tasks of the client of this name as of today."""
        shown = (in_order(tasks), name, today, self._privacy.initials_on)
        if shown == self._shown:
            return
        focused = next((line.task.id for line in self.lines if line.check.hasFocus() or line.more.hasFocus()), None)
        self._shown = shown
        empty(self._rows)
        self.lines = [TaskLine(task, name, today, self._privacy) for task in in_order(tasks)]
        for line in self.lines:
            line.ticked.connect(self.ticked)
            line.more_wanted.connect(self._on_more)
            self._rows.addWidget(line)
            line.show()
            if line.task.id == focused:
                line.check.setFocus()
        self._none.setVisible(not tasks)

    def line(self, task_id: TaskId) -> TaskLine | None:
        """The line of one task, if it is listed."""
        return next((line for line in self.lines if line.task.id == task_id), None)

    def _on_more(self, task: Task, button: QWidget) -> None:
        menu = QMenu(self)
        menu.setObjectName("goals.task.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = {
            TaskAnswer.AGREED: _("Agreed today"),
            TaskAnswer.DECLINED: _("Declined today"),
            TaskAnswer.PROPOSED: _("Only proposed so far"),
        }
        for answer, name in words.items():
            if answer is not task.details.answer:
                menu.addAction(name, partial(self.answered.emit, task.id, answer))
        menu.addSeparator()
        menu.addAction(_("Change…"), partial(self.change_wanted.emit, task))
        menu.addAction(_("Remove"), partial(self.remove_wanted.emit, task.id))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
