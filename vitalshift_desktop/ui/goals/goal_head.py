"""The line of a goal that is always seen: its words, its course, where it stands."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.domain.goals import GoalCourse, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.ui.goals.goal_words import agreed_words, course_words, now_words, quoted, review_words
from vitalshift_desktop.ui.level_words import level_name
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow
from vitalshift_desktop.ui.widgets.sparkline import Sparkline
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

COURSE_WIDTH, NOW_WIDTH, STATUS_WIDTH, REVIEW_WIDTH = 120, 72, 100, 92
GAP = 14
CARET_WIDTH = 26
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GoalHead(RingedRow):
    """Takes the focus; Enter, Space or a click opens what is below, the arrows step to the next goal."""

    opened = Signal()
    step_wanted = Signal(int)

    def __init__(self, privacy: Privacy) -> None:
        super().__init__(radius=6, by_mouse=True)
        self._caret = IconLabel("caret-right", "text2", 15, line=25)
        self.words = RecordLabel(privacy=privacy)
        self._agreed_icon = IconLabel("circle", "attnmark", 15, line=20)
        self._agreed = TextLabel(size="m")
        self.course = Sparkline()
        self.course.setFixedSize(theme().scale(COURSE_WIDTH), theme().scale(44))
        self._now = TextLabel(role="h3", wrap=False)
        self._target = TextLabel(tone="2", size="m", wrap=False)
        self._status = TextLabel(tone="2", size="m", wrap=False)
        self._review = TextLabel(tone="2", size="m", wrap=False)
        self._is_stacked = False
        self._review_words = ("", "")
        self._spoken: tuple[str, ...] = ()
        self._spoken_course = ""
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts = QHBoxLayout()
        self._build()

    def _build(self) -> None:
        self._body.setSpacing(GAP)
        self._body.addLayout(self._words_part(), 1)
        self._facts.setSpacing(GAP)
        self._facts.addWidget(self.course)
        self._facts.addWidget(self._now_part())
        self._status.setFixedWidth(theme().scale(STATUS_WIDTH))
        self._facts.addWidget(self._status)
        self._facts.addWidget(self._review)
        self._facts.addStretch(1)
        self._body.addLayout(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 8, 4, 8)
        row.setSpacing(theme().scale(CARET_WIDTH - 15))
        row.addWidget(self._caret, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._body, 1)

    def _words_part(self) -> QVBoxLayout:
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._agreed_icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._agreed, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addLayout(below)
        return column

    def _now_part(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(self._now, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self._target, 0, Qt.AlignmentFlag.AlignBaseline)
        part.setFixedWidth(theme().scale(NOW_WIDTH))
        part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return part

    def show_course(self, course: GoalCourse, client: str, today: date) -> None:
        """Show the goal with the client of this name as of today."""
        details = course.goal.details
        self.words.show_text(quoted(details.wording))
        is_agreed = details.agreed_on is not None
        self._agreed_icon.show_icon(*(("check-circle", "ok") if is_agreed else ("circle", "attnmark")))
        self._agreed.setText(f"{agreed_words(details, client)} · {label(details.proposed_by)}")
        self._agreed.show_tone("2" if is_agreed else "attn")
        ratings = tuple(float(rating.rating) for rating in course.by(Rater.CLIENT))
        self.course.show_series(ratings, target=details.target if ratings else None, description=course_words(course))
        now, target = now_words(course)
        self._now.setText(now)
        self._target.setText(target)
        self._review_words = review_words(course.goal, today)
        self._show_review()
        self._spoken = (_("Hidden") if self.words.is_covered else course.goal.name, self._agreed.text())
        self._spoken_course = course_words(course)

    def show_level(self, status: GoalStatus, level: int | None) -> None:
        """Show the level the goal stands at, "" while none was written down; of one not worked on what became of it."""
        named = level_name(level) if level is not None else ""
        self._status.setText(named if status is GoalStatus.ACTIVE else label(status))
        spoken = (*self._spoken, self._spoken_course, self._status.text(), self._spoken_review())
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def show_open(self, *, is_open: bool) -> None:
        """Turn the caret."""
        self._caret.show_icon("caret-down" if is_open else "caret-right", "text2")
        self.setAccessibleDescription(_("Open") if is_open else _("Closed"))

    def set_stacked(self, stacked: bool) -> None:
        """Put the facts below the words, where there is no room beside them."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)
        self._body.setSpacing(8 if stacked else GAP)
        self._is_stacked = stacked
        self._show_review()

    def _show_review(self) -> None:
        """Beside the words the day stands under the name of its column; below them it needs the name itself."""
        words, tone = self._review_words
        self._review.setText(self._spoken_review() if self._is_stacked else words)
        self._review.show_tone(tone)
        self._review.setAlignment(Qt.AlignmentFlag.AlignVCenter if self._is_stacked else RIGHT)
        self._review.setMinimumWidth(theme().scale(REVIEW_WIDTH))
        self._review.setMaximumWidth(theme().scale(2 * REVIEW_WIDTH if self._is_stacked else REVIEW_WIDTH))

    def _spoken_review(self) -> str:
        words, tone = self._review_words
        return _("Review {day}").format(day=words) if words and tone != "attn" else words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_wanted.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()
