"""Goals and their ratings: rows to domain and back."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goal_levels import LevelEntry
from vitalshift_desktop.domain.goals import Goal, GoalCount, GoalDetails, GoalId, GoalRating, GoalStatus, ProposedBy
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.goal_versions import GoalVersionShelf
from vitalshift_desktop.vault.records.going_on import is_going_on
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.goals import GoalLevelRow, GoalRatingRow, GoalRow
from vitalshift_desktop.vault.tables.notes import NoteGoalRow, NoteRow

_ALL = select(GoalRow.id, GoalRow.client_id, GoalRow.status, *columns_of(GoalRow, GoalDetails)).order_by(GoalRow.id)
_ONE = _ALL.where(GoalRow.id == bindparam("goal"))
_OF_CLIENT = _ALL.where(GoalRow.client_id == bindparam("client"))
_RATINGS = (
    select(*columns_of(GoalRatingRow, GoalRating))
    .join(GoalRow, GoalRow.id == GoalRatingRow.goal_id)
    .where(GoalRow.client_id == bindparam("client"))
    .order_by(GoalRatingRow.rated_on, GoalRatingRow.id)
)

_LEVELS = (
    select(*columns_of(GoalLevelRow, LevelEntry))
    .join(GoalRow, GoalRow.id == GoalLevelRow.goal_id)
    .where(GoalRow.client_id == bindparam("client"))
    .order_by(GoalLevelRow.rated_on, GoalLevelRow.id)
)

_COUNTS = (
    select(GoalRow.client_id, func.count(), func.count(GoalRow.agreed_on))
    .where(among(GoalRow.client_id), GoalRow.status == GoalStatus.ACTIVE)
    .group_by(GoalRow.client_id)
)

_TOUCHED = (
    select(NoteGoalRow.goal_id, NoteRow.session_id)
    .join(NoteRow, NoteRow.id == NoteGoalRow.note_id)
    .where(NoteRow.client_id == bindparam("client"))
)

_TO_REVIEW = _ALL.where(
    GoalRow.status == GoalStatus.ACTIVE, GoalRow.review_on <= bindparam("day"), is_going_on(GoalRow.client_id)
)


class GoalShelf(Shelf):
    """The goals of the vault."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._versions = GoalVersionShelf(connection)

    def add(self, goal: Goal, made_at: datetime) -> Goal:
        """Write a new goal with its first version and give it its id; the id it came with is not used."""
        row = GoalRow(client_id=goal.client_id, **asdict(goal.details), status=goal.status)
        insert(self._connection, [row])
        added = replace(goal, id=GoalId(row.id))
        self._versions.add(added, made_at, goal.details.proposed_by)
        return added

    def save(self, goal: Goal, made_at: datetime, asked_by: ProposedBy, reason: str = "") -> None:
        """Write how a goal stands from this instant, as a version more; it stays with its client. Raises NotFound."""
        row = self._row(goal.id)
        self._versions.add(goal, made_at, asked_by, reason)
        for field, value in asdict(goal.details).items():
            setattr(row, field, value)
        row.status = goal.status
        flush(self._connection)

    def get(self, goal_id: GoalId) -> Goal:
        """One goal; raises NotFound."""
        return found(next(_goals(self._rows(_ONE, goal=goal_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[Goal, ...]:
        """The goals of one client, in the order they were added."""
        return tuple(_goals(self._rows(_OF_CLIENT, client=client_id)))

    def counts(self, client_ids: Collection[ClientId]) -> dict[ClientId, GoalCount]:
        """How many goals each of these clients works on, and how many are agreed; a client without one is left out."""
        counted = self._rows(_COUNTS, ids=list(client_ids))
        return {ClientId(client_id): GoalCount(active, agreed) for client_id, active, agreed in counted}

    def rate(self, rating: GoalRating) -> None:
        """Write a rating; the same rater's of the same session, or outside any of the same day, is replaced.

        Raises NoteAlreadySigned.
        """
        if rating.session_id is None:
            row = self._day_rating(rating.goal_id, rating.rated_on, rating.rater)
        else:
            row = self._session_rating(rating.goal_id, rating.session_id, rating.rater)
        if row is None:
            row = GoalRatingRow(goal_id=rating.goal_id, session_id=rating.session_id, rater=rating.rater)
        row.rating = rating.rating
        row.rated_on = rating.rated_on
        insert(self._connection, [row])

    def remove_rating(self, goal_id: GoalId, session_id: SessionId, rater: Rater) -> GoalRating:
        """Take out the rating of a session and hand it back. Raises NotFound or NoteAlreadySigned."""
        row = found(self._session_rating(goal_id, session_id, rater))
        rating = _rating(row)
        delete(self._connection, row)
        return rating

    def ratings_of_client(self, client_id: ClientId) -> tuple[GoalRating, ...]:
        """The ratings of all goals of one client, oldest first."""
        return tuple(GoalRating(*row) for row in self._rows(_RATINGS, client=client_id))

    def touched_of_client(self, client_id: ClientId) -> tuple[tuple[GoalId, SessionId], ...]:
        """Which goals the notes of one client say their sessions worked on."""
        return tuple((GoalId(goal), SessionId(session)) for goal, session in self._rows(_TOUCHED, client=client_id))

    def to_review(self, day: date) -> tuple[Goal, ...]:
        """The goals that are worked on, in work that is not closed, to be looked at again on this day or before."""
        return tuple(_goals(self._rows(_TO_REVIEW, day=day)))

    def add_level(self, entry: LevelEntry) -> None:
        """Write a level; what stood before stays, and of one day the last counts."""
        insert(self._connection, [GoalLevelRow(**asdict(entry))])

    def levels_of_client(self, client_id: ClientId) -> tuple[LevelEntry, ...]:
        """The levels of all goals of one client, oldest first."""
        return tuple(LevelEntry(*row) for row in self._rows(_LEVELS, client=client_id))

    def _day_rating(self, goal_id: GoalId, day: date, rater: Rater) -> GoalRatingRow | None:
        query = select(GoalRatingRow).where(GoalRatingRow.goal_id == goal_id, GoalRatingRow.rater == rater)
        query = query.where(GoalRatingRow.session_id.is_(None), GoalRatingRow.rated_on == day)
        return self._connection.scalars(query.order_by(GoalRatingRow.id)).first()

    def _session_rating(self, goal_id: GoalId, session_id: SessionId, rater: Rater) -> GoalRatingRow | None:
        query = select(GoalRatingRow).where(GoalRatingRow.goal_id == goal_id, GoalRatingRow.rater == rater)
        return self._connection.scalar(query.where(GoalRatingRow.session_id == session_id))

    def _row(self, goal_id: GoalId) -> GoalRow:
        return found(self._connection.get(GoalRow, goal_id))


def _goals(rows: Iterable[Answer]) -> Iterator[Goal]:
    return (Goal(goal_id, client_id, GoalDetails(*details), status) for goal_id, client_id, status, *details in rows)


def _rating(row: GoalRatingRow) -> GoalRating:
    session_id = None if row.session_id is None else SessionId(row.session_id)
    return GoalRating(GoalId(row.goal_id), row.rating, row.rated_on, row.rater, session_id)
