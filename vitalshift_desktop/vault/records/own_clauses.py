"""The counselor's own wording of clauses: rows to domain and back."""

from datetime import datetime

from sqlalchemy import select

from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.vault.records.refusals import delete, flush, found
from vitalshift_desktop.vault.records.shelf import Shelf
from vitalshift_desktop.vault.tables.own_clauses import OwnClauseRow

_ALL = select(OwnClauseRow.topic, OwnClauseRow.wording)


class OwnClauseShelf(Shelf):
    """One wording for each topic that has one."""

    def all(self) -> dict[Topic, str]:
        """The wordings by their topic."""
        return {topic: str(wording) for topic, wording in self._rows(_ALL)}

    def save(self, topic: Topic, wording: str, at: datetime) -> None:
        """Put a wording in place of the earlier one."""
        self._connection.merge(OwnClauseRow(topic=topic, wording=wording, changed_at=at))
        flush(self._connection)

    def remove(self, topic: Topic) -> None:
        """Take a wording out; raises NotFound."""
        delete(self._connection, found(self._connection.get(OwnClauseRow, topic)))
