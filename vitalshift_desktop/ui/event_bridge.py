"""Carries the services' news onto the window's thread."""

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.domain.changes import Changed
from vitalshift_desktop.services.events import Events


class EventBridge(QObject):
    """Each `Changed` that a service publishes, as a Qt signal on the window's thread."""

    changed = Signal(object)

    def __init__(self, events: Events, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events = events
        events.subscribe(self._on_event)

    def close(self) -> None:
        """Hear nothing more."""
        self._events.unsubscribe(self._on_event)

    def _on_event(self, change: Changed) -> None:
        self.changed.emit(change)
