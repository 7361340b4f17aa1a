"""The outcomes of one client: the courses of all measures, and what can be said about them together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from vitalshift_desktop.domain.client_measures import MeasurePause
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import Episode, EpisodeId, episode_on, latest
from vitalshift_desktop.domain.goal_levels import AttainmentReading, attainment_reading
from vitalshift_desktop.domain.goals import GoalCourse, courses
from vitalshift_desktop.domain.measures.administration import AdministrationState, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.outcome_change import PairedReading, paired_reading
from vitalshift_desktop.domain.outcomes import MeasureCourse, measure_courses
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import in_episode, numbered
from vitalshift_desktop.services.blind_ratings import shut_sessions
from vitalshift_desktop.services.instruments import instrument_of
from vitalshift_desktop.services.scores import scored
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_PHQ, _GAD = "phq9", "gad7"


@dataclass(frozen=True, slots=True)
class OutcomesOfClient:
    """All that the outcomes page shows of one episode.

    `courses` are those of every measure but the session check-in, which has a page of its own; `checkin` is the
    client's, to be laid side by side in person and online. `chosen` are the measures in use with the client that
    were never given. `goals` hold the ratings of this episode, `guardians` the names of those who answered.
    """

    client_id: ClientId
    episode: Episode | None
    courses: tuple[MeasureCourse, ...] = ()
    checkin: MeasureCourse | None = None
    paired: PairedReading | None = None
    chosen: tuple[Instrument, ...] = ()
    paused: MeasurePause | None = None
    goals: tuple[GoalCourse, ...] = ()
    attainment: AttainmentReading | None = None
    guardians: Mapping[RelatedPersonId, str] = field(default_factory=dict)


class Outcomes:
    """The outcomes of the practice's clients."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def of_client(self, client_id: ClientId, episode_id: EpisodeId | None = None) -> OutcomesOfClient:
        """What the measures of one episode say, of the current one unless told."""
        with self._vault.read() as work:
            return outcomes_of(work, client_id, episode_id)


def outcomes_of(work: UnitOfWork, client_id: ClientId, episode_id: EpisodeId | None = None) -> OutcomesOfClient:
    """The outcomes of one client in one episode, within a unit of work."""
    episodes = work.episodes.of_client(client_id)
    current = work.episodes.current(client_id)
    episode = next((one for one in episodes if one.id == episode_id), current)
    found = courses_of(work, client_id, episode)
    shown = _in_order(course for course in found if course.definition.id != CHECKIN)
    is_checkin = [course for course in found if course.definition.id == CHECKIN and course.rater is Rater.CLIENT]
    by_client = {course.definition.id: course for course in shown if course.rater is Rater.CLIENT}
    phq, gad = by_client.get(_PHQ), by_client.get(_GAD)
    return OutcomesOfClient(
        client_id=client_id,
        episode=episode,
        courses=shown,
        checkin=next(iter(is_checkin), None),
        paired=paired_reading(phq, gad) if phq and gad else None,
        chosen=_chosen(work, client_id, {course.definition.id for course in shown}),
        paused=next((one for one in work.client_measures.pauses_of(client_id) if one.until is None), None),
        goals=_goals(work, client_id, episodes, episode),
        attainment=attainment_reading(
            work.goals.of_client(client_id),
            [one for one in work.goals.levels_of_client(client_id) if _is_of(one.rated_on, episodes, episode)],
        ),
        guardians={person.id: person.details.name for person in work.related_people.of_client(client_id)},
    )


def courses_of(work: UnitOfWork, client_id: ClientId, episode: Episode | None) -> tuple[MeasureCourse, ...]:
    """The courses of all instruments and raters of one client in one episode, the check-in among them."""
    episodes = work.episodes.of_client(client_id)
    sessions = in_episode(work.sessions.of_client(client_id), episode.id if episode else None)
    forms = work.measures.of_client(client_id)
    checkins = [one for one in forms if one.instrument_id == CHECKIN]
    shut = shut_sessions(work, checkins)
    hidden = {one.id for one in checkins if one.session_id in shut}
    given = [one for one in forms if _is_of(one.given_on, episodes, episode) and one.id not in hidden]
    answered = [one for one in given if one.state is AdministrationState.ANSWERED]
    put_right = [one for one in given if one.state is AdministrationState.CORRECTED]
    not_given = work.measures_not_given.of_client(client_id)
    return measure_courses(
        scored(work, answered),
        sessions,
        numbered(sessions),
        episode.opened_on if episode else None,
        scored(work, put_right),
        not_given,
        {found: instrument_of(work, found) for found in {one.instrument_id for one in not_given}},
    )


def _in_order(courses: Iterable[MeasureCourse]) -> tuple[MeasureCourse, ...]:
    """Measures as they were first given, and of each the client's own course before those of others."""
    given = list(courses)
    first = {course.definition.id: place for place, course in reversed(list(enumerate(given)))}
    raters = list(Rater)
    return tuple(sorted(given, key=lambda one: (first[one.definition.id], raters.index(one.rater))))


def _is_of(day: date, episodes: Sequence[Episode], episode: Episode | None) -> bool:
    """Whether a day belongs to this episode; what came after the last ending belongs to the last."""
    found = episode_on(episodes, day) or latest(episodes)
    return episode is None or found is None or found.id == episode.id


def _chosen(work: UnitOfWork, client_id: ClientId, given: Iterable[str]) -> tuple[Instrument, ...]:
    uses = work.client_measures.of_client(client_id)
    waiting = dict.fromkeys(use.instrument_id for use in uses if use.instrument_id not in given)
    return tuple(instrument_of(work, instrument_id) for instrument_id in waiting)


def _goals(
    work: UnitOfWork, client_id: ClientId, episodes: Sequence[Episode], episode: Episode | None
) -> tuple[GoalCourse, ...]:
    ratings = [one for one in work.goals.ratings_of_client(client_id) if _is_of(one.rated_on, episodes, episode)]
    return courses(work.goals.of_client(client_id), ratings)
