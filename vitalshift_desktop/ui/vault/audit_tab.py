"""The audit trail: what was done in this vault, by whom nobody else could, entry by entry."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeVar

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.audit_view import AuditFilter
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.problems import AuditTrailBroken, Problem
from vitalshift_desktop.domain.progress import Letterhead
from vitalshift_desktop.printing.audit_trail import MOST_ROWS, AuditPage, document
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.vault.audit_cells import Cells, cells, code_or_initials, row_on_paper
from vitalshift_desktop.ui.vault.audit_filters import AuditFilters, wanted_words
from vitalshift_desktop.ui.vault.audit_model import AuditModel
from vitalshift_desktop.ui.vault.audit_proof import AuditProof
from vitalshift_desktop.ui.vault.page_print import PagePrint
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.quiet_table import ROW_HEIGHT, QuietTable
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.vocabulary.audit_words import whole_words
from vitalshift_desktop.words import _, ngettext

WHAT = "audit_trail"
ROWS_SEEN = 12
Answer = TypeVar("Answer")


class Found(NamedTuple):
    """How the trail is, and that in words."""

    is_whole: bool
    words: str


class AuditTab(Page):
    """A list to filter, verify and print; nothing in it can be changed."""

    concerns = frozenset(Subject)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._audit = desk.workspace.audit
        self.printing = PagePrint(desk, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        words = _(
            "Every opening, failed try, view of a client, change, signature, print and backup leaves an entry. Entries "
            "hold numbers, never names or text; each is chained to the one before, so that none can be taken out or "
            "changed unseen."
        )
        clock = self._desk.workspace.clock
        self.verify = Button(_("Verify now"), variant="primary")
        self.verify.setObjectName("vault.audit_verify")
        self.print = Button(_("Print…"), icon="printer")
        self.print.setObjectName("vault.audit_print")
        self._said = TextLabel(tone="2", wrap=False)
        self._said.setObjectName("vault.audit_said")
        self._state = MarkLabel("info", _("Not verified since the vault was opened."), "text2")
        self._state.setObjectName("vault.audit_state")
        self.proof = AuditProof(self._desk)
        self.filters = AuditFilters(partial(today, clock))
        self._count = TextLabel(tone="2", size="m", wrap=False)
        self._count.setObjectName("vault.audit_count")
        self.clear = LinkButton(_("Show everything"))
        self.clear.setObjectName("vault.audit_clear")
        self.rows = AuditModel(self._fetched, self)
        samples = {0: "000,000", 1: _("00 Mmm 0000, 00:00 AM")}
        self.table = QuietTable(_("Audit trail"), self.rows, samples, wide=(2, 3))
        self.table.setObjectName("vault.audit_table")
        self._empty = TextLabel(_("No entry of this kind."), tone="2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(theme().scale(14))
        column.addWidget(TextLabel(words, tone="2"))
        column.addLayout(left(self.verify, self.print, self._said))
        column.addWidget(self._state)
        column.addWidget(self.filters)
        column.addLayout(left(self._count, self.clear))
        column.addWidget(self.table)
        column.addWidget(self._empty)
        column.addSpacing(theme().scale(10))
        column.addWidget(self.proof)
        self._fit()

    def _connect(self) -> None:
        self.verify.clicked.connect(self._on_verify)
        self.print.clicked.connect(self._on_print)
        self.clear.clicked.connect(self.filters.clear)
        self.filters.changed.connect(self._show_wanted)
        self.proof.failed.connect(self._desk.wishes.trouble)
        self.printing.printed.connect(self._on_printed)
        self.printing.failed.connect(self._desk.wishes.trouble)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._fit)

    def look_again(self) -> None:
        """Show the trail as it is now, clients by the names the screen uses."""
        try:
            self.filters.show_clients(self._audit.clients(), self._desk.privacy.name)
            self.proof.show_head()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._show_wanted()

    def focus_first(self) -> None:
        """Go to the button that verifies."""
        self.verify.setFocus()

    def _show_wanted(self) -> None:
        wanted = self.filters.wanted()
        try:
            ids = self._audit.ids(wanted)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.rows.show_ids(ids)
        self._count.setText(ngettext("{n} entry", "{n} entries", len(ids)).format(n=f"{len(ids):,}"))
        self.clear.setVisible(wanted != AuditFilter())
        self.table.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        self.print.setEnabled(bool(ids))

    def _fetched(self, ids: Sequence[int]) -> Sequence[Cells]:
        clock, name_of = self._desk.workspace.clock, self._desk.privacy.name
        try:
            return [cells(line, name_of, clock) for line in self._audit.lines(ids)]
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return []

    def _on_verify(self) -> None:
        self._ask(self._found, self._show_state)

    def _on_print(self) -> None:
        wanted = self.filters.wanted()
        about = f"client:{wanted.client_id}" if wanted.client_id else ""
        self._ask(partial(self._page, wanted, self.rows.ids), partial(self._on_page, about))

    def _ask(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """Follow the trail beside the window: a long one takes a moment."""
        self._said.setText(_("Following the trail…"))
        self._desk.background.run(self, lambda _job: work(), done, self._on_failed)

    def _found(self) -> Found:
        """Whether the trail is whole from the first entry to the last, and how it is in words."""
        try:
            return Found(True, whole_words(self._audit.verify()))
        except AuditTrailBroken as broken:
            advice = sentence(broken)
            return Found(False, f"{advice.what} {advice.next_step}")

    def _show_state(self, found: Found) -> None:
        self._said.setText("")
        mark = ("check-circle", found.words, "ok") if found.is_whole else ("warning-circle", found.words, "attnmark")
        self._state.show_mark(*mark)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, found.words))

    def _page(self, wanted: AuditFilter, ids: Sequence[int]) -> tuple[Found, AuditPage]:
        workspace = self._desk.workspace
        clock, practice, found = workspace.clock, workspace.practice.get(), self._found()
        client = workspace.clients.get(wanted.client_id) if wanted.client_id else None
        page = AuditPage(
            vault_name=workspace.name,
            vault_id=workspace.vault_id,
            wanted=wanted_words(wanted, code_or_initials(client) if client else ""),
            rows=[row_on_paper(line, clock) for line in self._audit.lines(ids[:MOST_ROWS])],
            count=len(ids),
            state=found.words,
            head=self._audit.head(),
            printed=local(clock, clock.now()),
            letterhead=Letterhead.of(practice),
            paper=practice.paper,
            is_sample=practice.is_sample,
        )
        return found, page

    def _on_page(self, about: str, made: tuple[Found, AuditPage]) -> None:
        found, page = made
        self._show_state(found)
        self.printing.print(WHAT, page.paper, lambda serial: document(replace(page, serial=serial)), about=about)

    def _on_failed(self, error: BaseException) -> None:
        self._said.setText("")
        if not isinstance(error, Problem):
            raise error
        self._desk.wishes.trouble.emit(error)

    def _on_printed(self, words: str) -> None:
        self._said.setText(words)
        self.look_again()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _fit(self) -> None:
        self.table.setMinimumHeight(theme().scale(ROW_HEIGHT) * (ROWS_SEEN + 1))
