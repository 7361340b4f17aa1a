"""Searching the record: what was typed, what part is searched, and the sentences that were found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.record_search import Question
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.record_search import PAGE, Answer, Found, RecordHit
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.record_asking import RecordAsking
from vitalshift_desktop.ui.record_hits import record_hits
from vitalshift_desktop.ui.search.search_filters import SearchFilters
from vitalshift_desktop.ui.veiled import veiled
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.field import SearchField
from vitalshift_desktop.ui.widgets.hits_view import HitsView
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _, ngettext

_PAUSE = 100  # ms without a key before it is searched
_A_WHILE = 500  # ms until it is searched again while the index reads what was written earlier
_SIDE = 32


class SearchPage(Page):
    """Finds as one types; arrows lead through what was found, Enter opens it. What was typed is kept nowhere."""

    concerns = frozenset(
        {Subject.CLIENTS, Subject.NOTES, Subject.GOALS, Subject.AGREEMENTS, Subject.CONTACTS, Subject.SESSIONS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("search")
        self._desk = desk
        self._search = desk.workspace.record_search
        self._found: Found | None = None
        self._hits: list[RecordHit] = []
        self._asking = RecordAsking(self)
        self._is_going = False  # Enter was pressed before anything was there
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = TextLabel(_("Search the record"), role="h1", wrap=False)
        self.field = SearchField(_("Words, or a “phrase in quotation marks”"))
        self.field.setObjectName("search.words")
        self.filters = SearchFilters(self._today)
        self.count = TextLabel(tone="2")
        self.count.setObjectName("search.count")
        self.list = HitsView(_("What was found"))
        self.list.setObjectName("search.found")
        self.more = LinkButton(_("Show more"))
        self.more.setObjectName("search.more")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 20, _SIDE, 12)
        column.setSpacing(12)
        for part in (self.title, self.field, self.filters, self.count):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_found()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.filters.changed.connect(self._look)
        self._pause.timeout.connect(self._look)
        self.list.chosen.connect(self._on_chosen)
        self.more.clicked.connect(self._on_more)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def begin(self, client_id: ClientId | None, text: str) -> None:
        """Search for this text, in the record of one client or of all."""
        self._show_clients()
        self.filters.begin(client_id)
        self.field.setText(text)
        self._look()

    def look_again(self) -> None:
        """Search again, since the record or the names on the screen changed."""
        self._show_clients()
        self._look()

    def focus_first(self) -> None:
        """Go to where words are typed."""
        self.field.setFocus()
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self.list.takes(event, self._go) or super().eventFilter(watched, event)

    def _show_clients(self) -> None:
        clients = self._desk.workspace.search.clients()
        named = [(client.id, self._desk.privacy.name(client)) for client in clients]
        self.filters.show_clients(sorted(named, key=lambda one: folded(one[1])))

    def _look(self) -> None:
        """Search for what stands in the fields now."""
        self._pause.stop()
        filters = self.filters
        question = Question(
            self.field.text(), filters.client_id, filters.kinds, filters.first.day(), filters.last.day()
        )
        if question.terms:
            self._asking.ask(self._search.inquiry([question], PAGE), self._on_answer, self._on_failed)
        else:
            self._asking.drop()
            self._found, self._hits = None, []
            self._show_found()

    def _on_answer(self, answer: Answer) -> None:
        found = answer.found
        is_same = self._found is not None and self._found.question == found.question
        self._found, self._hits = found, list(answer.hits)
        self._show_found(stay=is_same)
        if found.is_catching_up:
            self._pause.start(_A_WHILE)
        if self._is_going:
            self._is_going = False
            self.list.choose_current()

    def _on_failed(self, problem: BaseException) -> None:
        """Where the index is damaged the page lies under its veil."""

        def look_at_it(_page: SearchPage) -> None:
            raise problem

        veiled(look_at_it)(self)

    def _go(self) -> None:
        """Open what is marked; what was typed a moment ago is looked for first."""
        if self._pause.isActive():
            self._look()
        if self._asking.is_busy:
            self._is_going = True
        else:
            self.list.choose_current()

    def _show_found(self, *, stay: bool = False) -> None:
        self.list.show_hits(record_hits(self._desk, self._hits), stay=stay)
        self.list.setVisible(bool(self._hits))
        self.count.setText(self._words())
        self.more.setVisible(self._has_more())
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretch(column.count() - 1, 0 if self._hits else 1)

    def _has_more(self) -> bool:
        found = self._found
        return found is not None and (len(self._hits) < len(found.entries) or found.older_from is not None)

    def _words(self) -> str:
        if self._found is None:
            return _("Notes, what was added to them, contacts, goals, clauses and names of documents are searched.")
        count = len(self._found.entries)
        if self._found.older_from is not None:
            words = _("More than {n} entries, the newest of them first.").format(n=count)
        elif count:
            words = ngettext("{n} entry", "{n} entries", count).format(n=count)
        else:
            words = _("Nothing in the record has these words.")
        if self._found.is_catching_up:
            words += " " + _("Older entries are still being read into the index.")
        return words

    def _on_typed(self) -> None:
        self._is_going = False
        self._pause.start(_PAUSE)

    def _on_more(self) -> None:
        found = self._found
        if found is None:
            return
        self._pause.stop()
        if len(self._hits) >= len(found.entries) and found.older_from is not None:
            inquiry = self._search.inquiry([found.question], PAGE, found.older_from)
            self._asking.ask(inquiry, partial(self._on_older, found), self._on_failed)
        else:
            self._show_more(found, self._search.page(found, len(self._hits), PAGE))

    def _on_older(self, before: Found, answer: Answer) -> None:
        older = answer.found
        self._show_more(replace(older, entries=(*before.entries, *older.entries)), answer.hits)

    def _show_more(self, found: Found, hits: tuple[RecordHit, ...]) -> None:
        self._found = found
        self._hits += hits
        self._show_found(stay=True)
        self.list.setFocus()

    def _on_chosen(self, go: Callable[[], None]) -> None:
        go()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
