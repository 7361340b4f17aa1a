"""How sessions went beside what was planned: rows to domain and back."""

from dataclasses import asdict

from sqlalchemy import bindparam, delete, insert, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.session_course import SessionCourse, SessionMove
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.vault.records.refusals import refusals_told
from vitalshift_desktop.vault.records.shelf import Shelf, columns_of
from vitalshift_desktop.vault.tables.session_courses import SessionCourseRow, SessionMoveRow
from vitalshift_desktop.vault.tables.sessions import SessionRow

_COURSES = select(SessionCourseRow.session_id, *columns_of(SessionCourseRow, SessionCourse))
_ONE = _COURSES.where(SessionCourseRow.session_id == bindparam("session"))
_OF_CLIENT = _COURSES.join(SessionRow, SessionRow.id == SessionCourseRow.session_id).where(
    SessionRow.client_id == bindparam("client")
)
_MOVES = select(*columns_of(SessionMoveRow, SessionMove)).order_by(SessionMoveRow.id)
_MOVES_OF_SESSION = _MOVES.where(SessionMoveRow.session_id == bindparam("session"))
_MOVES_OF_CLIENT = _MOVES.join(SessionRow, SessionRow.id == SessionMoveRow.session_id).where(
    SessionRow.client_id == bindparam("client")
)
_COURSE_OF = delete(SessionCourseRow).where(SessionCourseRow.session_id == bindparam("session"))
_MOVE_TO = delete(SessionMoveRow).where(
    SessionMoveRow.session_id == bindparam("session"), SessionMoveRow.had_starts == bindparam("had")
)


class SessionCourseShelf(Shelf):
    """What is kept of how sessions went, and of the times they had before they were moved."""

    def put(self, session_id: SessionId, course: SessionCourse) -> None:
        """Write how a session went in place of what was written before; an empty one takes it out."""
        with refusals_told():
            connection = self._connection.connection()
            connection.execute(_COURSE_OF, {"session": session_id})
            if not course.is_empty:
                connection.execute(insert(SessionCourseRow), [{"session_id": session_id, **asdict(course)}])

    def get(self, session_id: SessionId) -> SessionCourse:
        """How one session went; an empty one where nothing was written."""
        return next((SessionCourse(*rest) for _id, *rest in self._rows(_ONE, session=session_id)), SessionCourse())

    def of_client(self, client_id: ClientId) -> dict[SessionId, SessionCourse]:
        """How the sessions of one client went; a session without anything written is left out."""
        return {SessionId(number): SessionCourse(*rest) for number, *rest in self._rows(_OF_CLIENT, client=client_id)}

    def add_move(self, move: SessionMove) -> None:
        """Keep the time that a session had."""
        with refusals_told():
            self._connection.connection().execute(insert(SessionMoveRow), [asdict(move)])

    def forget_moves_from(self, session: Session) -> None:
        """Forget that a session was moved away from the time it has here: the move was undone."""
        values = {"session": session.id, "had": session.starts}
        self._connection.connection().execute(_MOVE_TO, values)

    def moves_of(self, session_id: SessionId) -> tuple[SessionMove, ...]:
        """The times that one session had before, in the order in which it was moved."""
        return tuple(SessionMove(*row) for row in self._rows(_MOVES_OF_SESSION, session=session_id))

    def moves_of_client(self, client_id: ClientId) -> tuple[SessionMove, ...]:
        """The moves of all sessions of one client, in the order in which they were made."""
        return tuple(SessionMove(*row) for row in self._rows(_MOVES_OF_CLIENT, client=client_id))
