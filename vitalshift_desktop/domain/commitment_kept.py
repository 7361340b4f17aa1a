"""What was agreed beside what happened, as plain lists for both sides; nothing is weighed and nothing is a grade."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from vitalshift_desktop.domain.commitments import CommitmentTerms, Part
from vitalshift_desktop.domain.session_course import SessionCourse, SessionMove
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Session, SessionId
from vitalshift_desktop.domain.tasks import Task, TaskDoer
from vitalshift_desktop.domain.time_away import Away, days_without


class Side(StrEnum):
    """Whose a line is."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    NEITHER = "neither"


class KeptKind(StrEnum):
    """What a line lists, in the order of the lines."""

    CAME = "came"
    CAME_LATE = "came_late"
    CANCELLED_IN_TIME = "cancelled_in_time"
    CANCELLED_LATE = "cancelled_late"
    DID_NOT_ATTEND = "did_not_attend"
    MOVED_BY_CLIENT = "moved_by_client"
    CANCELLED_BY_COUNSELOR = "cancelled_by_counselor"
    MOVED_BY_COUNSELOR = "moved_by_counselor"
    STARTED_LATE = "started_late"
    OTHER_LENGTH = "other_length"
    CANCELLED_OTHERWISE = "cancelled_otherwise"
    MOVED_OTHERWISE = "moved_otherwise"
    NOT_MARKED = "not_marked"


