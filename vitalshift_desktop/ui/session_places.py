"""Opens the forms about sessions and the calendar again, so that what was half filled can go back into them."""

from datetime import date

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.closures import ClosureId
from vitalshift_desktop.domain.sessions import SessionId, StandingId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.sessions.cancel_form import CancelForm
from vitalshift_desktop.ui.sessions.closure_form import ClosureForm
from vitalshift_desktop.ui.sessions.correct_form import CorrectForm
from vitalshift_desktop.ui.sessions.course_form import CourseForm
from vitalshift_desktop.ui.sessions.presence_form import PresenceForm
from vitalshift_desktop.ui.sessions.standing_form import StandingForm
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame


def _cancel(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return CancelForm(desk, SessionId(int(rest[0])), window)


def _correct(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return CorrectForm(desk, SessionId(int(rest[0])), window)


def _present(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    view = desk.workspace.company.present(SessionId(int(rest[0])))
    return None if view.is_signed else PresenceForm(desk, view.session.id, window)


def _course(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return CourseForm(desk, SessionId(int(rest[0])), window)


def _standing(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, standing_id, day = ClientId(int(rest[0])), int(rest[1]), date.fromisoformat(rest[2])
    return StandingForm(desk, client_id, window, standing_id=StandingId(standing_id) if standing_id else None, day=day)


def _closure(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    number = int(rest[0])
    return ClosureForm(desk, ClosureId(number) if number else None, window)


MAKERS = {
    "cancel_form": _cancel,
    "correct_form": _correct,
    "presence_form": _present,
    "course_form": _course,
    "standing_form": _standing,
    "closure_form": _closure,
}
