"""Opens the forms about measures again: which are used with a client, pauses, licences, own measures."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.client_measures import MeasureUseId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.ui.clients.measure_forms import PauseForm, UseForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.custom_form import CustomForm
from vitalshift_desktop.ui.settings.licence_form import LicenceForm
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame

Maker = Callable[[Desk, list[str], QWidget], DialogFrame | None]


def _use(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    use_id = MeasureUseId(int(rest[1]))
    found = desk.workspace.client_measures.get(use_id) if use_id else None
    return UseForm(desk, ClientId(int(rest[0])), window, use=found)


def _pause(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, pause_id = ClientId(int(rest[0])), int(rest[1])
    paused = desk.workspace.client_measures.of_client(client_id).paused
    return PauseForm(desk, client_id, window, pause=paused if paused and paused.id == pause_id else None)


def _licence(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return LicenceForm(desk, desk.workspace.instruments.get(":".join(rest)), window)


def _custom(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return CustomForm(desk, ":".join(rest), window)


MAKERS: dict[str, Maker] = {
    "use_form": _use,
    "pause_form": _pause,
    "licence_form": _licence,
    "custom_form": _custom,
}
