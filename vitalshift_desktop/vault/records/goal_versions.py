"""The versions of goals: rows to domain and back; they are added and read, never changed."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import bindparam, func, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goal_versions import GoalVersion
from vitalshift_desktop.domain.goals import Goal, GoalDetails, GoalId, ProposedBy
from vitalshift_desktop.vault.records.refusals import insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, columns_of
from vitalshift_desktop.vault.tables.goals import GoalRow, GoalVersionRow

_VERSIONS = select(
    GoalVersionRow.goal_id,
    GoalVersionRow.number,
    GoalVersionRow.status,
    GoalVersionRow.made_at,
    GoalVersionRow.asked_by,
    GoalVersionRow.reason,
    *columns_of(GoalVersionRow, GoalDetails),
)
_OF_GOAL = _VERSIONS.where(GoalVersionRow.goal_id == bindparam("goal")).order_by(GoalVersionRow.number)
_OF_CLIENT = (
    _VERSIONS.join(GoalRow, GoalRow.id == GoalVersionRow.goal_id)
    .where(GoalRow.client_id == bindparam("client"))
    .order_by(GoalVersionRow.goal_id, GoalVersionRow.number)
)
_LAST = select(func.max(GoalVersionRow.number)).where(GoalVersionRow.goal_id == bindparam("goal"))


class GoalVersionShelf(Shelf):
    """The versions of all goals of the vault."""

    def add(self, goal: Goal, made_at: datetime, asked_by: ProposedBy, reason: str = "") -> int:
        """Write how a goal stands from this instant, and give back the number of the version."""
        ((last,),) = self._rows(_LAST, goal=goal.id)
        row = GoalVersionRow(goal_id=goal.id, number=(last or 0) + 1, **asdict(goal.details), status=goal.status)
        row.made_at, row.asked_by, row.reason = made_at, asked_by, reason
        insert(self._connection, [row])
        return row.number

    def of_goal(self, goal_id: GoalId) -> tuple[GoalVersion, ...]:
        """The versions of one goal, the first one first."""
        return tuple(_versions(self._rows(_OF_GOAL, goal=goal_id)))

    def of_client(self, client_id: ClientId) -> tuple[GoalVersion, ...]:
        """The versions of all goals of one client, goal by goal, the first one first."""
        return tuple(_versions(self._rows(_OF_CLIENT, client=client_id)))


def _versions(rows: Iterable[Answer]) -> Iterable[GoalVersion]:
    return (
        GoalVersion(goal_id, number, GoalDetails(*details), status, made_at, asked_by, reason)
        for goal_id, number, status, made_at, asked_by, reason, *details in rows
    )
