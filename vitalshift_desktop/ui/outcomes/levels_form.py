"""How far the goals are attained today, from −2 to +2, and what each weighs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goal_levels import LEVELS, LevelsOfGoal
from vitalshift_desktop.domain.goals import Goal, GoalStatus
from vitalshift_desktop.domain.measures.attainment import HIGHEST_WEIGHING
from vitalshift_desktop.services.goals import GoalLevels
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.level_words import level_words
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _

_WIDTH, _HEIGHT = 680, 460


@dataclass(frozen=True, slots=True)
class _Row:
    """The three choices of one goal."""

    goal: Goal
    level: ChoiceField
    importance: ChoiceField
    difficulty: ChoiceField


class LevelsForm(DialogFrame):
    """A row of choices for each goal that is worked on; `saved` tells that levels were written down."""

    saved = Signal()

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget) -> None:
        super().__init__(_("Goal attainment today"), width=_WIDTH, parent=parent)
        self.setObjectName("levels_form")
        self._desk = desk
        self._client_id = client_id
        reading = desk.workspace.outcomes.of_client(client_id).attainment
        known = {one.goal.id: one for one in reading.goals} if reading else {}
        courses = desk.workspace.goals.of_client(client_id)
        goals = [one.goal for one in courses if one.goal.status is GoalStatus.ACTIVE]
        self.rows = tuple(_row(goal, known.get(goal.id)) for goal in goals)
        self._build()
        names = [part.objectName() for row in self.rows for part in (row.level, row.importance, row.difficulty)]
        self.keep(f"levels_form:{client_id}", *names)

    def _build(self) -> None:
        about = _(
            "Where a goal started stands with the goal, −1 unless it says otherwise. "
            "Importance times difficulty is its weight; 0 leaves it out of T."
        )
        self.column.addWidget(TextLabel(about, tone="2", size="m"))
        flow = FlowColumn(padded=False)
        flow.setMinimumHeight(min(theme().scale(_HEIGHT), 420))
        for place, row in enumerate(self.rows):
            flow.add_layout(_laid_out(row, self._desk), gap=14 if place else 0)
        self.column.addWidget(flow, 1)
        cancel = Button(_("Cancel"))
        self.save = Button(_("Write down"), variant="primary")
        self.save.setObjectName("levels.save")
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)

    def _on_save(self) -> None:
        levels = _rated(self.rows)
        if not levels:
            self.rows[0].level.show_error(_("Choose the level of at least one goal."))
            return
        goals = self._desk.workspace.goals
        if self._desk.did(lambda: goals.set_levels(self._client_id, levels, by=self)):
            self.saved.emit()
            self.accept()


def _row(goal: Goal, known: LevelsOfGoal | None) -> _Row:
    levels: Sequence[tuple[object, str]] = [(None, _("Not rated")), *((one, level_words(one)) for one in LEVELS)]
    weights = [(n, str(n)) for n in range(HIGHEST_WEIGHING + 1)]
    latest = known.latest if known else None
    row = _Row(
        goal,
        ChoiceField(_("Level"), levels),
        ChoiceField(_("Importance"), weights, chosen=latest.importance if latest else 1),
        ChoiceField(_("Difficulty"), weights, chosen=latest.difficulty if latest else 1),
    )
    row.level.setObjectName(f"levels.level_{goal.id}")
    row.importance.setObjectName(f"levels.importance_{goal.id}")
    row.difficulty.setObjectName(f"levels.difficulty_{goal.id}")
    return row


def _laid_out(row: _Row, desk: Desk) -> QVBoxLayout:
    whole = QVBoxLayout()
    whole.setSpacing(4)
    whole.addWidget(RecordLabel(row.goal.name, privacy=desk.privacy, role="rail"))
    across = QBoxLayout.Direction.TopToBottom if theme().wide_text else QBoxLayout.Direction.LeftToRight
    fields = QBoxLayout(across)
    fields.setSpacing(12)
    fields.addWidget(row.level, 3)
    fields.addWidget(row.importance, 1)
    fields.addWidget(row.difficulty, 1)
    whole.addLayout(fields)
    return whole


def _rated(rows: Sequence[_Row]) -> tuple[GoalLevels, ...]:
    return tuple(
        GoalLevels(row.goal.id, level, _whole(row.importance.value), _whole(row.difficulty.value))
        for row in rows
        if isinstance(level := row.level.value, int)
    )


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 1
