"""The pages of the main window, which one is shown, and the way back."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from vitalshift_desktop.domain.changes import Changed
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.ui.agreements.agreements_panel import AgreementsPanel
from vitalshift_desktop.ui.agreements.agreements_tab import AgreementsTab
from vitalshift_desktop.ui.agreements.signing_pages import SigningPages
from vitalshift_desktop.ui.boundary_events.clause_notes import ClauseNotes
from vitalshift_desktop.ui.boundary_events.consultations_page import ConsultationsPage
from vitalshift_desktop.ui.boundary_events.drift_page import DriftPage
from vitalshift_desktop.ui.boundary_events.notes_page import AgreementNotesPage
from vitalshift_desktop.ui.clients.clients_page import ClientsPage
from vitalshift_desktop.ui.clients.details_tab import DetailsTab
from vitalshift_desktop.ui.clients.return_page import ReturnPage
from vitalshift_desktop.ui.clients.who_came_panel import WhoCamePanel
from vitalshift_desktop.ui.commitments.commitment_line import CommitmentLine
from vitalshift_desktop.ui.consents.consents_page import ConsentsPage
from vitalshift_desktop.ui.contacts.contacts_tab import ContactsTab
from vitalshift_desktop.ui.contacts.inbox_page import InboxPage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.document_page import DocumentPage
from vitalshift_desktop.ui.documents.documents_panel import DocumentsPanel
from vitalshift_desktop.ui.documents.documents_tab import DocumentsTab
from vitalshift_desktop.ui.early_reviews.review_page import ReviewSheetPage
from vitalshift_desktop.ui.entry.measures_panel import MeasuresPanel
from vitalshift_desktop.ui.fees.unpaid_page import UnpaidFees
from vitalshift_desktop.ui.goals.goals_panel import GoalsPanel
from vitalshift_desktop.ui.goals.goals_tab import GoalsTab
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.insights.insights_page import InsightsPage
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.measures.checkin_panel import CheckinPanel
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.outcomes.outcomes_page import OutcomesPage
from vitalshift_desktop.ui.page import ClientTab, NotePane, Page
from vitalshift_desktop.ui.printing.summary_page import SummaryPage
from vitalshift_desktop.ui.process_notes.process_notes_page import ProcessNotesPage
from vitalshift_desktop.ui.process_notes.process_pane import ProcessPane
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage
from vitalshift_desktop.ui.reminders.reminders_tab import RemindersTab
from vitalshift_desktop.ui.safety.safety_plan_page import SafetyPlanPage
from vitalshift_desktop.ui.search.search_page import SearchPage
from vitalshift_desktop.ui.sessions.online_panel import OnlinePanel
from vitalshift_desktop.ui.sessions.presence_panel import PresencePanel
from vitalshift_desktop.ui.sessions.sessions_tab import SessionsTab
from vitalshift_desktop.ui.settings.instrument_page import InstrumentPage
from vitalshift_desktop.ui.settings.settings_page import SettingsPage
from vitalshift_desktop.ui.vault.audit_tab import AuditTab
from vitalshift_desktop.ui.vault.backups_tab import BackupsTab
from vitalshift_desktop.ui.vault.check_tab import CheckTab
from vitalshift_desktop.ui.vault.place_tab import PlaceTab
from vitalshift_desktop.ui.vault.vault_page import VaultPage, VaultTab
from vitalshift_desktop.ui.vault.ways_in_tab import WaysInTab
from vitalshift_desktop.words import _

Made = TypeVar("Made", bound=Page)


class PageStack(QStackedWidget):
    """All pages, one shown at a time. A page is made when it is first needed, so that Today need not wait for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._made: dict[str, Page] = {}
        self._past: list[str] = []
        self.key = "home"

    @cached_property
    def home(self) -> HomePage:
        """Today and the week."""
        return self._took("home", HomePage(self._desk))

    @cached_property
    def clients(self) -> ClientsPage:
        """The clients and their pages."""
        return self._took("clients", ClientsPage(self._desk, _client_tabs(self._desk, self.goals, self.boundaries)))

    @cached_property
    def goals(self) -> GoalsTab:
        """The tab of a client's goals."""
        return GoalsTab(self._desk)

    @cached_property
    def boundaries(self) -> AgreementsTab:
        """The tab of a client's boundaries, with its segments."""
        return _boundaries(self._desk)

    @cached_property
    def note(self) -> NotePage:
        """The note of a session."""
        panels = (
            OnlinePanel(self._desk),
            CheckinPanel(self._desk),
            MeasuresPanel(self._desk),
            GoalsPanel(self._desk),
            AgreementsPanel(self._desk),
            PresencePanel(self._desk),
            DocumentsPanel(self._desk),
            WhoCamePanel(self._desk),
        )
        process = NotePane("process", _("Process note"), ProcessPane(self._desk), "lock-simple-fill")
        return self._took("note", NotePage(self._desk, panels, (process,)))

    @cached_property
    def reminders(self) -> RemindersPage:
        """All reminders."""
        return self._took("reminders", RemindersPage(self._desk))

    @cached_property
    def insights(self) -> InsightsPage:
        """The first five sessions of everybody, and how beginnings went."""
        return self._took("insights", InsightsPage(self._desk))

    @cached_property
    def fees(self) -> UnpaidFees:
        """What is still to be paid."""
        return self._took("fees", UnpaidFees(self._desk))

    @cached_property
    def drift(self) -> DriftPage:
        """What went beyond what was agreed."""
        return self._took("drift", DriftPage(self._desk))

    @cached_property
    def consultations(self) -> ConsultationsPage:
        """The consultation log of the practice."""
        return self._took("consultations", ConsultationsPage(self._desk))

    @cached_property
    def inbox(self) -> InboxPage:
        """What was captured and waits to be filed."""
        return self._took("inbox", InboxPage(self._desk))

    @cached_property
    def process_notes(self) -> ProcessNotesPage:
        """The process notes of one client."""
        return self._took("process_notes", ProcessNotesPage(self._desk))

    @cached_property
    def summary(self) -> SummaryPage:
        """The preview of a progress summary."""
        return self._took("summary", SummaryPage(self._desk))

    @cached_property
    def safety_plan(self) -> SafetyPlanPage:
        """The safety plan of a client."""
        return self._took("safety_plan", SafetyPlanPage(self._desk))

    @cached_property
    def new_episode(self) -> ReturnPage:
        """The last episode of a client who comes back."""
        return self._took("new_episode", ReturnPage(self._desk))

    @cached_property
    def review_sheet(self) -> ReviewSheetPage:
        """The review sheet of session 3 or 5 of a client."""
        return self._took("review_sheet", ReviewSheetPage(self._desk))

    @cached_property
    def document(self) -> DocumentPage:
        """One attachment to look at."""
        return self._took("document", DocumentPage(self._desk))

    @cached_property
    def search(self) -> SearchPage:
        """Searching the record."""
        return self._took("search", SearchPage(self._desk))

    @cached_property
    def settings(self) -> SettingsPage:
        """The settings."""
        return self._took("settings", SettingsPage(self._desk))

    @cached_property
    def instrument(self) -> InstrumentPage:
        """Where the numbers of one instrument come from."""
        return self._took("instrument", InstrumentPage(self._desk))

    @cached_property
    def vault(self) -> VaultPage:
        """Looking after the vault itself."""
        tabs = _vault_tabs(self._desk, self.ways_in)
        return self._took("vault", VaultPage(tabs))

    @cached_property
    def ways_in(self) -> WaysInTab:
        """The tab of the vault page where passphrase and recovery sheet are changed."""
        return WaysInTab(self._desk)

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
        if self.key in self._made:
            self._made[self.key].save_now()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """What is filled in on any page and not saved."""
        return tuple(form for page in self._made.values() for form in page.half_filled())

    def hear(self, change: Changed) -> None:
        """Tell every page that was made what changed."""
        for page in self._made.values():
            page.hear(change)

    def look_again(self) -> None:
        """Let every page that was made look again when it is next seen."""
        for page in self._made.values():
            page.look_again_soon()

    def _show(self, key: str) -> None:
        page: Page = getattr(self, key)
        self.key = key
        self.setCurrentWidget(page)
        page.focus_first()

    def _took(self, key: str, page: Made) -> Made:
        self._made[key] = page
        self.addWidget(page)
        return page


