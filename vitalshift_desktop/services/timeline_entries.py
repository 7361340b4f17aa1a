"""What stands on a client's timeline: the kinds of entries, and the groups they are picked out by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.attachments import Attachment
from vitalshift_desktop.domain.boundary_events import BoundaryEvent
from vitalshift_desktop.domain.clients import ClientStatus, Phase
from vitalshift_desktop.domain.commitments import AgreedBreak, Commitment
from vitalshift_desktop.domain.consultations import Consultation
from vitalshift_desktop.domain.contacts import ContactNote
from vitalshift_desktop.domain.dated_words import RiskWord, ServiceTalk
from vitalshift_desktop.domain.episodes import Episode
from vitalshift_desktop.domain.goals import Goal
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import Administration
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.safety_plans import SafetyPlanVersion
from vitalshift_desktop.domain.sessions import Attendance, SessionId
from vitalshift_desktop.domain.worksheets import Worksheet
from vitalshift_desktop.services.score_lines import ScoreLine


class TimelineKind(StrEnum):
    """What kind of thing happened."""

    SESSION = "session"
    MISSED = "missed"
    CONTACT = "contact"
    AGREEMENT = "agreement"
    GOAL = "goal"
    SCORE = "score"
    NOT_GIVEN = "not_given"
    DOCUMENT = "document"
    SAFETY_PLAN = "safety_plan"
    COMMITMENT = "commitment"
    BREAK = "break"
    BOUNDARY_EVENT = "boundary_event"
    WORKSHEET = "worksheet"
    CONSULTATION = "consultation"
    EPISODE_OPENED = "episode_opened"
    EPISODE_ENDED = "episode_ended"
    SERVICE = "service"
    RISK_WORD = "risk_word"
    PHASE = "phase"
    STATUS = "status"


class TimelineGroup(StrEnum):
    """The groups a timeline can be narrowed down to."""

    SESSIONS = "sessions"
    CONTACTS = "contacts"
    SCORES = "scores"
    AGREED = "agreed"
    COURSE = "course"
    DOCUMENTS = "documents"


class TimelineMark(StrEnum):
    """What the check-in of a session showed."""

    DROP = "drop"
    RUPTURE = "rupture"
    BACK = "back"
    TALKED = "talked"


Agreed = tuple[ClauseVersion, ...] | Goal | SafetyPlanVersion | Commitment | AgreedBreak
Thing = (
    Agreed
    | ContactNote
    | BoundaryEvent
    | Worksheet
    | Consultation
    | Administration
    | NotGiven
    | Attachment
    | Episode
    | RiskWord
    | ServiceTalk
    | Phase
    | ClientStatus
)

_KINDS: Mapping[TimelineGroup, frozenset[TimelineKind]] = {
    TimelineGroup.SESSIONS: frozenset({TimelineKind.SESSION, TimelineKind.MISSED}),
    TimelineGroup.CONTACTS: frozenset({TimelineKind.CONTACT}),
    TimelineGroup.SCORES: frozenset({TimelineKind.SCORE, TimelineKind.NOT_GIVEN}),
    TimelineGroup.AGREED: frozenset(
        {
            TimelineKind.AGREEMENT,
            TimelineKind.GOAL,
            TimelineKind.SAFETY_PLAN,
            TimelineKind.COMMITMENT,
            TimelineKind.BREAK,
            TimelineKind.BOUNDARY_EVENT,
            TimelineKind.WORKSHEET,
            TimelineKind.CONSULTATION,
        }
    ),
    TimelineGroup.COURSE: frozenset(
        {
            TimelineKind.EPISODE_OPENED,
            TimelineKind.EPISODE_ENDED,
            TimelineKind.SERVICE,
            TimelineKind.RISK_WORD,
            TimelineKind.PHASE,
            TimelineKind.STATUS,
        }
    ),
    TimelineGroup.DOCUMENTS: frozenset({TimelineKind.DOCUMENT}),
}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened on a day: what it was, and the record's own words about it.

    A session has its number, its note's first lines as `summary`, the client's check-in (0 to 10) and a mark; a missed
    one its `attendance`. `starts` is on the wall clock, where there was a time. `scores` are those of a form,
    `classed_as` is what the counselor calls a rupture, `measure` is the name of one that was not given.
    """

    day: date
    kind: TimelineKind
    thing: Thing | None = None
    summary: str = ""
    session_no: int | None = None
    session_id: SessionId | None = None
    checkin: float | None = None
    mark: TimelineMark | None = None
    attendance: Attendance | None = None
    starts: datetime | None = None
    scores: ScoreLine | None = None
    measure: str = ""
    classed_as: MarkClass | None = None

    def is_in(self, group: TimelineGroup) -> bool:
        """Whether it belongs to a group; a session with a check-in stands among the scores as well."""
        return self.kind in _KINDS[group] or (group is TimelineGroup.SCORES and self.checkin is not None)
