"""One unit of work: all shelves of the vault inside one transaction."""

from sqlalchemy.orm import Session

from vitalshift_desktop.vault.audit_trail import AuditTrail
from vitalshift_desktop.vault.meta import MetaShelf
from vitalshift_desktop.vault.records.agreeing import AgreeingShelf
from vitalshift_desktop.vault.records.agreements import AgreementShelf
from vitalshift_desktop.vault.records.alliance import TalkedThroughShelf
from vitalshift_desktop.vault.records.attachments import AttachmentShelf
from vitalshift_desktop.vault.records.audit_objects import AuditObjects
from vitalshift_desktop.vault.records.backups import BackupShelf
from vitalshift_desktop.vault.records.boundary_events import BoundaryEventShelf
from vitalshift_desktop.vault.records.chart_entries import ChartEntryShelf, ClassedMarkShelf
from vitalshift_desktop.vault.records.clause_reviews import ClauseReviewShelf
from vitalshift_desktop.vault.records.client_files import ClientFileShelf
from vitalshift_desktop.vault.records.client_measures import ClientMeasureShelf
from vitalshift_desktop.vault.records.clients import ClientShelf
from vitalshift_desktop.vault.records.commitments import CommitmentShelf
from vitalshift_desktop.vault.records.consents import ConsentShelf
from vitalshift_desktop.vault.records.contact_rules import ContactRuleShelf
from vitalshift_desktop.vault.records.contacts import ContactShelf
from vitalshift_desktop.vault.records.course_ends import CourseEndShelf
from vitalshift_desktop.vault.records.critical_answers import CriticalAnswerShelf
from vitalshift_desktop.vault.records.disclosures import DisclosureShelf
from vitalshift_desktop.vault.records.drafts import DraftShelf
from vitalshift_desktop.vault.records.early_reviews import EarlyReviewShelf
from vitalshift_desktop.vault.records.episodes import EpisodeShelf
from vitalshift_desktop.vault.records.fees import FeeShelf
from vitalshift_desktop.vault.records.flags import DismissalShelf
from vitalshift_desktop.vault.records.goal_versions import GoalVersionShelf
from vitalshift_desktop.vault.records.goals import GoalShelf
from vitalshift_desktop.vault.records.handovers import HandoverShelf
from vitalshift_desktop.vault.records.instruments import DefinitionShelf, InstrumentShelf
from vitalshift_desktop.vault.records.measure_days import MeasureDayShelf
from vitalshift_desktop.vault.records.measures import MeasureShelf
from vitalshift_desktop.vault.records.medicines import MedicineShelf
from vitalshift_desktop.vault.records.moved_sessions import MovedSessions
from vitalshift_desktop.vault.records.not_given import NotGivenShelf
from vitalshift_desktop.vault.records.note_templates import NoteTemplateShelf
from vitalshift_desktop.vault.records.notes import NoteShelf
from vitalshift_desktop.vault.records.outreach import OutreachShelf
from vitalshift_desktop.vault.records.own_clauses import OwnClauseShelf
from vitalshift_desktop.vault.records.practice import PracticeShelf
from vitalshift_desktop.vault.records.practice_terms import PracticeTermShelf
from vitalshift_desktop.vault.records.process_notes import ProcessNoteShelf
from vitalshift_desktop.vault.records.related_people import MemberShelf, RelatedPeopleShelf
from vitalshift_desktop.vault.records.reminders import ReminderShelf
from vitalshift_desktop.vault.records.reviews import ReviewShelf
from vitalshift_desktop.vault.records.safety_plans import SafetyPlanShelf
from vitalshift_desktop.vault.records.search import SearchShelf
from vitalshift_desktop.vault.records.session_courses import SessionCourseShelf
from vitalshift_desktop.vault.records.session_facts import SessionFactShelf
from vitalshift_desktop.vault.records.sessions import SessionShelf
from vitalshift_desktop.vault.records.standing import ClosureShelf, StandingShelf
from vitalshift_desktop.vault.records.tasks import TaskShelf
from vitalshift_desktop.vault.records.worksheets import ConsultationShelf, WorksheetShelf
from vitalshift_desktop.vault.records.writing import WritingShelf


