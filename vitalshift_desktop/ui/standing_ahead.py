"""Keeps the sessions of standing appointments planned ahead while the vault is open."""

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.desk import Desk


class StandingAhead(QObject):
    """Tops them up when the vault is opened and on each new day; what could not be planned is tried again then."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.top_up()

    def top_up(self) -> None:
        """Plan what came into reach."""
        try:
            self._desk.workspace.standing.top_up()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
