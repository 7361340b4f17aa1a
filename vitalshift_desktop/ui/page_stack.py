"""The pages of the main window, which one is shown, and the way back."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from vitalshift_desktop.domain.changes import Changed
from vitalshift_desktop.ui.agreements.agreements_panel import AgreementsPanel
from vitalshift_desktop.ui.agreements.agreements_tab import AgreementsTab
from vitalshift_desktop.ui.clients.clients_page import ClientsPage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goals_panel import GoalsPanel
from vitalshift_desktop.ui.goals.goals_tab import GoalsTab
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.measures.checkin_panel import CheckinPanel
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.page import ClientTab, Page
from vitalshift_desktop.ui.printing.summary_page import SummaryPage
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage
from vitalshift_desktop.ui.reminders.reminders_tab import RemindersTab
from vitalshift_desktop.ui.sessions.sessions_tab import SessionsTab
from vitalshift_desktop.ui.settings.settings_page import SettingsPage
from vitalshift_desktop.words import _


class PageStack(QStackedWidget):
    """All pages, one shown at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.home = HomePage(desk)
        self._tabs = _client_tabs(desk)
        self.clients = ClientsPage(desk, self._tabs)
        self.note = NotePage(desk, (CheckinPanel(desk), GoalsPanel(desk), AgreementsPanel(desk)))
        self.reminders = RemindersPage(desk)
        self.summary = SummaryPage(desk)
        self.settings = SettingsPage(desk)
        self._pages: dict[str, Page] = {
            "home": self.home,
            "clients": self.clients,
            "note": self.note,
            "reminders": self.reminders,
            "summary": self.summary,
            "settings": self.settings,
        }
        self._past: list[str] = []
        self.key = "home"
        for page in self._pages.values():
            self.addWidget(page)

    def show_page(self, key: str) -> None:
        """Save what is being typed, then show a page and remember the way back."""
        self.save_now()
        if key != self.key:
            self._past.append(self.key)
        self._show(key)

    def back(self) -> None:
        """Show the page from which this one was opened; Today when there is none."""
        self.save_now()
        self._show(self._past.pop() if self._past else "home")

    def save_now(self) -> None:
        """Save what is being typed on the page that is shown."""
        self._pages[self.key].save_now()

    def hear(self, change: Changed) -> None:
        """Tell every page what changed."""
        for page in self._pages.values():
            page.hear(change)
        for tab in self._tabs:
            tab.page.hear(change)

    def look_again(self) -> None:
        """Let every page look again when it is next seen."""
        for page in (*self._pages.values(), *(tab.page for tab in self._tabs)):
            page.look_again_soon()

    def _show(self, key: str) -> None:
        self.key = key
        self.setCurrentWidget(self._pages[key])
        self._pages[key].focus_first()


def _client_tabs(desk: Desk) -> tuple[ClientTab, ...]:
    return (
        ClientTab("sessions", _("Sessions"), SessionsTab(desk)),
        ClientTab("goals", _("Goals"), GoalsTab(desk)),
        ClientTab("agreements", _("Boundaries"), AgreementsTab(desk)),
        ClientTab("alliance", _("Alliance"), AlliancePage(desk)),
        ClientTab("reminders", _("Reminders"), RemindersTab(desk)),
    )
