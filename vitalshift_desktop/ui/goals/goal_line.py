"""One goal in the note's rail."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.goals import Goal, GoalCourse
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.goals.rating_cell import RatingCell
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _


class GoalLine(QObject):
    """A tick, the goal's name, the client's rating before this session, and a cell for each to rate it now.

    `rated` tells the goal, who rates and the number, None for a rating taken out.
    """

    rated = Signal(object, object, object)
    touched = Signal(object)

    def __init__(self, goal: Goal, privacy: Privacy, parent: QObject) -> None:
        super().__init__(parent)
        self.goal = goal
        self.check = CheckBox(name=goal.name)
        self.check.setObjectName(f"goals_panel.touched.{goal.id}")
        self._name = RecordLabel(goal.name, privacy=privacy, role="detail")
        self._before = TextLabel(tone="2", size="m", wrap=False)
        self._before.setObjectName(f"goals_panel.before.{goal.id}")
        self.rating = RatingCell(goal.name, name=_("Client"))
        self.rating.setObjectName(f"goals_panel.rating.{goal.id}")
        self.yours = RatingCell(goal.name, name=_("You"))
        self.yours.setObjectName(f"goals_panel.yours.{goal.id}")
        self._cells = {Rater.CLIENT: self.rating, Rater.COUNSELOR: self.yours}
        self.check.clicked.connect(self._on_check)
        for rater, cell in self._cells.items():
            cell.settled.connect(partial(self._on_rating, rater))

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Stand in this row of the grid."""
        for column, part in enumerate((self.check, self._name, self._before, self.rating, self.yours)):
            if part is self._name:
                grid.addLayout(_middle(part), row, column)
            else:
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)

    def _show_name(self) -> None:
        """Name the controls after the goal, unless its words are covered."""
        goal = _("hidden") if self._name.is_covered else self.goal.name
        self.check.setAccessibleName(_("Worked on: {goal}").format(goal=goal))
        self.rating.cell.setAccessibleName(_("Client, {goal}, 0 to 10").format(goal=goal))
        self.yours.cell.setAccessibleName(_("You, {goal}, 0 to 10").format(goal=goal))

    def show_course(self, course: GoalCourse, session: Session) -> None:
        """Show what the client's rating was before this session, and both ratings in it."""
        self._show_name()
        ratings = course.by(Rater.CLIENT)
        earlier = [one.rating for one in ratings if one.session_id != session.id and one.rated_on <= session.day]
        self._before.setText(str(earlier[-1]) if earlier else "")
        self._before.setAccessibleName(_("Last rating {n}").format(n=earlier[-1]) if earlier else "")
        for rater, cell in self._cells.items():
            here = (one.rating for one in course.by(rater) if one.session_id == session.id)
            cell.show_value(next(here, None))

    def show_state(self, *, touched: bool, is_signed: bool, has_note: bool) -> None:
        """Tick it or not, and let it be changed or show it sealed with the signed note."""
        self.check.setChecked(touched)
        self.check.setEnabled(has_note and not is_signed)
        for cell in self._cells.values():
            cell.set_open(not is_signed, _("Sealed with the signed note."))
        self.check.setToolTip(_("Sealed with the signed note.") if is_signed else "")

    def _on_check(self) -> None:
        self.touched.emit(self.goal.id)

    def settle(self) -> None:
        """Tell a 1 that could still have become a 10."""
        for cell in self._cells.values():
            cell.settle()

    def _on_rating(self, rater: Rater) -> None:
        self.rated.emit(self.goal.id, rater, self._cells[rater].value)


def _middle(part: QWidget) -> QVBoxLayout:
    """As wide as there is room, and in the middle of the row's height."""
    column = QVBoxLayout()
    column.addStretch(1)
    column.addWidget(part)
    column.addStretch(1)
    return column
