"""Where the first page leads: to records that lie somewhere already, or to the sample practice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.first_page import FirstPage
from vitalshift_desktop.ui.unlock.late_rooms import LateRooms
from vitalshift_desktop.ui.unlock.telling import tell
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.unlocking import Unlocking


class FirstDoor(QObject):
    """Tells the folder that was chosen; the sample is written when it is first wanted."""

    chosen = Signal(object)

    def __init__(
        self, page: FirstPage, sample_folder: Path, rooms: LateRooms, background: Background, dialogs: Dialogs
    ) -> None:
        super().__init__(page)
        self.sample_folder = sample_folder
        self._page = page
        self._rooms = rooms
        self._background = background
        self._dialogs = dialogs
        page.sample_wanted.connect(self._on_sample)
        page.open_wanted.connect(self._on_open)

    def _on_sample(self) -> None:
        self._page.show_busy(_("Writing the sample practice…"))
        self._rooms.when_loaded(self._write_sample)

    def _write_sample(self, unlocking: Unlocking) -> None:
        folder = self.sample_folder

        def work(_job: Job) -> None:
            if not unlocking.vault_exists(folder):
                unlocking.create_sample(folder)

        self._background.run(self, work, self._on_sample_written, self._on_sample_failed)

    def _on_sample_written(self, _nothing: object) -> None:
        self._page.show_ready()
        self.chosen.emit(self.sample_folder)

    def _on_sample_failed(self, error: BaseException) -> None:
        tell(self._page, error)

    def _on_open(self) -> None:
        folder = self._dialogs.choose_folder(self._page, _("Where do your records lie?"))
        if folder is not None:
            self._rooms.when_loaded(lambda unlocking: self._open(unlocking, folder))

    def _open(self, unlocking: Unlocking, folder: Path) -> None:
        if unlocking.vault_exists(folder):
            self._page.show_ready()
            self.chosen.emit(folder)
        else:
            self._page.show_error(
                _("There are no VitalShift records in this folder. Choose the folder that ends in .vshift.")
            )
