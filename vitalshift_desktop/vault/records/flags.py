"""Flags that were put aside: rows to domain and back."""

from sqlalchemy import func, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.flags import Dismissal, FlagKind
from vitalshift_desktop.vault.records.refusals import delete, flush, found
from vitalshift_desktop.vault.records.shelf import Shelf, columns_of
from vitalshift_desktop.vault.tables.flags import DismissedFlagRow

_ALL = select(*columns_of(DismissedFlagRow, Dismissal)).order_by(DismissedFlagRow.at)

_COUNT = select(func.count()).select_from(DismissedFlagRow)


class DismissalShelf(Shelf):
    """The flags that the counselor put aside."""

    def add(self, dismissal: Dismissal) -> None:
        """Write that a flag was put aside; an earlier entry for the same flag is replaced."""
        row = DismissedFlagRow(kind=dismissal.kind, client_id=dismissal.client_id, key=dismissal.key)
        row.reason = dismissal.reason
        row.at = dismissal.at
        self._connection.merge(row)
        flush(self._connection)

    def remove(self, kind: FlagKind, client_id: ClientId, key: str) -> None:
        """Let a flag show again. Raises NotFound."""
        delete(self._connection, found(self._connection.get(DismissedFlagRow, (kind, client_id, key))))

    def count(self) -> int:
        """How many flags are put aside."""
        return int(self._rows(_COUNT)[0][0])

    def all(self) -> tuple[Dismissal, ...]:
        """Everything that was put aside, oldest first."""
        return tuple(Dismissal(*row) for row in self._rows(_ALL))
