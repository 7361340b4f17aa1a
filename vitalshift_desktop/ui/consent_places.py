"""Opens the forms about consents again, so that what was half filled can go back into them."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consents import ConsentId, ConsentKind
from vitalshift_desktop.ui.consents.consent_form import ConsentForm
from vitalshift_desktop.ui.consents.may_know_form import MayKnowForm
from vitalshift_desktop.ui.consents.withdraw_form import ScanForm, WithdrawForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame


def _consent(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    client_id, kind, corrects_id = ClientId(int(rest[0])), ConsentKind(rest[1]), ConsentId(int(rest[2]))
    if not corrects_id:
        return ConsentForm(desk, client_id, kind, window)
    corrects = desk.workspace.consents.get(corrects_id)
    return None if corrects.withdrawal else ConsentForm(desk, client_id, kind, window, corrects=corrects)


def _withdraw(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    consent = desk.workspace.consents.get(ConsentId(int(rest[0])))
    return None if consent.withdrawal else WithdrawForm(desk, consent, window)


def _scan(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return ScanForm(desk, desk.workspace.consents.get(ConsentId(int(rest[0]))), window)


def _may_know(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return MayKnowForm(desk, ClientId(int(rest[0])), window)


MAKERS = {
    "consent_form": _consent,
    "consent_withdraw": _withdraw,
    "consent_scan": _scan,
    "may_know_form": _may_know,
}
