"""All goals that are worked on, rated in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import GoalCourse, GoalId, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.goals import GivenRating
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.number_cells import NumberRow
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _

_WIDTH, _HEIGHT, _NAME = 600, 460, 14


@dataclass(frozen=True, slots=True)
class _Row:
    goal_id: GoalId
    goal: str
    cells: NumberRow


class RateAllForm(RoomyDialog):
    """A row for each goal with a cell for the client and one for the counselor; a digit moves on. `saved` tells."""

    saved = Signal()

    def __init__(
        self,
        desk: Desk,
        client_id: ClientId,
        courses: Sequence[GoalCourse],
        session_id: SessionId | None,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Rate all goals"), width=_WIDTH, height=_HEIGHT, parent=parent.window())
        self.setObjectName("rate_all_form")
        self._desk = desk
        self._client_id = client_id
        self._session_id = session_id
        self._name = cut(desk.privacy.name(desk.workspace.clients.get(client_id)), _NAME)
        active = [course for course in courses if course.goal.status is GoalStatus.ACTIVE]
        self.rows = tuple(self._row(course) for course in active)
        self._build(active)
        self._look()
        desk.privacy.changed.connect(self._look)
        names = [row.cells.objectName() for row in self.rows]
        self.keep(f"rate_all_form:{client_id}:{int(session_id or 0)}", *names)
        self.fit_content()
        if self.rows:
            self.rows[0].cells.focus_first()

    def _row(self, course: GoalCourse) -> _Row:
        cells = NumberRow(["", ""], name="", spacing=16)
        cells.setObjectName(f"rate_all.{course.goal.id}")
        return _Row(course.goal.id, course.goal.name, cells)

    def _look(self) -> None:
        """Say of each cell whose it is and on which goal, as far as that is to be heard now."""
        privacy = self._desk.privacy
        for row in self.rows:
            goal = _("hidden") if privacy.initials_on else row.goal
            row.cells.call([privacy.without_names(self._name), _("You")], goal)

    def _build(self, courses: Sequence[GoalCourse]) -> None:
        about = _("How far has each goal come, 0 to 10? A cell may stay empty.")
        self._wrong = TextLabel(tone="risk", size="m")
        self._wrong.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(TextLabel(_("last"), tone="2", size="m", wrap=False), 0, 1)
        both = _("{name}, you").format(name=self._name)
        grid.addWidget(TextLabel(both, tone="2", size="m", wrap=False), 0, 2, Qt.AlignmentFlag.AlignRight)
        for place, (row, course) in enumerate(zip(self.rows, courses, strict=True), start=1):
            grid.addWidget(RecordLabel(course.goal.name, privacy=self._desk.privacy, role="rail"), place, 0)
            last = "" if course.now is None else str(course.now)
            grid.addWidget(TextLabel(last, tone="2", size="m", wrap=False), place, 1)
            grid.addWidget(row.cells, place, 2, Qt.AlignmentFlag.AlignRight)
            row.cells.completed.connect(self._on_completed)
        self.content.addWidget(TextLabel(about, tone="2", size="m"))
        self.content.addLayout(grid)
        self.content.addWidget(self._wrong)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Write down"), variant="primary")
        self.save.setObjectName("rate_all.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _on_completed(self) -> None:
        """Go on to the next goal; after the last the focus stays, so that a digit never reaches a button."""
        here = next((place for place, row in enumerate(self.rows) if row.cells is self.sender()), len(self.rows))
        if here + 1 < len(self.rows):
            self.rows[here + 1].cells.focus_first()

    def _given(self) -> tuple[GivenRating, ...]:
        return tuple(
            GivenRating(row.goal_id, value, rater)
            for row in self.rows
            for rater, value in zip((Rater.CLIENT, Rater.COUNSELOR), row.cells.values, strict=True)
            if value is not None
        )

    def _on_save(self) -> None:
        given = self._given()
        if not given:
            self._wrong.setText(_("Write at least one number from 0 to 10."))
            self._wrong.show()
            return
        goals = self._desk.workspace.goals
        if self._desk.did(lambda: goals.rate_all(self._client_id, given, session_id=self._session_id, by=self)):
            self.saved.emit()
            self.accept()
