"""Reviews that fall due on their own: what is to be looked at again, for whom, and from which day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.clients import ClientId


class ReviewKind(StrEnum):
    """What is to be looked at again."""

    AGREEMENT = "agreement"
    CLAUSE = "clause"
    COMMITMENT = "commitment"
    GOAL = "goal"
    TASK = "task"
    MEASURE = "measure"
    CONSENT = "consent"
    RELEASE = "release"
    SAFETY_PLAN = "safety_plan"
    BACKUP = "backup"
    RESTORE_DRILL = "restore_drill"


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """One review: `object_id` names the thing of this kind, `name` its own words (of a goal, of a recipient), or ""."""

    kind: ReviewKind
    due_on: date
    client_id: ClientId | None = None
    object_id: int | None = None
    name: str = ""
