"""What a page works with: the open workspace and the few things all pages share."""

from dataclasses import dataclass

from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.wishes import Wishes


@dataclass(frozen=True)
class Desk:
    """Given to every page by the main window; gone when the vault is locked."""

    workspace: Workspace
    wishes: Wishes
    privacy: Privacy
    dialogs: Dialogs
    background: Background
    settings: DeviceSettings
