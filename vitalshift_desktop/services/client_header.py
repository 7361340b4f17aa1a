"""What stands over every page of a client: the phases, the sessions so far and the next one."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.alliance import alliance_course
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.episodes import Episode
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.phases import DotKind, PhaseSpan, ThreadDot, dot_kinds, phase_spans
from vitalshift_desktop.domain.sessions import Attendance, Session, in_episode, numbered
from vitalshift_desktop.services.blind_ratings import open_checkins
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

__all__ = ["ClientHeader", "DotKind", "PhaseSpan", "ThreadDot", "client_header"]


@dataclass(frozen=True, slots=True)
class ClientHeader:
    """A client's name, and the phases and sessions of the current episode.

    `held` counts the sessions of it that took place; `first_day` is the day of the first of them; `due_session` is the
    first session of today (planned or held) whose note is not signed, the one that "Start session note" starts;
    `ruptures` are the numbers of the sessions whose mark was classed, with what the counselor calls it.
    """

    client: Client
    phases: tuple[PhaseSpan, ...]
    held: int
    first_day: date | None
    next_session: Session | None
    due_session: Session | None
    episode: Episode | None = None
    risk_word: str = ""
    ruptures: tuple[tuple[int, MarkClass], ...] = ()


def client_header(work: UnitOfWork, client_id: ClientId, clock: Clock) -> ClientHeader:
    """The header of one client as it stands now; raises NotFound."""
    client = work.clients.get(client_id)
    everything = work.sessions.of_client(client_id)
    episode = work.episodes.current(client_id)
    sessions = in_episode(everything, episode.id if episode else None)
    numbers = numbered(sessions)
    course = alliance_course(
        sessions,
        numbers,
        open_checkins(work, client_id),
        work.talked_through.of_client(client_id),
        work.classed_marks.of_client(client_id),
    )
    upcoming = _next(everything, clock)
    spans = phase_spans(
        work.clients.phase_marks(client_id),
        sessions,
        numbers,
        today(clock),
        dot_kinds(course),
        len(numbers) + 1 if upcoming else None,
    )
    held = [session for session in sessions if session.was_held]
    first_day = held[0].day if held else None
    words = work.files.risk_words(client_id)
    return ClientHeader(
        client=client,
        phases=spans,
        held=len(held),
        first_day=first_day,
        next_session=upcoming,
        due_session=_due(work, everything, clock),
        episode=episode,
        risk_word=words[-1].word if words else "",
        ruptures=tuple((point.session_no, point.rupture.kind) for point in course.points if point.rupture),
    )


def _next(sessions: tuple[Session, ...], clock: Clock) -> Session | None:
    ahead = (s for s in sessions if s.attendance is Attendance.PLANNED and s.ends > clock.now())
    return next(ahead, None)


def _due(work: UnitOfWork, sessions: tuple[Session, ...], clock: Clock) -> Session | None:
    day = today(clock)
    standing = [s for s in sessions if s.day == day and s.stands and not s.note_put_aside]
    heads = work.notes.heads([session.id for session in standing])
    return next((s for s in standing if s.id not in heads or not heads[s.id].is_signed), None)
