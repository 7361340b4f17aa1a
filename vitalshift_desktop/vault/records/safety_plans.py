"""Safety plans: rows to domain and back."""

from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.safety_plans import SafetyPlan, SafetyPlanId, SafetyPlanVersion
from vitalshift_desktop.vault.records.refusals import delete, flush, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, columns_of
from vitalshift_desktop.vault.tables.safety_plans import SafetyPlanDraftRow, SafetyPlanRow

_VERSIONS = (
    select(
        SafetyPlanRow.id,
        SafetyPlanRow.client_id,
        SafetyPlanRow.number,
        SafetyPlanRow.in_force_on,
        SafetyPlanRow.recorded_at,
        *columns_of(SafetyPlanRow, SafetyPlan),
    )
    .where(SafetyPlanRow.client_id == bindparam("client"))
    .order_by(SafetyPlanRow.number)
)
_LAST = _VERSIONS.order_by(None).order_by(SafetyPlanRow.number.desc()).limit(1)
_DRAFT = select(SafetyPlanDraftRow.changed_at, *columns_of(SafetyPlanDraftRow, SafetyPlan)).where(
    SafetyPlanDraftRow.client_id == bindparam("client")
)


class SafetyPlanShelf(Shelf):
    """The safety plans of the vault. A version never changes; the next one is written beside it."""

    def add(self, version: SafetyPlanVersion) -> SafetyPlanVersion:
        """Write a version and give it its id; AlreadyRecorded when its number is taken."""
        row = SafetyPlanRow(client_id=version.client_id, number=version.number, **asdict(version.plan))
        row.in_force_on, row.recorded_at = version.in_force_on, version.recorded_at
        insert(self._connection, [row])
        return replace(version, id=SafetyPlanId(row.id))

    def of_client(self, client_id: ClientId) -> tuple[SafetyPlanVersion, ...]:
        """The versions of one client, the first one first."""
        return tuple(_version(row) for row in self._rows(_VERSIONS, client=client_id))

    def in_force(self, client_id: ClientId) -> SafetyPlanVersion | None:
        """The last version of one client."""
        return next((_version(row) for row in self._rows(_LAST, client=client_id)), None)

    def draft(self, client_id: ClientId) -> tuple[SafetyPlan, datetime] | None:
        """What is being written for a client, and when it was last changed."""
        found = ((SafetyPlan(*texts), at) for at, *texts in self._rows(_DRAFT, client=client_id))
        return next(found, None)

    def keep_draft(self, client_id: ClientId, plan: SafetyPlan, at: datetime) -> None:
        """Write what is being written, in place of what was there."""
        self._connection.merge(SafetyPlanDraftRow(client_id=client_id, changed_at=at, **asdict(plan)))
        flush(self._connection)

    def drop_draft(self, client_id: ClientId) -> None:
        """Take out what is being written, if there is anything."""
        row = self._connection.get(SafetyPlanDraftRow, client_id)
        if row is not None:
            delete(self._connection, row)


def _version(row: Answer) -> SafetyPlanVersion:
    plan_id, client_id, number, in_force_on, recorded_at, *texts = row
    return SafetyPlanVersion(plan_id, client_id, number, SafetyPlan(*texts), in_force_on, recorded_at)
