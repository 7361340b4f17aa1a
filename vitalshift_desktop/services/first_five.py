"""The board of first sessions, and what the practice's own beginnings look like in counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

from vitalshift_desktop.domain.clients import Client, ClientId, ClientStatus
from vitalshift_desktop.domain.episodes import Episode
from vitalshift_desktop.domain.first_five import (
    BoardCell,
    EarlyEndings,
    ReviewState,
    board_cells,
    early_endings,
    is_early_mark,
    review_states,
)
from vitalshift_desktop.domain.flags import Flag
from vitalshift_desktop.domain.goals import GoalCount
from vitalshift_desktop.domain.measures.administration import AdministrationState, Rater
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.scoring import checkin_score
from vitalshift_desktop.domain.sessions import Modality, Session, SessionId, in_episode
from vitalshift_desktop.domain.tasks import TaskCount
from vitalshift_desktop.services.blind_ratings import open_checkins_of
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.measures_due import MeasureWaits, waiting
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

MONTHS = 24
WEEKS = 4


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One client in the first five sessions; `has_agreement` tells whether anything is agreed and in force."""

    client: Client
    held: int
    cells: tuple[BoardCell, ...]
    has_agreement: bool
    goals: GoalCount
    tasks: TaskCount
    reviews: Mapping[int, ReviewState]
    next_session: Session | None


@dataclass(frozen=True, slots=True)
class CheckinsAsked:
    """Of the sessions held in the last weeks, how many have a check-in of the client.

    `online` is how many of those without one were held by video or phone.
    """

    held: int
    given: int
    online: int


@dataclass(frozen=True, slots=True)
class InsightsPage:
    """What the page shows: the board, endings of the last 24 months, check-ins of the last 4 weeks, measures late."""

    rows: tuple[BoardRow, ...]
    endings: EarlyEndings
    checkins: CheckinsAsked
    overdue: tuple[MeasureWaits, ...]


class FirstFive:
    """Who is in the first five sessions, and how beginnings went."""

    def __init__(self, vault: Vault, clock: Clock, needs_a_look: NeedsALook) -> None:
        self._vault = vault
        self._clock = clock
        self._needs_a_look = needs_a_look

    def page(self) -> InsightsPage:
        """Everything at once, the clients who began last first."""
        now = self._clock.now()
        with self._vault.read() as work:
            flags = self._needs_a_look.all(work)
            since = today(self._clock) - relativedelta(months=MONTHS)
            ended = work.episodes.ended_since(since)
            endings = early_endings(ended, work.sessions.held_in_episodes([episode.id for episode in ended]))
            overdue = waiting(work, today(self._clock))
            return InsightsPage(_board(work, now, flags), endings, _checkins_asked(work, now), overdue)


def _board(work: UnitOfWork, now: datetime, flags: Collection[Flag]) -> tuple[BoardRow, ...]:
    clients = {client.id: client for client in work.clients.all((ClientStatus.ACTIVE,))}
    held = work.sessions.held_counts(clients.keys())
    early = [client_id for client_id in clients if held.get(client_id, 0) <= EARLY_SESSIONS]
    episodes = work.episodes.current_of(early)
    facts = _Facts(work, episodes, now, flags)
    rows = [facts.row(clients[client_id], episodes[client_id]) for client_id in early if client_id in episodes]
    return tuple(sorted(rows, key=lambda row: (row.held == 0, -_last_day(row), row.client.id)))


class _Facts:
    """What the rows rest on, asked for once for all of them."""

    def __init__(
        self, work: UnitOfWork, episodes: Mapping[ClientId, Episode], now: datetime, flags: Collection[Flag]
    ) -> None:
        self._sessions = work.sessions.of_clients(episodes.keys())
        self._scores = _scores(work, episodes.keys())
        self._marks = {flag.session_id: flag.kind for flag in flags if flag.session_id and is_early_mark(flag.kind)}
        self._next = work.sessions.next_of(episodes.keys(), now)
        self._sheets = work.early_reviews.of_episodes([episode.id for episode in episodes.values()])
        self._agreed = work.agreements.with_any_in_force(episodes.keys())
        self._goals = work.goals.counts(episodes.keys())
        self._tasks = work.tasks.counts(episodes.keys())

    def row(self, client: Client, episode: Episode) -> BoardRow:
        """The row of one client."""
        held = [one for one in in_episode(self._sessions[client.id], episode.id) if one.was_held]
        following = self._next.get(client.id)
        return BoardRow(
            client=client,
            held=len(held),
            cells=board_cells(held, following, self._scores, self._marks),
            has_agreement=client.id in self._agreed,
            goals=self._goals.get(client.id, GoalCount()),
            tasks=self._tasks.get(client.id, TaskCount()),
            reviews=review_states(len(held), self._sheets[episode.id]),
            next_session=following,
        )


def _scores(work: UnitOfWork, client_ids: Collection[ClientId]) -> dict[SessionId, float]:
    scores = {}
    for given in open_checkins_of(work, client_ids):
        is_own = given.rater is Rater.CLIENT and given.state is AdministrationState.ANSWERED
        score = checkin_score(given.answers) if is_own else None
        if given.session_id is not None and score is not None:
            scores[given.session_id] = score
    return scores


def _checkins_asked(work: UnitOfWork, now: datetime) -> CheckinsAsked:
    held = [session for session in work.sessions.between(now - timedelta(weeks=WEEKS), now) if session.was_held]
    given = {
        form.session_id
        for form in work.measures.of_sessions([session.id for session in held])
        if form.instrument_id == CHECKIN and form.rater is Rater.CLIENT and form.state is AdministrationState.ANSWERED
    }
    without = [session for session in held if session.id not in given]
    online = sum(1 for session in without if session.modality in (Modality.VIDEO, Modality.PHONE))
    return CheckinsAsked(len(held), len(held) - len(without), online)


def _last_day(row: BoardRow) -> int:
    return max((cell.day.toordinal() for cell in row.cells if cell.day is not None), default=0)
