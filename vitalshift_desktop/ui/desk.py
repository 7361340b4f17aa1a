"""What a page works with: the open workspace and the few things all pages share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.backup_news import BackupNews
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.wishes import Wishes


def nobody_knows() -> float | None:
    """Where nothing tells how long the computer was left alone."""
    return None


@dataclass(frozen=True)
class Desk:
    """Given to every page by the main window; gone when the vault is locked.

    `idle_seconds` tells how long nobody touched the computer, None where that is not known.
    """

    workspace: Workspace
    wishes: Wishes
    privacy: Privacy
    dialogs: Dialogs
    background: Background
    settings: DeviceSettings
    idle_seconds: Callable[[], float | None] = nobody_knows
    backup_news: BackupNews = field(default_factory=BackupNews)

    def did(self, act: Callable[[], object]) -> bool:
        """Do something and say whether it went through; a problem is shown beside the page."""
        try:
            act()
        except Problem as problem:
            self.wishes.trouble.emit(problem)
            return False
        return True
