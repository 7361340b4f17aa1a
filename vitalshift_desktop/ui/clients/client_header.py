"""The head of a client's workspace: who, where the work stands, and what to do next."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import Phase
from vitalshift_desktop.services.client_header import ClientHeader as Facts
from vitalshift_desktop.services.session_lines import NoteState, SessionLine
from vitalshift_desktop.ui.clients.header_words import next_number, phases_of, service_line, status_words
from vitalshift_desktop.ui.clients.phase_menu import PhaseMenu
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton, LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.phase_thread import PhaseThread
from vitalshift_desktop.ui.widgets.tab_row import TabRow
from vitalshift_desktop.ui.widgets.tag import Tag
from vitalshift_desktop.words import _

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_LINK_PAD = 9  # the way back is a button without a frame: its words begin where the name begins

ROOM_FOR_ALL_FROM = 860
"""Pixels at 100 % text; in less room handing over stands in the menu alone."""


class ClientHeader(QFrame):
    """Name, status, service, phases and tabs; the primary button starts the note that is due, or a new one."""

    back_wanted = Signal()
    step_wanted = Signal(object)
    note_wanted = Signal()
    details_wanted = Signal()
    status_wanted = Signal()
    session_wanted = Signal()
    summary_wanted = Signal()
    reminder_wanted = Signal()
    contact_wanted = Signal()
    process_notes_wanted = Signal()
    safety_plan_wanted = Signal()
    hand_over_wanted = Signal()
    end_wanted = Signal()
    end_undo_wanted = Signal()
    new_episode_wanted = Signal()
    phase_day_wanted = Signal()
    phase_chosen = Signal(object)
    tab_picked = Signal(str)

    def __init__(self, tabs: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._build(tabs)
        self._lay_out()
        self._connect()

    def _build(self, tabs: list[tuple[str, str]]) -> None:
        self.back = LinkButton(_("Clients"), icon="arrow-left")
        self.back.setObjectName("client.back")
        self.previous = IconButton("caret-up", _("Previous client"))
        self.previous.setObjectName("client.previous")
        self.next = IconButton("caret-down", _("Next client"))
        self.next.setObjectName("client.next")
        self.name = TextLabel(role="h1")
        self.name.setObjectName("client.name")
        self._pronouns = TextLabel(tone="2", wrap=False)
        self._pronouns.setObjectName("client.pronouns")
        self.status = Tag("")
        self.status.setObjectName("client.status")
        self.risk = Tag("", "attn")
        self.risk.setObjectName("client.risk_word")
        self.risk.hide()
        self.more = IconButton("dots-three-bold", _("More for this client"), framed=True)
        self.more.setObjectName("client.more")
        self.safety = Button(_("Safety plan"))
        self.safety.setObjectName("client.safety_plan")
        self.hand_over = Button(_("Hand over check-in…"))
        self.hand_over.setObjectName("client.hand_over")
        self.start = Button("", variant="primary")
        self.start.setObjectName("client.start")
        self.service = TextLabel(tone="2", size="m")
        self.service.setObjectName("client.service")
        self.thread_ = PhaseThread()
        self.thread_.setObjectName("client.phases")
        self.tabs = TabRow(tabs, name=_("Parts of this client’s record"))
        self.tabs.setObjectName("client.tabs")
        self._phases = PhaseMenu(self)
        self._is_over = self._starts_again = False

    def _lay_out(self) -> None:
        self._way = QWidget()
        way = QHBoxLayout(self._way)
        way.setContentsMargins(0, 0, 0, 4)
        way.addWidget(self.back)
        way.addStretch(1)
        way.addWidget(self.previous)
        way.addWidget(self.next)
        who = self._who = QBoxLayout(_ACROSS)
        who.setSpacing(12)
        below = self._below = QBoxLayout(_ACROSS)
        below.setSpacing(12)
        beside, buttons = self._beside, self._buttons = QHBoxLayout(), QHBoxLayout()
        beside.setSpacing(12)
        buttons.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        for part in (self._pronouns, self.status, self.risk):
            beside.addWidget(part, 0, middle)
        beside.addStretch(1)
        for button in (self.safety, self.hand_over, self.more, self.start):
            buttons.addWidget(button, 0, middle)
        who.addWidget(self.name)
        below.addLayout(beside, 1)
        below.addLayout(buttons)
        who.addLayout(below, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._way)
        inner = QVBoxLayout()
        inner.setContentsMargins(_LINK_PAD, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(who)
        inner.addSpacing(2)
        inner.addWidget(self.service)
        inner.addSpacing(10)
        inner.addWidget(self.thread_)
        inner.addSpacing(4)
        inner.addWidget(self.tabs)
        self._column.addLayout(inner)
        self.show_side(28, list_shown=True)

    def _connect(self) -> None:
        theme().changed.connect(self._make_room_for_name)
        self.back.clicked.connect(self.back_wanted)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.start.clicked.connect(self._on_start)
        self.safety.clicked.connect(self.safety_plan_wanted)
        self.hand_over.clicked.connect(self.hand_over_wanted)
        self.tabs.picked.connect(self.tab_picked)
        self.thread_.opened.connect(self._on_phases)
        self._phases.chosen.connect(self.phase_chosen)
        self._phases.day_wanted.connect(self.phase_day_wanted)
        menu = QMenu(self)
        for words, signal in (
            (_("Client details…"), self.details_wanted),
            (_("Change status…"), self.status_wanted),
            (_("Plan a session…"), self.session_wanted),
            (_("Hand over check-in…"), self.hand_over_wanted),
            (_("Progress summary…"), self.summary_wanted),
            (_("New reminder…"), self.reminder_wanted),
            (_("New contact note…"), self.contact_wanted),
            (_("Process notes"), self.process_notes_wanted),
        ):
            menu.addAction(words).triggered.connect(signal)
        menu.addSeparator()
        self._end = menu.addAction(_("End the work…"))
        self._end.triggered.connect(self.end_wanted)
        self._again = menu.addAction(_("Open a new episode…"))
        self._again.triggered.connect(self.new_episode_wanted)
        self._back = menu.addAction(_("Take the ending back"))
        self._back.triggered.connect(self.end_undo_wanted)
        self.more.setMenu(menu)

    def show_client(self, facts: Facts, name: str, due: SessionLine | None) -> None:
        """Show where the work with this client stands; `due` is today's session whose note is open."""
        self.name.setText(name)
        self._pronouns.setText(facts.client.details.pronouns)
        self._pronouns.setVisible(bool(facts.client.details.pronouns))
        episode = facts.episode
        self._is_over = episode is not None and not episode.is_open
        self._end.setVisible(episode is not None and episode.is_open)
        for action in (self._again, self._back):
            action.setVisible(self._is_over)
        self.status.show_tag(status_words(facts))
        self.service.setText(service_line(facts, due.number if due else None))
        self.thread_.show_phases(phases_of(facts), next_number(facts))
        self.show_phase(next(span.phase for span in facts.phases if span.is_current))
        words = _("New episode…") if self._is_over and due is None else _start_words(due)
        self.start.setText(words)
        self.start.setAccessibleName(_("{action}, {name}").format(action=words, name=name))
        self._starts_again = self._is_over and due is None
        self.start.updateGeometry()
        self._make_room_for_name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hand_over.setVisible(self.width() >= theme().scale(ROOM_FOR_ALL_FROM))
        self._make_room_for_name()

    def show_risk(self, word: str) -> None:
        """Show the counselor's risk word beside the status; "" shows nothing."""
        self.risk.show_tag(word, "attn")
        self.risk.setAccessibleName(_("Risk word: {word}").format(word=word))
        self.risk.setVisible(bool(word))
        self._make_room_for_name()

    def show_phase(self, phase: Phase) -> None:
        """Tick this phase in the menu of the thread."""
        self._phases.choose(phase)

    def _make_room_for_name(self) -> None:
        """With large text a long name has the width of the page; what else is there stands below, in one row or two."""
        below = theme().wide_text
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _LINK_PAD
        wanted = self._beside.sizeHint().width() + self._below.spacing() + self._buttons.sizeHint().width()
        self._below.setDirection(_DOWN if below and wanted > room else _ACROSS)
        self._who.setDirection(_DOWN if below else _ACROSS)
        self._who.setStretch(1, 0 if below else 1)
        self._who.setSpacing(4 if below else 12)

    def show_side(self, side: int, *, list_shown: bool) -> None:
        """Keep this distance from both sides; without the list beside it the way back and to neighbors is shown."""
        self._way.setVisible(not list_shown)
        self._column.setContentsMargins(side - _LINK_PAD, 18 if list_shown else 10, side, 0)

    def _on_start(self) -> None:
        if self._starts_again:
            self.new_episode_wanted.emit()
        else:
            self.note_wanted.emit()

    def _on_previous(self) -> None:
        self.step_wanted.emit(-1)

    def _on_next(self) -> None:
        self.step_wanted.emit(1)

    def _on_phases(self) -> None:
        self._phases.popup(self.thread_.mapToGlobal(QPoint(0, theme().scale(26))))


def _start_words(due: SessionLine | None) -> str:
    if due is None:
        return _("New session note")
    return _("Finish note") if due.note is NoteState.DRAFT else _("Start session note")
