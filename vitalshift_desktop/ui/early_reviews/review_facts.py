"""What the record already knows, beside a review sheet: the check-ins so far, the goals, what is agreed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.goal_ledger import Ledger
from vitalshift_desktop.domain.goals import Goal
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.tasks import Task
from vitalshift_desktop.services.early_reviews import ReviewPage
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext


class ReviewFacts(QWidget):
    """Three short sections to look at while the sheet is talked over."""

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self.setObjectName("review_sheet.facts")
        self._privacy = privacy
        self.checkins = TextLabel(size="m")
        self.checkins.setObjectName("review_sheet.checkins")
        self.agreed = TextLabel(size="m")
        self._goals = QVBoxLayout()
        self._goals.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(_("Check-ins so far")))
        column.addWidget(self.checkins)
        column.addSpacing(12)
        column.addWidget(SectionHeading(_("Goals")))
        column.addLayout(self._goals)
        column.addSpacing(12)
        column.addWidget(SectionHeading(_("Agreement")))
        column.addWidget(self.agreed)
        column.addStretch(1)

    def show_page(self, page: ReviewPage) -> None:
        """Show what is known of this client's first sessions."""
        self.checkins.setText(_checkins(page, cut(self._privacy.name(page.client))))
        empty(self._goals)
        for goal in page.goals:
            self._goals.addWidget(RecordLabel(goal.details.wording, privacy=self._privacy, role="rail"))
            for words in _open_words(goal, page.ledger):
                self._goals.addWidget(TextLabel(words, tone="attn", size="c"))
        if not page.goals:
            self._goals.addWidget(TextLabel(_("No goal yet."), tone="2", size="m"))
        self._show_never_agreed(page.ledger.never_agreed)
        words = _("Last agreed on {day}.").format(day=full_day(page.agreed_on)) if page.agreed_on else _("Nothing yet.")
        self.agreed.setText(words)

    def _show_never_agreed(self, tasks: Sequence[Task]) -> None:
        """Tasks the client never agreed to, after the goals."""
        if tasks:
            self._goals.addWidget(TextLabel(_("Tasks never agreed"), role="name", size="m"))
        for task in tasks:
            self._goals.addWidget(RecordLabel(task.details.words, privacy=self._privacy, role="rail"))


def _open_words(goal: Goal, ledger: Ledger) -> tuple[str, ...]:
    """What is open about one goal: not agreed, without an agreed task, not worked on lately."""
    is_open = (
        (_("not agreed yet"), goal.details.agreed_on is None),
        (_("no agreed task yet"), goal in ledger.without_task),
        (_("not worked on lately"), goal in [one.goal for one in ledger.untouched]),
    )
    return tuple(words for words, holds in is_open if holds)


def _checkins(page: ReviewPage, name: str) -> str:
    points = [point for point in page.course.points if point.session_no <= EARLY_SESSIONS]
    given = [(point.session_no, point.client.score) for point in points if point.client]
    if not given:
        return _("None by {name} yet.").format(name=name)
    scores = ", ".join(_("session {n}: {score}").format(n=number, score=mean_words(score)) for number, score in given)
    words = _("{name}: {scores}.").format(name=name, scores=scores)
    yours = [(point.session_no, point.counselor.score) for point in points if point.counselor]
    if yours:
        own = ", ".join(_("session {n}: {score}").format(n=number, score=mean_words(score)) for number, score in yours)
        words = f"{words} {_('You: {scores}.').format(scores=own)}"
    few = ngettext(
        "{n} score is a reason to ask, not a finding.", "{n} scores are a reason to ask, not a finding.", len(given)
    )
    return f"{words} {few.format(n=len(given))}"
