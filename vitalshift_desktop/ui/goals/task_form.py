"""A new task of a goal, or changes to one."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskDetails, TaskDoer, TaskKind
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.words_field import WordsField
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WIDTH, _HEIGHT = 560, 560


class TaskForm(RoomyDialog):
    """What is to be done, where, by whom and by when, and what the client said to it."""

    saved = Signal(object)

    def __init__(self, desk: Desk, goal_id: GoalId, parent: QWidget, *, task: Task | None = None) -> None:
        title = _("Add a task") if task is None else _("Change task")
        super().__init__(title, width=_WIDTH, height=_HEIGHT, parent=parent.window())
        self.setObjectName("task_form")
        self._tasks = desk.workspace.tasks
        self._clock = desk.workspace.clock
        self._goal_id = goal_id
        self._task = task
        self._build()
        self._show(task.details if task is not None else TaskDetails("", answer=TaskAnswer.AGREED))
        place = f"task_form:{goal_id}:{task.id if task is not None else 0}"
        names = ("words", "kind", "doer", "due", "answer", "answered")
        self.keep(place, *(f"task.{name}" for name in names))
        self.fit_content()
        self.words.editor.setFocus()

    def _build(self) -> None:
        self.words = WordsField(_("What is to be done"))
        self.words.editor.setObjectName("task.words")
        self.kind = ChoiceField(_("Where"), [(kind, label(kind)) for kind in TaskKind])
        self.doer = ChoiceField(_("Who does it"), [(doer, label(doer)) for doer in TaskDoer])
        self.due = DateField(_("By"), optional=True, today=self._today, hint=_("Empty for no day."))
        self.answer = ChoiceField(_("The client’s answer"), [(answer, label(answer)) for answer in TaskAnswer])
        self.answered = DateField(_("Answered on"), optional=True, today=self._today, hint=_("Empty for today."))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        named = (
            ("kind", self.kind),
            ("doer", self.doer),
            ("answer", self.answer),
            ("answered", self.answered),
            ("due", self.due),
        )
        for place, (name, field) in enumerate(named):
            field.setObjectName(f"task.{name}")
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.content.addWidget(self.words)
        self.content.addLayout(grid)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Add task") if self._task is None else _("Save"), variant="primary")
        self.save.setObjectName("task.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _show(self, details: TaskDetails) -> None:
        self.words.editor.show_text(details.words)
        for field, value in ((self.kind, details.kind), (self.doer, details.doer), (self.answer, details.answer)):
            field.choose(value)
        self.due.show_day(details.due_on)
        self.answered.show_day(details.answered_on)

    def _today(self) -> date:
        return today(self._clock)

    def _details(self) -> TaskDetails:
        kind, doer, answer = self.kind.value, self.doer.value, self.answer.value
        return TaskDetails(
            words=self.words.editor.text(),
            kind=kind if isinstance(kind, TaskKind) else TaskKind.HOMEWORK,
            doer=doer if isinstance(doer, TaskDoer) else TaskDoer.CLIENT,
            due_on=self.due.day(),
            answer=answer if isinstance(answer, TaskAnswer) else TaskAnswer.PROPOSED,
            answered_on=self.answered.day(),
        )

    def _on_save(self) -> None:
        if not (self.due.is_valid() and self.answered.is_valid()):
            return
        try:
            task = self._saved(self._details())
        except TextIsMissing:
            self.words.show_error(_("Write what is to be done."))
            self.words.editor.setFocus()
        except DateIsImpossible:
            self._show_wrong_day()
        except Problem as problem:
            advice = sentence(problem)
            self.words.show_error(f"{advice.what} {advice.next_step}")
        else:
            self.saved.emit(task.id)
            self.accept()

    def _show_wrong_day(self) -> None:
        answered = self.answered.day()
        if answered is not None and answered > self._today():
            self.answered.show_error(_("This day has not come yet."))
        else:
            self.due.show_error(_("This day was over before the task began."))

    def _saved(self, details: TaskDetails) -> Task:
        if self._task is None:
            return self._tasks.add(self._goal_id, details)
        return self._tasks.change(self._task.id, details)
