"""Everything about the client who is open: the head, and under it one tab at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Changed
from vitalshift_desktop.domain.clients import Client, ClientId, Phase
from vitalshift_desktop.domain.flags import Flag
from vitalshift_desktop.domain.problems import Problem, VaultIsDamaged
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.clients.client_header import ClientHeader
from vitalshift_desktop.ui.clients.episode_acts import EpisodeActs
from vitalshift_desktop.ui.clients.overview_tab import OverviewTab
from vitalshift_desktop.ui.clients.status_form import StatusForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage, ClientTab
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

OVERVIEW = "overview"


class ClientWorkspace(QWidget):
    """The head asks and the desk answers; the tabs are pages of their own."""

    tab_changed = Signal()

    def __init__(self, desk: Desk, tabs: Sequence[ClientTab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.client_id: ClientId | None = None
        self._client: Client | None = None
        self._due: SessionId | None = None
        self._phase = Phase.BEGINNING
        self.overview = OverviewTab(desk)
        self._tabs = (ClientTab(OVERVIEW, _("Overview"), self.overview), *tabs)
        self.header = ClientHeader([(tab.key, tab.label) for tab in self._tabs])
        self._pages = _Tabs()
        for tab in self._tabs:
            self._pages.addWidget(tab.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)
        self._connect()

    def _connect(self) -> None:
        header = self.header
        header.tab_picked.connect(self._on_tab)
        header.note_wanted.connect(self._on_note)
        header.details_wanted.connect(self._on_details)
        header.status_wanted.connect(self._on_status)
        header.session_wanted.connect(self._on_session)
        header.summary_wanted.connect(self._on_summary)
        header.reminder_wanted.connect(self._on_reminder)
        header.contact_wanted.connect(self._on_contact)
        header.process_notes_wanted.connect(self._on_process_notes)
        header.phase_chosen.connect(self._on_phase)
        self._acts = EpisodeActs(self._desk, self)

    @property
    def tab(self) -> str:
        """The key of the tab that is shown."""
        return self.header.tabs.current_key()

    def show_client(self, client_id: ClientId, tab_key: str) -> None:
        """Show this client at a tab; each tab looks when it is seen, and the one that is left not once more."""
        if client_id == self.client_id:
            self.show_tab(tab_key)
            return
        self.client_id = client_id
        self.save_now()
        wanted = self._tabs[self._place(tab_key)].page
        wanted.show_client(client_id)
        self.show_tab(tab_key)
        for tab in self._tabs:
            if tab.page is not wanted:
                tab.page.show_client(client_id)

    def show_tab(self, tab_key: str) -> None:
        """Show another tab of the same client; an unknown one means the overview."""
        place = self._place(tab_key)
        self.save_now()
        self.header.tabs.show_tab(self._tabs[place].key)
        self._pages.setCurrentIndex(place)
        self.tab_changed.emit()

    def _place(self, tab_key: str) -> int:
        return next((place for place, tab in enumerate(self._tabs) if tab.key == tab_key), 0)

    def show_item(self, item: int, part: int) -> None:
        """Bring one thing of the tab that is shown to the front."""
        self._tabs[self._pages.currentIndex()].page.show_item(item, part)

    def step_tab(self, step: int) -> None:
        """Show the next (or previous) tab, around the ends."""
        self.header.tabs.step(step)

    def look_again(self, flags: Sequence[Flag]) -> None:
        """Ask again for what the head shows; `flags` are the marks of this client."""
        if self.client_id is None:
            return
        workspace = self._desk.workspace
        facts = workspace.clients.header(self.client_id)
        self._client = facts.client
        self._due = facts.due_session.id if facts.due_session else None
        self._phase = next(span.phase for span in facts.phases if span.is_current)
        due = workspace.sessions.get(self._due) if self._due is not None else None
        self.header.show_client(facts, self._desk.privacy.name(facts.client), due)
        self.header.show_risk("" if self._desk.privacy.initials_on else facts.risk_word)
        for tab in self._tabs:
            self.header.tabs.show_count(tab.key, _count(tab.page))
        self.overview.show_flags(flags)

    def hear(self, change: Changed) -> None:
        """Tell every tab."""
        for tab in self._tabs:
            tab.page.hear(change)

    def look_again_soon(self) -> None:
        """Let every tab look again when it is next seen."""
        for tab in self._tabs:
            tab.page.look_again_soon()

    def save_now(self) -> None:
        """Save what is being typed on the tab that is shown."""
        self._tabs[self._pages.currentIndex()].page.save_now()

    def show_side(self, side: int, *, list_shown: bool) -> None:
        """Fit to the room beside the list."""
        self.header.show_side(side, list_shown=list_shown)
        self.overview.show_side(side)

    def _on_tab(self, key: str) -> None:
        self.show_tab(key)

    def _on_note(self) -> None:
        if self._due is not None:
            self._desk.wishes.note.emit(self._due)
        else:
            self._desk.wishes.unplanned_note.emit(self.client_id)

    def _on_details(self) -> None:
        self._desk.wishes.edit_client.emit(self.client_id)

    def _on_status(self) -> None:
        if self._client is not None:
            StatusForm(self._desk, self._client, self).open_from(self.header.more)

    def _on_session(self) -> None:
        self._desk.wishes.plan_session.emit(self.client_id)

    def _on_summary(self) -> None:
        self._desk.wishes.summary.emit(self.client_id)

    def _on_reminder(self) -> None:
        self._desk.wishes.new_reminder.emit(self.client_id)

    def _on_contact(self) -> None:
        self._desk.wishes.new_contact.emit(self.client_id)

    def _on_process_notes(self) -> None:
        self._desk.wishes.process_notes.emit(self.client_id)

    def _on_phase(self, phase: Phase) -> None:
        before, client_id = self._phase, self.client_id
        if client_id is None or phase is before:
            self.header.show_phase(before)
            return
        clients, wishes = self._desk.workspace.clients, self._desk.wishes
        try:
            clients.set_phase(client_id, phase)
        except Problem as problem:
            self.header.show_phase(before)
            wishes.trouble.emit(problem)
            return
        words = _("The phase is {phase} from today on.").format(phase=label(phase))
        wishes.undo_offered.emit(words, lambda: clients.set_phase(client_id, before))


class _Tabs(QStackedWidget):
    """Has whatever height the head leaves: in large text the head stays whole."""

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def _count(page: ClientPage) -> int | None:
    try:
        return page.count()
    except VaultIsDamaged:
        return None  # the tab itself says that it cannot be read