class UnitOfWork:
    """The shelves of an open vault, valid while its transaction lasts; rows never leave it."""

    def __init__(self, session: Session, audit: AuditTrail) -> None:
        self.audit = audit
        self.audit_objects = AuditObjects(session)
        self.meta = MetaShelf(session)
        # The shelves of the record, one for each subject.
        self.practice = PracticeShelf(session)
        self.clients = ClientShelf(session)
        self.files = ClientFileShelf(session)
        self.related_people = RelatedPeopleShelf(session)
        self.members = MemberShelf(session)
        self.medicines = MedicineShelf(session)
        self.episodes = EpisodeShelf(session)
        self.sessions = SessionShelf(session)
        self.fees = FeeShelf(session)
        self.moved_sessions = MovedSessions(session)
        self.standing = StandingShelf(session)
        self.closures = ClosureShelf(session)
        self.session_facts = SessionFactShelf(session)
        self.session_courses = SessionCourseShelf(session)
        self.notes = NoteShelf(session)
        self.contacts = ContactShelf(session)
        self.process_notes = ProcessNoteShelf(session)
        self.note_templates = NoteTemplateShelf(session)
        self._open_goals(session)
        self._open_agreements(session)
        self._open_about_agreements(session)
        self.agreeing = AgreeingShelf(session)
        self.safety_plans = SafetyPlanShelf(session)
        self.terms = PracticeTermShelf(session)
        self._open_measures(session)
        self.reminders = ReminderShelf(session)
        self.reviews = ReviewShelf(session)
        self.backups = BackupShelf(session)
        self.disclosures = DisclosureShelf(session)
        self.drafts = DraftShelf(session)
        self.attachments = AttachmentShelf(session)
        self.writing = WritingShelf(session)
        self.search = SearchShelf(session)

    def _open_goals(self, session: Session) -> None:
        """What is worked on, and how."""
        self.goals = GoalShelf(session)
        self.goal_versions = GoalVersionShelf(session)
        self.tasks = TaskShelf(session)

    def _open_agreements(self, session: Session) -> None:
        """What is agreed with clients, and what came of asking after them."""
        self.agreements = AgreementShelf(session)
        self.consents = ConsentShelf(session)
        self.commitments = CommitmentShelf(session)
        self.outreach = OutreachShelf(session)

    def _open_about_agreements(self, session: Session) -> None:
        """What is written about agreements once they are made."""
        self.clause_reviews = ClauseReviewShelf(session)
        self.own_clauses = OwnClauseShelf(session)
        self.boundary_events = BoundaryEventShelf(session)
        self.worksheets = WorksheetShelf(session)
        self.contact_rules = ContactRuleShelf(session)
        self.consultations = ConsultationShelf(session)

    def _open_measures(self, session: Session) -> None:
        """What is measured, and what rests on it."""
        self.measures = MeasureShelf(session)
        self.measures_not_given = NotGivenShelf(session)
        self.measure_days = MeasureDayShelf(session)
        self.definitions = DefinitionShelf(session)
        self.instruments = InstrumentShelf(session)
        self.client_measures = ClientMeasureShelf(session)
        self.handovers = HandoverShelf(session)
        self.course_ends = CourseEndShelf(session)
        self.critical_answers = CriticalAnswerShelf(session)
        self.talked_through = TalkedThroughShelf(session)
        self.dismissals = DismissalShelf(session)
        self.early_reviews = EarlyReviewShelf(session)
        self._open_alliance(session)

    def _open_alliance(self, session: Session) -> None:
        """What the counselor adds to the course of the check-ins."""
        self.talked_through = TalkedThroughShelf(session)
        self.classed_marks = ClassedMarkShelf(session)
        self.chart_entries = ChartEntryShelf(session)
