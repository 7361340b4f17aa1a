"""The versions of a goal: each change makes a new one, with who asked for it, when and why; none is ever changed."""

from dataclasses import dataclass, fields
from datetime import datetime

from vitalshift_desktop.domain.goals import GoalDetails, GoalId, GoalStatus, ProposedBy


@dataclass(frozen=True, slots=True)
class GoalVersion:
    """A goal as it stood from an instant (UTC) until the next version; `number` counts from 1.

    `asked_by` is whose idea the change was, `reason` why, or "".
    """

    goal_id: GoalId
    number: int
    details: GoalDetails
    status: GoalStatus
    made_at: datetime
    asked_by: ProposedBy
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs between two versions: its name, and what stood and stands there."""

    field: str
    before: object
    after: object


def differences(before: GoalVersion, after: GoalVersion) -> tuple[FieldChange, ...]:
    """What differs between two versions of one goal, in the order of the fields, the status last."""
    pairs = [(one.name, getattr(before.details, one.name), getattr(after.details, one.name)) for one in _FIELDS]
    pairs.append(("status", before.status, after.status))
    return tuple(FieldChange(name, old, new) for name, old, new in pairs if old != new)


_FIELDS = fields(GoalDetails)
