"""A signed note seals the facts of its session, whichever row is altered."""

from alembic import op

revision = "0021"
down_revision = "0020"

_SIGNED = "(SELECT signed_at FROM note WHERE session_id = {session}) IS NOT NULL"
_OLD, _NEW = _SIGNED.format(session="OLD.session_id"), _SIGNED.format(session="NEW.session_id")

# Where and with whom a session was stays, and nothing is moved to it from a session that is not signed.
MOVED_THERE = tuple(
    f"""
    CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
    WHEN {_OLD} OR {_NEW}
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """
    for table in ("session_online", "session_presence")
)
# After, so that what could not be in any session is told as that. The note's own reference holds number and client.
TIME_AND_PLACE = f"""
    CREATE TRIGGER session_no_update AFTER UPDATE OF starts, zone, minutes, modality ON session
    WHEN {_SIGNED.format(session="OLD.id")}
    AND (OLD.starts, OLD.zone, OLD.minutes, OLD.modality) IS NOT (NEW.starts, NEW.zone, NEW.minutes, NEW.modality)
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """
# A salvage reads "constraint failed" as what may come right with other rows, as here with that of the correction.
ATTENDANCE = f"""
    CREATE TRIGGER session_attendance_no_update AFTER UPDATE OF attendance, cancelled_by, late_notice ON session
    WHEN {_SIGNED.format(session="OLD.id")}
    AND (OLD.attendance, OLD.cancelled_by, OLD.late_notice)
        IS NOT (NEW.attendance, NEW.cancelled_by, NEW.late_notice)
    AND NOT EXISTS (
        SELECT 1 FROM attendance_change AS told
        WHERE told.id = (SELECT max(id) FROM attendance_change WHERE session_id = OLD.id)
        AND (told.old_attendance, told.old_cancelled_by, told.old_late_notice)
            IS (OLD.attendance, OLD.cancelled_by, OLD.late_notice)
        AND (told.attendance, told.cancelled_by, told.late_notice)
            IS (NEW.attendance, NEW.cancelled_by, NEW.late_notice)
    )
    BEGIN SELECT RAISE(ABORT, 'constraint failed: the note is signed, and no correction tells of this'); END
    """  # noqa: S608 -- our own names
WHO_CAME = """
    CREATE TRIGGER file_member_no_update BEFORE UPDATE ON file_member
    WHEN EXISTS (
        SELECT 1 FROM session_member AS came JOIN note ON note.session_id = came.session_id
        WHERE came.member_id = OLD.id AND note.signed_at IS NOT NULL
    )
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """


def upgrade() -> None:
    """Make the triggers."""
    for table in ("session_online", "session_presence"):
        op.execute(f"DROP TRIGGER {table}_no_update")
    for trigger in (*MOVED_THERE, TIME_AND_PLACE, ATTENDANCE, WHO_CAME):
        op.execute(trigger)
