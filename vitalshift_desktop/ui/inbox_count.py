"""How much waits in the inbox, beside its page in the navigation."""

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.navigation import Navigation


class InboxCount(QObject):
    """Counts again whenever something was captured, filed or thrown away."""

    def __init__(self, desk: Desk, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._inbox = desk.workspace.inbox
        self._navigation = navigation
        self.show()

    def hear(self, change: Changed) -> None:
        """Count again if the change may have touched the inbox."""
        if change.subject is Subject.CONTACTS:
            self.show()

    def show(self) -> None:
        """Show how many wait; records that cannot be read show none, and their own page says so."""
        try:
            count = self._inbox.waiting().count
        except Problem:
            count = 0
        self._navigation.show_waiting(count)