_COUNSELORS: Final = (
    KeptKind.CANCELLED_BY_COUNSELOR, KeptKind.MOVED_BY_COUNSELOR, KeptKind.STARTED_LATE, KeptKind.OTHER_LENGTH
)  # fmt: skip
_NOBODYS: Final = (KeptKind.CANCELLED_OTHERWISE, KeptKind.MOVED_OTHERWISE, KeptKind.NOT_MARKED)
ABOUT_ATTENDANCE: Final = (
    KeptKind.CAME, KeptKind.CAME_LATE, KeptKind.CANCELLED_IN_TIME, KeptKind.CANCELLED_LATE, KeptKind.DID_NOT_ATTEND,
    KeptKind.CANCELLED_BY_COUNSELOR, KeptKind.CANCELLED_OTHERWISE, KeptKind.NOT_MARKED,
)  # fmt: skip
"""Every session stands in exactly one line of these kinds."""


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """One session of a line; `minutes` are those begun late or those it lasted, `moved_from` the day it had before."""

    session: Session
    minutes: int | None = None
    moved_from: date | None = None


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One kind of thing that happened, with its sessions in order of time."""

    kind: KeptKind
    entries: tuple[KeptEntry, ...]

    @property
    def side(self) -> Side:
        """Whose it is."""
        if self.kind in _COUNSELORS:
            return Side.COUNSELOR
        return Side.NEITHER if self.kind in _NOBODYS else Side.CLIENT


@dataclass(frozen=True, slots=True)
class TaskLine:
    """Agreed tasks that were told done, with the days of that; or not told done by their day, with those days."""

    side: Side
    done: bool
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class KeptPart:
    """What happened while one version counted.

    `by_rhythm` is how many whole sessions the agreed rhythm makes of the days that are not away, None without a rhythm;
    `booked` is how many stood in the calendar, `held` how many took place.
    """

    part: Part
    by_rhythm: int | None
    booked: int
    held: int
    away: tuple[Away, ...]
    lines: tuple[KeptLine, ...]
    tasks: tuple[TaskLine, ...] = ()

    def tasks_of(self, side: Side) -> tuple[TaskLine, ...]:
        """The agreed tasks of one side: those told done, then those whose day passed."""
        return tuple(line for line in self.tasks if line.side is side)

    def of(self, side: Side) -> tuple[KeptLine, ...]:
        """The lines of one side, in their order."""
        return tuple(line for line in self.lines if line.side is side)


@dataclass(frozen=True, slots=True)
class Happened:
    """What is known of one client: the sessions of the episode, how each went, which were moved, and the tasks."""

    sessions: Sequence[Session]
    courses: Mapping[SessionId, SessionCourse]
    moves: Sequence[SessionMove]
    tasks: Sequence[Task] = ()


def kept_in(part: Part, happened: Happened, away: Iterable[Away], now: datetime) -> KeptPart:
    """The lists of one part. A session belongs to the part of its day; what is still ahead of `now` is left out."""
    theirs = sorted((one for one in happened.sessions if _counts(one, part, now)), key=lambda one: (one.starts, one.id))
    known = tuple(one for one in away if one.first_day <= part.last_day and one.last_day >= part.first_day)
    found: dict[KeptKind, list[KeptEntry]] = {kind: [] for kind in KeptKind}
    for session in theirs:
        found[attendance_kind(session)].append(KeptEntry(session))
        _add_course(found, session, happened.courses.get(session.id, SessionCourse()), part.commitment.terms)
    _add_moves(found, part, happened)
    rhythm = part.commitment.terms.rhythm
    return KeptPart(
        part=part,
        by_rhythm=rhythm.sessions_in(days_without(known, part.first_day, part.last_day)) if rhythm else None,
        booked=len(theirs),
        held=sum(1 for one in theirs if one.was_held),
        away=known,
        lines=tuple(KeptLine(kind, tuple(entries)) for kind, entries in found.items() if entries),
        tasks=_task_lines(part, happened.tasks),
    )


def attendance_kind(session: Session) -> KeptKind:
    """In which line about attendance a session stands."""
    if session.attendance is Attendance.CANCELLED:
        if session.cancelled_by is CancelledBy.COUNSELOR:
            return KeptKind.CANCELLED_BY_COUNSELOR
        if session.cancelled_by is CancelledBy.CLIENT:
            return KeptKind.CANCELLED_LATE if session.late_notice else KeptKind.CANCELLED_IN_TIME
        return KeptKind.CANCELLED_OTHERWISE
    return {
        Attendance.PLANNED: KeptKind.NOT_MARKED,
        Attendance.ATTENDED: KeptKind.CAME,
        Attendance.LATE: KeptKind.CAME_LATE,
        Attendance.DID_NOT_ATTEND: KeptKind.DID_NOT_ATTEND,
    }[session.attendance]


def _counts(session: Session, part: Part, now: datetime) -> bool:
    is_ahead = session.attendance is Attendance.PLANNED and session.starts > now
    return part.first_day <= session.day <= part.last_day and not is_ahead


def _add_course(
    found: dict[KeptKind, list[KeptEntry]], session: Session, course: SessionCourse, terms: CommitmentTerms
) -> None:
    if not session.was_held:
        return
    if course.started_late:
        found[KeptKind.STARTED_LATE].append(KeptEntry(session, course.started_late))
    lasted = session.minutes if course.lasted is None else course.lasted
    if lasted != terms.minutes:
        found[KeptKind.OTHER_LENGTH].append(KeptEntry(session, lasted))


def _task_lines(part: Part, tasks: Iterable[Task]) -> tuple[TaskLine, ...]:
    """A task counts in the part of the day on which it was told done; one that was not, in that of the day it was due.

    Its day has passed once it lies before the last day of the part.
    """
    days: dict[tuple[Side, bool], list[date]] = {(side, done): [] for side in Side for done in (True, False)}
    for task in tasks:
        if not task.is_agreed or task.is_removed:
            continue
        side = Side.CLIENT if task.details.doer is TaskDoer.CLIENT else Side.COUNSELOR
        due = task.details.due_on
        if task.done_on is not None and part.first_day <= task.done_on <= part.last_day:
            days[side, True].append(task.done_on)
        elif task.done_on is None and due is not None and part.first_day <= due < part.last_day:
            days[side, False].append(due)
    return tuple(TaskLine(side, done, tuple(sorted(found))) for (side, done), found in days.items() if found)


def _add_moves(found: dict[KeptKind, list[KeptEntry]], part: Part, happened: Happened) -> None:
    """A move belongs to the part in which the day lies that the session had before."""
    by_id = {session.id: session for session in happened.sessions}
    for move in sorted(happened.moves, key=lambda one: (one.had_starts, one.moved_at)):
        session = by_id.get(move.session_id)
        if session is not None and part.first_day <= move.had_day <= part.last_day:
            kind = {
                CancelledBy.CLIENT: KeptKind.MOVED_BY_CLIENT,
                CancelledBy.COUNSELOR: KeptKind.MOVED_BY_COUNSELOR,
            }.get(move.asked_by or CancelledBy.OTHER, KeptKind.MOVED_OTHERWISE)
            found[kind].append(KeptEntry(session, moved_from=move.had_day))
