"""The last episode of a client on one page: what was, and where it stood when it ended."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.agreements import ClauseVersion, in_force
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.episodes import Episode
from vitalshift_desktop.domain.goals import GoalCourse, courses
from vitalshift_desktop.domain.safety_plans import SafetyPlanVersion
from vitalshift_desktop.domain.sessions import in_episode
from vitalshift_desktop.services.alliance import course_of
from vitalshift_desktop.services.note_views import LastTime, last_time
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

LAST_CHECKINS = 3


@dataclass(frozen=True, slots=True)
class LastEpisode:
    """A client with their last episode; `checkins` are the client's last scores (0 to 10) with their days.

    `first` and `last_day` are the days of the first and the last session that was held, None without one.
    """

    client: Client
    episode: Episode | None
    held: int
    first: date | None
    last_day: date | None
    goals: tuple[GoalCourse, ...]
    clauses: tuple[ClauseVersion, ...]
    checkins: tuple[tuple[date, float], ...]
    last: LastTime | None
    plan: SafetyPlanVersion | None


def last_episode(work: UnitOfWork, client_id: ClientId) -> LastEpisode:
    """How the work with a client stood at its last ending; raises NotFound."""
    client, episode = work.clients.get(client_id), work.episodes.current(client_id)
    own = in_episode(work.sessions.of_client(client_id), episode.id if episode else None)
    held = [session for session in own if session.was_held]
    points = course_of(work, client_id, episode.id if episode else None).points
    scores = tuple((point.day, point.client.score) for point in points if point.client)
    return LastEpisode(
        client=client,
        episode=episode,
        held=len(held),
        first=held[0].day if held else None,
        last_day=held[-1].day if held else None,
        goals=tuple(courses(work.goals.of_client(client_id), work.goals.ratings_of_client(client_id))),
        clauses=in_force(work.agreements.versions(client_id)),
        checkins=scores[-LAST_CHECKINS:],
        last=last_time(work, held, held[-1].ends) if held else None,
        plan=work.safety_plans.in_force(client_id),
    )
