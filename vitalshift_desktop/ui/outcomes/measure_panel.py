"""One measure of one rater: its chart, the same numbers as a table, and what changed in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.outcome_change import change_of
from vitalshift_desktop.domain.outcomes import MeasureCourse
from vitalshift_desktop.ui.charts.twin_table import TwinTable
from vitalshift_desktop.ui.outcomes.change_column import ChangeColumn
from vitalshift_desktop.ui.outcomes.change_words import cannot_say, change_paragraphs, source_lines
from vitalshift_desktop.ui.outcomes.outcome_chart import OutcomeChart
from vitalshift_desktop.ui.outcomes.outcome_facts import OutcomeFacts, outcome_facts
from vitalshift_desktop.ui.outcomes.outcome_twin import history_words, outcome_twin
from vitalshift_desktop.ui.outcomes.score_words import chart_words, column_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _

_WORDS_WIDTH = 264
_BETWEEN = 32
_LEAST_CHART = 520
_WORDS_BELOW = 620


class MeasurePanel(QWidget):
    """`entered` and `corrected` tell what is to be entered (an instrument's id) or put right (an administration's)."""

    entered = Signal(str)
    corrected = Signal(object)

    def __init__(self, course: MeasureCourse, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"outcomes.{course.definition.id}.{course.rater.value}{course.person_id or ''}")
        self.course = course
        self.facts: OutcomeFacts | None = None
        self._rater = ""
        self._privacy = privacy
        self._build(privacy)
        self.chart.stepped.connect(self._on_chart_step)
        self.chart.rescaled.connect(self._on_rescaled)
        self.table.scrolled.connect(self.chart.show_offset)
        self.table.stepped.connect(self._on_table_step)
        self.score.picked.connect(self._on_score)
        self.enter.clicked.connect(self._on_enter)
        self.correct.clicked.connect(self._on_correct)

    def _build(self, privacy: Privacy) -> None:
        self.enter = LinkButton(_("Enter…"), icon="plus")
        self.enter.setObjectName("outcomes.enter_again")
        self.heading = SectionHeading("", "", action=self.enter)
        self.score = ChoiceField(_("Score"), [], inline=True)
        self.score.setObjectName("outcomes.score")
        self.chart = OutcomeChart()
        self.table = TwinTable()
        self.table.view.setObjectName("outcomes.table")
        self.readout = TextLabel(tone="2", size="m")
        self.readout.setObjectName("outcomes.readout")
        self.note = RecordLabel(privacy=privacy, role="rail")
        self.correct = LinkButton(_("Correct this entry…"))
        self.correct.setObjectName("outcomes.correct")
        self.words = ChangeColumn()
        drawn = QVBoxLayout()
        drawn.setSpacing(0)
        drawn.addLayout(left(self.score))
        for part, gap in ((self.chart, 4), (self.table, 8), (self.readout, 0), (self.note, 0)):
            drawn.addWidget(part)
            drawn.addSpacing(gap)
        drawn.addLayout(left(self.correct))
        drawn.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_BETWEEN)
        self._columns.addLayout(drawn, 1)
        # A column narrower than the page stands in a row, see the page of the alliance.
        beside = QHBoxLayout()
        beside.addWidget(self.words, 1)
        beside.addStretch(0)
        self._columns.addLayout(beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.heading)
        whole.addLayout(self._columns)

    def show_course(self, course: MeasureCourse, rater: str, *, is_other: bool) -> None:
        """Show this course, of a rater called so; another client's begins at its latest form."""
        self.course, self._rater = course, rater
        self._show_choice(keep=not is_other)
        if is_other:
            self.chart.choose(None)
        self._show(is_other=is_other)

    def bring(self, administration_id: int) -> bool:
        """Go to the column of a form; False where it is not here."""
        place = self.facts.place_of(administration_id) if self.facts else None
        if place is None:
            return False
        self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chart.step_to(place)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Words beside the chart where both have room, else below it."""
        words = theme().scale(_WORDS_WIDTH)
        beside = not theme().wide_text and self.width() >= theme().scale(_LEAST_CHART) + _BETWEEN + words
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
            self._columns.setSpacing(_BETWEEN if beside else 14)
        self.words.setMinimumWidth(words if beside else 0)
        self.words.setMaximumWidth(words if beside else theme().scale(_WORDS_BELOW))

    def _show_choice(self, *, keep: bool) -> None:
        before = self.score.value if keep else None
        scores = [(score.key, score.name) for score in self.course.scores]
        self.score.setVisible(len(scores) > 1)
        self.score.show_choices(scores)
        main = self.course.main_score
        if main is not None:
            self.score.choose(before if before in dict(scores) else main.key)

    def _show(self, *, is_other: bool) -> None:
        key = str(self.score.value or "")
        self.facts = outcome_facts(self.course, key, is_covered=self._privacy.initials_on)
        title = self.course.definition.name
        self.heading.show_title(_("{measure}, rated by {rater}").format(measure=title, rater=self._rater))
        has_score = self.facts is not None
        for part in (self.chart, self.table, self.readout):
            part.setVisible(has_score)
        if self.facts is None:
            return
        self.chart.show_facts(self.facts, chart_words(self.facts, self._rater))
        self.table.show_twin(outcome_twin(self.facts), self.heading.accessibleName(), is_other=is_other)
        self.table.choose(self.chart.chosen)
        change = change_of(self.course, key)
        self.words.show_words(
            change_paragraphs(self.course, key, change),
            cannot_say(),
            source_lines(change, self.course, key),
            history_words(self.facts),
        )
        self._show_readout()
        self.arrange()

    def _show_readout(self) -> None:
        place, facts = self.chart.chosen, self.facts
        column = facts.columns[place] if facts is not None and place is not None else None
        self.correct.setVisible(column is not None and column.point is not None)
        note = column.gap.not_given.note if column is not None and column.gap is not None else ""
        self.note.show_text(note)
        self.note.setVisible(bool(note))
        if facts is None or place is None:
            self.readout.setText(_("The left and right arrow keys step through the forms."))
            self.readout.show_tone("3")
            return
        self.readout.setText(column_words(facts, place))
        self.readout.show_tone("")

    def _on_score(self, _value: object) -> None:
        self._show(is_other=False)

    def _on_rescaled(self) -> None:
        self.table.fit(self.chart.scale)

    def _on_chart_step(self, place: int) -> None:
        self.table.choose(place)
        self._show_readout()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.chart, self.readout.text()))

    def _on_table_step(self, place: int) -> None:
        # The table's own cell is read out already.
        self.chart.choose(place)
        self.table.choose(place)
        self._show_readout()

    def _on_enter(self) -> None:
        self.entered.emit(self.course.definition.id)

    def _on_correct(self) -> None:
        place = self.chart.chosen
        column = self.facts.columns[place] if self.facts is not None and place is not None else None
        if column is not None and column.point is not None:
            self.corrected.emit(column.point.scored.administration.id)
