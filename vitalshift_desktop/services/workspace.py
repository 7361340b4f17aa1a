"""All that the counselor can do with one open vault."""

from pathlib import Path

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.vaults import ReadOnlyReason, VaultWarning
from vitalshift_desktop.services.agreeing import Agreeing
from vitalshift_desktop.services.agreement_records import AgreementRecords
from vitalshift_desktop.services.agreements import Agreements
from vitalshift_desktop.services.alliance import Alliance
from vitalshift_desktop.services.answers import Answers
from vitalshift_desktop.services.attachments import Attachments
from vitalshift_desktop.services.audit import Audit
from vitalshift_desktop.services.backup_folders import BackupFolders
from vitalshift_desktop.services.backups import Backups
from vitalshift_desktop.services.bell import Bell
from vitalshift_desktop.services.boundary_events import BoundaryEvents
from vitalshift_desktop.services.calendar_export import CalendarExport
from vitalshift_desktop.services.chart_entries import ChartEntries
from vitalshift_desktop.services.clause_drafts import ClauseDrafts
from vitalshift_desktop.services.clause_reviews import ClauseReviews
from vitalshift_desktop.services.client_files import ClientFiles
from vitalshift_desktop.services.client_measures import ClientMeasures
from vitalshift_desktop.services.clients import Clients
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.closures import Closures
from vitalshift_desktop.services.commitments import Commitments
from vitalshift_desktop.services.consent_printing import ConsentPrinting
from vitalshift_desktop.services.consents import Consents
from vitalshift_desktop.services.consultations import Consultations
from vitalshift_desktop.services.contact_rules import ContactRules
from vitalshift_desktop.services.contacts import Contacts
from vitalshift_desktop.services.disclosures import Disclosures
from vitalshift_desktop.services.drafts import Drafts
from vitalshift_desktop.services.drift import DriftWatch
from vitalshift_desktop.services.due_count import DueCounting
from vitalshift_desktop.services.early_reviews import EarlyReviews
from vitalshift_desktop.services.episodes import Episodes
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.fees import Fees
from vitalshift_desktop.services.first_five import FirstFive
from vitalshift_desktop.services.goals import Goals
from vitalshift_desktop.services.handovers import Handovers
from vitalshift_desktop.services.home import Home
from vitalshift_desktop.services.inbox import Inbox
from vitalshift_desktop.services.instrument_list import Instruments
from vitalshift_desktop.services.joint_files import JointFiles
from vitalshift_desktop.services.may_know import MayKnowAgreements
from vitalshift_desktop.services.measures import Measures
from vitalshift_desktop.services.medicines import Medicines
from vitalshift_desktop.services.moving import Moving
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.services.note_templates import NoteTemplates
from vitalshift_desktop.services.notes import Notes
from vitalshift_desktop.services.outcomes import Outcomes
from vitalshift_desktop.services.outreaches import Outreaches
from vitalshift_desktop.services.phases import Phases
from vitalshift_desktop.services.practice import Practices
from vitalshift_desktop.services.practice_terms import Terms
from vitalshift_desktop.services.process_notes import ProcessNotes
from vitalshift_desktop.services.progress import Progress
from vitalshift_desktop.services.record_search import RecordSearch
from vitalshift_desktop.services.related_people import RelatedPeople
from vitalshift_desktop.services.reminders import Reminders
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.services.review_list import Reviews
from vitalshift_desktop.services.risk_notes import RiskNotes
from vitalshift_desktop.services.safety_plans import SafetyPlans
from vitalshift_desktop.services.search import Search
from vitalshift_desktop.services.secrets import Secrets
from vitalshift_desktop.services.session_company import SessionCompany
from vitalshift_desktop.services.session_courses import SessionCourses
from vitalshift_desktop.services.sessions import Sessions
from vitalshift_desktop.services.snippets import Snippets
from vitalshift_desktop.services.spelling import Spelling
from vitalshift_desktop.services.standing import StandingAppointments
from vitalshift_desktop.services.starter_clauses import ClauseTemplates
from vitalshift_desktop.services.tasks import Tasks
from vitalshift_desktop.services.vault_care import VaultCare
from vitalshift_desktop.services.vault_check import VaultChecks
from vitalshift_desktop.services.vault_place import VaultPlace
from vitalshift_desktop.services.worksheets import Worksheets
from vitalshift_desktop.vault.vault import Vault

