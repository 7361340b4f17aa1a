"""What the day's page shows."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.closures import Closure
from vitalshift_desktop.domain.commitments import Rhythm
from vitalshift_desktop.domain.fees import FeeAgreement
from vitalshift_desktop.domain.flags import Flag
from vitalshift_desktop.domain.goal_ledger import Ledger
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.promises import Promise
from vitalshift_desktop.domain.reminders import ReminderId
from vitalshift_desktop.domain.safe_contact import ToHeed
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.domain.tasks import Task
from vitalshift_desktop.services.backups import BackupState
from vitalshift_desktop.services.fee_lines import FeeLine, Sums
from vitalshift_desktop.services.inbox import Waiting
from vitalshift_desktop.services.note_views import LastTime
from vitalshift_desktop.services.score_lines import ScoreLine
from vitalshift_desktop.services.session_lines import SessionLine


class CheckinWords(StrEnum):
    """What the page says about the check-in of a session."""

    AT_THE_END = "at_the_end"
    YOURS_FIRST = "yours_first"
    CLIENT_NEXT = "client_next"
    DONE = "done"


class DueWords(StrEnum):
    """What kind of check-in is due."""

    SESSION_CHECKIN = "session_checkin"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class CheckinDue:
    """A check-in of the day: that of a session, or a reminder with its `title`; `at` is on the wall clock or None.

    A reminder that was due on an earlier day knows since when.
    """

    client: Client
    words: DueWords
    at: time | None
    title: str = ""
    session_id: SessionId | None = None
    reminder_id: ReminderId | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class LastScores:
    """The client's latest check-in, 0 to 10, in which session, and the counselor's own rating of it.

    `classed_as` is what the counselor calls its mark, None while it has none or is a marked drop.
    """

    day: date
    number: int
    client: float
    counselor: float | None
    classed_as: MarkClass | None = None


@dataclass(frozen=True, slots=True)
class LastFee:
    """The fee of the session before, how many sessions are unpaid in all, and what they come to by currency."""

    last: FeeLine
    unpaid: int
    sums: Sums


@dataclass(frozen=True, slots=True)
class PrepCard:
    """All that helps to begin, or to write up, one session."""

    line: SessionLine
    last: LastTime | None
    promises: tuple[Promise, ...]
    tasks: tuple[Task, ...]
    ledger: Ledger
    clauses: tuple[ClauseVersion, ...]
    checkin_words: CheckinWords
    scores: LastScores | None
    measures: tuple[ScoreLine, ...]
    fee: LastFee | None
    agreed_fee: FeeAgreement | None
    risk_word: str
    heed: ToHeed
    note_exists: bool


@dataclass(frozen=True, slots=True)
class NoNextDate:
    """An active client who came and has no date ahead: how often, and the last session they came to.

    `rhythm` is the one agreed with this client, and `break_until` the last day of an agreed break they are in; both are
    looked up for those who wait longest.
    """

    client: Client
    seen: int
    last: Session
    rhythm: Rhythm | None = None
    break_until: date | None = None


@dataclass(frozen=True, slots=True)
class NextDay:
    """The next day with sessions, within a week: how many, and the first of them."""

    day: date
    count: int
    first: SessionLine


@dataclass(frozen=True, slots=True)
class TodayPage:
    """One day: its sessions, the one with the primary button, and what waits around them.

    `flags` are the answers to review and the most pressing five of the other marks, `more_flags` the rest of them,
    `put_aside` is how many were put aside. `overdue` are the sessions whose note would be late if it were signed now.
    `other_reminders` counts those that are due and no check-in with a client. `done` counts the sessions that are over,
    missed or canceled; `ended_first` says that the focus has begun or is over, rather than being the next one.
    """

    day: date
    rows: tuple[SessionLine, ...]
    done: int
    focus: PrepCard | None
    ended_first: bool
    flags: tuple[Flag, ...]
    more_flags: tuple[Flag, ...]
    put_aside: int
    checkins_due: tuple[CheckinDue, ...]
    other_reminders: int
    notes_to_finish: tuple[SessionLine, ...]
    overdue: frozenset[SessionId]
    no_next_date: tuple[NoNextDate, ...]
    tomorrow: NextDay | None
    closure: Closure | None
    backup: BackupState
    inbox: Waiting
