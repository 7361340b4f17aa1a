"""What a counselor and a client agreed on, clause by clause: the first segment of the boundaries."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreements import (
    Agreement,
    AgreementId,
    ClauseId,
    ClauseState,
    ClauseVersion,
    Topic,
    in_force,
)
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.agreements.agreement_form import AgreementForm
from vitalshift_desktop.ui.agreements.clause_detail import ClauseDetail
from vitalshift_desktop.ui.agreements.clause_form import ClauseForm
from vitalshift_desktop.ui.agreements.clause_list import INSET, ClauseList, VersionKey, key_of
from vitalshift_desktop.ui.agreements.compare_form import CompareForm
from vitalshift_desktop.ui.agreements.day_forms import EndForm, ReviewForm
from vitalshift_desktop.ui.agreements.made_form import MadeForm
from vitalshift_desktop.ui.agreements.review_line import ReviewLine
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClausePart, ClientPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.words import _

_LIST_WIDTH, _NARROW_LIST_WIDTH = 330, 290
_PADDING, _NARROW_PADDING = 32, 24
_WIDE_FROM, _SIDE_BY_SIDE_FROM = 960, 760


class ClausesPage(ClientPage):
    """The clauses at the left, the chosen one at the right; below each other where there is no room.

    Above and below them, and under the chosen clause, stand the sections that were hung in.
    """

    concerns = frozenset({Subject.AGREEMENTS})

    def __init__(
        self,
        desk: Desk,
        *,
        above: Sequence[ClientPage] = (),
        under_clause: Sequence[ClausePart] = (),
        below: Sequence[ClientPage] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("client.agreements.clauses")
        self._desk = desk
        self.review = ReviewLine(desk)
        self._above, self._under_clause, self._below = (*above, self.review), tuple(under_clause), tuple(below)
        self._agreements = desk.workspace.agreements
        self._versions: tuple[ClauseVersion, ...] = ()
        self._made: tuple[Agreement, ...] = ()
        self._shown: ClauseVersion | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.list = ClauseList()
        self.detail = ClauseDetail(self._desk.privacy)
        sentence = _(
            "What you and the client go by: times, fees, contact between sessions, confidentiality. "
            "A first page of eight clauses is there to begin with."
        )
        self.nothing = EmptyState(
            _("No agreements yet"), sentence, _("Agree on the first page"), link=_("New clause…"), variant=""
        )
        self.nothing.link.setObjectName("client.agreements.new_first")
        self.nothing.button.setObjectName("client.agreements.agree_first")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(32)
        self._sides.setContentsMargins(0, 8, 0, 0)
        self._sides.addWidget(self.list)
        self._sides.addWidget(self.detail, 1)
        self._clauses = QWidget()
        self._clauses.setLayout(self._sides)
        for under in self._under_clause:
            self.detail.hang(under)
        self.flow = FlowColumn(padded=False)
        self.flow.column.setSpacing(8)
        for part in (*self._above, self._clauses, self.nothing, *self._below):
            self.flow.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.flow)
        self.nothing.hide()

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self.list.agree_wanted.connect(self._on_agree)
        self.list.new_wanted.connect(self._on_new)
        self.nothing.link_acted.connect(self._on_new)
        self.nothing.acted.connect(self._on_agree)
        self.detail.revise_wanted.connect(self._on_revise)
        self.detail.agree_wanted.connect(self._on_agree_draft)
        self.detail.drop_wanted.connect(self._on_drop)
        self.detail.compare_wanted.connect(self._on_compare)
        self.detail.end_wanted.connect(self._on_end)
        self.detail.review_wanted.connect(self._on_review)
        self.detail.made_wanted.connect(self._on_made)
        theme().changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show the client's clauses as of today; the chosen one stays chosen, or its next version is."""
        if self.client_id is None:
            return
        self._versions = self._agreements.versions(self.client_id)
        self._made = self._agreements.of_client(self.client_id)
        standing = in_force(self._versions)
        drafts = tuple(version for version in self._versions if version.state is ClauseState.PROPOSED)
        past = tuple(one for one in self._versions[::-1] if one not in drafts and not one.is_in_force)
        self._fit()
        self.list.show_versions(standing, drafts, past, self._today())
        self._clauses.setVisible(bool(self._versions))
        self.nothing.setVisible(not self._versions)
        self._show(self._still_shown(standing, (*drafts, *past)))

    def show_client(self, client_id: ClientId) -> None:
        """Show this client's clauses, the first one chosen."""
        if client_id != self.client_id:
            self._shown = None
        super().show_client(client_id)
        for section in self._sections:
            section.show_client(client_id)

    def hear(self, change: Changed) -> None:
        """Look again if it concerns the clauses, and tell every section."""
        super().hear(change)
        for section in self._sections:
            section.hear(change)

    def look_again_soon(self) -> None:
        """Look again, and let every section do so."""
        super().look_again_soon()
        for section in self._sections:
            section.look_again_soon()

    def save_now(self) -> None:
        """Save what is being typed in any section."""
        for section in self._sections:
            section.save_now()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """What is filled in in any section and not saved."""
        return tuple(form for section in self._sections for form in section.half_filled())

    def show_item(self, item: int, part: int = 0) -> None:
        """Show this version of a clause, or the clause as it stands."""
        self.look_again()
        theirs = [version for version in self._versions if version.clause_id == item]
        wanted = next((version for version in theirs if version.number == part), None)
        if theirs:
            self._show(wanted or theirs[-1])

    def count(self) -> int | None:
        """How many clauses are in force."""
        return None if self.client_id is None else len(self._agreements.in_force(self.client_id)) or None

    def focus_first(self) -> None:
        """Go to the clauses, or to agreeing the first ones."""
        if not self._versions:
            self.nothing.button.setFocus()
        else:
            next(rows for rows in self.list.lists if rows.rows).setFocus()

    @property
    def _sections(self) -> tuple[ClientPage, ...]:
        return (*self._above, *self._under_clause, *self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = _PADDING if self.width() >= theme().scale(_WIDE_FROM) else _NARROW_PADDING
        self.flow.column.setContentsMargins(side - INSET, 20, side, 20)
        stacked = self.width() < theme().scale(_SIDE_BY_SIDE_FROM)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        width = _LIST_WIDTH if self.width() >= theme().scale(_WIDE_FROM) else _NARROW_LIST_WIDTH
        self.list.setMinimumWidth(0 if stacked else theme().scale(width))
        self.list.setMaximumWidth(theme().scale(640) if stacked else theme().scale(width))

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _still_shown(
        self, standing: tuple[ClauseVersion, ...], others: tuple[ClauseVersion, ...]
    ) -> ClauseVersion | None:
        before = self._shown
        every = (*standing, *others)
        if before is None:
            return next(iter(every), None)
        if before.is_in_force:
            following = next((version for version in standing if version.clause_id == before.clause_id), None)
            if following is not None:
                return following
        return next((version for version in every if key_of(version) == key_of(before)), next(iter(every), None))

    def _show(self, version: ClauseVersion | None) -> None:
        self._shown = version
        self.list.select(None if version is None else key_of(version))
        if version is not None:
            same = [one for one in self._versions if one.clause_id == version.clause_id]
            self.detail.show_version(version, same, self._made, self._today())
            for part in self._under_clause:
                part.show_clause(version)

    def _on_picked(self, key: VersionKey) -> None:
        self._show(next(version for version in self._versions if key_of(version) == key))

    def _on_agree(self) -> None:
        self._open_agreement(None)

    def _on_agree_draft(self) -> None:
        if self._shown is not None:
            self._open_agreement(self._shown.topic)

    def _on_new(self) -> None:
        self._open_clause(None)

    def _on_revise(self) -> None:
        if self._shown is not None:
            self._open_clause(self._shown.clause_id)

    def _open_clause(self, clause_id: ClauseId | None) -> None:
        if self.client_id is None:
            return
        form = ClauseForm(self._desk, self.client_id, self.window(), clause_id=clause_id)
        form.saved.connect(self._on_drafted)
        form.open_from(self.list.new if clause_id is None else self.detail.revise)

    def _on_drafted(self, version: ClauseVersion) -> None:
        self.show_item(version.clause_id, version.number)

    def _on_drop(self) -> None:
        client_id, shown = self.client_id, self._shown
        if client_id is None or shown is None:
            return
        drafts = self._desk.workspace.clause_drafts
        if self._desk.did(partial(drafts.drop, client_id, shown.clause_id)):
            self._desk.wishes.undo_offered.emit(_("The draft was removed."), partial(drafts.bring_back, shown))
            self.focus_first()

    def _on_compare(self) -> None:
        if self._shown is not None:
            same = [one for one in self._versions if one.clause_id == self._shown.clause_id]
            CompareForm(same, self._shown, self._desk.privacy, self.window()).open_from(self.detail.compare)

    def _open_agreement(self, only: Topic | None) -> None:
        if self.client_id is None:
            return
        form = AgreementForm(self._desk, self.client_id, self.window(), only=only)
        form.agreed.connect(self._on_agreed)
        form.open()

    def _on_agreed(self, _agreement: Agreement) -> None:
        self.look_again()
        self.list.in_force.setFocus()

    def _on_made(self, agreement_id: AgreementId) -> None:
        MadeForm(self._desk, agreement_id, self.window()).open()

    def _on_end(self) -> None:
        if self._shown is not None:
            form = EndForm(self._desk, self._shown, self.window())
            form.saved.connect(self.look_again)
            form.open()

    def _on_review(self) -> None:
        if self._shown is not None:
            form = ReviewForm(self._desk, self._shown, self.window())
            form.saved.connect(self.look_again)
            form.open_from(self.detail.change_review)
