"""Keeps the practice's own names for the phases on screen while its vault is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.vocabulary.own_names import call_phases, own_phase_names

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow


class OwnNames(QObject):
    """Takes them from the vault, and forgets them when it is locked."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        call_phases(desk.workspace.terms.get().phase_names)

    def hear(self, change: Changed) -> None:
        """Use other names at once, on every page."""
        if change.subject is not Subject.PRACTICE:
            return
        names = self._desk.workspace.terms.get().phase_names
        if names != own_phase_names():
            call_phases(names)
            self._window.pages.look_again()

    def stop(self) -> None:
        """Forget them."""
        call_phases({})
