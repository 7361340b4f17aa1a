"""How far the goals have come in this episode: ratings of client and counselor, and goal attainment, in words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.goal_levels import AttainmentReading
from vitalshift_desktop.domain.goals import GoalCourse, GoalRating, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.level_words import attainment_words, levels_line
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

_Shown = tuple[tuple[GoalCourse, ...], AttainmentReading | None, str]


class GoalsSection(QWidget):
    """A line of the record for each goal, and below it the numbers; hidden without goals."""

    levels_wished = Signal()

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes.goals")
        self._privacy = privacy
        self._shown: _Shown = ((), None, "")
        self.set_levels = LinkButton(_("Levels today…"))
        self.set_levels.setObjectName("outcomes.levels")
        self.attained = TextLabel(size="m")
        self.attained.setObjectName("outcomes.attained")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(_("Goals"), action=self.set_levels))
        column.addWidget(self.attained)
        column.addLayout(self._rows)
        self.set_levels.clicked.connect(self.levels_wished)

    def show_goals(self, goals: Sequence[GoalCourse], reading: AttainmentReading | None, name: str) -> None:
        """Show the goals that are worked on, rated or scaled, of a client called so."""
        levels = {one.goal.id: one for one in reading.goals} if reading else {}
        told = tuple(
            one for one in goals if one.ratings or one.goal.id in levels or one.goal.status is GoalStatus.ACTIVE
        )
        self.setVisible(bool(told))
        self.set_levels.setVisible(any(one.goal.status is GoalStatus.ACTIVE for one in told))
        if (told, reading, name) == self._shown:
            return
        self._shown = told, reading, name
        none_yet = _("Goal attainment: no levels yet.")
        self.attained.setText(
            _("Goal attainment: {words}").format(words=attainment_words(reading)) if reading else none_yet
        )
        empty(self._rows)
        for one in told:
            self._rows.addWidget(RecordLabel(one.goal.name, privacy=self._privacy, role="rail"))
            said = [goal_words(one, name), levels_line(levels[one.goal.id]) if one.goal.id in levels else ""]
            self._rows.addWidget(TextLabel("\n".join(words for words in said if words), tone="2", size="m"))
            self._rows.addSpacing(8)


def goal_words(course: GoalCourse, name: str) -> str:
    """The ratings of one goal, such as "Maren 2 to 6 (3 ratings, 4 Jan to 12 Mar). You 3 (1 rating, 4 Jan)."."""
    raters = ((Rater.CLIENT, name), (Rater.COUNSELOR, _("You")))
    said = [_side(who, course.by(rater)) for rater, who in raters if course.by(rater)] or [_("Not rated yet.")]
    target = course.goal.details.target
    if target is not None:
        said.append(_("Target {n} of 10.").format(n=target))
    if course.goal.status is not GoalStatus.ACTIVE:
        said.append(f"{label(course.goal.status)}.")
    return " ".join(said)


def _side(who: str, ratings: Sequence[GoalRating]) -> str:
    count = ngettext("{n} rating", "{n} ratings", len(ratings)).format(n=len(ratings))
    first, last = ratings[0], ratings[-1]
    if len(ratings) == 1:
        return _("{who} {n} ({ratings}, {day}).").format(
            who=who, n=first.rating, ratings=count, day=short_day(first.rated_on)
        )
    return _("{who} {first} to {last} ({ratings}, {begin} to {end}).").format(
        who=who,
        first=first.rating,
        last=last.rating,
        ratings=count,
        begin=short_day(first.rated_on),
        end=short_day(last.rated_on),
    )
