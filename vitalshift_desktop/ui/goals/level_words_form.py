"""What each attainment level of a goal looks like, in words, and where the goal started."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.goal_levels import LEVELS
from vitalshift_desktop.domain.goals import USUAL_START, Goal
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.level_words import level_words
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _

_WIDTH, _HEIGHT = 620, 640


class LevelWordsForm(RoomyDialog):
    """Five lines, any of which may stay empty, and the level where the work began."""

    saved = Signal(object)

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget) -> None:
        title = _("What each level looks like")
        super().__init__(title, width=_WIDTH, height=_HEIGHT, parent=parent.window())
        self.setObjectName("level_words_form")
        self._goals = desk.workspace.goals
        self._goal = goal
        about = _(
            "Written before the work is far along, in things both can see. Any line may stay empty. "
            "The goal starts one below what is hoped for, so that getting worse can be written down too."
        )
        self.content.addWidget(TextLabel(about, tone="2", size="m"))
        self.content.addWidget(RecordLabel(goal.name, privacy=desk.privacy, role="rail"))
        self.fields = {level: Field(level_words(level)) for level in reversed(LEVELS)}
        for level, field in self.fields.items():
            field.setObjectName(f"level_words.{level}")
            field.show_text(goal.details.level_words[level])
            self.content.addWidget(field)
        self.start = ChoiceField(
            _("Where we started"), [(level, level_words(level)) for level in LEVELS], chosen=USUAL_START
        )
        self.start.setObjectName("level_words.start")
        self.start.choose(goal.details.start_level)
        self.content.addWidget(self.start)
        self._add_buttons()
        names = [field.objectName() for field in self.fields.values()]
        self.keep(f"level_words_form:{goal.client_id}:{goal.id}", *names, "level_words.start")
        self.fit_content()
        self.fields[0].setFocus()

    def _add_buttons(self) -> None:
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("level_words.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _on_save(self) -> None:
        words = {level: field.text() for level, field in self.fields.items()}
        start = self.start.value
        details = replace(
            self._goal.details.with_levels(words), start_level=start if isinstance(start, int) else USUAL_START
        )
        try:
            self._goals.change(self._goal.id, details)
        except Problem as problem:
            advice = sentence(problem)
            self.fields[0].show_error(f"{advice.what} {advice.next_step}")
            return
        self.saved.emit(self._goal.id)
        self.accept()
