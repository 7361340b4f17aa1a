"""The tab "Outcomes" of a client: one panel for each measure and rater, both ways of meeting, and the goals."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.outcomes import MeasureCourse, Which
from vitalshift_desktop.services.outcomes import OutcomesOfClient
from vitalshift_desktop.ui.answer_rows import AnswerRows, ReviewedAnswers
from vitalshift_desktop.ui.charts.episode_choice import EpisodeChoice
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.outcomes.change_words import paired_words
from vitalshift_desktop.ui.outcomes.goals_section import GoalsSection
from vitalshift_desktop.ui.outcomes.levels_form import LevelsForm
from vitalshift_desktop.ui.outcomes.measure_panel import MeasurePanel
from vitalshift_desktop.ui.outcomes.place_table import PlaceTable
from vitalshift_desktop.ui.outcomes.place_words import place_lines
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn, empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import held, left
from vitalshift_desktop.words import _

_READING_WIDTH = 700
_BETWEEN = 30


class OutcomesPage(ClientPage):
    """The tab "Outcomes" of a client."""

    concerns = frozenset({Subject.MEASURES, Subject.SESSIONS, Subject.CLIENTS, Subject.GOALS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("outcomes")
        self._desk = desk
        self._shown: ClientId | None = None
        self.panels: dict[Which, MeasurePanel] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.episodes = EpisodeChoice("outcomes.episode")
        self.enter = Button(_("Enter a measure…"))
        self.enter.setObjectName("outcomes.enter")
        self.choose = LinkButton(_("Measures for this client…"))
        self.choose.setObjectName("outcomes.choose")
        self.state = TextLabel(tone="2", size="m")
        self.state.setObjectName("outcomes.state")
        self.paired = TextLabel(size="m")
        self.paired.setObjectName("outcomes.paired")
        for words in (self.state, self.paired):
            words.setMaximumWidth(theme().scale(_READING_WIDTH))
        self.places = PlaceTable()
        self.goals = GoalsSection(self._desk.privacy)
        sentence = _("Scores of measures over the sessions, each with its cut-off, its bands and where they come from.")
        self.nothing = EmptyState(_("No measure is used yet"), sentence, _("Measures for this client…"), variant="")
        self.nothing.button.setObjectName("outcomes.choose_first")
        self.not_entered = EmptyState(_("Nothing entered yet"), sentence, _("Enter a measure…"), variant="")
        self.not_entered.button.setObjectName("outcomes.enter_first")
        self.answers = AnswerRows(self._desk)
        self.reviewed = ReviewedAnswers(self._desk)
        self._measures = QVBoxLayout()
        self._measures.setSpacing(_BETWEEN)
        self.flow = FlowColumn()
        self.flow.add_layout(left(self.episodes, self.enter, self.choose))
        self.flow.add(self.answers, gap=8)
        self.flow.add_layout(held(self.state), gap=8)
        self.flow.add_layout(held(self.paired), gap=8)
        self.flow.add_layout(self._measures, gap=16)
        self.flow.add(self.reviewed, gap=_BETWEEN)
        self.flow.add(self.places, gap=_BETWEEN)
        self.flow.add(self.goals, gap=_BETWEEN)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        for part in (self.flow, self.nothing, self.not_entered):
            whole.addWidget(part)
        self.nothing.hide()
        self.not_entered.hide()

    def _connect(self) -> None:
        self.episodes.picked.connect(self._on_episode)
        for enter in (self.enter.clicked, self.not_entered.acted):
            enter.connect(self._on_enter_any)
        for choose in (self.choose.clicked, self.nothing.acted):
            choose.connect(self._on_choose)
        self.goals.levels_wished.connect(self._on_levels)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Ask for the outcomes and show them."""
        if self.client_id is None:
            return
        is_other, self._shown = self._shown != self.client_id, self.client_id
        if is_other:
            self.episodes.forget()
        workspace = self._desk.workspace
        self.episodes.show_episodes(workspace.episodes.of_client(self.client_id))
        client = workspace.clients.get(self.client_id)
        for answers in (self.answers, self.reviewed):
            answers.show_client(self.client_id)
        hidden = self._desk.privacy.initials_on
        name = cut(self._desk.privacy.name(client) if hidden else client.short_name)
        self._show(workspace.outcomes.of_client(self.client_id, self.episodes.episode_id), name, is_other=is_other)

    def focus_first(self) -> None:
        """Go to the first chart, where the arrow keys step through the forms, or to the one action."""
        panels = list(self.panels.values())
        if panels:
            panels[0].chart.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        for part in (self.nothing, self.not_entered):
            if not part.isHidden():
                part.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.enter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_item(self, item: int, part: int = 0) -> None:
        """Bring the form with this number to the front."""
        self.look_again()
        for panel in self.panels.values():
            if panel.bring(item):
                self.flow.ensureWidgetVisible(panel.chart)
                return

    def _show(self, outcomes: OutcomesOfClient, name: str, *, is_other: bool) -> None:
        raters = {course.which: self._rater(course, outcomes, name) for course in outcomes.courses}
        self._show_panels(outcomes.courses, raters, is_other=is_other)
        named = [(_("Session check-in"), outcomes.checkin)] if outcomes.checkin else []
        named += [
            (_("{measure}, rated by {rater}").format(measure=one.definition.name, rater=raters[one.which]), one)
            for one in outcomes.courses
        ]
        self.places.show_lines(place_lines(named))
        self.goals.show_goals(outcomes.goals, outcomes.attainment, name)
        self.paired.setVisible(outcomes.paired is not None)
        if outcomes.paired is not None:
            self.paired.setText(paired_words(outcomes.paired))
        self._show_state(outcomes, name)
        has_anything = bool(outcomes.courses or self.places.lines) or not self.goals.isHidden()
        has_episodes = not self.episodes.isHidden()
        self.flow.setVisible(has_anything or has_episodes)
        self.nothing.setVisible(self.flow.isHidden() and not outcomes.chosen)
        self.not_entered.setVisible(self.flow.isHidden() and bool(outcomes.chosen))

    def _show_state(self, outcomes: OutcomesOfClient, name: str) -> None:
        said = []
        if outcomes.paused is not None:
            words = _("Measures are paused for {name} since {day}: nothing is asked for.")
            said.append(words.format(name=name, day=full_day(outcomes.paused.since)))
        if outcomes.chosen:
            never = ", ".join(form.name for form in outcomes.chosen)
            said.append(_("In use, nothing entered yet: {measures}.").format(measures=never))
        if not outcomes.courses and not outcomes.chosen:
            said.append(_("No measure is used with {name} yet.").format(name=name))
        self.state.setText(" ".join(said))
        self.state.setVisible(bool(said))

    def _rater(self, course: MeasureCourse, outcomes: OutcomesOfClient, name: str) -> str:
        guardian = outcomes.guardians.get(course.person_id) if course.person_id is not None else None
        return {
            Rater.CLIENT: name,
            Rater.COUNSELOR: _("you"),
            Rater.GUARDIAN: self._desk.privacy.short(guardian) if guardian else _("a guardian"),
        }[course.rater]

    def _show_panels(self, courses: tuple[MeasureCourse, ...], raters: dict[Which, str], *, is_other: bool) -> None:
        """Keep the panels that are there still, so that focus and the chosen form stay where they were."""
        wanted = {course.which: course for course in courses}
        if list(wanted) != list(self.panels):
            empty(self._measures)
            self.panels = {which: self._panel(course) for which, course in wanted.items()}
            for panel in self.panels.values():
                self._measures.addWidget(panel)
        for which, course in wanted.items():
            self.panels[which].show_course(course, raters[which], is_other=is_other)

    def _panel(self, course: MeasureCourse) -> MeasurePanel:
        panel = MeasurePanel(course, self._desk.privacy)
        panel.entered.connect(self._on_enter)
        panel.corrected.connect(self._on_correct)
        return panel

    def _on_episode(self, _value: object) -> None:
        for panel in self.panels.values():
            panel.chart.choose(None)
        self.look_again()

    def _on_enter_any(self) -> None:
        if self.client_id is not None:
            self._desk.wishes.enter_measure.emit(self.client_id, None, None)

    def _on_enter(self, instrument_id: str) -> None:
        if self.client_id is not None:
            self._desk.wishes.enter_measure.emit(self.client_id, instrument_id, None)

    def _on_correct(self, administration_id: object) -> None:
        self._desk.wishes.correct_measure.emit(administration_id)

    def _on_levels(self) -> None:
        if self.client_id is not None:
            LevelsForm(self._desk, self.client_id, self.window()).open_from(self.goals.set_levels)

    def _on_choose(self) -> None:
        if self.client_id is not None:
            self._desk.wishes.client_measures.emit(self.client_id)
