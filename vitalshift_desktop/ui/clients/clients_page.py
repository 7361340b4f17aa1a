"""The clients: the list, and beside it the client who is open."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.flags import Flag
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.client_lines import ClientLine
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.clients.client_list import ClientList
from vitalshift_desktop.ui.clients.client_workspace import OVERVIEW, ClientWorkspace
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientTab, Page
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

ROOM_FOR_LIST_FROM = 1100
# The list starts hidden: it would cost the chart a quarter of its width.
_NEEDS_THE_ROOM = frozenset({"alliance", "outcomes"})
_IN_THE_LIST = (Subject.CLIENTS, Subject.SESSIONS, Subject.MEASURES, Subject.AGREEMENTS, Subject.PRACTICE)


class ClientsPage(Page):
    """Ctrl+B shows or hides the list, for each tab; in a narrow window and beside the chart it starts hidden."""

    concerns: ClassVar[frozenset[Subject]] = frozenset(Subject) - {
        Subject.BACKUPS,
        Subject.DISCLOSURES,
        Subject.CHECKS,
    }

    def __init__(self, desk: Desk, tabs: tuple[ClientTab, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: tuple[ClientLine, ...] = ()
        self._kept = desk.settings.client_list_shown
        self._choices: dict[tuple[str, bool], bool] = {}
        self._build(tabs)
        self._connect()

    def _build(self, tabs: Sequence[ClientTab]) -> None:
        self.nobody = EmptyState(
            _("No clients yet"),
            _(
                "Add the first person you see. A preferred name is enough to start; "
                "the rest can wait until after the session."
            ),
            _("Add a client"),
        )
        self.nobody.button.setObjectName("clients.add_first")
        self.list = ClientList(self._desk.privacy)
        self.workspace = ClientWorkspace(self._desk, tabs)
        choose = TextLabel(_("Choose a client from the list."), tone="2")
        choose.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._right = QStackedWidget()
        self._right.addWidget(choose)
        self._right.addWidget(self.workspace)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._right, 1)
        self._layers = QStackedWidget(self)
        self._layers.addWidget(self.nobody)
        self._layers.addWidget(both)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._layers)

    def _connect(self) -> None:
        self.nobody.acted.connect(self._on_add)
        self.list.add_wanted.connect(self._on_add)
        self.list.all_wanted.connect(self._on_all_wanted)
        self.list.opened.connect(self._on_opened)
        self.workspace.tab_changed.connect(self._fit)
        self.workspace.header.back_wanted.connect(self._on_back)
        self.workspace.header.step_wanted.connect(self.step_client)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._on_theme)

    @property
    def client_id(self) -> ClientId | None:
        """The client who is open."""
        return self.workspace.client_id

    def open_client(self, client_id: ClientId, tab_key: str) -> None:
        """Show a client at a tab; looking at another client's record is written into the audit trail."""
        if client_id != self.client_id or not self.isVisible():
            try:
                self._desk.workspace.clients.open(client_id)
            except Problem as problem:
                self._desk.wishes.trouble.emit(problem)
                return
        self.save_now()
        self.workspace.show_client(client_id, tab_key)
        self._right.setCurrentWidget(self.workspace)
        if self.isVisible():
            self._show_open()
        else:
            self.look_again_soon()

    def look_again(self) -> None:
        """Ask for the list, and for the head of the client who is open."""
        clients = self._desk.workspace.clients
        active = () if self.list.wants_all else clients.lines((ClientStatus.ACTIVE,))
        self._show_lines(active or clients.lines(), has_all=not active)
        self._layers.setCurrentIndex(1 if self._lines else 0)
        self._show_open()

    def hear(self, change: Changed) -> None:
        """Look again at the list when its rows rest on what changed, otherwise only at the client who is open.

        Whoever looks again at the list lets the tabs look too, once.
        """
        is_wanted = change.subject in self.concerns
        is_in_list = change.subject in _IN_THE_LIST or not self.isVisible()
        if is_wanted and is_in_list and change.by is not self:
            self.look_again_soon()
            return
        self.workspace.hear(change)
        if is_wanted and not is_in_list and change.client_id in (None, self.client_id):
            self.workspace.look_again(self._flags())

    def look_again_soon(self) -> None:
        """Look again now or when next seen, the client's tabs too."""
        super().look_again_soon()
        self.workspace.look_again_soon()

    def save_now(self) -> None:
        """Save what is being typed on the tab that is shown."""
        self.workspace.save_now()

    def focus_first(self) -> None:
        """Begin where one looks for somebody; with a client open and no list, at their name's tabs."""
        if not self._lines:
            self.nobody.button.setFocus()
        elif self.list.isHidden():
            self.workspace.header.tabs.setFocus()
        else:
            self.list.filter.setFocus()

    def toggle_list(self) -> None:
        """Show the list or hide it, in this tab from now on."""
        if self.client_id is None:
            return
        shown = self.list.isHidden()
        self._choices[self._situation()] = shown
        if not self._starts_hidden():
            self._desk.settings.set_client_list_shown(shown)
        self._fit()

    def step_client(self, step: int) -> None:
        """Open the client so many places below (or above) in the list."""
        neighbor = self.list.neighbor(self.client_id, step)
        if neighbor is not None:
            self.open_client(neighbor, self.workspace.tab)

    def step_tab(self, step: int) -> None:
        """Show the next (or previous) tab of the client who is open."""
        if self.client_id is not None:
            self.workspace.step_tab(step)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_lines(self, lines: tuple[ClientLine, ...], *, has_all: bool) -> None:
        self._lines = lines
        self.list.show_lines(lines, today(self._desk.workspace.clock), has_all=has_all)

    def _on_all_wanted(self) -> None:
        self._show_lines(self._desk.workspace.clients.lines(), has_all=True)

    def _show_open(self) -> None:
        self.list.select(self.client_id)
        self.workspace.look_again(self._flags())
        self._fit()

    def _is_narrow(self) -> bool:
        return self.window().width() < theme().scale(ROOM_FOR_LIST_FROM)

    def _starts_hidden(self) -> bool:
        return self._is_narrow() or self.workspace.tab in _NEEDS_THE_ROOM

    def _situation(self) -> tuple[str, bool]:
        return self.workspace.tab, self._is_narrow()

    def _fit(self) -> None:
        narrow = self._is_narrow()
        kept = self._kept and not self._starts_hidden()
        shown = self._choices.get(self._situation(), kept) or self.client_id is None
        focused = QApplication.focusWidget()
        if not shown and focused is not None and self.list.isAncestorOf(focused):
            self.workspace.header.tabs.setFocus()
        self.list.setVisible(shown)
        side = 28 if shown else 24 if narrow else 32
        self.workspace.show_side(side, list_shown=shown)

    def _flags(self) -> tuple[Flag, ...]:
        line = next((line for line in self._lines if line.client.id == self.client_id), None)
        return line.flags if line else ()

    def _on_add(self) -> None:
        self._desk.wishes.new_client.emit()

    def _on_opened(self, client_id: ClientId) -> None:
        self.open_client(client_id, self.workspace.tab if self.client_id is not None else OVERVIEW)

    def _on_back(self) -> None:
        if self.list.isHidden():
            self.toggle_list()
        self.list.rows.setFocus()

    def _on_theme(self) -> None:
        self.list.fit()
        self._fit()
