"""Opens the forms about agreements again, so that what was half filled can go back into them."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreements import AgreementId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.ui.agreements.made_form import MadeForm
from vitalshift_desktop.ui.agreements.signed_form import SignedForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame


def _signed(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    waiting = desk.workspace.agreeing.waiting(ClientId(int(rest[0])))
    page = next((one for one in waiting if one.serial == rest[1]), None)
    return None if page is None else SignedForm(desk, page, window)


def _made(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return MadeForm(desk, AgreementId(int(rest[0])), window)


MAKERS = {"signed_form": _signed, "made_form": _made}
