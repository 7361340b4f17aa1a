"""Opens the forms about measures again, so that what was half filled can go back into them."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import AdministrationId, AdministrationState
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry.measure_form import MeasureForm, correcting
from vitalshift_desktop.ui.entry.not_given_form import NotGivenForm
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame


def _enter(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, session_id = (int(part) for part in rest)
    return MeasureForm(
        desk,
        window,
        ClientId(client_id) if client_id else None,
        session_id=SessionId(session_id) if session_id else None,
    )


def _correct(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    administration_id = AdministrationId(int(rest[0]))
    state = desk.workspace.measures.entered(administration_id).form.state
    return correcting(desk, administration_id, window) if state is AdministrationState.ANSWERED else None


def _not_given(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return NotGivenForm(desk, SessionId(int(rest[0])), ":".join(rest[1:]), window)


MAKERS = {"measure_form": _enter, "correct_measure": _correct, "not_given": _not_given}
