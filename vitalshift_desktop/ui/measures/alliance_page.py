"""The alliance of one client: both threads over the sessions, the same numbers as a table, and plain words."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.charts.chart_scale import EDGE, LANE
from vitalshift_desktop.ui.charts.episode_choice import EpisodeChoice
from vitalshift_desktop.ui.charts.stepped_chart import LOWEST_PLOT
from vitalshift_desktop.ui.charts.twin_table import TwinTable
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.alliance_chart import AllianceChart
from vitalshift_desktop.ui.measures.chart_controls import ChartControls
from vitalshift_desktop.ui.measures.chart_facts import chart_facts
from vitalshift_desktop.ui.measures.plain_words import NoCheckins, PlainWords
from vitalshift_desktop.ui.measures.score_twin import score_twin
from vitalshift_desktop.ui.measures.session_words import chart_words, session_words
from vitalshift_desktop.ui.measures.talk_form import TalkForm
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _

_WORDS_WIDTH = 244
_BETWEEN = 36
_LEAST_CHART = 560
_HIGHEST_PLOT = 420
_SPACES = 62  # the page's paddings, and what lies between controls, chart, table and readout


class AlliancePage(ClientPage):
    """The tab "Alliance" of a client."""

    concerns = frozenset({Subject.MEASURES, Subject.SESSIONS, Subject.CLIENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._course = AllianceCourse()
        self._name = ""
        self._shown: ClientId | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("alliance")
        self.episodes = EpisodeChoice()
        self.controls = ChartControls()
        self.chart = AllianceChart()
        self.table = TwinTable()
        self.table.view.setObjectName("alliance.table")
        self.readout = TextLabel(tone="2", size="m")
        self.readout.setObjectName("alliance.readout")
        self.words = PlainWords(self._desk.privacy)
        self.empty = NoCheckins()
        drawn = QVBoxLayout()
        drawn.setSpacing(0)
        drawn.addLayout(left(self.episodes))
        drawn.addWidget(self.controls)
        drawn.addSpacing(8)
        drawn.addWidget(self.chart)
        drawn.addSpacing(4)
        drawn.addWidget(self.table)
        drawn.addSpacing(8)
        drawn.addWidget(self.readout)
        drawn.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_BETWEEN)
        self._columns.addLayout(drawn, 1)
        # A column narrower than the page stands in a row: one below another, the layout would ask for its height at
        # the width of the page and then find the chart that much too high.
        beside = QHBoxLayout()
        beside.addWidget(self.words, 1)
        beside.addWidget(self.empty, 1)
        beside.addStretch(0)
        self._columns.addLayout(beside)
        self._flow = FlowColumn()
        self._flow.add_layout(self._columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._flow)

    def _connect(self) -> None:
        self.controls.changed.connect(self._show)
        self.episodes.picked.connect(self._on_episode)
        self.chart.stepped.connect(self._on_chart_step)
        self.chart.rescaled.connect(self._on_rescaled)
        self.table.scrolled.connect(self.chart.show_offset)
        self.table.stepped.connect(self._on_table_step)
        self.words.talk_wished.connect(self._on_talk_wished)
        self.words.taken_back.connect(self._on_taken_back)
        self.empty.acted.connect(self._on_enter)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Ask for the course and show it."""
        if self.client_id is None:
            return
        client = self._desk.workspace.clients.get(self.client_id)
        if self._shown != self.client_id:
            self.episodes.forget()
        self.episodes.show_episodes(self._desk.workspace.episodes.of_client(self.client_id))
        self._course = self._desk.workspace.alliance.course(self.client_id, self.episodes.episode_id)
        hidden = self._desk.privacy.initials_on
        self._name = cut(self._desk.privacy.name(client) if hidden else client.short_name)
        self._show()

    def focus_first(self) -> None:
        """Go to the chart, where the arrow keys step through the sessions."""
        first: QWidget = self.chart if not self.words.isHidden() else self.empty.enter
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show(self) -> None:
        facts = chart_facts(self._course, self.controls.series)
        is_other, self._shown = self._shown != self.client_id, self.client_id
        has_scores = facts.has_scores
        self._show_parts(has_scores=has_scores)
        self.controls.show_name(self._name)
        if is_other:
            self.chart.choose(None)
        words = _("Check-ins of {name} and you by session").format(name=self._name)
        self.table.show_twin(score_twin(facts, self._name), words, is_other=is_other)
        self.table.explain(_("You − {name}: your rating less {name}’s").format(name=self._name))
        self.chart.show_facts(facts, self.controls.parts, chart_words(facts, self._name))
        self.table.choose(self.chart.chosen)
        self._show_readout()
        if has_scores:
            self.words.show_course(self._course, self._name)
        else:
            self.empty.show_name(self._name, has_session=bool(self._course.points))
        self._arrange()

    def _show_parts(self, *, has_scores: bool) -> None:
        for part in (self.controls, self.table, self.readout, self.words):
            part.setVisible(has_scores)
        self.empty.setVisible(not has_scores)

    def _arrange(self) -> None:
        """Words beside the chart where both have room, else below it; the plot as high as the page allows."""
        inner = self._flow.viewport().width() - 64
        words = theme().scale(_WORDS_WIDTH)
        beside = not theme().wide_text and inner >= theme().scale(_LEAST_CHART) + _BETWEEN + words
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
            self._columns.setSpacing(_BETWEEN if beside else 20)
        for column in (self.words, self.empty):
            column.setMinimumWidth(words if beside else 0)
            column.setMaximumWidth(words if beside else theme().scale(620))
        others = sum(part.sizeHint().height() for part in (self.controls, self.table, self.readout))
        others += 0 if self.episodes.isHidden() else self.episodes.sizeHint().height()
        room = self.height() - others - theme().scale(LANE) - 2 * EDGE - _SPACES
        self.chart.set_plot_height(max(LOWEST_PLOT, min(_HIGHEST_PLOT, room)))

    def _show_readout(self) -> None:
        place = self.chart.chosen
        if place is None:
            self.readout.setText(_("The left and right arrow keys step through the sessions."))
            self.readout.show_tone("3")
            return
        facts = self.chart.facts
        self.readout.setText(session_words(facts.columns[place], self._name, facts.series))
        self.readout.show_tone("")

    def _on_episode(self, _value: object) -> None:
        self.chart.choose(None)
        self.look_again()

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

    def _on_talk_wished(self) -> None:
        latest = self._course.reading.latest
        if latest is None or self.client_id is None:
            return
        later = [one for one in self._course.points[latest.mark.index :] if one.talked_through is None]
        form = TalkForm(self._desk, self.client_id, later, self.window())
        form.recorded.connect(self._on_recorded)
        form.open_from(self.words.talk)

    def _on_recorded(self, session_id: SessionId) -> None:
        if self.client_id is None:
            return
        undo = partial(self._desk.workspace.alliance.undo_talk_through, self.client_id, session_id)
        self.look_again_soon()
        self._desk.wishes.undo_offered.emit(_("Talked through is recorded."), undo)

    def _on_taken_back(self) -> None:
        latest = self._course.reading.latest
        place = self._course.talked_place(latest.mark) if latest else None
        if self.client_id is None or place is None:
            return
        alliance = self._desk.workspace.alliance
        try:
            entry = alliance.undo_talk_through(self.client_id, self._course.points[place].session_id, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.look_again()
        undo = partial(alliance.talk_through, entry.client_id, entry.session_id, entry.note)
        self._desk.wishes.undo_offered.emit(_("Talked through is taken back."), undo)

    def _on_enter(self) -> None:
        if self._course.points:
            self._desk.wishes.note.emit(self._course.points[-1].session_id)
