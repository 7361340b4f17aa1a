"""Sessions: rows to domain and back, one at a time and in bulk."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, func, select, text
from sqlalchemy import delete as sql_delete
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId, StandingId
from vitalshift_desktop.vault.records.refusals import delete, deleted_unless_used, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.clients import ClientRow
from vitalshift_desktop.vault.tables.episodes import EpisodeRow
from vitalshift_desktop.vault.tables.sessions import STILL_OPEN, SessionRow

HELD = (Attendance.ATTENDED, Attendance.LATE)

_ALL = select(*columns_of(SessionRow, Session)).order_by(SessionRow.starts, SessionRow.id)
_ONE = _ALL.where(SessionRow.id == bindparam("session"))
_SOME = _ALL.where(among(SessionRow.id))
_OF_CLIENT = _ALL.where(SessionRow.client_id == bindparam("client"))
_OF_CLIENTS = _ALL.where(among(SessionRow.client_id))
_BETWEEN = _ALL.where(SessionRow.starts >= bindparam("first"), SessionRow.starts < bindparam("end"))
_OF_STANDING = _ALL.where(among(SessionRow.standing_id))
_WITHOUT_NOTE = _ALL.where(text(STILL_OPEN), SessionRow.attendance.in_(HELD), SessionRow.starts < bindparam("before"))

_Theirs, _Earlier = aliased(SessionRow), aliased(SessionRow)


def _one_each(theirs: Question) -> Question:
    """The session that `theirs` finds first, for each of some clients."""
    first = theirs.where(_Theirs.client_id == ClientRow.id).limit(1).scalar_subquery()
    return _ALL.where(SessionRow.id.in_(select(first).where(among(ClientRow.id))))


_NEXT = _one_each(
    select(_Theirs.id)
    .where(_Theirs.attendance == Attendance.PLANNED, _Theirs.starts >= bindparam("since"))
    .order_by(_Theirs.starts, _Theirs.id)
)
_LAST = _one_each(
    select(_Theirs.id)
    .where(_Theirs.attendance.in_(HELD), _Theirs.starts < bindparam("before"))
    .order_by(_Theirs.starts.desc(), _Theirs.id.desc())
)
_LATEST_STANDING = _one_each(
    select(_Theirs.id)
    .where(_Theirs.attendance.in_((*HELD, Attendance.PLANNED)))
    .order_by(_Theirs.starts.desc(), _Theirs.id.desc())
)
_Last = aliased(EpisodeRow)
_LAST_EPISODE = (
    select(_Last.id)
    .where(_Last.client_id == ClientRow.id)
    .order_by(_Last.number.desc())
    .limit(1)
    .correlate(ClientRow)
    .scalar_subquery()
)
_HELD_COUNTS = select(
    ClientRow.id,
    select(func.count())
    .select_from(_Theirs)
    .where(_Theirs.client_id == ClientRow.id, _Theirs.episode_id.is_not_distinct_from(_LAST_EPISODE))
    .where(_Theirs.attendance.in_(HELD))
    .scalar_subquery(),
).where(among(ClientRow.id))
_HELD_BEFORE = select(
    SessionRow.id,
    select(func.count())
    .select_from(_Earlier)
    .where(_Earlier.client_id == SessionRow.client_id)
    .where(_Earlier.episode_id.is_not_distinct_from(SessionRow.episode_id))
    .where(_Earlier.attendance.in_(HELD), _Earlier.starts < SessionRow.starts)
    .scalar_subquery(),
).where(among(SessionRow.id))

_NTH = _one_each(
    select(_Theirs.id)
    .where(_Theirs.attendance.in_(HELD), _Theirs.episode_id.is_not_distinct_from(_LAST_EPISODE))
    .order_by(_Theirs.starts, _Theirs.id)
    .offset(bindparam("before"))
)
_HELD_IN_EPISODES = (
    select(SessionRow.episode_id, func.count())
    .where(among(SessionRow.episode_id), SessionRow.attendance.in_(HELD))
    .group_by(SessionRow.episode_id)
)


class SessionShelf(Shelf):
    """The sessions of the vault."""

    def add(self, session: Session) -> Session:
        """Write a new session and give it its id; the id it came with is not used."""
        row = _write(SessionRow(client_id=session.client_id, note_signed=False), session)
        insert(self._connection, [row])
        return replace(session, id=SessionId(row.id))

    def restore(self, session: Session) -> None:
        """Write a removed session again, under its old id."""
        row = SessionRow(id=session.id, client_id=session.client_id, note_signed=False)
        insert(self._connection, [_write(row, session)])

    def save(self, session: Session) -> None:
        """Write what changed about a session; it stays with its client. Raises NotFound."""
        _write(self._row(session.id), session)
        flush(self._connection)

    def remove(self, session_id: SessionId) -> Session:
        """Take out a session that nothing hangs on and hand it back. Raises NotFound or StillInUse."""
        session = self.get(session_id)
        delete(self._connection, self._row(session_id))
        return session

    def remove_unless_used(self, session_id: SessionId) -> bool:
        """Take out a session; False, with the unit of work going on, when something hangs on it."""
        return deleted_unless_used(self._connection, sql_delete(SessionRow).where(SessionRow.id == session_id))

    def get(self, session_id: SessionId) -> Session:
        """One session; raises NotFound."""
        return found(next(iter(self._found(_ONE, session=session_id)), None))

    def of_ids(self, session_ids: Collection[SessionId]) -> dict[SessionId, Session]:
        """Some sessions by their ids; an unknown id is left out."""
        return {session.id: session for session in self._found(_SOME, ids=list(session_ids))}

    def all(self) -> tuple[Session, ...]:
        """Every session in order of time."""
        return self._found(_ALL)

    def of_client(self, client_id: ClientId) -> tuple[Session, ...]:
        """All sessions of one client in order of time."""
        return self._found(_OF_CLIENT, client=client_id)

    def of_clients(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[Session, ...]]:
        """All sessions of some clients in order of time; a client without one has none."""
        sessions: dict[ClientId, list[Session]] = {client_id: [] for client_id in client_ids}
        for session in self._found(_OF_CLIENTS, ids=list(client_ids)):
            sessions[session.client_id].append(session)
        return {client_id: tuple(theirs) for client_id, theirs in sessions.items()}

    def between(self, first: datetime, end: datetime) -> tuple[Session, ...]:
        """The sessions that start at or after `first` and before `end`, in order of time."""
        return self._found(_BETWEEN, first=first, end=end)

    def of_standing(self, standing_ids: Collection[StandingId]) -> tuple[Session, ...]:
        """Every session that some standing appointments made, in order of time."""
        return self._found(_OF_STANDING, ids=list(standing_ids))

    def without_signed_note(self, before: datetime) -> tuple[Session, ...]:
        """The held sessions from before `before` whose note is neither signed nor put aside, in order of time."""
        return self._found(_WITHOUT_NOTE, before=before)

    def next_of(self, client_ids: Collection[ClientId], since: datetime) -> dict[ClientId, Session]:
        """The earliest planned session that starts at or after `since`, for each client that has one."""
        return self._of_each(_NEXT, client_ids, since=since)

    def last_of(self, client_ids: Collection[ClientId], before: datetime) -> dict[ClientId, Session]:
        """The latest held session that started before `before`, for each client that has one."""
        return self._of_each(_LAST, client_ids, before=before)

    def latest_standing(self, client_ids: Collection[ClientId]) -> dict[ClientId, Session]:
        """The latest session of each client that was neither cancelled nor missed, held or planned."""
        return self._of_each(_LATEST_STANDING, client_ids)

    def held_counts(self, client_ids: Collection[ClientId]) -> dict[ClientId, int]:
        """How many sessions of the current episode each client came to; a client without one is left out."""
        counted = self._rows(_HELD_COUNTS, ids=list(client_ids))
        return {ClientId(client_id): count for client_id, count in counted if count}

    def held_in_episodes(self, episode_ids: Collection[EpisodeId]) -> dict[int, int]:
        """How many sessions were held in each of these episodes; one without any is left out."""
        counted = self._rows(_HELD_IN_EPISODES, ids=list(episode_ids))
        return {int(episode_id): int(count) for episode_id, count in counted}

    def nth_of(self, client_ids: Collection[ClientId], number: int) -> dict[ClientId, Session]:
        """The held session of the current episode with this number, counted from 1, for each client that has it."""
        found = self._found(_NTH, ids=list(client_ids), before=number - 1)
        return {session.client_id: session for session in found}

    def held_before(self, session_ids: Collection[SessionId]) -> dict[SessionId, int]:
        """How many sessions of the same episode the client came to before each of these."""
        return {SessionId(number): count for number, count in self._rows(_HELD_BEFORE, ids=list(session_ids))}

    def _of_each(self, which: Question, client_ids: Collection[ClientId], **at: datetime) -> dict[ClientId, Session]:
        return {session.client_id: session for session in self._found(which, ids=list(client_ids), **at)}

    def _found(self, which: Question, **values: object) -> tuple[Session, ...]:
        return tuple(Session(*row) for row in self._rows(which, **values))

    def _row(self, session_id: SessionId) -> SessionRow:
        return found(self._connection.get(SessionRow, session_id))


def _write(row: SessionRow, session: Session) -> SessionRow:
    row.starts = session.starts
    row.zone = session.zone
    row.minutes = session.minutes
    row.modality = session.modality
    row.attendance = session.attendance
    row.cancelled_by = session.cancelled_by
    row.late_notice = session.late_notice
    row.note_put_aside = session.note_put_aside
    row.episode_id = session.episode_id
    row.standing_id = session.standing_id
    row.occurrence = session.occurrence
    return row
