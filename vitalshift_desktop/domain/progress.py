"""What a progress summary says, gathered before its pages are set."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.agreements import Topic as ClauseTopic
from vitalshift_desktop.domain.clients import ServiceType
from vitalshift_desktop.domain.goals import GoalCourse
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.practice import Paper, Practice
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality, Session

PREVIEW_SERIAL: Final = "preview"


class Audience(StrEnum):
    """For whom a summary is set."""

    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Parts:
    """Which parts of a summary are printed; the client's copy starts from these defaults.

    `counselor_ratings`, `usual_range` and `talked_through` only matter while `checkin_chart` is on: without
    them the chart holds the client's own line and nothing else.
    """

    letterhead: bool = True
    reason: bool = False
    attendance: bool = True
    missed_sessions: bool = False
    goals: bool = True
    checkin_chart: bool = False
    counselor_ratings: bool = False
    usual_range: bool = False
    talked_through: bool = False
    agreements: bool = True
    agreement_wording: bool = False
    where_things_stand: bool = True
    what_helped: bool = True
    next_steps: bool = True
    signatures: bool = True


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The practice as it stands at the head and in the signature.

    `title` follows the name ("MA, LPC"); `role_word` is the word for the counselor on the page ("psychotherapist").
    """

    practice_name: str = ""
    counselor_name: str = ""
    title: str = ""
    registration_number: str = ""
    address_lines: tuple[str, ...] = ()
    role_word: str = ""

    @classmethod
    def of(cls, practice: Practice) -> "Letterhead":
        """The letterhead of a practice, its address split into lines."""
        return cls(
            practice_name=practice.practice_name,
            counselor_name=practice.counselor_name,
            title=practice.title,
            registration_number=practice.registration_number,
            address_lines=tuple(line.strip() for line in practice.letterhead.splitlines() if line.strip()),
        )


@dataclass(frozen=True, slots=True)
class AttendanceFigures:
    """How many sessions were planned in the period, and what became of each of them.

    `planned` counts every session whose outcome is recorded; the minutes are those of held sessions, None without any.
    """

    planned: int = 0
    held_by_modality: tuple[tuple[Modality, int], ...] = ()
    canceled_with_notice: int = 0
    canceled_late: int = 0
    canceled_by_counselor: int = 0
    did_not_attend: int = 0
    shortest_minutes: int | None = None
    longest_minutes: int | None = None

    @property
    def held(self) -> int:
        """Sessions that took place."""
        return sum(count for _, count in self.held_by_modality)

    @classmethod
    def of(cls, sessions: Iterable[Session]) -> "AttendanceFigures":
        """The figures of the sessions of one period; those still to come are left out."""
        done = [session for session in sessions if session.attendance is not Attendance.PLANNED]
        held = [session for session in done if session.was_held]
        counts = [(modality, sum(session.modality is modality for session in held)) for modality in Modality]
        canceled = [session for session in done if session.attendance is Attendance.CANCELLED]
        by_client = [session for session in canceled if session.cancelled_by is not CancelledBy.COUNSELOR]
        late = sum(session.late_notice for session in by_client)
        return cls(
            planned=len(done),
            held_by_modality=tuple((modality, count) for modality, count in counts if count),
            canceled_with_notice=len(by_client) - late,
            canceled_late=late,
            canceled_by_counselor=len(canceled) - len(by_client),
            did_not_attend=len(done) - len(held) - len(canceled),
            shortest_minutes=min((session.minutes for session in held), default=None),
            longest_minutes=max((session.minutes for session in held), default=None),
        )


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal then and now: the client's first and latest rating, 0 to 10, and how many there are."""

    wording: str
    start: int | None = None
    now: int | None = None
    target: int | None = None
    ratings: int = 0

    @classmethod
    def of(cls, course: GoalCourse) -> "GoalLine":
        """The line of one goal, from the client's own ratings only."""
        return cls(
            wording=course.goal.details.wording,
            start=course.start,
            now=course.now,
            target=course.goal.details.target,
            ratings=len(course.by(Rater.CLIENT)),
        )


@dataclass(frozen=True, slots=True)
class UsualRange:
    """A client's own usual range on the check-in, 0 to 10, and the number of ratings it rests on."""

    low: float
    high: float
    ratings: int


@dataclass(frozen=True, slots=True)
class CheckinPoint:
    """The check-in scores of one session, 0 to 10 or None; the range is the one that stood at that session.

    `remark` holds words under the point, such as "session 7, talked through in 8"; printed only when asked for.
    """

    session_no: int
    client: float | None = None
    counselor: float | None = None
    usual_range: UsualRange | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class CheckinCourse:
    """The check-ins of a period in the order of sessions."""

    points: tuple[CheckinPoint, ...] = ()

    @property
    def client_ratings(self) -> int:
        """How many check-ins the client gave."""
        return sum(point.client is not None for point in self.points)

    @property
    def counselor_ratings(self) -> int:
        """How many check-ins the counselor gave."""
        return sum(point.counselor is not None for point in self.points)

    @property
    def latest_range(self) -> UsualRange | None:
        """The usual range as it stands at the end, if there is one."""
        return next((point.usual_range for point in reversed(self.points) if point.usual_range), None)


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One clause in force: its topic, version, wording, since when, and when it is looked at again."""

    topic: ClauseTopic
    version: int
    wording: str
    since: date
    review_on: date | None = None

    @classmethod
    def of(cls, clause: ClauseVersion) -> "AgreementLine":
        """The line of one clause version."""
        return cls(clause.topic, clause.number, clause.wording, clause.effective_on, clause.review_on)


@dataclass(frozen=True, slots=True)
class Period:
    """From one civil day to another, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """True when the day lies in the period."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class ProgressSummary:
    """Everything that may stand on a progress summary; `parts` says what does.

    `client_name` is the name in full as it should be printed, `short_name` the one used in sentences and charts.
    `serial` is PREVIEW_SERIAL until a page is printed or saved.
    """

    client_name: str
    short_name: str
    record_code: str
    period: Period
    prepared_on: date
    letterhead: Letterhead = field(default_factory=Letterhead)
    service_type: ServiceType = ServiceType.COUNSELING
    audience: Audience = Audience.CLIENT
    parts: Parts = field(default_factory=Parts)
    attendance: AttendanceFigures = field(default_factory=AttendanceFigures)
    goals: tuple[GoalLine, ...] = ()
    checkins: CheckinCourse = field(default_factory=CheckinCourse)
    agreements: tuple[AgreementLine, ...] = ()
    reason: str = ""
    where_things_stand: str = ""
    what_helped: str = ""
    next_steps: str = ""
    paper: Paper = Paper.A4
    large_print: bool = False
    serial: str = PREVIEW_SERIAL
    language: str = "en"
    is_sample: bool = False