SUFFIX = ".vshift"


class Workspace:
    """The services of one open vault, one for each subject; thrown away when the vault is locked."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self.vault = vault
        self.clock = clock
        self.events = events
        # The first listener, so that whoever looks again after a change is not shown what was kept from before it.
        needs_a_look = NeedsALook(clock, events)
        self.practice = Practices(vault, events)
        self.clients = Clients(vault, clock, events, needs_a_look)
        self.attachments = Attachments(vault, clock, events)
        self._open_people(vault, clock, events)
        self._open_calendar(needs_a_look)
        self.fees = Fees(vault, clock, events)
        self.notes = Notes(vault, clock, events, needs_a_look)
        self._open_apart()
        self._open_writing()
        self.goals = Goals(vault, clock, events)
        self.tasks = Tasks(vault, clock, events)
        self._open_boundaries(vault, clock, events)
        self._open_measures(vault, clock, events)
        self._open_alliance(needs_a_look)
        self._open_reminders(vault, clock, events)
        self.backups = Backups(vault, clock, events)
        self.home = Home(vault, clock, events, needs_a_look, self.backups)
        self.restoring = Restoring(clock, vault.device)
        self.search = Search(vault, events)
        self.record_search = RecordSearch(vault, clock)
        self.progress = Progress(vault, clock)
        self.disclosures = Disclosures(vault, clock, events)
        self.consent_printing = ConsentPrinting(vault, clock, self.disclosures)
        self.place = VaultPlace(vault, Moving(clock, vault.device), events)
        self.audit = Audit(vault, clock)
        self._backup_folders = BackupFolders(vault.device)
        self._remember_backup_folders()
        events.subscribe(self._on_changed)
        self.secrets = Secrets(vault, clock, events, self.backups)
        self.vault_check = VaultChecks(vault, clock, events, self.backups.listed)
        self.care = VaultCare(vault, clock, events, self.backups, self.secrets, self.place)

    def _open_reminders(self, vault: Vault, clock: Clock, events: Events) -> None:
        """What is to be remembered, what falls due on its own, and the bell."""
        self.reminders = Reminders(vault, clock, events)
        self.reviews = Reviews(vault, clock, events)
        self.due_count = DueCounting(self.reminders, self.reviews, clock)
        self.bell = Bell(vault, clock)
        self.calendar_export = CalendarExport(vault, clock, events)

    def _open_measures(self, vault: Vault, clock: Clock, events: Events) -> None:
        """Forms, what they give, and what an answer asks for."""
        self.instruments = Instruments(vault, clock, events)
        self.measures = Measures(vault, clock, events)
        self.client_measures = ClientMeasures(vault, clock, events)
        self.handovers = Handovers(vault, clock, events)
        self.answers = Answers(vault, clock, events)
        self.risk_notes = RiskNotes(vault, clock, self.notes)
        self.outcomes = Outcomes(vault)

    def _open_boundaries(self, vault: Vault, clock: Clock, events: Events) -> None:
        """What is written about agreements once they are made."""
        self.agreements = Agreements(vault, clock, events)
        self.clause_drafts = ClauseDrafts(vault, clock, events)
        self.clause_reviews = ClauseReviews(vault, clock, events)
        self.clause_templates = ClauseTemplates(vault, clock, events)
        self.agreeing = Agreeing(vault, clock, events, self.agreements)
        self.agreement_records = AgreementRecords(vault, clock, events, self.attachments)
        self.boundary_events = BoundaryEvents(vault, clock, events)
        self.worksheets = Worksheets(vault, clock, events)
        self.contact_rules = ContactRules(vault, clock, events)
        self.drift = DriftWatch(vault, clock)
        self.consultations = Consultations(vault, clock, events)

    def _open_alliance(self, needs_a_look: NeedsALook) -> None:
        """What is read from the check-ins, and what is added to them."""
        self.alliance = Alliance(self.vault, self.clock, self.events)
        self.chart_entries = ChartEntries(self.vault, self.clock, self.events)
        self.first_five = FirstFive(self.vault, self.clock, needs_a_look)
        self.early_reviews = EarlyReviews(self.vault, self.clock, self.events)

    def _open_people(self, vault: Vault, clock: Clock, events: Events) -> None:
        """What is written about clients apart from their sessions."""
        self.files = ClientFiles(vault, clock, events)
        self.related_people = RelatedPeople(vault, clock, events)
        self.medicines = Medicines(vault, clock, events)
        self.joint_files = JointFiles(vault, clock, events)
        self.episodes = Episodes(vault, clock, events)
        self.safety_plans = SafetyPlans(vault, clock, events)
        self.consents = Consents(vault, clock, events, self.attachments)
        self.may_know = MayKnowAgreements(vault, clock, events)
        self.phases = Phases(vault, clock, events)
        self.terms = Terms(vault, events)
        self.commitments = Commitments(vault, clock, events)
        self.outreaches = Outreaches(vault, clock, events)

    def _open_apart(self) -> None:
        """What is kept beside the notes of sessions."""
        self.contacts = Contacts(self.vault, self.clock, self.events)
        self.inbox = Inbox(self.vault, self.clock, self.events, self.notes)
        self.process_notes = ProcessNotes(self.vault, self.clock, self.events)

    def _open_writing(self) -> None:
        """What helps with writing."""
        self.note_templates = NoteTemplates(self.vault, self.events)
        self.drafts = Drafts(self.vault, self.clock)
        self.spelling = Spelling(self.vault, self.clock, self.events)
        self.snippets = Snippets(self.vault, self.events)

    def _open_calendar(self, needs_a_look: NeedsALook) -> None:
        """Sessions, and what makes and lifts them."""
        vault, clock, events = self.vault, self.clock, self.events
        self.sessions = Sessions(vault, clock, events, needs_a_look)
        self.standing = StandingAppointments(vault, clock, events)
        self.closures = Closures(vault, clock, events)
        self.company = SessionCompany(vault, events)
        self.courses = SessionCourses(vault, events)

    @property
    def name(self) -> str:
        """The name of the vault's folder without its ending."""
        return self.vault.folder.name.removesuffix(SUFFIX)

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self.vault.folder

    @property
    def vault_id(self) -> str:
        """The vault's own id."""
        return self.vault.vault_id

    @property
    def read_only(self) -> ReadOnlyReason | None:
        """Why nothing can be saved, or None where it can."""
        return self.vault.read_only

    @property
    def warnings(self) -> tuple[VaultWarning, ...]:
        """What was noticed while the vault was opened."""
        return self.vault.warnings

    def _on_changed(self, changed: Changed) -> None:
        if changed.subject is Subject.BACKUPS:
            self._remember_backup_folders()

    def _remember_backup_folders(self) -> None:
        """For the day the vault does not open; the folders stand in the vault itself, which nobody could read then."""
        if self.read_only is None:
            folders = [place.folder for place in self.backups.places()]
            self._backup_folders.note(self.vault.folder, self.vault_id, folders)

    def accept_older_state(self) -> None:
        """Go on with records that are older than the ones last open on this computer; audited by the vault."""
        self.vault.accept_older_state()

    def close(self) -> None:
        """Seal and close the vault; every service is of no use afterwards."""
        self.bell.close()
        self.vault.close()