def _client_tabs(desk: Desk, goals: GoalsTab, boundaries: AgreementsTab) -> tuple[ClientTab, ...]:
    return (
        ClientTab("sessions", _("Sessions"), SessionsTab(desk)),
        ClientTab("contacts", _("Contacts"), ContactsTab(desk)),
        ClientTab("goals", _("Goals"), goals),
        ClientTab("agreements", _("Boundaries"), boundaries),
        ClientTab("alliance", _("Alliance"), AlliancePage(desk)),
        ClientTab("outcomes", _("Outcomes"), OutcomesPage(desk)),
        ClientTab("reminders", _("Reminders"), RemindersTab(desk)),
        ClientTab("documents", _("Documents"), DocumentsTab(desk)),
        ClientTab("details", _("Details"), DetailsTab(desk)),
    )


def _boundaries(desk: Desk) -> AgreementsTab:
    """The tab of the boundaries with the sections that other packages hang into it."""
    consents = ClientTab("consents", _("Consents"), ConsentsPage(desk))
    notes = ClientTab("notes", _("Notes"), AgreementNotesPage(desk))
    above, under = (CommitmentLine(desk), SigningPages(desk)), (ClauseNotes(desk),)
    return AgreementsTab(desk, above=above, under_clause=under, segments=(notes, consents))


def _vault_tabs(desk: Desk, ways_in: WaysInTab) -> tuple[VaultTab, ...]:
    return (
        VaultTab("backups", _("Backups"), BackupsTab(desk)),
        VaultTab("ways_in", _("Ways in"), ways_in),
        VaultTab("check", _("Check my vault"), CheckTab(desk)),
        VaultTab("audit", _("Audit trail"), AuditTab(desk)),
        VaultTab("place", _("Place"), PlaceTab(desk)),
    )
