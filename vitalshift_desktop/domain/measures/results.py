"""What scoring a form gives: every number with its status and, where it is missing or unusual, the reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.measures.instrument import TOTAL


class Status(StrEnum):
    """Whether a score could be worked out."""

    OK = "ok"
    PRORATED = "prorated"
    INCOMPLETE = "incomplete"
    NOT_COMPUTABLE = "not_computable"


class Reason(StrEnum):
    """Why a score is not simply what the key says."""

    ITEMS_MISSING = "items_missing"
    FEW_ITEMS_MISSING = "few_items_missing"
    NOTHING_ANSWERED = "nothing_answered"
    ITEMS_LEFT_OUT = "items_left_out"


class RiskState(StrEnum):
    """What became of the critical item. There is no word for "safe" here, on purpose."""

    NONE = "none"
    ENDORSED = "endorsed"
    NOT_ANSWERED = "not_answered"


@dataclass(frozen=True, slots=True)
class Risk:
    """The critical item (from 1), its answer, None where it was left blank, and its state."""

    item: int
    answer: int | None
    state: RiskState


@dataclass(frozen=True, slots=True)
class ScoreResult:
    """One score, not rounded; `value` is None unless the status is ok or prorated.

    `low` and `high` are its ends as they are for these answers. `band` is None without bands or without a value, and
    where something was left out: such a score is compared with nothing, and `is_comparable` is False.
    """

    key: str
    value: float | None
    status: Status
    reason: Reason | None
    low: float
    high: float
    band: str | None = None
    is_comparable: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """All scores of one form; `scores` by key, the total under "total" where there is one; `risk` of the critical item.

    `left_out` are the flags that were ticked; `endorsed` counts the endorsed items in each group of a pattern.
    """

    instrument: str
    version: str
    scores: Mapping[str, ScoreResult]
    risk: Risk | None = None
    left_out: tuple[str, ...] = ()
    endorsed: Mapping[str, int] | None = None
    pattern_met: bool | None = None
    """None without a pattern, and while blanks decide."""

    @property
    def total(self) -> ScoreResult | None:
        """The score over the whole form; None where its parts are never put together."""
        return self.scores.get(TOTAL)

    @property
    def subscales(self) -> tuple[ScoreResult, ...]:
        """The scores of parts of the form."""
        return tuple(score for score in self.scores.values() if score.key != TOTAL)

    @property
    def leading(self) -> ScoreResult:
        """The total; where there is none, the part that is worst off, which tells the status of the whole form."""
        order = (Status.NOT_COMPUTABLE, Status.INCOMPLETE, Status.PRORATED, Status.OK)
        return self.total or min(self.scores.values(), key=lambda score: order.index(score.status))

    @property
    def status(self) -> Status:
        """Whether the form could be scored; incomplete where some parts were answered and others not at all."""
        return Status.INCOMPLETE if self._is_partly_answered else self.leading.status

    @property
    def reason(self) -> Reason | None:
        """Why it is not simply what the key says."""
        return Reason.ITEMS_MISSING if self._is_partly_answered else self.leading.reason

    @property
    def _is_partly_answered(self) -> bool:
        statuses = {score.status for score in self.scores.values()}
        return self.total is None and Status.NOT_COMPUTABLE in statuses and len(statuses) > 1
