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

    @property
    def key(self) -> "ReviewKey":
        """Which review this is."""
        return ReviewKey(self.kind, self.client_id, self.object_id or 0)


@dataclass(frozen=True, slots=True)
class ReviewKey:
    """Names a review whenever it falls due; `object_id` is 0 for one that is about no object."""

    kind: ReviewKind
    client_id: ClientId | None
    object_id: int
