"""Takes a mark back that was set with one click or one form."""

from collections.abc import Callable
from functools import partial

from vitalshift_desktop.domain.attendance import Absence
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk

Undo = Callable[[], object]


def attendance_undo(desk: Desk, before: Session, absence: Absence | None) -> Undo:
    """What lets a session stand as it stood; `absence` is the line it had, None where that was not touched."""
    return partial(
        desk.workspace.sessions.set_attendance,
        before.id,
        before.attendance,
        before.cancelled_by,
        late_notice=before.late_notice,
        absence=absence,
    )
