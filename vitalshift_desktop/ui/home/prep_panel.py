"""The one filled panel of the day: all that helps to begin, or to write up, one session."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.services.home_page import CheckinWords, PrepCard
from vitalshift_desktop.ui.dates_in_words import short_day, time_words
from vitalshift_desktop.ui.home.agenda_row import SIDE, TIME_WIDTH
from vitalshift_desktop.ui.home.session_item import SessionItem
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.session_command import SessionCommand
from vitalshift_desktop.ui.session_words import cut, detail_words, local_end
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

LABEL_WIDTH = 84
MOST_CLAUSES = 3
LONGEST_ON_BUTTON = 20


class PrepPanel(SessionItem):
    """Last time, plan, agreements in force, check-in, and the primary button with the client's name on it."""

    def __init__(self, card: PrepCard, privacy: Privacy, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(card.line, parent)
        self._card = card
        self._privacy = privacy
        self._name = privacy.name(card.line.client)
        self._is_over = card.line.session.ends <= now
        self.setObjectName("today.next")
        self.setProperty("role", "panel")
        self._build()
        self.setAccessibleName(
            ", ".join(
                (time_words(card.line.session.local_start), self._name, self._what(), self.start.accessibleName())
            )
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 16, 2, 16)
        column.setSpacing(10)
        column.addLayout(self._head())
        below = QVBoxLayout()
        below.setContentsMargins(0 if theme().wide_text else theme().scale(TIME_WIDTH), 0, SIDE - 2, 0)
        below.setSpacing(14)
        below.addLayout(self._facts())
        below.addLayout(self._buttons())
        column.addLayout(below)

    def _head(self) -> QHBoxLayout:
        session = self._card.line.session
        time = TextLabel(time_words(session.local_start), role="name", wrap=False)
        time.setMinimumWidth(theme().scale(TIME_WIDTH) - 8)
        who = TextLabel(cut(self._name), role="h2", wrap=False)
        what = TextLabel(self._what(), tone="2", size="m")
        end = time_words(local_end(session))
        words = _("ended {time}").format(time=end) if self._is_over else _("ends {time}").format(time=end)
        self._more = IconButton("dots-three-bold", _("More for {name}").format(name=self._name))
        self._more.setObjectName("today.next.more")
        self._more.clicked.connect(self._on_more)
        row = QHBoxLayout()
        row.setSpacing(8)
        baseline = Qt.AlignmentFlag.AlignVCenter
        for part in (time, who):
            row.addWidget(part, 0, baseline)
        row.addWidget(what, 1, baseline)
        row.addWidget(TextLabel(words, tone="2", size="m", wrap=False), 0, baseline)
        row.addWidget(self._more, 0, baseline)
        return row

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, theme().scale(LABEL_WIDTH))
        grid.setColumnStretch(1, 1)
        last = self._card.last
        if last is None:
            self._add_fact(grid, _("Last time"), TextLabel(_("No note before this one."), tone="2", size="m"))
        else:
            self._add_fact(grid, _("Last time"), self._record(last.summary, "today.next.last"))
            if last.plan:
                self._add_fact(grid, _("Plan"), self._record(last.plan, "today.next.plan"))
        clauses = self._card.clauses
        for place, clause in enumerate(clauses[:MOST_CLAUSES]):
            self._add_fact(grid, _("In force") if place == 0 else "", TextLabel(_clause_words(clause), size="m"))
        if len(clauses) > MOST_CLAUSES:
            more = len(clauses) - MOST_CLAUSES
            words = ngettext("and {n} more", "and {n} more", more).format(n=more)
            self._add_fact(grid, "", TextLabel(words, tone="3", size="m"))
        self._add_fact(grid, _("Check-in"), TextLabel(_checkin_words(self._card.checkin_words), size="m"))
        return grid

    def _add_fact(self, grid: QGridLayout, name: str, words: QWidget) -> None:
        row = grid.rowCount()
        if name:
            caption = TextLabel(name, tone="2", size="m", wrap=False)
            caption.setContentsMargins(0, 3 if isinstance(words, RecordLabel) else 0, 0, 0)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, 1)

    def _record(self, text: str, name: str) -> RecordLabel:
        words = RecordLabel(text, privacy=self._privacy)
        words.setObjectName(name)
        return words

    def _buttons(self) -> QBoxLayout:
        self.start = Button(self._start_words(cut(self._name, LONGEST_ON_BUTTON)), variant="primary")
        self.start.setObjectName("today.start")
        self.start.setAccessibleName(self._start_words(self._name))
        self.start.clicked.connect(self._on_start)
        self.client = Button(_("Open client"))
        self.client.setObjectName("today.open_client")
        self.client.clicked.connect(self._on_client)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(down if theme().wide_text else across)
        row.setSpacing(8)
        row.addWidget(self.start)
        row.addWidget(self.client)
        row.addStretch(1)
        row.addWidget(TextLabel(_("Enter"), tone="3", size="c", wrap=False))
        return row

    def _start_words(self, name: str) -> str:
        if self._card.note_exists:
            return _("Finish note for {name}").format(name=name)
        if self._is_over:
            return _("Write note for {name}").format(name=name)
        return _("Start session note for {name}").format(name=name)

    def _what(self) -> str:
        return detail_words(self._card.line, in_full=True)

    def _on_start(self) -> None:
        self.ask(SessionCommand.NOTE)

    def _on_client(self) -> None:
        self.ask(SessionCommand.CLIENT)

    def _on_more(self) -> None:
        self.ask_for_menu(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _clause_words(clause: ClauseVersion) -> str:
    words = _("{topic}, version {n}, since {day}").format(
        topic=label(clause.topic), n=clause.number, day=short_day(clause.effective_on)
    )
    if clause.review_on is None:
        return words
    return _("{clause}, to look at again {day}").format(clause=words, day=short_day(clause.review_on))


def _checkin_words(words: CheckinWords) -> str:
    return {
        CheckinWords.AT_THE_END: _("Session check-in, at the end"),
        CheckinWords.YOURS_FIRST: _("Session check-in, your own rating first"),
        CheckinWords.CLIENT_NEXT: _("Session check-in, the client’s row is next"),
        CheckinWords.DONE: _("Session check-in is given"),
    }[words]
