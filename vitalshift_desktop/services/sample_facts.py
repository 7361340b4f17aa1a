"""The sample practice in memory: days are counted from the day it is written."""

from dataclasses import dataclass
from datetime import time

from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause
from vitalshift_desktop.domain.clients import ClientDetails, ClientStatus, Phase
from vitalshift_desktop.domain.measures.administration import HowGiven
from vitalshift_desktop.domain.notes import AdditionKind, Section
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.services.sample_agreed import NOTHING_AGREED, SampleAgreed
from vitalshift_desktop.services.sample_beside import NOTHING_BESIDE, SampleBeside
from vitalshift_desktop.services.sample_clauses import NO_CLAUSES, SampleClauses
from vitalshift_desktop.services.sample_episodes import SampleEpisode, SampleSafetyPlan
from vitalshift_desktop.services.sample_fees import SampleFee
from vitalshift_desktop.services.sample_goals import SampleGoal
from vitalshift_desktop.services.sample_measures import SamplePause, SampleUse
from vitalshift_desktop.services.sample_people import SampleFile
from vitalshift_desktop.services.sample_reminders import SampleReminder


@dataclass(frozen=True, slots=True)
class SampleNote:
    """A note; `signed` is how many days after the session it was signed, None for a draft."""

    template: str
    sections: tuple[Section, ...]
    signed: int | None
    goals: tuple[str, ...]
    addenda: tuple[tuple[AdditionKind, str, str, int], ...]


@dataclass(frozen=True, slots=True)
class SampleSession:
    """A session; check-ins are four answers each or None, an empty tuple for one the counselor skipped."""

    day: int
    at: time
    minutes: int
    modality: Modality
    attendance: Attendance
    cancelled_by: CancelledBy | None
    late_notice: bool
    note_put_aside: bool
    note: SampleNote | None
    client_checkin: tuple[int, ...] | None
    counselor_checkin: tuple[int, ...] | None
    goal_ratings: tuple[tuple[str, int], ...]
    counselor_goal_ratings: tuple[tuple[str, int], ...]
    talked_through: str | None


@dataclass(frozen=True, slots=True)
class SampleAgreement:
    """An agreement; each clause with its own day of review, if it has one, and whom a copy was handed to."""

    day: int
    how: AgreedHow
    review: int | None
    clauses: tuple[tuple[DraftClause, int | None], ...]
    words: str = ""
    copy_to: str = ""


@dataclass(frozen=True, slots=True)
class SampleForm:
    """A form the client answered apart from the check-in; it belongs to the session of its day, where one was held."""

    instrument: str
    day: int
    at: time
    answers: tuple[int | None, ...]
    how_given: HowGiven
    review_note: str


@dataclass(frozen=True, slots=True)
class SampleClient:
    """One client with the whole record."""

    details: ClientDetails
    file: SampleFile
    since: int
    status: ClientStatus
    status_reason: str
    phases: tuple[tuple[Phase, int], ...]
    goals: tuple[SampleGoal, ...]
    agreements: tuple[SampleAgreement, ...]
    sessions: tuple[SampleSession, ...]
    forms: tuple[SampleForm, ...]
    reminders: tuple[SampleReminder, ...]
    fee: SampleFee | None = None
    clauses: SampleClauses = NO_CLAUSES
    episodes: tuple[SampleEpisode, ...] = ()
    safety_plans: tuple[SampleSafetyPlan, ...] = ()
    uses: tuple[SampleUse, ...] = ()
    pauses: tuple[SamplePause, ...] = ()
    agreed: SampleAgreed = NOTHING_AGREED
    beside: SampleBeside = NOTHING_BESIDE


@dataclass(frozen=True, slots=True)
class SamplePractice:
    """The practice, the reminders that belong to no client, and snippets as trigger and text."""

    practice: Practice
    reminders: tuple[SampleReminder, ...]
    snippets: tuple[tuple[str, str], ...] = ()
