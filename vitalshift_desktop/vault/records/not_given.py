"""Measures that were not given in a session: rows to domain and back."""

from collections.abc import Collection

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import delete, found, insert
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.measures import NotGivenRow

_ALL = select(*columns_of(NotGivenRow, NotGiven)).order_by(NotGivenRow.recorded_at, NotGivenRow.instrument_id)
_OF_SESSIONS = _ALL.where(among(NotGivenRow.session_id))
_OF_CLIENT = _ALL.where(NotGivenRow.client_id == bindparam("client"))


class NotGivenShelf(Shelf):
    """What was not given. It is never changed; it can be taken out until the note of its session is signed."""

    def add(self, not_given: NotGiven) -> None:
        """Write it down; raises AlreadyRecorded when it stands there already, or a form of that session does."""
        row = NotGivenRow(session_id=not_given.session_id, instrument_id=not_given.instrument_id)
        row.client_id, row.reason = not_given.client_id, not_given.reason
        row.note, row.recorded_at = not_given.note, not_given.recorded_at
        insert(self._connection, [row])

    def remove(self, session_id: SessionId, instrument_id: str) -> None:
        """Take it out; raises NotFound, or NoteAlreadySigned."""
        delete(self._connection, found(self._connection.get(NotGivenRow, (session_id, instrument_id))))

    def of_session(self, session_id: SessionId) -> tuple[NotGiven, ...]:
        """What was not given in one session, in the order it was written down."""
        return self.of_sessions((session_id,))

    def of_sessions(self, session_ids: Collection[SessionId]) -> tuple[NotGiven, ...]:
        """What was not given in some sessions, in the order it was written down."""
        return self._found(_OF_SESSIONS, ids=list(session_ids))

    def of_client(self, client_id: ClientId) -> tuple[NotGiven, ...]:
        """All that was not given to one client, in the order it was written down."""
        return self._found(_OF_CLIENT, client=client_id)

    def _found(self, which: Question, **values: object) -> tuple[NotGiven, ...]:
        return tuple(NotGiven(*row) for row in self._rows(which, **values))
