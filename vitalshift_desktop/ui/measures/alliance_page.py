"""The alliance of one client: both threads over the sessions, the same numbers as a table, and plain words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.alliance import OF_CLIENT, MarkReading, mark_reading
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.chart_entries import ChartEntryId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.alliance import EMPTY_VIEW
from vitalshift_desktop.ui.charts.chart_scale import EDGE, LANE
from vitalshift_desktop.ui.charts.episode_choice import EpisodeChoice
from vitalshift_desktop.ui.charts.overview import Overview
from vitalshift_desktop.ui.charts.stepped_chart import LOWEST_PLOT
from vitalshift_desktop.ui.charts.twin_table import TwinTable
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.alliance_acts import AllianceActs
from vitalshift_desktop.ui.measures.alliance_chart import AllianceChart
from vitalshift_desktop.ui.measures.chart_controls import ChartControls
from vitalshift_desktop.ui.measures.entries_list import EntriesList
from vitalshift_desktop.ui.measures.plain_words import NoCheckins, PlainWords
from vitalshift_desktop.ui.measures.rater_choice import RaterChoice
from vitalshift_desktop.ui.measures.score_twin import score_twin
from vitalshift_desktop.ui.measures.seen_facts import offered_parts, seen_facts
from vitalshift_desktop.ui.measures.session_at_hand import SessionAtHand
from vitalshift_desktop.ui.measures.session_words import chart_words, session_words
from vitalshift_desktop.ui.measures.side_words import Around
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


class AlliancePage(SessionAtHand):
    """The tab "Alliance" of a client."""

    concerns = frozenset({Subject.MEASURES, Subject.SESSIONS, Subject.CLIENTS, Subject.BOUNDARY_EVENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view = EMPTY_VIEW
        self._name = ""
        self._around = Around()
        self._shown: ClientId | None = None
        self._acts = AllianceActs(desk, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("alliance")
        self.episodes = EpisodeChoice()
        self.raters = RaterChoice(self._desk.privacy)
        self.controls = ChartControls()
        self.chart = AllianceChart()
        self.table = TwinTable()
        self.table.view.setObjectName("alliance.table")
        self.overview = Overview()
        self.readout = TextLabel(tone="2", size="m")
        self.readout.setObjectName("alliance.readout")
        self.entries = EntriesList(self._desk.privacy)
        self.words = PlainWords(self._desk.privacy, self._desk.workspace.clock)
        self.empty = NoCheckins()
        self._lay_out()

    def _lay_out(self) -> None:
        drawn = QVBoxLayout()
        drawn.setSpacing(0)
        drawn.addLayout(left(self.episodes))
        drawn.addLayout(left(self.raters))
        drawn.addWidget(self.controls)
        drawn.addSpacing(8)
        drawn.addWidget(self.chart)
        drawn.addSpacing(4)
        drawn.addWidget(self.table)
        drawn.addWidget(self.overview)
        drawn.addSpacing(8)
        drawn.addWidget(self.readout)
        drawn.addWidget(self.entries)
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
        self.episodes.picked.connect(self._on_picked)
        self.raters.picked.connect(self._on_picked)
        self.chart.stepped.connect(self._on_chart_step)
        self.chart.rescaled.connect(self._on_rescaled)
        self.table.scrolled.connect(self._on_scrolled)
        self.table.stepped.connect(self._on_table_step)
        self.overview.wanted.connect(self.table.scroll_to)
        self.words.talk_wished.connect(self._on_talk_wished)
        self.words.taken_back.connect(self._on_taken_back)
        self.words.class_wished.connect(self._on_class_wished)
        self.words.how_wished.connect(self._on_how_wished)
        self.entries.add_wished.connect(self._on_add_wished)
        self.entries.change_wished.connect(self._on_change_wished)
        self.entries.taken_off.connect(self._acts.take_off)
        self.empty.acted.connect(self._on_enter)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._arrange)  # before anything is laid out at the other size of text

    def look_again(self) -> None:
        """Ask for the course and show it."""
        if self.client_id is None:
            return
        workspace = self._desk.workspace
        client = workspace.clients.get(self.client_id)
        if self._shown != self.client_id:
            self.episodes.forget()
        episodes = workspace.episodes.of_client(self.client_id)
        self.episodes.show_episodes(episodes)
        of = self.raters.rated_by if self._shown == self.client_id else OF_CLIENT
        self._view = workspace.alliance.view(self.client_id, self.episodes.episode_id, of)
        hidden = self._desk.privacy.initials_on
        called = cut(self._desk.privacy.name(client) if hidden else client.short_name)
        self.raters.show_raters(self._view.raters, self._view.people, called, self._view.of)
        is_own = self._view.of == OF_CLIENT
        person = "" if is_own else cut(self.raters.name_of(self._view.of, self._view.people))
        self._name = person or called
        chosen = next((one.number for one in episodes if one.id == self.episodes.episode_id), None)
        paused = workspace.client_measures.of_client(self.client_id).paused
        since, number = paused.since if paused else None, chosen if len(episodes) > 1 else None
        self._around = Around(number, person, since, self._view.shut)
        self._show()

    def focus_first(self) -> None:
        """Go to the chart, where the arrow keys step through the sessions."""
        first: QWidget = self.chart if not self.words.isHidden() else self.empty.enter
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show(self) -> None:
        facts = seen_facts(self._view, self.controls.parts, self.controls.series, hidden=self._desk.privacy.initials_on)
        is_other, self._shown = self._shown != self.client_id, self.client_id
        has_scores = facts.has_scores
        self._show_parts(has_scores=has_scores)
        self.controls.show_name(self._name, offered_parts(self._view, has_yours=facts.has_yours))
        if is_other:
            self.chart.choose(None)
            self._flow.verticalScrollBar().setValue(0)
        words = _("Check-ins of {name} and you by session") if facts.has_yours else _("Check-ins of {name} by session")
        self.table.show_twin(score_twin(facts, self._name), words.format(name=self._name), is_other=is_other)
        self.table.explain(_("You − {name}: your rating less {name}’s").format(name=self._name))
        self.chart.show_facts(facts, self.controls.parts, chart_words(facts, self._name))
        marked = [place for place, one in enumerate(facts.columns) if one.is_marked]
        self.overview.show_course([one.client for one in facts.columns], marked, _("The whole course"))
        self.table.choose(self.chart.chosen)
        self.entries.show_happenings(self._view.happenings)
        self._show_readout()
        if has_scores:
            self._tell()
        else:
            self.empty.show_name(self._name, has_session=bool(self._view.course.points), shut=self._view.shut)
        self._arrange()

    def _told(self) -> MarkReading | None:
        """The mark that the words tell of: that of the session read out, else the latest."""
        course, place = self._view.course, self.chart.chosen
        mark = course.points[place].mark if place is not None else None
        return mark_reading(course, mark) if mark else course.reading.latest

    def _tell(self) -> None:
        self.words.show_course(self._view.course, self._name, self._told(), self._around)

    def _show_parts(self, *, has_scores: bool) -> None:
        for part in (self.controls, self.table, self.readout, self.words, self.entries):
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
        others += sum(one.sizeHint().height() for one in (self.episodes, self.raters) if not one.isHidden())
        others += self.overview.sizeHint().height() if self.chart.scale.is_scrolling else 0
        room = self.height() - others - theme().scale(LANE) * self.chart.facts.lanes - 2 * EDGE - _SPACES
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

    def _on_picked(self, _value: object) -> None:
        self.chart.choose(None)
        self.look_again()

    def _on_rescaled(self) -> None:
        self.table.fit(self.chart.scale)
        self.overview.fit(self.chart.scale)

    def _on_scrolled(self, offset: int) -> None:
        self.chart.show_offset(offset)
        self.overview.fit(self.chart.scale)

    def _on_chart_step(self, place: int) -> None:
        self.table.choose(place)
        self._show_readout()
        self._tell()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.chart, self.readout.text()))

    def _on_table_step(self, place: int) -> None:
        # The table's own cell is read out already.
        self.chart.choose(place)
        self.table.choose(place)
        self._show_readout()
        self._tell()

    def _on_class_wished(self) -> None:
        told = self._told()
        if told is not None and self.client_id is not None:
            self._acts.class_mark(self.client_id, self._view.course, told, self._view.of, self.words.class_mark)

    def _on_talk_wished(self) -> None:
        told = self._told()
        if told is not None and self.client_id is not None:
            self._acts.talk(self.client_id, self._view.course, told, self.words.talk)

    def _on_taken_back(self) -> None:
        told = self._told()
        if told is not None and self.client_id is not None:
            self._acts.take_back(self.client_id, self._view.course, told)

    def _on_how_wished(self) -> None:
        self._acts.show_range(self._view.course, self._told(), self.words.how)

    def _on_add_wished(self) -> None:
        place = self.chart.chosen
        day = self._view.course.points[place].day if place is not None else None
        if self.client_id is not None:
            self._acts.add_entry(self.client_id, day, self.entries.add)

    def _on_change_wished(self, entry_id: ChartEntryId) -> None:
        self._acts.change_entry(entry_id, self.entries.add)

    def _on_enter(self) -> None:
        if self._view.course.points:
            self._desk.wishes.note.emit(self._view.course.points[-1].session_id)
