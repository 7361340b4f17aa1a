"""Takes a session out of one client's file and into another's, with all that hangs on it."""

from sqlalchemy import ForeignKeyConstraint, Table, bindparam, func, select, text, update
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.problems import AlreadyRecorded, HoldsMoreThanItsNote, NoteAlreadySigned
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import flush, found, refusals_told
from vitalshift_desktop.vault.tables.attachments import AttachmentRow
from vitalshift_desktop.vault.tables.columns import Base
from vitalshift_desktop.vault.tables.goals import GoalRatingRow
from vitalshift_desktop.vault.tables.notes import NoteGoalRow, NoteRow
from vitalshift_desktop.vault.tables.sessions import SessionRow


class MovedSessions:
    """Moves a session between files; valid while its unit of work lasts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def move(self, session_id: SessionId, to: ClientId, episode_id: EpisodeId | None) -> None:
        """Put a session, its unsigned note and what hangs on them into another client's file, in an episode of it.

        Raises NotFound, NoteAlreadySigned, or HoldsMoreThanItsNote when goals or check-ins of the old file hang on it.
        """
        row = found(self._connection.get(SessionRow, session_id))
        note = self._connection.scalar(select(NoteRow).where(NoteRow.session_id == session_id))
        if note is not None and note.signed_at is not None:
            raise NoteAlreadySigned
        if self._goals_of(session_id, note):
            raise HoldsMoreThanItsNote
        # The session and what hangs on it name the client each; they agree again at the end.
        self._connection.execute(text("PRAGMA defer_foreign_keys=ON"))
        try:
            self._take_along(session_id, to)
            row.client_id = to
            row.episode_id = episode_id
            flush(self._connection)
            self._take_files_along(note, to)
        except AlreadyRecorded:  # such as a check-in, which stays as it was recorded
            raise HoldsMoreThanItsNote from None
        self._connection.expire_all()

    def _take_along(self, session_id: SessionId, to: ClientId) -> None:
        with refusals_told():
            for table in _hanging_on_sessions():
                statement = update(table).where(table.c.session_id == bindparam("moved")).values(client_id=to)
                self._connection.execute(statement, {"moved": session_id})

    def _take_files_along(self, note: NoteRow | None, to: ClientId) -> None:
        """What hangs on the note belongs to the note's client, so it follows after the note."""
        if note is not None:
            with refusals_told():
                files = update(AttachmentRow).where(AttachmentRow.note_id == note.id).values(client_id=to)
                self._connection.execute(files)

    def _goals_of(self, session_id: SessionId, note: NoteRow | None) -> bool:
        rated = select(func.count()).where(GoalRatingRow.session_id == session_id)
        linked = select(func.count()).where(NoteGoalRow.note_id == (note.id if note is not None else 0))
        return bool(self._connection.scalar(rated) or self._connection.scalar(linked))


def _hanging_on_sessions() -> list[Table]:
    """The tables whose rows name a session and its client together."""
    return [
        table
        for table in Base.metadata.sorted_tables
        if any(
            isinstance(one, ForeignKeyConstraint) and set(one.column_keys) == {"session_id", "client_id"}
            for one in table.constraints
        )
    ]
