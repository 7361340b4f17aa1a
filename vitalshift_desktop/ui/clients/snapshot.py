"""Where the work with a client stands now: marks, alliance, goals, agreements, next check-ins."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.answers import AnswerFacts
from vitalshift_desktop.domain.flags import Flag
from vitalshift_desktop.domain.goals import GoalCourse, GoalStatus
from vitalshift_desktop.domain.reminders import Reminder, ReminderKind
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.answer_row import AnswerRow
from vitalshift_desktop.ui.clients.alliance_glance import AllianceGlance
from vitalshift_desktop.ui.dates_in_words import full_day, relative_day, short_day, time_words
from vitalshift_desktop.ui.flag_words import flag_icon, flag_sentence, flag_title, flag_tone
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.goal_bar import GoalBar
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Section(QWidget):
    """A heading and its rows with a hairline under each; without rows a sentence, or nothing at all."""

    def __init__(self, heading: SectionHeading, nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = heading
        self._nothing = nothing
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addLayout(self._rows)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the rows, whatever they are."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows in place of the earlier ones."""
        empty(self._rows)
        for row in rows:
            self._rows.addWidget(row)
            self._rows.addWidget(Hairline())
        if not rows and self._nothing:
            sentence = TextLabel(self._nothing, tone="2", size="m")
            sentence.setContentsMargins(0, 8, 0, 0)
            self._rows.addWidget(sentence)
        self.setVisible(bool(rows) or bool(self._nothing))


class Snapshot(QWidget):
    """The right side of a client's overview."""

    review_wanted = Signal(object)
    consents_wanted = Signal()

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self.marks = Section(SectionHeading(_("Needs a look")))
        self.marks.setObjectName("overview.marks")
        self.alliance = AllianceGlance()
        scale = TextLabel(_("start to now, line is target"), tone="3", size="m", wrap=False)
        self.goals = Section(SectionHeading(_("Goals"), action=scale), _("No goal yet."))
        self.goals.setObjectName("overview.goals")
        self.agreements = Section(SectionHeading(_("Agreements in force")), _("No agreement yet."))
        self.agreements.setObjectName("overview.agreements")
        self.consent = LinkButton(_("Consent to therapy is not recorded"))
        self.consent.setObjectName("overview.consent")
        self.consent.clicked.connect(self.consents_wanted)
        self.agreements.add_below(self.consent)
        self.checkins = Section(SectionHeading(_("Next check-ins")), _("None planned."))
        self.checkins.setObjectName("overview.checkins")
        self._scale = scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(26)
        for part in (self.marks, self.alliance, self.goals, self.agreements, self.checkins):
            column.addWidget(part)
        column.addStretch(1)

    def show_marks(self, flags: Sequence[Flag]) -> None:
        """Show what deserves a look with this client; nothing where there is nothing."""
        hidden = self._privacy.initials_on
        self.marks.heading.show_count(len(flags) or None)
        self.marks.show_rows([self._mark(flag, hidden=hidden) for flag in flags])

    def _mark(self, flag: Flag, *, hidden: bool) -> QWidget:
        if not isinstance(flag.facts, AnswerFacts):
            return _mark(flag, hidden=hidden)
        row = AnswerRow(flag.facts, hidden=hidden)
        row.review_wanted.connect(self.review_wanted)
        return row

    def show_goals(self, courses: Sequence[GoalCourse]) -> None:
        """Show the goals that are worked on."""
        active = [course for course in courses if course.goal.status is GoalStatus.ACTIVE]
        self._scale.setVisible(bool(active))
        self.goals.show_rows([_goal(course, self._privacy) for course in active])

    def show_agreements(self, clauses: Sequence[ClauseVersion], today: date) -> None:
        """Show the clauses in force with the day on which each is looked at again."""
        self.agreements.heading.show_count(len(clauses) or None)
        self.agreements.show_rows([_pair(label(clause.topic), _review(clause, today)) for clause in clauses])

    def show_consent(self, *, is_missing: bool) -> None:
        """Say quietly that no consent to therapy itself holds, and lead to where it is recorded."""
        self.consent.setVisible(is_missing)

    def show_checkins(self, upcoming: Session | None, reminders: Sequence[Reminder], today: date) -> None:
        """Show the check-in of the next session and the reminders to check in."""
        rows = [_pair(_("Session check-in"), _when(upcoming, today))] if upcoming else []
        asked = [reminder.details for reminder in reminders if reminder.details.kind is ReminderKind.CHECK_IN]
        rows += [_record_pair(details.title, relative_day(details.due_on, today), self._privacy) for details in asked]
        self.checkins.show_rows(rows)


def _mark(flag: Flag, *, hidden: bool) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 8, 0, 8)
    column.setSpacing(1)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(IconLabel(flag_icon(flag), flag_tone(flag), 16, line=20))
    head.addWidget(TextLabel(flag_title(flag), role="name", size="m"), 1)
    column.addLayout(head)
    sentence = TextLabel(flag_sentence(flag, hidden=hidden), tone="2", size="m")
    sentence.setContentsMargins(theme().scale(24), 0, 0, 0)
    column.addWidget(sentence)
    row.setAccessibleName(f"{flag_title(flag)}. {sentence.text()}")
    return row


def _goal(course: GoalCourse, privacy: Privacy) -> QWidget:
    target, now = course.goal.details.target, course.now
    bar = GoalBar()
    bar.show_goal(course.start, now, target, description=_goal_words(course))
    number = TextLabel("" if now is None else str(now), role="name", size="m", wrap=False)
    number.setAlignment(Qt.AlignmentFlag.AlignRight | _MIDDLE)
    number.setFixedWidth(theme().scale(22))
    return _row(RecordLabel(course.goal.name, privacy=privacy, role="rail"), bar, number)


def _goal_words(course: GoalCourse) -> str:
    if course.now is None:
        return _("Not rated yet")
    told = _("From {start} to {now}").format(start=course.start, now=course.now)
    target = course.goal.details.target
    return told if target is None else _("{told}, target {target}").format(told=told, target=target)


def _review(clause: ClauseVersion, today: date) -> str:
    if clause.review_on is None:
        return _("no review day")
    is_this_year = clause.review_on.year == today.year
    return _("review {day}").format(day=short_day(clause.review_on) if is_this_year else full_day(clause.review_on))


def _when(session: Session, today: date) -> str:
    return f"{relative_day(session.day, today)} {time_words(session.local_start)}"


def _pair(words: str, right: str) -> QWidget:
    return _row(TextLabel(words, size="m"), TextLabel(right, tone="2", size="m", wrap=False))


def _record_pair(words: str, right: str, privacy: Privacy) -> QWidget:
    return _row(RecordLabel(words, privacy=privacy, role="rail"), TextLabel(right, tone="2", size="m", wrap=False))


def _row(words: QWidget, *rest: QWidget) -> QWidget:
    row = QWidget()
    row.setMinimumHeight(theme().scale(34))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 6, 0, 6)
    line.setSpacing(14)
    line.addWidget(words, 1, _MIDDLE)
    for part in rest:
        line.addWidget(part, 0, _MIDDLE)
    return row
