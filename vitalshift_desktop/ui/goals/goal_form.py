"""A new goal, or changes to one."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import Goal, GoalDetails, ProposedBy
from vitalshift_desktop.domain.problems import Problem, ReasonIsMissing, ReviewBeforeStart, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.rating_cell import RatingField
from vitalshift_desktop.ui.goals.words_field import WordsField
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WIDTH, _WIDEST = 560, 900
_ANYWHERE = Qt.AlignmentFlag(0)


class GoalForm(DialogFrame):
    """The client's words, whose idea it was, whether it is agreed, when to look again, how far to go."""

    saved = Signal(object)

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget, *, goal: Goal | None = None) -> None:
        super().__init__(_("Add a goal") if goal is None else _("Edit goal"), width=_WIDTH, parent=parent)
        self.setObjectName("goal_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._goals = desk.workspace.goals
        self._clock = desk.workspace.clock
        self._client_id = client_id
        self._goal = goal
        self._room = parent.window().size()
        self._build()
        self._show(goal.details if goal is not None else GoalDetails("", agreed_on=self._today()))
        fields = ["words", "short", "proposed_by", "target", "agreed", "review"]
        if goal is not None:
            self._add_why()
            fields += ["asked_by", "reason"]
        place = f"goal_form:{client_id}:{goal.id if goal is not None else 0}"
        self.keep(place, *(f"goal.{name}" for name in fields))
        self.words.editor.setFocus()

    def _build(self) -> None:
        self.words = WordsField(_("In the client’s words"))
        self.words.editor.setObjectName("goal.words")
        self.short = Field(_("Short name"), hint=_("For the note and the printed page, such as: bus to my sister’s."))
        self.short.setObjectName("goal.short")
        self.proposed_by = ChoiceField(_("Proposed by"), [(who, label(who)) for who in ProposedBy])
        self.proposed_by.setObjectName("goal.proposed_by")
        self.target = RatingField(_("Target, 0 to 10"))
        self.target.setObjectName("goal.target")
        self.agreed = DateField(
            _("Agreed on"), optional=True, today=self._today, hint=_("Empty while it is only proposed.")
        )
        self.agreed.setObjectName("goal.agreed")
        self.review = DateField(
            _("Look at it again on"), optional=True, today=self._today, hint=_("Empty for no review.")
        )
        self.review.setObjectName("goal.review")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, field in enumerate((self.proposed_by, self.target, self.agreed, self.review)):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop if place < 2 else _ANYWHERE)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        content = self._fields = self._content()
        content.addWidget(self.words)
        content.addWidget(self.short)
        content.addLayout(grid)
        self._add_buttons()

    def _add_why(self) -> None:
        """A change is a version more, with whose idea it was and why."""
        self.asked_by = ChoiceField(
            _("Whose idea the change is"), [(who, label(who)) for who in ProposedBy], chosen=ProposedBy.BOTH
        )
        self.asked_by.setObjectName("goal.asked_by")
        self.reason = Field(_("Why it changes"), hint=_("Needed where what was agreed changes; kept with the version."))
        self.reason.setObjectName("goal.reason")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(self.asked_by, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.reason, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._anew = TextLabel(
            _("What is new is agreed anew, today. Put the old day back where only a typing error was mended."),
            tone="2",
            size="m",
        )
        self._anew.setObjectName("goal.anew")
        self._anew.setVisible(False)
        self._fields.addWidget(self._anew)
        self._fields.addLayout(grid)
        self.words.editor.typed.connect(self._on_changed)
        self.target.rating.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        """Other words, or another target, were not agreed on the day on which the old ones were; told once."""
        before = self._goal.details if self._goal is not None else None
        if before is None or before.agreed_on is None or not self._anew.isHidden():
            return
        if before.agreed_on < self._today() and self.agreed.day() == before.agreed_on:
            self.agreed.show_day(self._today())
            self._anew.setVisible(True)

    def _content(self) -> QVBoxLayout:
        """Where the fields go: into the dialog itself, or into a column that scrolls where the text is large."""
        if not theme().wide_text:
            return self.column
        flow = FlowColumn(padded=False)
        flow.column.setSpacing(self.column.spacing())
        self.column.addWidget(flow, 1)
        self.resize(min(_WIDEST, self._room.width() - 40), self._room.height() - 40)
        return flow.column

    def _add_buttons(self) -> None:
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Add goal") if self._goal is None else _("Save"), variant="primary")
        self.save.setObjectName("goal.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _show(self, details: GoalDetails) -> None:
        self.words.editor.show_text(details.wording)
        self.short.show_text(details.short)
        self.proposed_by.choose(details.proposed_by)
        self.target.show_value(details.target)
        self.agreed.show_day(details.agreed_on)
        self.review.show_day(details.review_on)

    def _today(self) -> date:
        return today(self._clock)

    def _details(self) -> GoalDetails:
        proposed_by = self.proposed_by.value
        before = self._goal.details if self._goal is not None else GoalDetails("")
        return replace(
            before,
            wording=self.words.editor.text(),
            short=self.short.text(),
            proposed_by=proposed_by if isinstance(proposed_by, ProposedBy) else ProposedBy.CLIENT,
            agreed_on=self.agreed.day(),
            review_on=self.review.day(),
            target=self.target.value,
        )

    def _days_are_right(self) -> bool:
        if not (self.agreed.is_valid() and self.review.is_valid()):
            return False
        agreed_on = self.agreed.day()
        if agreed_on is not None and agreed_on > self._today():
            self.agreed.show_error(_("This day has not come yet."))
            return False
        return True

    def _on_save(self) -> None:
        if not self._days_are_right():
            return
        try:
            goal = self._saved(self._details())
        except TextIsMissing:
            self.words.show_error(_("Write the goal, as the client says it."))
            self.words.editor.setFocus()
            return
        except ReasonIsMissing:
            self.reason.show_error(_("This goal was agreed: say why it changes."))
            self.reason.setFocus()
            return
        except ReviewBeforeStart:
            self.review.show_error(_("This day lies before the goal begins."))
            self.review.setFocus()
            return
        except Problem as problem:
            advice = sentence(problem)
            self.words.show_error(f"{advice.what} {advice.next_step}")
            return
        self.saved.emit(goal.id)
        self.accept()

    def _saved(self, details: GoalDetails) -> Goal:
        if self._goal is None:
            return self._goals.add(self._client_id, details)
        asked_by = self.asked_by.value
        who = asked_by if isinstance(asked_by, ProposedBy) else ProposedBy.BOTH
        return self._goals.change(self._goal.id, details, asked_by=who, reason=self.reason.text())
