"""Reviews that were put off, and the days on which safety plans are to be looked at again."""

from datetime import date, datetime

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKey, ReviewKind
from vitalshift_desktop.vault.records.refusals import delete, flush, insert
from vitalshift_desktop.vault.records.shelf import Shelf
from vitalshift_desktop.vault.tables.reviews import ReviewPutOffRow
from vitalshift_desktop.vault.tables.safety_plans import SafetyPlanRow

_PUT_OFF = select(
    ReviewPutOffRow.kind,
    ReviewPutOffRow.client_id,
    ReviewPutOffRow.object_id,
    ReviewPutOffRow.until,
)
_NEWER = aliased(SafetyPlanRow)
_PLANS = (
    select(SafetyPlanRow.client_id, SafetyPlanRow.review_on)
    .where(
        SafetyPlanRow.review_on <= bindparam("until"),
        ~exists().where(_NEWER.client_id == SafetyPlanRow.client_id, _NEWER.number > SafetyPlanRow.number),
    )
    .order_by(SafetyPlanRow.review_on, SafetyPlanRow.client_id)
)


class ReviewShelf(Shelf):
    """What the one list of reviews keeps itself: which of them were put off."""

    def put_off(self) -> dict[ReviewKey, date]:
        """Until when reviews were put off."""
        return {
            ReviewKey(kind, client_id, object_id): until for kind, client_id, object_id, until in self._rows(_PUT_OFF)
        }

    def put_off_until(self, key: ReviewKey, until: date | None, at: datetime) -> None:
        """Put a review off, in place of an earlier day; None takes it back."""
        for row in self._connection.query(ReviewPutOffRow).filter_by(
            kind=key.kind, client_id=key.client_id, object_id=key.object_id
        ):
            delete(self._connection, row)
        flush(self._connection)
        if until is not None:
            row = ReviewPutOffRow(kind=key.kind, client_id=key.client_id, object_id=key.object_id)
            row.until, row.recorded_at = until, at
            insert(self._connection, [row])

    def safety_plans(self, until: date) -> tuple[ReviewDue, ...]:
        """The safety plans in force that are to be looked at again by a day."""
        return tuple(
            ReviewDue(ReviewKind.SAFETY_PLAN, review_on, client_id)
            for client_id, review_on in self._rows(_PLANS, until=until)
        )
