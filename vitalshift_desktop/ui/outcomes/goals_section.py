"""How far the goals have come in this episode: first and latest rating of client and counselor, in words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.goals import GoalCourse, GoalRating, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext


class GoalsSection(QWidget):
    """A line of the record for each goal that was rated, and below it the numbers; hidden without any."""

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes.goals")
        self._privacy = privacy
        self._shown: tuple[tuple[GoalCourse, ...], str] = ((), "")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(_("Goals, rated 0 to 10")))
        column.addLayout(self._rows)

    def show_goals(self, goals: Sequence[GoalCourse], name: str) -> None:
        """Show the goals that have a rating, of a client called so."""
        rated = tuple(one for one in goals if one.ratings)
        self.setVisible(bool(rated))
        if (rated, name) == self._shown:
            return
        self._shown = rated, name
        empty(self._rows)
        for one in rated:
            self._rows.addWidget(RecordLabel(one.goal.name, privacy=self._privacy, role="rail"))
            words = TextLabel(goal_words(one, name), tone="2", size="m")
            self._rows.addWidget(words)
            self._rows.addSpacing(8)


def goal_words(course: GoalCourse, name: str) -> str:
    """The numbers of one goal, such as "Maren 2 to 6 (3 ratings, 4 Jan to 12 Mar). You 3 (1 rating, 4 Jan)."""
    said = [
        _side(who, course.by(rater))
        for rater, who in ((Rater.CLIENT, name), (Rater.COUNSELOR, _("You")))
        if course.by(rater)
    ]
    target = course.goal.details.target
    if target is not None:
        said.append(_("Target {n}.").format(n=target))
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
